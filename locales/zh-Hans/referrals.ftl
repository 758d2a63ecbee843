# Information to read without telling anything, and the list of other places.

menu = 您想看哪方面的信息？
menu-line = 这条热线是什么
menu-pressure = 什么是别国的压力
menu-keep = 您写的内容会怎样处理
menu-limits = 我们不能保护什么
menu-places = 别的可以帮助的机构
menu-on = 回到我的对话
menu-human = 和真人交谈
information-stay = 您可以在这里继续看。如果想交谈，请输入“真人”。
not-kept = 这个我不保留。如果想交谈，请输入“真人”。

info-line = { $line } 帮助感到有来自别国压力的人。您不需要有证据。有感觉就够了。
info-line-not = 我们不属于政府、警察或大使馆。也有别的求助机构。您随时可以作别的选择。
info-pressure = 有时，别的国家想让一个人不出声、听话或提供信息。荷兰不希望这样。很多人遇到这种事。
info-examples = 例如：威胁、跟踪、对家人施加压力、手机被黑客入侵。在大使馆办证件遇到问题，也可能是其中之一。
info-keep = 工作人员会读您发送的内容。没有发给工作人员的内容，在您最后一条消息之后 { $draft_hours } 小时消失。{ $case_days } 天之后，您写的一切都会消失。
info-code = 如果有对话码，读过的对话在 { $quiet_hours } 小时没有消息之后会锁住。那时，只有对话码可以打开它，直到结束后 { $closed_days } 天。
info-count = 如果您同意，我们会统计发生的事，不带姓名。这样可以看出这种事发生得多频繁。{ $legal_limit }
info-limits-servers = 聊天服务可以看到您在这里写过，以及什么时候写的。它看不到您写了什么。
info-limits-phone = 被黑客入侵的手机，什么都会暴露。您的写法也可能让人认出您。所以，请尽量不要写姓名和地点。
info-limits-machine = 我们的电脑读到的内容，电脑的管理员有可能读到。如果电脑放在一家公司，那家公司有可能查看电脑的内存。

places = 您需要哪方面的机构？
places-danger = 现在有危险
places-suicide = 我不想活下去
places-minor = 我不到 18 岁
places-home = 家里或家族里的暴力
places-marry = 被迫结婚或旅行
places-more = 更多机构
    .words = 更多
places-crime = 威胁、跟踪骚扰或黑客
places-recruit = 我被迫提供信息或为对方做事
places-consul = 来自大使馆的压力
places-device = 我的手机或账号
places-abroad = 我不在荷兰
places-press = 我是记者或创作者
places-office = 我在政府或政界工作
places-prof = 我在工作中帮助别人
places-talk = 我想和人谈谈
places-wrong = 别的事情
places-back = 回到列表
