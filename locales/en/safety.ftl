# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = First this. If there is danger in the Netherlands, call { $tel_emergency_112 }. You may stop at any time.
safe-now-ask = Is it safe for you to write now?
safe-now-safe = Yes, I am safe and alone
    .words = yes, safe, yes safe, i am safe
safe-now-danger = I am in danger
    .words = no, in danger
safe-now-read-along = Someone may read along
    .words = someone reads along, someone may be reading
safe-now-unsure = I am not sure
    .words = not sure, maybe, i do not know, i dont know, do not know

after-danger = Do you want to go on writing now?
after-danger-human = I want to talk to a person
after-danger-on = I want to go on writing
    .words = yes, go on
after-danger-stop = I stop now
    .words = no

device-tips = You can write later from another phone. Do not use a phone from your work. Delete this chat on your phone if that is safer.
device-tips-more = Messages that disappear by themselves are safer. We will not show your story here again.
device = Do you want to go on writing here now?
device-on = Yes, I go on
    .words = yes, go on
device-stop = No, I stop now
    .words = no

worry = You may tell it in your own words. What worries you now?

number-seen = I saw a number or an address in your message. Shall I hide it?
number-hide = Hide it
    .words = yes, hide
number-keep = Leave it there
    .words = no, keep, keep it, leave it
number-hidden = I have hidden the numbers and addresses. They are still on your phone.
number-kept = All right. It stays as it is.

card-danger = Call { $tel_emergency_112 } now if you are in the Netherlands. With the app of { $tel_emergency_112 } you can also type. Or go to other people, if you can.
card-danger-abroad = Are you in another country? Choose for yourself whom you trust there. The number there may belong to the state you fear.
card-danger-stop = You may stop this chat. You may come back later.

card-suicide = This is heavy. You do not have to be alone with it. In the Netherlands you can call { $tel_suicide_113 } now, or { $tel_suicide_113_2 } for free.
card-suicide-chat = You can chat at { $url_suicide_113 }. They speak mostly Dutch. A colleague here can help you call.
card-suicide-here = Type HUMAN if you want a colleague here. You may also just write on.

card-minor = You can talk to us too. De Kindertelefoon is free: { $tel_kindertelefoon }. They speak mostly Dutch, a colleague here can help you call.
card-minor-limit = Are you in great danger? Then we may have to look for help for you. A colleague will first tell you what happens.
card-minor-adult = Maybe there is a grown-up you trust. You decide whom you tell.

card-home = Veilig Thuis listens day and night: { $tel_veilig_thuis }. You do not need to give your name. Call only if you can talk safely now.
card-home-help = They speak mostly Dutch. A colleague here can help you call. We never call your family ourselves.

card-marry = Are you in the Netherlands? Call Veilig Thuis: { $tel_veilig_thuis }. They speak mostly Dutch, a colleague here can help you call.
card-marry-abroad = If you are abroad, call { $tel_bz_contact }. You can also send a WhatsApp message: { $tel_bz_contact_2 }. This belongs to the Dutch government.
card-marry-trip = If you are afraid of a trip, tell someone you trust. Leave a copy of your passport with that person.

card-crime = This may be a crime. You can tell the police, with or without a formal report: { $tel_police_0900 }. A formal report usually needs your name.
card-crime-anonymous = You can also tell it without your name to Meld Misdaad Anoniem: { $tel_meld_misdaad_anoniem }. They cannot call you back.
card-crime-choice = You may also do nothing now. You decide.

card-recruit = You may say no. You do not have to tell us what you did yourself.
card-recruit-lawyer = Talk to a lawyer first. Het Juridisch Loket can help you find one: { $tel_juridisch_loket }. A lawyer can also call the Dutch secret service (AIVD) for you.

card-consul = You decide if you contact an embassy. You can take someone with you. Write down at home what was asked, but take no risks.
card-consul-help = Het Juridisch Loket can tell you about your rights: { $tel_juridisch_loket }. They speak mostly Dutch.

card-device = Please stop on this phone. Use another, safe phone. Do not click on the strange message, and do not delete it yet.
card-device-help = There are experts who can check a phone. Write from a safe phone to { $mail_access_now }. A colleague here can help you with that.

card-press = PersVeilig helps journalists: { $url_persveilig }. Please do not name your sources here.

card-prof = Thank you. Do not share details of your client here. Rather tell what you noticed, and how often.
card-prof-steps = Look for fear, silence and pressure through family. Listen calmly and ask what is safe now. Do nothing without your client.
card-prof-help = Advice for your work is at { $url_ess }. Your client may also write here.

card-office = There is help for office-holders and officials: { $url_weerbaar_bestuur }. You may also tell your security officer.
card-office-more = There is also another line for office-holders under threat: { $name_vertrouwenslijn_bestaand }. The number is { $tel_vertrouwenslijn_bestaand }.

card-talk = De Luisterlijn listens day and night: { $tel_luisterlijn }. They speak mostly Dutch. Your family doctor can help too, and keeps secret what you tell.

card-wrong = For matters without another country we are not the right place. For law and papers there is Het Juridisch Loket: { $tel_juridisch_loket }. After a crime you can call Slachtofferhulp: { $tel_slachtofferhulp }.
card-wrong-help = Type HUMAN if you are in doubt. A colleague then looks for a better place with you.

card-abroad = We can listen, also when you are not in the Netherlands. If it touches the Netherlands, we can count it.
card-abroad-emergency = For help where you are, there is the local emergency number. Take care: it may belong to the state you fear. You decide whom you trust.
card-abroad-dutch = If you have a Dutch passport, you can call { $tel_bz_contact }.

card-probe = I cannot say anything about staff, place or other people.
card-abuse = I do not answer insults. You may go on calmly, or stop.
card-duress = You can stop here.
card-system = Something went wrong. I do not know whether your message arrived. Please try again later.

expect-usually = Please know: we usually cannot act on one case.
expect-helps = Your story does help to see how big this is. It also helps to see which countries do it. With many stories together, the government can speak to that country.
expect-limit = { $legal_limit }
expect-not-passed = Otherwise we do not pass on your story. We do not pass on who you are either.

erase-ask = Everything we have of this talk will then be gone. We cannot get it back. If something was counted without a name, that stays.
erase-again = Type ERASE again within two minutes.
erased = I now erase your story, your answers and the way to you.
erased-chat = I have removed what I wrote here. What you wrote too, if this chat allows it. The messenger service may still know that you were here.
erased-phone = See what is still on your phone. In Element: press and hold the chat and choose Leave. In Signal: press and hold it and choose Delete.
erased-new = I leave this chat now. You can always start again in a new chat with me.
