# Machine translation, as professionals see it. The reporter's words are never in here.

command-undo = !undo: stop what is shown in translation and has not gone yet
command-mt = !mt off: no machine translation in this case; !mt on: with it again

mt-aid = Reading aid, made by a machine. The original above counts:
mt-preview = The reporter will read this, translated by a machine:
mt-back = Translated back by the machine:
mt-none = The machine could not translate this. The reporter will get your own words, with a note that they are not translated.
mt-goes = It goes in { $seconds } seconds. To stop it, type: !undo
mt-stopped = Stopped. What was shown does not go.
mt-nothing-to-stop = There is nothing to stop: what you wrote has gone, or was never on its way. To take a message back, delete it.
mt-still-going = A line of yours is still on its way to the reporter. Wait a few seconds and type this again, or stop it with: !undo
mt-is-on = A machine translates in this case. Without it: !mt off
mt-is-off = No machine translates in this case. With it again: !mt on
mt-now-on = A machine translates in this case from now on. Short and plain sentences work best.
mt-now-off = No machine translates in this case from now on. What you write goes at once, as you write it.
mt-no-model = There is no machine translation for this reporter's language.
case-translated = A machine translates here, both ways. It can be wrong, most of all in “not”, names, numbers and who did what. Write short and plain sentences, and ask when you doubt. You see what the reporter will read before it goes.

mt-doubt-loop = Careful: it repeats itself.
mt-doubt-number = Careful: the numbers are not those of the original.
mt-doubt-short = Careful: something may be left out.
mt-doubt-long = Careful: it is much longer than the original.
mt-doubt-script = Careful: much of it is in other letters.
mt-doubt-echo = Careful: much of it was left untranslated.
mt-doubt-capitals = Careful: the original is in capitals, which a machine reads badly.
mt-doubt-unsure = Careful: the machine is not sure of this.

mt-why-no-model = No translation: there is none for this language that works now.
mt-why-too-short = No translation: of one or two words a machine makes something else.
mt-why-too-slow = No translation: it took too long.
mt-why-broken = No translation: it failed.
mt-why-useless = No translation: nothing sensible came out.
