# The life of a case at the desk: handing on, reading along, judging, notes. For staff.

life-sign-asked = The reporter is waiting for you. Are you still there? A line that begins with ! and a space is enough, or type !transfer. In five minutes the case goes back to the queue.
life-no-sign = { $alias } goes back to the queue: the one who had it gave no sign while the reporter waited.
life-never-came = { $alias } goes back to the queue: nobody came into its room for a quarter of an hour.
life-barred = { $alias } is not for you: you said that you may know somebody in it.
life-reader-came = A second reader is here. For them, the case once more. Only the lines of the one who claimed it go to the reporter.
life-second-asked = { $alias }: a second reader is asked for. To read along, type: !read { $number }
life-second-waits = The desk is asked for a second reader. You can go on writing.
life-second-not = { $alias } cannot be read along now: nobody is talking there, it is your own, or it is not for you.
life-second-invited = { $alias }: the second reader is invited.
life-agreed = The second reader agrees.
life-agree-not = Only a second reader can agree. To ask for one, type: !second
life-close-second = A second reader looks at this case before it is closed. Type !second; they type !agree. If nobody can: !close alone
life-closed-alone = { $alias } was closed without the second reader it needs. Please talk about it together.
life-accepted = Judged: taken as genuine.
life-held = Judged: held, because somebody has doubts. Nothing changes for the reporter. A second reader is needed before closing.
life-set-aside = Judged: set aside. It will not be counted. Nothing changes for the reporter. A second reader is needed before closing.
life-reason = Reason
life-doubts = Which reason? One of: pattern, contradiction, same (the same text as others), topic (about something else), test. Such as: !hold same
life-handed-on = Handed on
life-assigned = { $alias } is for { $staff }.
life-nobody-named = Nobody on the roster who may take this case goes by that name. Type their Matrix id, or the part before its colon.
life-transfer-reasons = Which reason? One of: language, gender, expertise, shift, conflict (you may know somebody in the case). Such as: !transfer shift. To a certain colleague: !transfer shift bram. Nothing was done.
life-take-not = { $alias } cannot be taken over: nobody has it, you have it yourself, or it is not for you.
life-take-why = Why? A case is taken over with a reason that the desk can read, such as: !take 47 the phone of the colleague is broken
life-taken = { $alias } is taken over by { $staff }: { $reason }
life-note = Note from a colleague: { $note }
life-note-none = There is no note yet. Write at most { $most } characters, without names: what matters, what I did, what next. Such as: !note is afraid at night; told about a helpline; wants to hear about papers
life-note-kept = Noted, for whoever goes on with this case. It goes when the case goes.
life-note-long = A note has at most { $most } characters. Nothing was kept.

transfer-language = another language is needed
transfer-gender = the reporter prefers somebody else
transfer-expertise = another expertise is needed
transfer-shift = end of a shift
transfer-conflict = a colleague may know somebody in it

doubt-pattern = it follows a pattern
doubt-contradiction = it contradicts itself
doubt-same = the same text as others
doubt-topic = about something else
doubt-test = a test

command-transfer = !transfer shift bram: hand the case on, with a reason, to a colleague or to the queue
command-assign = !assign 47 bram: give a waiting case to a colleague
command-take = !take 47 why: take a case over; the desk reads why
command-read = !read 47: read along with a case as its second reader
command-note = !note text: leave the next colleague a note; !note alone shows it
command-second = !second: ask the desk for a second reader
command-accept = !accept: judge the case as genuine
command-hold = !hold same: you have doubts, with a reason; !hold alone lists the reasons
command-aside = !aside topic: set the case aside, so that it is not counted, with a reason
command-agree = !agree: as second reader, agree to how the case is judged and coded
