# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = HELP
    .words = help, ?
word-stop = STOP
    .words = stop, pause
word-erase = ERASE
    .words = erase, delete all, erase all
word-back = BACK
    .words = back, go back
word-skip = SKIP
    .words = skip
word-language = LANGUAGE
    .words = language
word-human = HUMAN
    .words = human, person
word-summary = SUMMARY
    .words = summary
word-danger = DANGER
    .words = danger, 112
word-info = INFO
    .words = info
word-code = CODE
    .words = code, my code, return code
word-original = ORIGINAL
    .words = original, original text

step-done = DONE
    .words = done, i am done, that is all
step-unknown = I do not know
    .words = i do not know, i dont know, do not know, no idea
step-and = and
    .words = and

distress-suicide = suicide
    .words = suicide, kill myself, end my life, i want to die, do not want to live, dont want to live

# Names of languages, for the sentence about the colleague.
tongue-nl = Dutch
tongue-en = English

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = Yes.
    .words = yes, yeah, yep, ok yes
gloss-no = No.
    .words = no, nope
gloss-good = All right.
    .words = all right, alright, ok, okay, good, fine
gloss-thanks = Thank you.
    .words = thank you, thanks, thank you very much, many thanks
gloss-hello = Hello.
    .words = hello, hi, good day, good morning, good afternoon, good evening
gloss-maybe = Maybe.
    .words = maybe, perhaps
gloss-unknown = I do not know.
    .words = i do not know, i dont know, dont know, no idea
gloss-wait = One moment, please.
    .words = one moment, wait, please wait, one moment please, just a moment
gloss-sorry = I am sorry.
    .words = sorry, i am sorry, excuse me
gloss-help = Please help me.
    .words = help me, please help, please help me
