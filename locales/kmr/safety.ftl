# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = Pêşî ev. Heke li Holendayê xeter hebe, telefonî { $tel_emergency_112 } bikin. Hûn her tim dikarin rawestin.
safe-now-ask = Hûn niha dikarin bi ewlehî binivîsin?
safe-now-safe = Erê, ez di ewlehiyê de me û bi tenê me
    .words = erê, belê, ewle, ewle me, ez ewle me, di ewlehiyê de, erê ewle me
safe-now-danger = Ez di xeterê de me
    .words = na, nexêr, di xeterê de, di xeterê de me
safe-now-read-along = Dibe ku kesekî din jî bixwîne
    .words = kesekî din dixwîne, kesek dixwîne, dibe ku kesek bixwîne
safe-now-unsure = Ez baş nizanim
    .words = baş nizanim, nizanim, ez nizanim, belkî, ne piştrast im

after-danger = Hûn niha dixwazin nivîsandinê bidomînin?
after-danger-human = Ez dixwazim bi mirovekî re biaxivim
after-danger-on = Ez dixwazim nivîsandinê bidomînim
    .words = erê, belê, berdewam, berdewam bike
after-danger-stop = Ez niha radiwestim
    .words = na, nexêr

device-tips = Hûn dikarin paşê ji telefoneke din binivîsin. Telefona karê xwe bi kar neynin. Heke ewletir be, vê axaftinê li ser telefona xwe jê bibin.
device-tips-more = Peyamên ku bi xwe winda dibin, ewletir in. Em serpêhatiya we êdî li vir nîşan nadin.
device = Hûn niha dixwazin li vir nivîsandinê bidomînin?
device-on = Erê, ez berdewam dikim
    .words = erê, belê, berdewam, berdewam bike
device-stop = Na, ez niha radiwestim
    .words = na, nexêr

worry = Hûn dikarin vê bi gotinên xwe bibêjin. Niha xema we çi ye?

number-seen = Min di peyama we de hejmarek an adresek dît. Ez wê veşêrim?
number-hide = Veşêre
    .words = erê, belê, veşêre, veşêrin, wê veşêre
number-keep = Bila wisa bimîne
    .words = na, nexêr, bila bimîne, bihêle, bihêlin
number-hidden = Min hejmar û adres veşartin. Ew hê li ser telefona we ne.
number-kept = Baş e. Ew wisa dimîne.

card-danger = Heke hûn li Holendayê bin, niha telefonî { $tel_emergency_112 } bikin. Bi aplîkasyona { $tel_emergency_112 } hûn dikarin binivîsin jî. An jî herin cem mirovên din, heke hûn karibin.
card-danger-abroad = Hûn li welatekî din in? Bi xwe hilbijêrin ku li wir baweriya we bi kê tê. Dibe ku hejmara wir ya wê dewletê be ku hûn jê ditirsin.
card-danger-stop = Hûn dikarin vê axaftinê rawestînin. Hûn dikarin paşê vegerin.

card-suicide = Ev giran e. Hewce nake hûn bi vê re bi tenê bimînin. Li Holendayê hûn dikarin niha telefonî { $tel_suicide_113 } bikin. An jî bêpere telefonî { $tel_suicide_113_2 } bikin.
card-suicide-chat = Hûn dikarin li { $url_suicide_113 } bi nivîsê biaxivin (chat). Ew bi piranî bi holendî diaxivin. Hevkarek li vir dikare ji bo telefonkirinê alîkariya we bike.
card-suicide-here = Heke hûn bixwazin li vir bi yek ji hevkarên me re biaxivin, MIROV binivîsin. Hûn dikarin nivîsandinê jî bidomînin.

card-minor = Hûn dikarin bi me re jî biaxivin. De Kindertelefoon (telefona zarokan) bêpere ye: { $tel_kindertelefoon }. Ew bi piranî bi holendî diaxivin. Hevkarek li vir dikare ji bo telefonkirinê alîkariya we bike.
card-minor-limit = Hûn di xetereke mezin de ne? Wê demê dibe ku em mecbûr bin ji bo we li alîkariyê bigerin. Hevkarek pêşî ji we re dibêje ku çi dibe.
card-minor-adult = Belkî mezinek heye ku baweriya we pê tê. Hûn biryar didin ku ji kê re bibêjin.

