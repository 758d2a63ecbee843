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
