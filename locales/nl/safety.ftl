# Teksten over veiligheid. Deze teksten vallen nooit terug op een andere taal.
# Nummers en adressen komen uit referrals.json, nooit uit een tekst.

safe-now = Eerst dit. Bij gevaar in Nederland belt u { $tel_emergency_112 }. U mag altijd stoppen.
    .young = Eerst dit. Bij gevaar in Nederland bel je { $tel_emergency_112 }. Je mag altijd stoppen.
safe-now-ask = Kunt u nu veilig schrijven?
    .young = Kun je nu veilig schrijven?
safe-now-safe = Ja, ik ben veilig en alleen
    .words = ja, veilig, ja veilig
safe-now-danger = Ik ben in gevaar
    .words = nee, in gevaar
safe-now-read-along = Iemand leest misschien mee
    .words = iemand leest mee, misschien leest iemand mee
safe-now-unsure = Ik weet het niet zeker
    .words = weet ik niet, weet niet, ik weet het niet, niet zeker, misschien

after-danger = Wilt u nu verder met schrijven?
    .young = Wil je nu verder met schrijven?
after-danger-human = Ik wil praten met een mens
after-danger-on = Ik wil verder schrijven
    .words = ja, verder
after-danger-stop = Ik stop nu
    .words = nee

device-tips = U kunt later schrijven op een andere telefoon. Neem geen telefoon van uw werk. Wis dit gesprek op uw telefoon als dat veiliger is.
    .young = Je kunt later schrijven op een andere telefoon. Neem geen telefoon van je werk. Wis dit gesprek op je telefoon als dat veiliger is.
device-tips-more = Berichten die vanzelf verdwijnen zijn veiliger. Wij laten uw verhaal hier niet meer zien.
    .young = Berichten die vanzelf verdwijnen zijn veiliger. Wij laten je verhaal hier niet meer zien.
device = Wilt u hier nu verder schrijven?
    .young = Wil je hier nu verder schrijven?
device-on = Ja, ik ga verder
    .words = ja, verder
device-stop = Nee, ik stop nu
    .words = nee

worry = U mag dat in uw eigen woorden vertellen. Waar maakt u zich nu zorgen over?
    .young = Je mag dat in je eigen woorden vertellen. Waar maak je je nu zorgen over?

number-seen = Ik zag een nummer of adres in uw bericht. Zal ik het verbergen?
    .young = Ik zag een nummer of adres in je bericht. Zal ik het verbergen?
number-hide = Verberg het
    .words = ja, verberg, verbergen
number-keep = Laat het staan
    .words = nee, laat staan, bewaar
number-hidden = Ik heb de nummers en adressen verborgen. Op uw telefoon staan ze nog.
    .young = Ik heb de nummers en adressen verborgen. Op je telefoon staan ze nog.
number-kept = Goed. Het blijft zo staan.

card-danger = Bel nu { $tel_emergency_112 } als u in Nederland bent. Met de app van { $tel_emergency_112 } kunt u ook typen. Of ga naar andere mensen, als dat kan.
    .young = Bel nu { $tel_emergency_112 } als je in Nederland bent. Met de app van { $tel_emergency_112 } kun je ook typen. Of ga naar andere mensen, als dat kan.
card-danger-abroad = Bent u in een ander land? Kies zelf wie u daar vertrouwt. Het nummer daar kan horen bij de staat die u vreest.
    .young = Ben je in een ander land? Kies zelf wie je daar vertrouwt. Het nummer daar kan horen bij de staat die je vreest.
card-danger-stop = U mag dit gesprek stoppen. U mag later terugkomen.
    .young = Je mag dit gesprek stoppen. Je mag later terugkomen.

card-suicide = Dit is zwaar. U hoeft hier niet alleen mee te blijven. In Nederland kunt u nu bellen met { $tel_suicide_113 }, of gratis met { $tel_suicide_113_2 }.
    .young = Dit is zwaar. Je hoeft hier niet alleen mee te blijven. In Nederland kun je nu bellen met { $tel_suicide_113 }, of gratis met { $tel_suicide_113_2 }.
