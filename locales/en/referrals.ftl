# Information to read without telling anything, and the list of other places.

menu = What would you like to read about?
menu-line = What this line is
menu-pressure = What pressure from another country is
menu-keep = What happens with what you write
menu-limits = What we cannot protect
menu-places = Other places that help
menu-on = Back to my talk
menu-human = Talk to a person
information-stay = You may go on reading here. Type HUMAN if you want to talk.
not-kept = I do not keep this. Type HUMAN if you want to talk.

info-line = { $line } is for people who feel pressure from another country. You do not need proof. A feeling is enough.
info-line-not = We do not belong to the government, the police or an embassy. There are other places too. You may always choose differently.
info-pressure = Sometimes another country wants someone to be silent, to obey or to give information. The Netherlands does not want this. Many people meet this.
info-examples = Examples are: threats, following, pressure on family, a hacked phone. Problems with papers at an embassy can be part of it too.
info-keep = A colleague reads what you send. What you do not send is gone { $draft_hours } hours after your last message. After { $case_days } days all that you wrote is gone.
info-code = With a code, a talk that was read is locked after { $quiet_hours } hours of silence. Then only the code opens it, until { $closed_days } days after the end.
info-count = If you agree, we count what happens, without a name. This shows how often it happens. { $legal_limit }
info-limits-servers = The message service can see that you wrote here, and when. It does not see what you write.
info-limits-phone = A hacked phone shows everything. The way you write can also give you away. So please write no names and places.
info-limits-machine = The administrator of our computer could read what it reads. If the computer stands at a company, that company could look into its memory.

places = What do you need a place for?
places-danger = There is danger now
places-suicide = I do not want to live any more
places-minor = I am younger than 18
places-home = Violence at home or in the family
places-marry = Forced marriage or trip
places-more = More places
    .words = more
places-crime = Threats, stalking or hacking
places-recruit = I must inform or work for them
places-consul = Pressure from an embassy
places-device = My phone or account
places-abroad = I am not in the Netherlands
places-press = I am a journalist or maker
places-office = I work in government or politics
places-prof = I help people in my work
places-talk = I want to talk to someone
places-wrong = Something else
places-back = Back to the list
