# What professionals read. The reporter's words are never in here.

card-title = { $alias } · waiting
card-language = Language: { $language }
card-since = Waiting since { $since }
card-role = About
card-wish = Wish
card-flags = ⚑
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

desk-welcome = This is the desk of { $line }. New cases appear here as cards. Type !help for the commands.
desk-claimed = { $alias } is claimed. The invitation to the case room is on its way.
desk-already-claimed = { $alias } cannot be claimed: a colleague has this case.
desk-no-room = { $alias }: no room could be made for this case, so it waits again. Tell the operator.
desk-not-yours = { $alias } is not in your hands.
desk-closed = { $alias } is closed. Nothing of it is kept.
desk-erased = { $alias } was erased by the reporter. Nothing of it is kept.
desk-lapsed = { $alias } reached the end of its time and is gone.
desk-lost = { $alias }: the chat with the reporter is gone. The case can still be read, but no answer will arrive.
desk-no-such-case = There is no open case with that number.
desk-no-files = Files are not passed on. Please write it as text.
desk-not-read = A message here could not be read. Please send it again from a verified device.
desk-unproven = A message came from a device that is not proven to belong to its owner. It was ignored. Ask the operator to compare fingerprints.
desk-stranger = Someone who is not on the roster came into a room of the line. The line gives them no keys, but your own app may: write nothing there that they may not read, and tell the operator now.
desk-queue = Waiting:
desk-queue-row = { $alias } · { $language } · since { $since }
desk-queue-more = And { $count } more.
desk-queue-empty = No case is waiting.
desk-help = Commands:

command-queue = !queue: the cases that wait
command-claim = !claim 47: take case 47 in a room of its own
command-back = !back: give the case back to the queue (in the desk room with its number: !back 47)
command-close = !close: end the case, tell the reporter, and erase it
command-help = !help: this list
command-unknown = That command does not exist, and nothing was sent to the reporter. Type !help for the list.
command-not-here = That command does not work in this room. Type !help for the list.
command-number-missing = Which case? Type the number too, such as: !claim 47
command-too-much = I did not understand the words after the command. Nothing was done.

case-heading = { $alias } · language: { $language }
case-untranslated = Not translated: you read the reporter's own words, and the reporter reads yours as you write them.
case-how = Every plain line you write here goes to the reporter. A line that begins with // stays here. !close ends the case.
case-story = The story, in the reporter's own words:
case-held-until-return = Held: the reporter chose to be written to only when they write again, or has paused. They get it then.
case-close-unread = The reporter has not got your last answer yet. They get it when they write again. To close all the same, type: !close anyway
case-not-yours = This case is not in your hands.
case-unreachable = Not sent: the chat with the reporter is gone.
case-lost = The chat with the reporter is gone. No answer will arrive any more.
case-paused = The reporter has paused. Nothing is sent until they write again.
case-resumed = The reporter is back.
case-taken-back = The reporter took back something they had sent. It is no longer in the case.
case-file-refused = The reporter tried to send a file. It was not taken, and they were told so.
case-not-delivered = Your last message could not be delivered. The reporter has not seen it.
