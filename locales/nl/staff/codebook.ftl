# Het codeerformulier, en het codeboek: wat elke code en elke vraag betekent. Alleen voor professionals.

command-code = !code: het formulier om een zaak te coderen voor die sluit; !code help vertelt hoe

coding-heading = { $alias } coderen. Elke vraag met de antwoorden:
coding-legend = ✔ is gekozen. ? past bij wat de melder in de vragen koos, maar is niet gekozen.
coding-axis = { $axis } · { $label }, hoogstens { $most }: { $codes }
coding-axis-needed = { $axis } · { $label } (nodig), hoogstens { $most }: { $codes }
coding-state = state · { $name }
coding-state-none = state · niet gecodeerd
coding-narrow = ✔ narrow · kan naar één persoon wijzen: telt grof mee, zonder de staat.
coding-narrow-off = narrow · niet aangevinkt: kan dit naar één persoon wijzen?
coding-narrow-uncounted = ✔ narrow · dit kan ook grof geteld naar één persoon wijzen. Het telt helemaal niet mee.
coding-how = Typ wat past, zoals: !code threat self spoken state IR. Een - ervoor haalt het weer weg: !code -threat
coding-missing = Nog nodig: { $axes } ({ $ids })
coding-complete = Alles wat nodig is, staat er. !close sluit de zaak.
coding-held = Deze zaak is aangehouden. Zolang dat zo is, telt zij niet mee.

coding-chosen = Gecodeerd: { $codes }
coding-chosen-none = Er is niets gecodeerd.
coding-instead = { $now } in plaats van { $before }
coding-unchanged = Er is niets veranderd; het was al zo.
coding-agree-again = De tweede lezer was akkoord met hoe het was, en moet opnieuw akkoord gaan.

coding-nothing-done = Er is niets veranderd. Typ de hele regel opnieuw.
coding-unreadable = Er staat iets in die regel dat geen code is.
coding-unknown = “{ $word }” is geen code. Het formulier toont ze allemaal: !code
coding-near = “{ $word }” is geen code. Bedoelt u: { $near }
coding-ambiguous = “{ $word }” kan twee dingen zijn. Typ een van deze: { $near }
coding-is-axis = “{ $word }” is een vraag, geen antwoord. De antwoorden: !code help { $word }
coding-both = “{ $word }” staat er om te kiezen en om weg te halen.
coding-follows = “{ $word }” is gekozen omdat zo’n plek aan de melder is genoemd.
coding-too-many = { $axis } · { $label }: hoogstens { $most }, en dit zouden zijn { $codes }. Haal er een weg, zoals: !code -{ $first }
coding-state-which = Welke staat? Twee letters, unknown of multiple, zoals: !code state IR. Allemaal: !code help state
coding-state-unknown = “{ $word }” staat niet in de lijst van staten. Allemaal: !code help state

coding-help = Typ !code voor het formulier, en daarachter wat past. Dit zijn de vragen; !code help mo vertelt wat de antwoorden op een ervan betekenen.
coding-help-axis = { $axis } · { $label }: { $about }
coding-help-code = { $code } · { $label }: { $about }
coding-help-unknown = Dat is geen vraag van het formulier. Typ !code help voor alle vragen.
coding-help-state = De staat die verantwoordelijk wordt gehouden, niet waar de melder vandaan komt. Voor Hongkong, Tibet of Xinjiang: wiens overheid het deed. Of unknown (niet bekend), of multiple (meer dan een).
coding-help-states = De lijst
coding-help-narrow = narrow: vink het aan met !code narrow als de codes samen naar één persoon kunnen wijzen. De staat valt dan weg, en wat makkelijk aanwijst, wordt samengevoegd of weggelaten.

coding-not-counted = De melder wil niet meetellen, dus van deze zaak wordt niets gecodeerd. !close sluit de zaak.
coding-set-aside = Deze zaak is terzijde gelegd, dus zij telt niet mee en wordt niet gecodeerd. !close sluit de zaak.
coding-before-close = Codeer de zaak voor u sluit. Typ !code voor het formulier. Is het helemaal geen signaal, zoals een gewoon misdrijf of een verkeerd adres? Dan telt het niet mee; typ: { $command }