card-home = Veilig Thuis şev û roj guhdarî dike: { $tel_veilig_thuis }. Hewce nake hûn navê xwe bibêjin. Telefon bikin tenê heke hûn niha dikarin bi ewlehî biaxivin.
card-home-help = Ew bi piranî bi holendî diaxivin. Hevkarek li vir dikare ji bo telefonkirinê alîkariya we bike. Em bi xwe tu carî telefonî malbata we nakin.

card-marry = Hûn li Holendayê ne? Telefonî Veilig Thuis bikin: { $tel_veilig_thuis }. Ew bi piranî bi holendî diaxivin. Hevkarek li vir dikare ji bo telefonkirinê alîkariya we bike.
card-marry-abroad = Heke hûn li welatekî din bin, telefonî { $tel_bz_contact } bikin. Hûn dikarin bi WhatsAppê jî peyamekê bişînin: { $tel_bz_contact_2 }. Ev ya hikûmeta Holendayê ye.
card-marry-trip = Heke hûn ji rêwîtiyekê ditirsin, ji kesekî re bibêjin ku baweriya we pê tê. Kopiyeke pasaporta xwe li cem wî kesî bihêlin.

card-crime = Dibe ku ev sûc be. Hûn dikarin herin cem polîsan, bi şikayeta fermî (aangifte) an bêyî wê: { $tel_police_0900 }. Ji bo şikayeta fermî bi piranî navê we lazim e.
card-crime-anonymous = Hûn dikarin bêyî navê xwe ji Meld Misdaad Anoniem re jî bibêjin: { $tel_meld_misdaad_anoniem }. Ew nikarin paşê telefonî we bikin.
card-crime-choice = Hûn dikarin niha tiştekî nekin jî. Hûn biryar didin.

card-recruit = Hûn dikarin bibêjin na. Hewce nake hûn ji me re bibêjin ku we bi xwe çi kiriye.
card-recruit-lawyer = Pêşî bi parêzer (avûkat) re biaxivin. Het Juridisch Loket dikare ji bo vê alîkariya we bike: { $tel_juridisch_loket }. Parêzer dikare ji bo we telefonî îstixbarata Holendayê (AIVD) jî bike.

card-consul = Hûn biryar didin ku hûn bi balyozxaneyê (sefaret) re têkiliyê deynin an na. Hûn dikarin kesekî bi xwe re bibin. Li malê binivîsin ku çi hat pirsîn, lê xwe nexin xeterê.
card-consul-help = Het Juridisch Loket ji we re dibêje ku mafên we çi ne: { $tel_juridisch_loket }. Ew bi piranî bi holendî diaxivin.

card-device = Çêtir e hûn êdî li ser vê telefonê nenivîsin. Telefoneke din a ewle bi kar bînin. Li ser peyama xerîb klîk nekin, û wê hê jê nebin.
card-device-help = Pispor hene ku dikarin li telefonekê binêrin. Ji telefoneke ewle ji { $mail_access_now } re binivîsin. Hevkarek li vir dikare ji bo vê alîkariya we bike.

card-press = PersVeilig alîkariya rojnamevanan dike: { $url_persveilig }. Ji kerema xwe li vir navê çavkaniyên xwe nebêjin.

card-prof = Spas. Agahiyên kesên ku hûn alîkariya wan dikin li vir nenivîsin. Li şûna wê bibêjin ku we çi dît, û çend caran.
card-prof-steps = Bala xwe bidin tirs, bêdengî û zexta bi rêya malbatê. Bi aramî guhdarî bikin û bipirsin ku niha çi ewle ye. Bêyî wan kesan tiştekî nekin.
card-prof-help = Ji bo karê we şîret li vir hene: { $url_ess }. Ew kes bi xwe jî dikarin li vir binivîsin.

