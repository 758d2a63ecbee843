# Wat de lijn zegt als er technisch iets in de weg staat. Elke zin moet waar zijn.

system-send-again =
    Ik kon een of meer van uw berichten niet lezen. De sleutel kwam niet aan. Stuur ze alstublieft nog een keer.
system-key-withheld =
    Uw app gaf mij de sleutel van uw bericht niet. De app vertrouwt dit gesprek nog niet. Open de gegevens van dit contact, vergelijk de sleutel op onze website en stuur uw bericht nog een keer. Of gebruik een andere app.
system-clear-text =
    Er kwam een bericht zonder versleuteling. Ik heb het niet gelezen en niet bewaard. Stuur het nog een keer vanuit dit gesprek, met versleuteling aan.
system-not-proven =
    Er kwam een bericht op uw naam, maar ik kan niet zien dat het van u is. Ik heb het niet gelezen.
system-other-device =
    Er kwam een bericht van een ander apparaat dan waarmee u begon. Ik heb het niet gelezen. Schrijf vanaf uw eerste apparaat, of begin een nieuw gesprek met mij.
system-no-calls =
    Bellen kan hier niet. Schrijf alstublieft.
system-not-in-groups =
    U schreef mij in een groep. Ik ben niet in groepen. Ik heb daar niets gelezen en niets bewaard. Schrijf mij alstublieft alleen hier.
system-unencrypted =
    Dit gesprek is niet versleuteld. Anderen kunnen meelezen. Ik bewaar niets en verlaat dit gesprek nu. Begin een nieuw, versleuteld gesprek met alleen ons tweeën.
system-group =
    Er is nog iemand in dit gesprek. Ik praat met één persoon tegelijk. Ik bewaar verder niets van dit gesprek en verlaat het nu. Begin een nieuw gesprek met alleen ons tweeën.
system-space =
    Dit is geen gesprek van twee mensen. Ik verlaat het nu. Begin een nieuw, versleuteld gesprek met alleen ons tweeën.
system-version =
    Dit soort gesprek is niet veilig genoeg, of het is te nieuw voor mij. Ik verlaat het nu. Begin een nieuw, versleuteld gesprek met alleen ons tweeën.
system-not-delivered =
    Er ging iets mis. Ik weet niet of uw bericht bij mijn collega is aangekomen. Stuur het later nog een keer.
system-too-much =
    Dit gesprek is te lang geworden. Ik kon uw laatste bericht niet bewaren, en de volgende misschien ook niet. Uw antwoorden en de woorden STOP en WIS werken nog wel.
system-forgotten =
    Onze computer is alles vergeten, ook wat u schreef. Had u nog geen antwoord? Of bent u in gevaar? Begin dan een nieuw gesprek met ons en vertel het opnieuw. Een code van ons werkt niet meer. Ik ga nu weg uit dit gesprek.
system-answer-lost =
    Een bericht van mijn collega kon ik niet bij u bezorgen. Mijn collega weet dat.
system-nobody-yet =
    Uw verhaal is hier, maar een dag lang kon geen collega het openen. Ik blijf het proberen. Wacht niet op ons als u nu hulp nodig heeft. Typ GEVAAR voor nummers die u kunt bellen.
system-slowed =
    U schrijft veel. Uw berichten gaan nu wat later naar mijn collega, op volgorde. Er gaat niets verloren.
