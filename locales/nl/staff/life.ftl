# Het leven van een zaak aan de balie: overdragen, meelezen, beoordelen, notities. Voor medewerkers.

life-sign-asked = De melder wacht op u. Bent u er nog? Een regel die begint met ! en een spatie is genoeg, of typ !transfer. Over vijf minuten gaat de zaak terug naar de wachtrij.
life-no-sign = { $alias } gaat terug naar de wachtrij: degene die de zaak had, gaf geen teken terwijl de melder wachtte.
life-never-came = { $alias } gaat terug naar de wachtrij: een kwartier lang kwam niemand in de ruimte.
life-barred = { $alias } is niet voor u: u zei dat u misschien iemand in de zaak kent.
life-reader-came = Er is een tweede lezer. Voor hen nog een keer de zaak. Alleen de regels van degene die de zaak heeft, gaan naar de melder.
life-second-asked = { $alias }: er wordt een tweede lezer gevraagd. Meelezen? Typ: !read { $number }
life-second-waits = De balie is gevraagd om een tweede lezer. U kunt gewoon verder schrijven.
life-second-not = Met { $alias } kunt u nu niet meelezen: er is daar geen gesprek, het is uw eigen zaak, of de zaak is niet voor u.
life-second-invited = { $alias }: de tweede lezer is uitgenodigd.
life-agreed = De tweede lezer is het ermee eens.
life-agree-not = Alleen een tweede lezer kan instemmen. Een tweede lezer vragen? Typ: !second
life-close-second = Een tweede lezer kijkt naar deze zaak voordat die sluit. Typ !second; de tweede lezer typt !agree. Kan er niemand? Typ: !close alone
life-closed-alone = { $alias } is gesloten zonder de tweede lezer die nodig was. Bespreek het samen.
life-accepted = Oordeel: geloofwaardig.
life-held = Oordeel: in beraad, want iemand twijfelt. Voor de melder verandert er niets. Voor het sluiten is een tweede lezer nodig.
life-set-aside = Oordeel: terzijde gelegd. De zaak telt niet mee. Voor de melder verandert er niets. Voor het sluiten is een tweede lezer nodig.
life-reason = Reden
life-doubts = Welke reden? Kies uit: pattern (patroon), contradiction (tegenspraak), same (dezelfde tekst als anderen), topic (ander onderwerp), test. Zoals: !hold same
life-handed-on = Overgedragen
life-assigned = { $alias } is voor { $staff }.
life-nobody-named = Niemand op het rooster die deze zaak mag nemen, heet zo. Typ de Matrix-naam, of het deel voor de dubbele punt.
life-transfer-reasons = Welke reden? Kies uit: language (taal), gender (wens van de melder), expertise, shift (einde dienst), conflict (u kent misschien iemand in de zaak). Zoals: !transfer shift. Naar een bepaalde collega: !transfer shift bram. Er is niets gedaan.
life-take-not = { $alias } kan niet worden overgenomen: niemand heeft de zaak, u heeft die zelf, of de zaak is niet voor u.
life-take-why = Waarom? Een zaak overnemen kan alleen met een reden die de balie kan lezen, zoals: !take 47 de telefoon van de collega is kapot
life-taken = { $alias } is overgenomen door { $staff }: { $reason }
life-note = Notitie van een collega: { $note }
life-note-none = Er is nog geen notitie. Schrijf hooguit { $most } tekens, zonder namen: wat telt, wat ik deed, wat nu. Zoals: !note is 's nachts bang; verteld over een hulplijn; wil meer weten over papieren
life-note-kept = Genoteerd, voor wie met deze zaak verdergaat. De notitie verdwijnt met de zaak.
life-note-long = Een notitie heeft hooguit { $most } tekens. Er is niets bewaard.

transfer-language = er is een andere taal nodig
transfer-gender = de melder heeft liever iemand anders
transfer-expertise = er is andere kennis nodig
transfer-shift = einde van een dienst
transfer-conflict = een collega kent misschien iemand in de zaak

doubt-pattern = het volgt een patroon
doubt-contradiction = het spreekt zichzelf tegen
doubt-same = dezelfde tekst als anderen
doubt-topic = een ander onderwerp
doubt-test = een test

command-transfer = !transfer shift bram: draag de zaak over, met een reden, aan een collega of de wachtrij
command-assign = !assign 47 bram: geef een wachtende zaak aan een collega
command-take = !take 47 waarom: neem een zaak over; de balie leest waarom
command-read = !read 47: lees mee met een zaak als tweede lezer
command-note = !note tekst: laat een notitie achter voor de volgende collega; alleen !note toont die
command-second = !second: vraag de balie om een tweede lezer
command-accept = !accept: de zaak is geloofwaardig
command-hold = !hold same: u twijfelt, met een reden; alleen !hold noemt de redenen
command-aside = !aside topic: leg de zaak terzijde, zodat die niet meetelt, met een reden
command-agree = !agree: stem als tweede lezer in met oordeel en codering
