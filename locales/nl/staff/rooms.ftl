# De kamer van de balie, die elke week nieuw wordt gemaakt. Professionals lezen dit.

desk-moves = Deze kamer is een week oud, dus de balie verhuist. U hebt een uitnodiging voor een nieuwe balie: neem die aan. Zolang daar nog geen collega is, gaat alles hier gewoon door.
desk-moved = De balie is verhuisd naar de nieuwe kamer. Daar staan nu de kaarten. Wat hier stond, is teruggenomen. Wat u hier nog typt, wordt niet meer gelezen: verlaat deze kamer en neem de uitnodiging voor de nieuwe aan.
desk-not-renewed = Er kon geen nieuwe kamer voor de balie worden gemaakt, dus de balie blijft hier. Morgen wordt het opnieuw geprobeerd. Zeg het de beheerder.
