# Woorden die overal werken, als het hele bericht dat ene woord is.
# De waarde is het woord dat wij noemen; `.words` zijn alle woorden die wij begrijpen.

word-help = HULP
    .words = hulp, help, ?
word-stop = STOP
    .words = stop, pauze
word-erase = WIS
    .words = wis, wissen, verwijder alles, wis alles
word-back = TERUG
    .words = terug
word-skip = OVERSLAAN
    .words = overslaan, sla over
word-language = TAAL
    .words = taal
word-human = MENS
    .words = mens, medewerker
word-summary = SAMENVATTING
    .words = samenvatting
word-danger = GEVAAR
    .words = gevaar, 112
word-info = INFO
    .words = info, uitleg
word-code = CODE
    .words = code, mijn code, terugkeercode
word-original = ORIGINEEL
    .words = origineel, originele tekst

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

# Hele berichten die door mensen zijn vertaald: van een of twee woorden maakt een machine iets anders.
# De waarde is wat de ander leest; `.words` zijn wat als dat wordt begrepen.
gloss-yes = Ja.
    .words = ja, jazeker, jawel
gloss-no = Nee.
    .words = nee, neen
gloss-good = Goed.
    .words = goed, oké, oke, ok, prima, is goed
gloss-thanks = Dank u wel.
    .words = dank u, dank u wel, dankjewel, dank je, dank je wel, bedankt
gloss-hello = Hallo.
    .words = hallo, hoi, dag, goedendag, goedemorgen, goedemiddag, goedenavond
gloss-maybe = Misschien.
    .words = misschien
gloss-unknown = Ik weet het niet.
    .words = ik weet het niet, weet ik niet, weet niet, geen idee
gloss-wait = Een moment alstublieft.
    .words = een moment, een moment alstublieft, wacht, even geduld, momentje
gloss-sorry = Het spijt me.
    .words = sorry, het spijt me, pardon
gloss-help = Help mij alstublieft.
    .words = help mij, help me, help mij alstublieft