state-unknown = niet bekend (unknown)
state-multiple = meer dan een (multiple)

codebook-mo = Werkwijze
codebook-mo-about = Wat er is gedaan. Bij twijfel het minst ernstige.
codebook-mo-violence = Geweld of ontvoering
codebook-mo-violence-about = Lichamelijke aanval, poging, ontvoering, of concrete voorbereiding daarvan.
codebook-mo-threat = Bedreiging
codebook-mo-threat-about = Een boodschap dat de persoon iets wordt aangedaan, langs welke weg ook. Alleen tegen familie: relatives.
codebook-mo-harass = Intimidatie en lastigvallen
codebook-mo-harass-about = Herhaald of beangstigend contact, stalking, vernieling, intimiderend bezoek, zonder uitgesproken dreiging. Telt alleen als een band met een staat ten minste wordt gevoeld.
codebook-mo-relatives = Druk via familie
codebook-mo-relatives-about = Familie of vrienden in het buitenland worden ondervraagd, bedreigd, beboet, vastgezet of als boodschapper gebruikt.
codebook-mo-surveil = In de gaten houden
codebook-mo-surveil-about = Gevolgd, gefotografeerd of geregistreerd worden bij bijeenkomsten; online of in het echt bekeken worden.
codebook-mo-hack = Hacken of spionagesoftware
codebook-mo-hack-about = Overname of besmetting van een account of apparaat, phishing gericht op de persoon.
codebook-mo-smear = Zwartmaken of gegevens openbaar maken
codebook-mo-smear-about = Privégegevens openbaar maken, valse verhalen, nagemaakte (seksuele) beelden, georganiseerde belaging.
codebook-mo-recruit = Ronselen of laten klikken
codebook-mo-recruit-about = Gevraagd, betaald of gedwongen om over anderen te klikken of gegevens door te geven; benadering door een inlichtingenofficier; kliklijnen.
codebook-mo-papers = Druk met papieren of nationaliteit
codebook-mo-papers-about = Paspoort, consulaire hulp, reizen of erfenis geweigerd of alleen onder voorwaarden; plichten door een ongewenste nationaliteit; consulair optreden zonder Nederlandse toestemming. Betekent een handtekening klikken: ook recruit.
codebook-mo-return = Lokken of dwingen tot terugkeer
codebook-mo-return-about = Misleiding, druk of dwang om naar het andere land te reizen of daar te blijven; inreis- of uitreisverbod.
codebook-mo-money = Afgedwongen geld
codebook-mo-money-about = Diasporabelasting, verplichte gift, afpersing, bevroren tegoeden.
codebook-mo-legal = Misbruik van recht of opsporing
codebook-mo-legal-about = Proces bij verstek, premie op iemands hoofd, verzoek via Interpol of om uitlevering, rechtszaak om iemand het zwijgen op te leggen, bestempeld als terrorist.
codebook-mo-community = Greep op organisaties en mobiliseren
codebook-mo-community-about = Greep op of druk via gebedshuis, school, studenten- of cultuurvereniging en media; gezegd krijgen naar bijeenkomsten, stemmingen of eden te gaan of weg te blijven.
codebook-mo-favours = Gunsten of omkoping
codebook-mo-favours-about = Giften, reizen, eerbewijzen, geld of vleierij om een bestuurder, ambtenaar, wetenschapper of journalist te sturen.
codebook-mo-other = Anders
codebook-mo-other-about = Past nergens bij.

codebook-me = Middel
codebook-me-about = Langs welke weg het kwam.
codebook-me-offline = In het echt
codebook-me-offline-about = In het echt, per post, aan een loket of bij een bijeenkomst.
codebook-me-online = Online of telefoon
codebook-me-online-about = Telefoon, bericht, sociale media, apparaat, account.

