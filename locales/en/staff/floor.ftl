# The queue and the floor: who waits, who is at work, how the desk is set.

band-first = 🔴 First
band-soon = 🟠 Soon
band-careful = 🟡 With care
band-in-turn = ⚪ In turn

age-new = just now
age-half-hour = over half an hour
age-one-hour = over 1 hour
age-two-hours = over 2 hours
age-four-hours = over 4 hours
age-eight-hours = over 8 hours
age-a-day = over a day

card-listener = Rather with
queue-row = { $alias } · { $language }
queue-band = { $band }: { $count }

command-shift = !shift start or !shift end: come to work, or go home
command-pause = !pause: step out, no reason needed; !pause end when you are back
command-floor = !floor: the desk at a glance
command-close-desk = !close-desk: reporters hear that we are closed, and can leave a message
command-open-desk = !open-desk: undo !close-desk
command-mode = !mode message or !mode live: take messages only, or live talks too
command-language = !language pause fa or !language resume fa: stop or resume live talks in one language

floor-danger = Somebody may be in danger. Type !queue.

floor-shift-how = Type !shift start when you come to work, and !shift end when you go.
floor-shift-started = Welcome. Your shift runs until { $until } at the latest. Type !pause to step out, and !shift end when you go.
floor-shift-already = You are on shift already. Type !shift end when you go.
floor-shift-none = You are not on shift. Type !shift start when you come to work.
floor-shift-ended = Your shift has ended. Thank you. When you worked is not kept.
floor-shift-cases = You still have { $names }. Give back what cannot wait for you: !back with its number.
floor-shift-over = { $who }, your shift of { $hours } hours is over. Thank you for being here. Please rest now. If you stay: !shift start.
floor-out = You have stepped out. Take your time. Type !pause end when you are back.
floor-out-already = You have stepped out already. Type !pause end when you are back.
floor-not-out = You had not stepped out.
floor-back = Welcome back.

floor-one-live = You are in a live talk: { $other }. Finish it or give it back first. One live talk at a time is enough for anybody.
floor-two-cases = You have two cases that wait for your words: { $names }. Answer one or give one back first.
floor-stepped-out = You have stepped out, so nothing is claimed. Type !pause end when you are back.
floor-resting-others = After that talk you have until { $until } to finish and to rest. A colleague is on shift and can take this case.
floor-resting-alone = After that talk you have until { $until } to finish and to rest. Nobody else is on shift now, so if this case cannot wait, type: !claim { $number } anyway
floor-claimed-anyway = Your rest lasts until { $until }. Nobody else is on shift, so you can have this case all the same.

floor-closed = The desk is closed for new cases. Reporters hear that we are closed, and can leave a message. !open-desk ends this.
floor-opened = The desk is open for new cases again.
floor-mode-message = Message mode: reporters hear by when their message is read. !mode live ends this.
floor-mode-live = Live talks are offered again, while we are open and somebody on shift speaks the language.
floor-mode-how = Type !mode message or !mode live.
floor-language-paused = Live talks in { $language } are paused. Reporters hear by when their message is read. !language resume { $language } ends this.
floor-language-resumed = Live talks in { $language } are offered again, while somebody on shift speaks it.
floor-language-unknown = The line does not offer that language. It offers: { $languages }.
floor-language-how = Type !language pause fa or !language resume fa, with the code of the language.
floor-no-hours = No opening hours are set, so the line takes messages only and promises no time.

floor-open-until = Open until { $until }.
floor-opens = Closed. Opens { $day } at { $at }.
floor-waiting = Waiting: { $count } ({ $languages })
floor-longest = longest: { $age }
floor-in-hand = Claimed: { $count } ({ $languages })
floor-at-work = At work:
floor-nobody = Nobody is on shift.
floor-person = { $who }: cases in hand { $count }
floor-live = in a live talk
floor-person-out = stepped out
floor-person-rests = rests until { $until }
floor-person-since = { $minutes } minutes since a break
floor-person-off = not on shift
