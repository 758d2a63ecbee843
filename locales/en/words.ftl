# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

command-help = HELP
    .words = help, ?
command-stop = STOP
    .words = stop, pause
command-erase = ERASE
    .words = erase, delete all, erase all
command-back = BACK
    .words = back, go back
command-skip = SKIP
    .words = skip
command-language = LANGUAGE
    .words = language
command-human = HUMAN
    .words = human, person
command-summary = SUMMARY
    .words = summary
command-danger = DANGER
    .words = danger, 112
command-info = INFO
    .words = info

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
