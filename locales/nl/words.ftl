# Woorden die overal werken, als het hele bericht dat ene woord is.
# De waarde is het woord dat wij noemen; `.words` zijn alle woorden die wij begrijpen.

command-help = HULP
    .words = hulp, help, ?
command-stop = STOP
    .words = stop, pauze
command-erase = WIS
    .words = wis, wissen, verwijder alles, wis alles
command-back = TERUG
    .words = terug
command-skip = OVERSLAAN
    .words = overslaan, sla over
command-language = TAAL
    .words = taal
command-human = MENS
    .words = mens, medewerker
command-summary = SAMENVATTING
    .words = samenvatting
command-danger = GEVAAR
    .words = gevaar, 112
command-info = INFO
    .words = info, uitleg

step-done = KLAAR
    .words = klaar, ik ben klaar, dit was het
step-unknown = Weet ik niet
    .words = weet ik niet, weet niet, ik weet het niet, geen idee
step-and = en
    .words = en

distress-suicide = zelfmoord
    .words = zelfmoord, zelfdoding, ik wil dood, wil niet meer leven, een einde aan mijn leven, mezelf doden, mijzelf doden

# Namen van talen, voor de zin over de collega.
tongue-nl = Nederlands
tongue-en = Engels
