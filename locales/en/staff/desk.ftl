# What professionals read. The reporter's words are never in here.

card-title = { $alias }
card-language = Language: { $language }
card-since = Waiting since { $since }
card-role = About whom
card-wish = Wish
card-flags = ⚑
card-away = The reporter is away now, and comes back with a code. Your answer is kept until then.
card-returned = The reporter came back with a code.
card-claim = To take this case, type: !claim { $number }

flag-danger = danger
flag-unsure = not sure of being safe
flag-device-doubt = someone may read along
flag-minor = under 18
flag-suicide = suicide
flag-home = violence at home
flag-marriage = forced marriage
flag-recruitment = asked to inform
flag-duress = may be under pressure now

desk-welcome = This is the desk of { $line }. New cases appear here as cards. Type !queue to see what waits now, and !help for the commands.
desk-claimed = { $alias } is claimed. The invitation to the case room is on its way.
desk-already-claimed = { $alias } cannot be claimed: a colleague has this case.
desk-no-room = { $alias }: no room could be made for this case, so it waits again. Tell the operator.
desk-not-yours = { $alias } is not in your hands.
desk-closed = { $alias } is closed. Nothing of what was said is kept.
desk-closed-sealed = { $alias } is closed. Nobody here can read it any more. With the code the reporter can, for { $closed_days } days.
desk-closed-silent = { $alias } is closed: no word from the reporter for { $quiet_hours } hours after the answer, and no code. Nothing of what was said is kept.
desk-resting-alone = { $alias } is sealed, so nobody can take it over. It comes to the queue when the reporter returns.
desk-erased = { $alias } was erased by the reporter. Nothing of it is kept.
desk-lapsed = { $alias } reached the end of its time and is gone.
desk-lost = { $alias }: the chat with the reporter is gone. The case can still be read, but no answer will arrive.
desk-no-such-case = There is no open case with that number.
desk-no-files = Files are not passed on. Please write it as text.
desk-not-read = A message here could not be read. Please send it again from a verified device.
desk-unproven = A message came from a device that is not proven to belong to its owner. It was ignored. If it was you, with another phone, tell the operator: staff replace lets that phone in. If it was not you, tell them at once.
desk-stranger = Someone who is not on the roster came into a room of the line. The line gives them no keys, but your own app may: write nothing there that they may not read, and tell the operator now.
desk-queue = Waiting:
desk-queue-more = … and { $count } more …
desk-more-wait = Very many cases come in. { $count } wait now, and not each is shown here as a card. Type !queue to see them.
desk-queue-empty = No case is waiting.
desk-help = Commands:

command-queue = !queue: the cases that wait
command-claim = !claim 47: take case 47 in a room of its own
command-back = !back: give the case back to the queue (in the desk room with its number: !back 47)
command-close = !close: end the case and tell the reporter; it is erased, or sealed to their code
command-help = !help: this list
command-unknown = That command does not exist, and nothing was sent to the reporter. Type !help for the list.
command-not-here = That command does not work in this room. Type !help for the list.
command-number-missing = Which case? Type the number too, such as: !claim 47
command-too-much = I did not understand the words after the command. Nothing was done.
command-not-your-role = That command is not part of your work here. Type !help for yours.

case-heading = { $alias } · language: { $language }
case-untranslated = Not translated: you read the reporter's own words, and the reporter reads yours as you write them.
case-interpreter = There is no machine for { $language }. To hand the case to somebody on the roster who speaks it, an interpreter too: !transfer language
case-how = Every plain line you write here goes to the reporter. A line that begins with ! and a space stays here. !close ends the case.
case-story = The story, in the reporter's own words:
case-held-until-return = Held: the reporter chose to be written to only when they write again, or has paused. They get it then.
case-away = The reporter is away now, and comes back with a code. What you write is kept for them. After { $quiet_hours } hours this case is sealed.
case-held-away = Kept: the reporter gets it when they come back with their code.
case-resting = The reporter left, and has a code. What stood here is sealed: nobody can read it without the code. What you write now is sealed too, and given when they return. !close ends the case.
case-sealed = Sealed: the reporter gets it when they come back with their code.
case-returned = The reporter is back, with their code. This is the case:
case-close-moment = A code for the reporter is just being made. Type !close again in a moment. To close without one, type: !close anyway
case-close-keeps-nothing = The reporter wants everything erased when the talk is over, also what you wrote since they left. To close all the same, type: !close anyway
case-close-unread = The reporter has not got your last answer yet. They get it when they write again. To close all the same, type: !close anyway
case-not-yours = This case is not in your hands.
case-unreachable = Not sent: the chat with the reporter is gone.
case-lost = The chat with the reporter is gone. No answer will arrive any more.
case-paused = The reporter has paused. Nothing is sent until they write again.
case-resumed = The reporter is back.
case-taken-back = The reporter took back something they had sent. It is no longer in the case.
case-file-refused = The reporter tried to send a file. It was not taken, and they were told so.
case-not-delivered = Your last message could not be delivered. The reporter has not seen it.
case-missed = A message from the reporter could not be delivered here. The reporter was asked to send it again.
case-slowed = You are writing a lot. Your messages now reach the reporter a little later, in order. Nothing is lost.

system-desk-forgotten =
    The line's computer forgot all that was about cases. The cards above cannot be claimed any more, and the line is leaving the case rooms. Whoever still had a chat with the line is told that they can tell it again.