codebook-tg = Doelwit
codebook-tg-about = Op wie het was gericht: het meest algemene dat waar is.
codebook-tg-general = Gemeenschapslid zonder publieke rol
codebook-tg-general-about = Gewoon leven, familiebanden, geen activisme.
codebook-tg-critic = Criticus of activist
codebook-tg-critic-about = Activist in politiek, mensenrechten of gemeenschap, overloper, partijlid.
codebook-tg-media = Journalist of maker
codebook-tg-media-about = Journalist, blogger, kunstenaar, vertaler.
codebook-tg-minority = Minderheid
codebook-tg-minority-about = Doelwit als lid van een religieuze, etnische of seksuele minderheid.
codebook-tg-study-work = Student, onderzoeker of werkende
codebook-tg-study-work-about = Doelwit via studie, onderzoek, baan of zakelijke toegang.
codebook-tg-office = Bestuurder of ambtenaar
codebook-tg-office-about = Gekozen of benoemde bestuurder, ambtenaar, kandidaat.
codebook-tg-organisation = Organisatie
codebook-tg-organisation-about = Vereniging, gebedshuis, redactie, bedrijf.

codebook-rl = Rol van de melder
codebook-rl-about = Wie het vertelt.
codebook-rl-self = Gaat over mijzelf
codebook-rl-self-about = De melder is het doelwit.
codebook-rl-other-private = Naaste of getuige
codebook-rl-other-private-about = Een privépersoon over iemand anders: familie, vriend, getuige of vertegenwoordiger.
codebook-rl-professional = Professional
codebook-rl-professional-about = Meldt vanuit het werk: gemeente, school, zorg, politie, vakbond.

codebook-aim = Vermoed doel
codebook-aim-about = Wat zij wilden, volgens de melder. Leeg betekent onbekend.
codebook-aim-silence = Zwijgen opleggen
codebook-aim-silence-about = Kritiek, getuigenis, kunst of geloof stoppen.
codebook-aim-loyalty = Trouw en controle
codebook-aim-loyalty-about = Onder controle houden, laten gehoorzamen, terughalen.
codebook-aim-information = Informatie
codebook-aim-information-about = Weten over mensen, groepen, techniek of besluiten.
codebook-aim-money = Geld of middelen
codebook-aim-money-about = Geld, goederen of arbeid krijgen.
codebook-aim-influence-nl = Invloed in Nederland
codebook-aim-influence-nl-about = Nederlands beleid, publieke opinie, verkiezingen of beeldvorming sturen.

codebook-ef = Gevolg
codebook-ef-about = Wat het met de persoon doet. Vraag het nooit twee keer.
codebook-ef-mental = Angst, stress, slaap
codebook-ef-mental-about = Spanning, angst, slapeloosheid, wanhoop.
codebook-ef-self-censorship = Zelfcensuur
codebook-ef-self-censorship-about = Minder gezegd of geschreven, gestopt met politiek, berichten verwijderd.
codebook-ef-isolation = Afstand en wantrouwen
codebook-ef-isolation-about = Mijdt gemeenschap, familie, geloof, bijeenkomsten; spanning in de groep.
codebook-ef-material = Schade in geld, papieren of werk
codebook-ef-material-about = Geld, documenten, reizen, studie, baan, erfenis.
codebook-ef-physical = Lichamelijk letsel
codebook-ef-physical-about = Letsel of schade aan eigendom.

codebook-ac = Zekerheid over de dader
codebook-ac-about = Hoe zeker het is wie erachter zit. De staat zelf typt u apart.
codebook-ac-open = Open of officieel
codebook-ac-open-about = Een persoon of instantie zei het zelf, of trad officieel op.
codebook-ac-indicated = Aanwijzingen
codebook-ac-indicated-about = Concrete tekenen van een band met een staat: een tussenpersoon, kennis die alleen een staat kan hebben.
codebook-ac-felt = Gevoel of onduidelijk
codebook-ac-felt-about = De druk wordt gevoeld, er is niemand aan te wijzen.