card-suicide-chat = Chatten kan op { $url_suicide_113 }. Zij spreken vooral Nederlands. Een collega hier kan u helpen met bellen.
    .young = Chatten kan op { $url_suicide_113 }. Zij spreken vooral Nederlands. Een collega hier kan je helpen met bellen.
card-suicide-here = Typ MENS als u hier een collega wilt. U mag ook gewoon verder schrijven.
    .young = Typ MENS als je hier een collega wilt. Je mag ook gewoon verder schrijven.

card-minor = Je kunt ook met ons praten. De Kindertelefoon is gratis: { $tel_kindertelefoon }. Zij spreken vooral Nederlands, een collega hier kan je helpen met bellen.
card-minor-limit = Ben je in groot gevaar? Dan kan het dat wij hulp voor je moeten zoeken. Een collega vertelt je dan eerst wat er gebeurt.
card-minor-adult = Misschien is er een volwassene die je vertrouwt. Jij beslist aan wie je het vertelt.

card-home = Veilig Thuis luistert dag en nacht: { $tel_veilig_thuis }. U hoeft uw naam niet te zeggen. Bel alleen als u nu veilig kunt praten.
    .young = Veilig Thuis luistert dag en nacht: { $tel_veilig_thuis }. Je hoeft je naam niet te zeggen. Bel alleen als je nu veilig kunt praten.
card-home-help = Zij spreken vooral Nederlands. Een collega hier kan u helpen met bellen. Wij bellen nooit zelf uw familie.
    .young = Zij spreken vooral Nederlands. Een collega hier kan je helpen met bellen. Wij bellen nooit zelf je familie.

card-marry = Bent u in Nederland? Bel Veilig Thuis: { $tel_veilig_thuis }. Zij spreken vooral Nederlands, een collega hier kan u helpen met bellen.
    .young = Ben je in Nederland? Bel Veilig Thuis: { $tel_veilig_thuis }. Zij spreken vooral Nederlands, een collega hier kan je helpen met bellen.
card-marry-abroad = Bent u in het buitenland, bel dan { $tel_bz_contact }. U kunt ook een bericht sturen via WhatsApp: { $tel_bz_contact_2 }. Dit is van de Nederlandse overheid.
    .young = Ben je in het buitenland, bel dan { $tel_bz_contact }. Je kunt ook een bericht sturen via WhatsApp: { $tel_bz_contact_2 }. Dit is van de Nederlandse overheid.
card-marry-trip = Bent u bang voor een reis, vertel het dan iemand die u vertrouwt. Laat bij die persoon een kopie van uw paspoort achter.
    .young = Ben je bang voor een reis, vertel het dan iemand die je vertrouwt. Laat bij die persoon een kopie van je paspoort achter.

card-crime = Dit kan strafbaar zijn. U kunt naar de politie, met of zonder aangifte: { $tel_police_0900 }. Voor een aangifte is meestal uw naam nodig.
    .young = Dit kan strafbaar zijn. Je kunt naar de politie, met of zonder aangifte: { $tel_police_0900 }. Voor een aangifte is meestal je naam nodig.
card-crime-anonymous = U kunt het ook zonder naam vertellen aan Meld Misdaad Anoniem: { $tel_meld_misdaad_anoniem }. Zij kunnen u niet terugbellen.
    .young = Je kunt het ook zonder naam vertellen aan Meld Misdaad Anoniem: { $tel_meld_misdaad_anoniem }. Zij kunnen je niet terugbellen.
card-crime-choice = U mag nu ook niets doen. U beslist.
    .young = Je mag nu ook niets doen. Jij beslist.

card-recruit = U mag nee zeggen. U hoeft ons niet te vertellen wat u zelf heeft gedaan.
    .young = Je mag nee zeggen. Je hoeft ons niet te vertellen wat je zelf hebt gedaan.
