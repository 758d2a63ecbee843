# What professionals read about standing texts, cards, other places, and passing on.

command-m = !m: texts to send in the reporter's language, such as !m hello
command-show = !show: cards for special situations, such as !show danger
command-refer = !refer: other places that help, such as !refer feelings
command-pass = !pass police: ask the reporter if it may be passed on
command-edited = An edit is never a command: nothing was changed. Delete the message to take back what it sent, and type it again.

sent-text = The reporter gets:
sent-in-your-language = In your language:

macro-list = Texts to send. What you type for … is yours; all else goes in the reporter's language:
macro-unknown = There is no such text, and nothing was sent. Type !m for the list.
macro-stands-alone = That text takes no words behind it, and nothing was sent. Write them in a message of their own.
macro-needs-words = Type your own words behind it: { $example } Nothing was sent.
macro-too-long = Too long: at most { $most } signs, a few sentences. Nothing was sent. Write it in a message of its own.

show-list = Cards you can show the reporter:
show-unknown = There is no such card, and nothing was sent. Type !show for the list.
show-not-now = Nothing was shown: the reporter is not here now.

refer-needs = Which help is needed? Type one of these:
refer-narrow = Behind it you may type a language or “anonymous”, such as: !refer care en anonymous
refer-unknown = I do not know that need or place, and nothing was sent. Type !refer for the list.
refer-none = No place fits that, or none of them was checked in time. Try fewer words, or ask a supervisor to have them checked.
refer-list = Places, the first choice first. In a case room, what you type sends it to the reporter:
refer-ask-first = Ask first: may I name a place? Is it safe to call? Does a helper there know people you know? Never name an embassy, a consulate, a community centre or a place of worship. Only the reporter calls.
refer-unchecked-row = not checked in time
refer-unchecked = Careful: nobody has checked this number in time. Check it, and correct it here if it is wrong.
refer-expired = Nothing was sent: nobody has checked this place in time. Choose another, or ask a supervisor to have it checked.
refer-supervisor = For you as supervisor: these are shown although nobody has checked them in time: { $places }. Ask the operator to check them today.
refer-mark = When you know what the reporter thinks of it, type: !refer { $place } accepted (or declined, or calls)
refer-not-kept = Nothing was noted: the reporter is not here now.
refer-offered = Named to the reporter: { $name }.
refer-accepted = The reporter wants this: { $name }.
refer-declined = The reporter does not want this: { $name }.
refer-will-call = The reporter is going to call: { $name }.

need-danger = !refer danger: there is danger now
need-threat = !refer threat: threats or stalking
need-inform = !refer inform: asked to inform, approached by a service
need-papers = !refer papers: consulate, papers, taxes
need-family = !refer family: family held abroad
need-marriage = !refer marriage: forced marriage, left behind abroad
need-device = !refer device: phone or account
need-images = !refer images: sexual images
need-press = !refer press: journalists
need-office = !refer office: office-holders and officials
need-feelings = !refer feelings: heavy feelings, suicide
need-child = !refer child: younger than 18
need-notice = !refer notice: wanted through INTERPOL
need-municipality = !refer municipality: someone who works for a municipality
need-complaint = !refer complaint: a complaint about this line or the government
need-care = !refer care: everything for care and support
need-rights = !refer rights: everything for rights and protection
need-digital = !refer digital: everything for phones and accounts
need-enforcement = !refer enforcement: police and services
need-all = !refer all: everything

pass-list = To whom? First write to the reporter what you would say there. Then type one of these, and the line asks them:
pass-row = !pass { $word }: { $to }
pass-to-police = the police
pass-to-aivd = the AIVD
pass-to-lawyer = a lawyer
pass-to-care = a place for care or support
pass-to-other = the place you named to them
pass-asked = Asked: may it be passed on to { $to }? The answer comes here. Until it is yes, pass nothing on.
pass-given = The reporter says: yes, you may pass this on to { $to }. They can take it back: type then !pass { $word } no
pass-refused = The reporter says: no, do not pass this on to { $to }.
pass-unanswered = No answer about passing on to { $to }. That is no permission. To ask again, type: !pass { $word }
pass-withdrawn = Noted: nothing may be passed on to { $to }.
pass-not-now = Not asked: the reporter cannot be written to now, or has not got your last answer yet. Ask when they write again.