card-office = Ji bo rêveber û karmendên dewletê alîkarî heye: { $url_weerbaar_bestuur }. Hûn dikarin ji berpirsê ewlehiyê yê cihê karê xwe re jî bibêjin.
card-office-more = Ji bo rêveberên ku gef li wan tê xwarin xeteke din jî heye: { $name_vertrouwenslijn_bestaand }. Hejmara wê: { $tel_vertrouwenslijn_bestaand }.

card-talk = De Luisterlijn şev û roj guhdarî dike: { $tel_luisterlijn }. Ew bi piranî bi holendî diaxivin. Doktorê malbatê (huisarts) jî dikare alîkariyê bike, û gotinên we ji kesî re nabêje.

card-wrong = Ji bo tiştên ku welatekî din tê de tune, em ne cihê rast in. Ji bo qanûn û belgeyan Het Juridisch Loket heye: { $tel_juridisch_loket }. Piştî sûcekî hûn dikarin telefonî Slachtofferhulp bikin: { $tel_slachtofferhulp }.
card-wrong-help = Heke hûn bi guman bin, MIROV binivîsin. Wê demê hevkarek bi we re li cihekî baştir digere.

card-abroad = Em dikarin guhdarî bikin, heke hûn ne li Holendayê bin jî. Heke ev bi Holendayê re têkildar be, em dikarin wê bijmêrin.
card-abroad-emergency = Ji bo alîkariyê li cihê we, hejmara alîkariya lezgîn a wir heye. Hay ji xwe hebin: dibe ku ew hejmar ya wê dewletê be ku hûn jê ditirsin. Hûn biryar didin ku baweriya we bi kê tê.
card-abroad-dutch = Heke pasaporta we ya Holendayê hebe, hûn dikarin telefonî { $tel_bz_contact } bikin.

card-probe = Ez nikarim li ser xebatkaran, cih an kesên din tiştekî bibêjim.
card-abuse = Ez bersiva heqaretan nadim. Hûn dikarin bi aramî berdewam bikin an rawestin.
card-duress = Hûn dikarin li vir rawestin.
card-system = Pirsgirêkek çêbû. Ez nizanim ka peyama we gihîşt an na. Ji kerema xwe paşê dîsa biceribînin.

expect-usually = Baş e ku hûn bizanin: bi yek serpêhatiyê em bi piranî nikarin rasterast tiştekî bikin.
expect-helps = Lê serpêhatiya we alîkarî dike ku em bibînin ev çiqas mezin e. Ew alîkarî dike jî ku em bibînin kîjan welat vê dikin. Bi gelek serpêhatiyan bi hev re, hikûmet dikare bi welatekî re li ser vê biaxive.
expect-limit = { $legal_limit }
expect-not-passed = Ji bilî vê, em serpêhatiya we nadin kesî. Em ji kesî re nabêjin jî ku hûn kî ne.

erase-ask = Wê demê em her tiştê ku ji vê axaftinê li cem me heye jê dibin. Ew êdî nayê vegerandin. Heke tiştek bê nav hatibe jimartin, ew dimîne.
erase-again = Di nav du deqîqeyan de dîsa JÊBIRIN binivîsin.
erased = Ez niha serpêhatiya we, bersivên we û rêya ber bi we ve jê dibim.
erased-chat = Tiştên ku min li vir nivîsandin, min jê birin. Yên ku we nivîsandin jî, heke ev axaftin rê bide. Dibe ku xizmeta peyaman hê jî bizanibe ku hûn li vir bûn.
erased-phone = Binêrin ka çi hê li ser telefona we maye. Di Elementê de: tiliya xwe li ser axaftinê bihêlin û Derketin (Leave) hilbijêrin. Di Signalê de: tiliya xwe li ser wê bihêlin û Jêbirin (Delete) hilbijêrin.
erased-new = Ez niha ji vê axaftinê derdikevim. Hûn her tim dikarin di axaftineke nû ya bi min re ji nû ve dest pê bikin.