codebook-pl = Plaats
codebook-pl-about = Waar het gebeurde. Niets preciezer dan dit.
codebook-pl-netherlands = In Nederland
codebook-pl-netherlands-about = Gebeurde in Nederland. Nooit een plaatsnaam.
codebook-pl-abroad = Buiten Nederland
codebook-pl-abroad-about = Gebeurde buiten Nederland, zoals op reis of bij familie. Nooit welk land.
codebook-pl-online = Alleen online
codebook-pl-online-about = Geen plek in het echt.

codebook-tm = Tijd
codebook-tm-about = Wanneer het voor het laatst gebeurde.
codebook-tm-ongoing = Nu of nog bezig
codebook-tm-ongoing-about = Laatste gebeurtenis in de afgelopen drie maanden.
codebook-tm-past-year = Afgelopen jaar
codebook-tm-past-year-about = Laatste gebeurtenis drie tot twaalf maanden geleden.
codebook-tm-older = Langer geleden
codebook-tm-older-about = Laatste gebeurtenis meer dan een jaar geleden.

codebook-fq = Hoe vaak
codebook-fq-about = Eén keer of vaker.
codebook-fq-once = Eén keer
codebook-fq-once-about = Eén gebeurtenis.
codebook-fq-repeated = Vaker
codebook-fq-repeated-about = Twee keer of vaker, of voortdurend.

codebook-cr = Strafbaar feit
codebook-cr-about = Uw eigen indruk, geen juridisch oordeel.
codebook-cr-possible = Mogelijk strafbaar
codebook-cr-possible-about = Lijkt op een strafbaar feit: dreiging, stalking, hacken, afpersing, geweld, spionage.
codebook-cr-not-apparent = Niet zichtbaar strafbaar
codebook-cr-not-apparent-about = Uit het verhaal blijkt geen strafbaar feit.

codebook-rf = Verwijzing gedaan
codebook-rf-about = Naar welk soort hulp is gewezen. Leeg betekent geen.
codebook-rf-enforcement = Naar handhaving
codebook-rf-enforcement-about = Politie, anonieme misdaadlijn, inlichtingendienst, openbaar ministerie.
codebook-rf-care = Naar zorg of steun
codebook-rf-care-about = Zorg, slachtofferhulp, hulp bij geweld thuis, hulp bij gedachten aan zelfdoding, steun uit de gemeenschap.
codebook-rf-rights = Naar recht of bescherming
codebook-rf-rights-about = Advocaat, gratis rechtshulp, hulp voor de pers, ombudsman, consulaire hulp.
codebook-rf-digital = Naar digitale hulp
codebook-rf-digital-about = Hulp bij een apparaat, account of spionagesoftware.

codebook-oc = Uitkomst van het contact
codebook-oc-about = Hoe het contact eindigde.
codebook-oc-spoken = Gesproken met een mens
codebook-oc-spoken-about = Een professional en de melder spraken of schreven met elkaar.
codebook-oc-counted = Alleen meegeteld
codebook-oc-counted-about = De melder wilde alleen meetellen, of was niet meer te bereiken.
codebook-oc-broken-off = Afgebroken
codebook-oc-broken-off-about = Het contact stopte voor het einde. Er telt dan niets anders mee dan wat er is gedaan en tegen wie, als dat duidelijk is.

codebook-fu = Opvolging
codebook-fu-about = Wat ontvangers met een bundel deden. Nooit bij een zaak.
codebook-fu-diplomatic = Diplomatiek
codebook-fu-diplomatic-about = De bundel is gebruikt in gesprekken met een staat of bij een uitzetting.
codebook-fu-resilience = Weerbaarheid
codebook-fu-resilience-about = De bundel leidde tot voorlichting, steun of training.
codebook-fu-enforcement = Bestuurlijk of strafrechtelijk
codebook-fu-enforcement-about = De bundel droeg bij aan een maatregel of onderzoek.