card-recruit-lawyer = Praat eerst met een advocaat. Het Juridisch Loket kan u daarbij helpen: { $tel_juridisch_loket }. Een advocaat kan ook de geheime dienst van Nederland (AIVD) voor u bellen.
    .young = Praat eerst met een advocaat. Het Juridisch Loket kan je daarbij helpen: { $tel_juridisch_loket }. Een advocaat kan ook de geheime dienst van Nederland (AIVD) voor je bellen.

card-consul = U beslist of u contact heeft met een ambassade. U mag iemand meenemen. Schrijf thuis op wat er is gevraagd, maar neem geen risico.
    .young = Jij beslist of je contact hebt met een ambassade. Je mag iemand meenemen. Schrijf thuis op wat er is gevraagd, maar neem geen risico.
card-consul-help = Het Juridisch Loket vertelt u wat uw rechten zijn: { $tel_juridisch_loket }. Zij spreken vooral Nederlands.
    .young = Het Juridisch Loket vertelt je wat je rechten zijn: { $tel_juridisch_loket }. Zij spreken vooral Nederlands.

card-device = Stop liever op deze telefoon. Gebruik een andere, veilige telefoon. Klik niet op het vreemde bericht en wis het nog niet.
card-device-help = Er zijn experts die een telefoon kunnen nakijken. Schrijf op een veilige telefoon naar { $mail_access_now }. Een collega hier kan u daarbij helpen.
    .young = Er zijn experts die een telefoon kunnen nakijken. Schrijf op een veilige telefoon naar { $mail_access_now }. Een collega hier kan je daarbij helpen.

card-press = PersVeilig helpt journalisten: { $url_persveilig }. Noem hier liever geen bronnen.

card-prof = Dank u. Deel hier geen gegevens van uw cliënt. Vertel liever wat u opviel, en hoe vaak.
    .young = Dank je. Deel hier geen gegevens van je cliënt. Vertel liever wat je opviel, en hoe vaak.
card-prof-steps = Let op angst, stilte en druk via familie. Luister rustig en vraag wat nu veilig is. Doe niets zonder uw cliënt.
    .young = Let op angst, stilte en druk via familie. Luister rustig en vraag wat nu veilig is. Doe niets zonder je cliënt.
card-prof-help = Advies voor uw werk vindt u op { $url_ess }. Uw cliënt kan ook zelf hier schrijven.
    .young = Advies voor je werk vind je op { $url_ess }. Je cliënt kan ook zelf hier schrijven.

card-office = Er is hulp voor bestuurders en ambtenaren: { $url_weerbaar_bestuur }. U kunt het ook vertellen aan uw veiligheidsmedewerker.
    .young = Er is hulp voor bestuurders en ambtenaren: { $url_weerbaar_bestuur }. Je kunt het ook vertellen aan je veiligheidsmedewerker.
card-office-more = Er is ook een andere lijn voor bedreigde bestuurders: { $name_vertrouwenslijn_bestaand }. Het nummer is { $tel_vertrouwenslijn_bestaand }.

card-talk = De Luisterlijn luistert dag en nacht: { $tel_luisterlijn }. Zij spreken vooral Nederlands. Uw huisarts kan ook helpen, en houdt geheim wat u vertelt.
    .young = De Luisterlijn luistert dag en nacht: { $tel_luisterlijn }. Zij spreken vooral Nederlands. Je huisarts kan ook helpen, en houdt geheim wat je vertelt.

card-wrong = Voor zaken zonder een ander land zijn wij niet de juiste plek. Voor recht en papieren is er Het Juridisch Loket: { $tel_juridisch_loket }. Na een misdrijf kunt u Slachtofferhulp bellen: { $tel_slachtofferhulp }.
    .young = Voor zaken zonder een ander land zijn wij niet de juiste plek. Voor recht en papieren is er Het Juridisch Loket: { $tel_juridisch_loket }. Na een misdrijf kun je Slachtofferhulp bellen: { $tel_slachtofferhulp }.
