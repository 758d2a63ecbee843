# What a colleague may send with `!m`. Numbers come from referrals.json, never from a text.
# No text names the colleague: who answers stays unknown to the reporter.

m-hello = 您好，我是这条热线的工作人员。您写的内容我已经读过，您不必再说一遍。您现在发消息安全吗？
m-pace = 我们慢慢来。您随时可以停止。
m-thanks = 谢谢您告诉我这些。
m-notfault = 别人做的事，不是您的错。
m-choice = 接下来怎么做，由您决定。
m-more = 您还有什么想告诉我的吗？
m-check = 我这样理解对吗？{ $text } 如果不对，请告诉我。
m-mt = 我们之间可能由电脑翻译，翻译可能出错。您可以换一种说法吗？
m-noname = 请不要写出别人的姓名。这样更安全。
m-masked = 您发送的内容里有号码或姓名。您可以删除那条消息。然后我也会把这里的去掉。
m-alone = 请想一想，现在谁在您附近。会不会有人看到您写的内容？
m-danger = 如果您在荷兰有危险，请拨打 { $tel_emergency_112 }。我留在这里。
m-suicide = 您是否想过不再活下去？您可以对我说。
m-113 = 我希望您和 { $tel_suicide_113 } 谈一谈。免费电话：{ $tel_suicide_113_2 }。那里主要讲荷兰语，所以我会留在这里，可以帮您打电话。
m-police = 这可能是犯罪。您可以去找警察，也可以不去。要我说明有哪些办法吗？
m-lawyer = 请先和律师谈。您不必告诉我您做过什么。
m-family = 我们不会写下您家人的姓名和地点。
m-device = 我们不要再用这部手机写了。请用安全的手机写给我们；如果有对话码，请用上。
m-limits = 我必须坦白说：我不能阻止对方。我可以倾听，和您一起想。
m-case = 只凭一个人的讲述，我们通常不能直接做什么。和别的讲述合在一起，它就有分量。
m-next = 您现在可以做一件事：{ $step }
m-wait = 请等一下。我去问另一位工作人员。我不会说您是谁。
m-handover = 我的值班时间到了。另一位工作人员会继续和您谈。
m-silent = 我还在这里。您不必回答。
m-return = 您可以用对话码回来。我们的开放时间：{ $hours }。
m-hours-unknown = 时间不固定
m-wipe = 输入“清空”，可以删除我们保存的一切。如果这样更安全，请在手机上也删除这个对话。
m-close = 我准备结束这次对话。您觉得可以吗？
m-bound = 我想帮助您，但不接受辱骂。
