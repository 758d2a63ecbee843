# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = AIDE
    .words = aide, ?
word-stop = STOP
    .words = stop, pause, arrêter
word-erase = EFFACER
    .words = effacer, tout effacer, effacer tout, effacez tout, efface tout, tout supprimer, supprimer tout
word-back = RETOUR
    .words = retour, en arrière, retour en arrière, revenir en arrière
word-skip = PASSER
    .words = passer, je passe, sauter
word-language = LANGUE
    .words = langue, changer de langue
word-human = HUMAIN
    .words = humain, un humain, être humain, un être humain
word-summary = RÉSUMÉ
    .words = résumé, le résumé
word-danger = DANGER
    .words = danger, urgence, 112
word-info = INFO
    .words = info, infos, explication, explications
word-code = CODE
    .words = code, mon code, code de retour
word-original = ORIGINAL
    .words = original, texte original

step-done = FINI
    .words = fini, j’ai fini, terminé, j’ai terminé, c’est tout
step-unknown = Je ne sais pas
    .words = je ne sais pas, je sais pas, j’sais pas, sais pas, chais pas, je n’en sais rien, aucune idée, jsp
step-and = et
    .words = et

distress-suicide = suicide
    .words = suicide, me suicider, je veux mourir, je voudrais mourir, j’ai envie de mourir, je veux me tuer, je vais me tuer, envie de me tuer, mettre fin à mes jours, en finir avec la vie, je ne veux plus vivre, je veux plus vivre, plus envie de vivre, voudrais être mort, voudrais être morte

# Names of languages, for the sentence about the colleague.
tongue-nl = néerlandais
tongue-en = anglais

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = Oui.
    .words = oui, ouais, oui oui, ok oui
gloss-no = Non.
    .words = non, non non
gloss-good = D’accord.
    .words = d’accord, ok, okay, bien, très bien, c’est bien, c’est bon, entendu
gloss-thanks = Merci.
    .words = merci, merci beaucoup, merci bien, un grand merci, je vous remercie
gloss-hello = Bonjour.
    .words = bonjour, bonsoir, salut, coucou, bjr, bsr
gloss-maybe = Peut-être.
    .words = peut-être, peutêtre, ça se peut
gloss-unknown = Je ne sais pas.
    .words = je ne sais pas, je sais pas, j’sais pas, sais pas, chais pas, je n’en sais rien, aucune idée, jsp
gloss-wait = Un moment, s’il vous plaît.
    .words = un moment, un moment s’il vous plaît, un moment svp, un instant, une minute, attendez, attendez un peu, attendez svp
gloss-sorry = Je regrette.
    .words = désolé, désolée, je suis désolé, je suis désolée, pardon, excusez-moi, je m’excuse, je regrette
gloss-help = Aidez-moi, s’il vous plaît.
    .words = aidez-moi, aide-moi, aidez-moi s’il vous plaît, aidez-moi svp, s’il vous plaît aidez-moi, svp aidez-moi, au secours, à l’aide
