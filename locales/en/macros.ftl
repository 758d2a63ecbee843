# What a colleague may send with `!m`. Numbers come from referrals.json, never from a text.
# No text names the colleague: who answers stays unknown to the reporter.

m-hello = Good day, I am a colleague of this line. I have read what you wrote, so you need not repeat it. Is it safe to write now?
m-pace = We take the time. You may stop at any moment.
m-thanks = Thank you for telling me this.
m-notfault = What others do is not your fault.
m-choice = You decide what happens next.
m-more = Is there anything you would like me to know?
m-check = Do I understand you well? { $text } Tell me if it is wrong.
m-mt = A computer may translate between us, and it can be wrong. Can you say it in other words?
m-noname = Please do not name people. It is safer.
m-masked = There is a number or a name in what you sent. You can delete that message. Then I take it away here too.
m-alone = Think of who is near you now. Could anyone read along?
m-danger = If you are in danger in the Netherlands, call { $tel_emergency_112 }. I stay here.
m-suicide = Do you think about ending your life? You may say it to me.
m-113 = I would like you to speak with { $tel_suicide_113 }. It is free: { $tel_suicide_113_2 }. They speak mostly Dutch, so I stay and can help you call.
m-police = This may be a crime. You can go to the police, or not. Shall I explain the ways?
m-lawyer = Talk to a lawyer first. You need not tell me what you did.
m-family = We will not write down your family's names or place.
m-device = Let us stop on this phone. Write to us from a safe phone, with your code if you have one.
m-limits = I have to be honest: I cannot stop them. I can listen and think with you.
m-case = We usually cannot act on one case. Together with others it counts.
m-next = One thing you can do now: { $step }
m-wait = One moment. I ask a colleague. I do not tell who you are.
m-handover = My shift ends. A colleague goes on with you.
m-silent = I am still here. You need not answer.
m-return = You can come back with your code. We are open { $hours }.
m-hours-unknown = at changing hours
m-wipe = Type ERASE to delete everything we have. Delete this chat on your phone too, if that is safer.
m-close = I am going to close this talk. Is this a good moment for you?
m-bound = I want to help, but not with insults.