card-wrong-help = Typ MENS als u twijfelt. Een collega zoekt dan met u een betere plek.
    .young = Typ MENS als je twijfelt. Een collega zoekt dan samen met jou een betere plek.

card-abroad = Wij kunnen luisteren, ook als u niet in Nederland bent. Raakt het Nederland, dan kunnen wij het meetellen.
    .young = Wij kunnen luisteren, ook als je niet in Nederland bent. Raakt het Nederland, dan kunnen wij het meetellen.
card-abroad-emergency = Voor hulp waar u bent, is er het alarmnummer daar. Let op: dat nummer kan horen bij de staat die u vreest. U beslist wie u vertrouwt.
    .young = Voor hulp waar je bent, is er het alarmnummer daar. Let op: dat nummer kan horen bij de staat die je vreest. Jij beslist wie je vertrouwt.
card-abroad-dutch = Heeft u een Nederlands paspoort, dan kunt u bellen met { $tel_bz_contact }.
    .young = Heb je een Nederlands paspoort, dan kun je bellen met { $tel_bz_contact }.

card-probe = Ik kan niets zeggen over medewerkers, de plek of andere mensen.
card-abuse = Op beledigingen geef ik geen antwoord. U kunt rustig verdergaan of stoppen.
    .young = Op beledigingen geef ik geen antwoord. Je kunt rustig verdergaan of stoppen.
card-duress = U kunt hier stoppen.
    .young = Je kunt hier stoppen.
card-system = Er ging iets mis. Ik weet niet of uw bericht is aangekomen. Probeer het later nog een keer.
    .young = Er ging iets mis. Ik weet niet of je bericht is aangekomen. Probeer het later nog een keer.

expect-usually = Goed om te weten: aan één verhaal kunnen wij meestal niet direct iets doen.
expect-helps = Uw verhaal helpt wel om te zien hoe groot dit is. Het helpt ook om te zien welke landen dit doen. Met veel verhalen samen kan de overheid een land aanspreken.
    .young = Je verhaal helpt wel om te zien hoe groot dit is. Het helpt ook om te zien welke landen dit doen. Met veel verhalen samen kan de overheid een land aanspreken.
expect-limit = { $legal_limit }
expect-not-passed = Verder geven wij uw verhaal niet door. Wij geven ook niet door wie u bent.
    .young = Verder geven wij je verhaal niet door. Wij geven ook niet door wie je bent.

erase-ask = Alles wat wij van dit gesprek hebben, gaat dan weg. Dat kan niet terug. Is er iets zonder naam meegeteld, dan blijft dat.
erase-again = Typ binnen twee minuten nog een keer WIS.
erased = Ik wis nu uw verhaal, uw antwoorden en de weg naar u.
    .young = Ik wis nu je verhaal, je antwoorden en de weg naar jou.
erased-chat = Wat ik hier schreef, heb ik weggehaald. Wat u schreef ook, als dit gesprek dat toelaat. De berichtendienst kan nog weten dat u hier was.
    .young = Wat ik hier schreef, heb ik weggehaald. Wat jij schreef ook, als dit gesprek dat toelaat. De berichtendienst kan nog weten dat je hier was.
erased-phone = Kijk wat er op uw telefoon nog staat. In Element: houd het gesprek lang ingedrukt en kies Verlaten. In Signal: houd het lang ingedrukt en kies Verwijderen.
    .young = Kijk wat er op je telefoon nog staat. In Element: houd het gesprek lang ingedrukt en kies Verlaten. In Signal: houd het lang ingedrukt en kies Verwijderen.
erased-new = Ik verlaat dit gesprek nu. U kunt altijd opnieuw beginnen in een nieuw gesprek met mij.
    .young = Ik verlaat dit gesprek nu. Je kunt altijd opnieuw beginnen in een nieuw gesprek met mij.
