# What the line says when something technical stands in the way. Every sentence must be true.

system-send-again =
    I could not read one or more of your messages. Their key did not arrive. Please send them again.
system-key-withheld =
    Your app did not give me the key to your message. It does not trust this chat yet. Open the details of this contact, compare the key on our website, and send your message again. Or use another app.
system-clear-text =
    A message came without encryption. I did not read it and I did not keep it. Please send it again from this chat with encryption on.
system-not-proven =
    A message came in your name, but I cannot see that it is from you. I did not read it.
system-other-device =
    A message came from another device than the one you started with. I did not read it. Write from your first device, or start a new chat with me.
system-no-calls =
    Calling is not possible here. Please write.
system-not-in-groups =
    You wrote to me in a group. I am in no groups. I read nothing there and kept nothing. Please write to me only here.
system-unencrypted =
    This chat is not encrypted. Others could read along. I keep nothing and leave this chat now. Please start a new, encrypted chat with only the two of us.
system-group =
    Someone else is in this chat. I only talk with one person. I keep nothing more of this chat and leave it now. Please start a new chat with only the two of us.
system-space =
    This is not a chat of two people. I leave it now. Please start a new, encrypted chat with only the two of us.
system-version =
    This kind of chat is not safe enough, or it is too new for me. I leave it now. Please start a new, encrypted chat with only the two of us.
system-not-delivered =
    Something went wrong. I do not know whether your message arrived with my colleague. Please send it again later.
system-too-much =
    This talk has become too long. I could not keep your last message, and I may not be able to keep the next ones. Your answers and the words STOP and ERASE still work.
system-forgotten =
    Our computer forgot everything, also what you wrote. Did you have no answer yet? Or are you in danger? Then please start a new chat with us and tell us again. A code from us no longer works. I am leaving this chat now.
system-answer-lost =
    I could not deliver a message from my colleague to you. My colleague knows.
system-nobody-yet =
    Your story is here, but for a day no colleague could open it. I keep trying. Do not wait for us if you need help now. Type DANGER for numbers you can call.
system-slowed =
    You are writing a lot. Your messages now reach my colleague a little later, in order. Nothing is lost.
