# Wie er aan de balie werken: wat professionals daarvan lezen. Van melders staat hier niets.

role-listener = luisteren
role-second-reader = meelezen
role-supervisor = begeleiden
role-analyst = analyseren
role-release-officer = het beeld vrijgeven
role-learner = in opleiding: een tweede lezer kijkt naar elke zaak

training-minor = mensen onder de 18
training-suicide = zelfdoding
training-recruitment = mensen die gevraagd zijn om te klikken

staff-roles = Taken
staff-training = Opgeleid voor
staff-languages = Talen: { $languages }
staff-key = Vingerafdruk: { $fingerprint }

desk-staff-proposed = De beheerder wil { $person } aan deze balie toevoegen. Er verandert niets tot een van u het bevestigt.
desk-staff-replacing = { $person } heeft een andere telefoon, zegt de beheerder. Die leest niets tot een van u het bevestigt.
desk-staff-changing = De beheerder wil dat { $person } andere taken of een andere opleiding krijgt. Er verandert niets tot een van u het bevestigt.
desk-staff-how = Heeft de beheerder u hiervoor een code gezegd, zelf of aan de telefoon? Typ dan !confirm met die code erachter. Heeft niemand u gesproken, of klopt er iets niet? Typ dan: !refuse
desk-staff-added = { $person } werkt nu aan deze balie en is hier uitgenodigd.
desk-staff-back = { $person } is terug met een andere telefoon en is hier uitgenodigd.
desk-staff-replaced = { $person } heeft een andere telefoon. De oude leest niets meer. De zaken van deze collega wachten weer.
desk-staff-changed = { $person } heeft nu andere taken of een andere opleiding.
desk-staff-suspended = De telefoon van { $person } is afgesloten en leest niets meer. De zaken van deze collega wachten weer.
desk-staff-removed = { $person } werkt hier niet meer en kan vanaf nu niets meer lezen. De zaken van deze collega wachten weer.
desk-staff-withdrawn = Wat de beheerder voor { $person } voorstelde, is ingetrokken. Er verandert niets.
desk-staff-not-invited = { $person } staat op de lijst, maar kon hier niet worden uitgenodigd. Vertel het de beheerder.

confirm-nothing = Er valt niets te bevestigen.
confirm-code-missing = Typ ook de code erachter. U krijgt die van de beheerder.
confirm-wrong = Dat is niet de code. Vraag de beheerder om die nog eens te zeggen. Na drie verkeerde codes moet u een uur wachten.
confirm-wait = Drie verkeerde codes: over een uur kunt u het weer proberen. Een collega kan het nu doen.
confirm-not-yourself = Dit gaat over uzelf. Een collega moet het bevestigen.
confirm-not-you = Een collega die begeleidt moet dit bevestigen of weigeren.
confirm-done = Dank u. U hebt bevestigd wat de beheerder voor { $person } voorstelde.
refuse-whom = Er wacht meer dan één wijziging. Typ wie u bedoelt, zoals: !refuse { $person }
refuse-done = Geweigerd: voor { $person } verandert er niets. Spreek met de beheerder voordat die het opnieuw probeert.
refuse-done-suspended = Geweigerd: de andere telefoon van { $person } leest niets, en de oude blijft afgesloten. Spreek met de beheerder.

case-reader-gone = { $person } leest hier niet meer mee.

gate-trained-on-shift = { $alias } vraagt om iemand met een opleiding hiervoor. Een collega die nu werkt heeft die, en is hier geroepen. Laat deze zaak aan die collega.
gate-nobody-trained = { $alias } vraagt om iemand met een opleiding hiervoor, en niemand met die opleiding is nu vrij. Daar hoeft een melder niet op te wachten. U kunt de zaak ook zonder opleiding nemen: !claim { $number } anyway
gate-without-training = { $alias } is genomen door iemand zonder de opleiding ervoor, omdat niemand met die opleiding vrij was. Sta deze collega bij.
gate-needed = Nodige opleiding

command-confirm = !confirm met een code: instemmen met een wijziging van wie hier werken; u krijgt de code van de beheerder
command-refuse = !refuse: zo'n wijziging weigeren
