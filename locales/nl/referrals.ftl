# Informatie om te lezen zonder iets te vertellen, en de lijst van andere plekken.

menu = Waar wilt u over lezen?
menu-line = Wat deze lijn is
menu-pressure = Wat druk van een ander land is
menu-keep = Wat er gebeurt met wat u schrijft
menu-limits = Wat wij niet kunnen beschermen
menu-places = Andere plekken die helpen
menu-on = Terug naar mijn gesprek
menu-human = Praten met een mens
information-stay = U mag hier blijven lezen. Typ MENS als u wilt praten.
not-kept = Dit bewaar ik niet. Typ MENS als u wilt praten.

info-line = { $line } is er voor mensen die druk voelen van een ander land. U hoeft geen bewijs te hebben. Een gevoel is genoeg.
info-line-not = Wij horen niet bij de overheid, de politie of een ambassade. Er zijn ook andere plekken. U mag altijd anders kiezen.
info-pressure = Soms wil een ander land dat iemand zwijgt, gehoorzaamt of informatie geeft. Nederland wil dat niet. Veel mensen maken dit mee.
info-examples = Voorbeelden zijn: dreigen, volgen, druk op familie, een gehackte telefoon. Ook problemen met papieren bij een ambassade horen erbij.
info-keep = Een collega leest wat u verstuurt. Wat u niet verstuurt, is { $draft_hours } uur na uw laatste bericht weg. Een gesprek wissen wij als het klaar is, uiterlijk na { $case_days } dagen.
info-count = Als u dat goed vindt, tellen wij zonder naam wat er gebeurt. Zo wordt duidelijk hoe vaak dit gebeurt. { $legal_limit }
info-limits-servers = De berichtendienst kan zien dat u hier schreef, en wanneer. Wat u schrijft, ziet die dienst niet.
info-limits-phone = Een gehackte telefoon laat alles zien. Ook uw manier van schrijven kan u verraden. Schrijf daarom liever geen namen en plaatsen.
info-limits-machine = De beheerder van onze computer zou kunnen lezen wat die leest. Staat de computer bij een bedrijf, dan kan dat bedrijf in het geheugen kijken.

places = Waarvoor zoekt u een plek?
places-danger = Er is nu gevaar
places-suicide = Ik wil niet meer leven
places-minor = Ik ben jonger dan 18
places-home = Geweld thuis of in de familie
places-marry = Gedwongen huwelijk of reis
places-more = Meer plekken
    .words = meer
places-crime = Dreiging, stalking of hacken
places-recruit = Ik moet informatie geven of voor hen werken
places-consul = Druk van een ambassade
places-device = Mijn telefoon of account
places-abroad = Ik ben niet in Nederland
places-press = Ik ben journalist of maker
places-office = Ik werk in bestuur of politiek
places-prof = Ik help mensen voor mijn werk
places-talk = Ik wil met iemand praten
places-wrong = Iets anders
places-back = Terug naar de lijst
