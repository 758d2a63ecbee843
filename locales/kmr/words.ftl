# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = ALÎKARÎ
    .words = alîkarî, arîkarî, help, ?
word-stop = RAWESTE
    .words = raweste, rawestin, stop
word-erase = JÊBIRIN
    .words = jêbirin, jê bibe, jêbibe, hemûyî jê bibe, hemûyan jê bibe, sil bike, hemûyî sil bike
word-back = PAŞVE
    .words = paşve, paşde, bi paş ve, bi paş de
word-skip = DERBAS BIKE
    .words = derbas bike, derbas bikin, derbas
word-language = ZIMAN
    .words = ziman, zimên, ziman biguherîne
word-human = MIROV
    .words = mirov, meriv, însan, hevkar
word-summary = KURTE
    .words = kurte, kurtî
word-danger = XETER
    .words = xeter, xetere, tehlîke, tehlûke, talûke, 112
word-info = INFO
    .words = info, şîrove
word-code = KOD
    .words = kod, koda min, kodê min, koda vegerê
word-original = ORÎJÎNAL
    .words = orîjînal, original, nivîsa orîjînal

step-done = QEDIYA
    .words = qediya, min qedand, qedand, xelas, xilas, xelas bû, xilas bû, temam bû, ev bû
step-unknown = Ez nizanim
    .words = ez nizanim, nizanim, ez nizanm, nizanm, haya min jê tune
step-and = û
    .words = û, and

distress-suicide = xwekuştin
    .words = xwekuştin, xwekuştinê, întihar, întiharê, întihara, ez xwe bikujim, ez xwe dikujim, dixwazim xwe bikujim, ez ê xwe bikujim, ezê xwe bikujim, ez dê xwe bikujim, dixwazim bimirim, dixwazim êdî bimirim, naxwazim bijîm, naxwazim êdî bijîm, naxwazim jiyan bikim, dawî li jiyana xwe bînim, dawî bi jiyana xwe bînim

# Names of languages, for the sentence about the colleague.
tongue-nl = holendî
tongue-en = îngilîzî

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = Erê.
    .words = erê, belê, herê, erê erê
gloss-no = Na.
    .words = na, nexêr, no
gloss-good = Baş e.
    .words = baş e, başe, temam, temam e, ok, okey
gloss-thanks = Spas.
    .words = spas, sipas, gelek spas, zor spas, spas dikim, mala we ava, mala te ava
gloss-hello = Silav.
    .words = silav, slav, merheba, rojbaş, roj baş, êvarbaş, êvar baş
gloss-maybe = Belkî.
    .words = belkî, dibe
gloss-unknown = Ez nizanim.
    .words = ez nizanim, nizanim, ez nizanm, nizanm
gloss-wait = Kêliyekê, ji kerema xwe.
    .words = kêliyekê, deqeyekê, bisekine, bisekinin, li bendê bin, sebir bikin
gloss-sorry = Biborin.
    .words = biborin, bibore, li min biborin, li min bibore, bibexşînin, bibexşîne
gloss-help = Ji kerema xwe alîkariya min bikin.
    .words = alîkariya min bikin, alîkariya min bike, alî min bikin, alî min bike, ji kerema xwe alîkariya min bikin
