# Who works at the desk: what professionals read of it. Nothing of a reporter is in here.

role-listener = listening
role-second-reader = reading second
role-supervisor = supervising
role-analyst = analysing
role-release-officer = releasing the picture
role-learner = learning: a second reader looks at each case

training-minor = people under 18
training-suicide = suicide
training-recruitment = people asked to inform

staff-roles = Duties
staff-training = Trained for
staff-languages = Languages: { $languages }
staff-key = Fingerprint: { $fingerprint }

desk-staff-proposed = The operator wants to add { $person } to this desk. Nothing changes until one of you confirms it.
desk-staff-replacing = { $person } has another phone, says the operator. It reads nothing until one of you confirms it.
desk-staff-changing = The operator wants { $person } to have other duties or training. Nothing changes until one of you confirms it.
desk-staff-how = Did the operator tell you a code for this, in person or on the phone? Then type !confirm with that code behind it. Did nobody speak with you, or is something wrong? Then type: !refuse
desk-staff-added = { $person } works at this desk now, and is invited here.
desk-staff-back = { $person } is back with another phone, and is invited here.
desk-staff-replaced = { $person } has another phone. The old one reads nothing any more. Their cases wait again.
desk-staff-changed = { $person } has other duties or training now.
desk-staff-suspended = The phone of { $person } is cut off: it reads nothing any more. Their cases wait again.
desk-staff-removed = { $person } works here no more, and can read nothing from now on. Their cases wait again.
desk-staff-withdrawn = What the operator proposed for { $person } is taken back. Nothing changes.
desk-staff-not-invited = { $person } is on the roster, but could not be invited here. Tell the operator.

confirm-nothing = Nothing waits to be confirmed.
confirm-code-missing = Type the code behind it too. The operator tells it to you.
confirm-wrong = That is not the code. Ask the operator to read it to you once more. After three wrong codes you must wait an hour.
confirm-wait = Three wrong codes: you can try again in an hour. A colleague can do it now.
confirm-not-yourself = This is about you, so a colleague must confirm it.
confirm-not-you = A colleague who supervises must confirm or refuse this.
confirm-done = Thank you. You confirmed what the operator proposed for { $person }.
refuse-whom = More than one change waits. Type whom you mean, such as: !refuse { $person }
refuse-done = Refused: nothing changes for { $person }. Speak with the operator before they try again.
refuse-done-suspended = Refused: the other phone of { $person } reads nothing, and the old one stays cut off. Speak with the operator.

case-reader-gone = { $person } reads along here no more.

gate-trained-on-shift = { $alias } needs somebody with training for this. A colleague who is at work now has it, and was called here. Please leave this one to them.
gate-nobody-trained = { $alias } needs somebody with training for this, and nobody who has it is free now. A reporter should not wait for that. You can take it without: !claim { $number } anyway
gate-without-training = { $alias } was taken by somebody without the training for it, because nobody who has it was free. Please stand by them.
gate-needed = Training needed

command-confirm = !confirm with a code: agree to a change of who works here; the operator tells you the code
command-refuse = !refuse: turn down such a change
