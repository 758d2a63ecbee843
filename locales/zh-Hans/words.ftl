# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = 帮助
    .words = 帮助, 幫助, ?, ？
word-stop = 停止
    .words = 停止, 暂停, 停下, 先停止
word-erase = 清空
    .words = 清空, 全部清空, 清空全部, 清空所有, 全部删除, 删除全部, 删除所有, 全部删掉, 全删
word-back = 返回
    .words = 返回, 上一步, 后退
word-skip = 跳过
    .words = 跳过, 跳過, 略过
word-language = 语言
    .words = 语言, 語言, 换语言, 更换语言, 切换语言, 改语言
word-human = 真人
    .words = 真人, 人工, 转人工, 找真人, 人工服务
word-summary = 总结
    .words = 总结, 總結, 小结, 概要
word-danger = 危险
    .words = 危险, 危險, 救命, 112
word-info = 说明
    .words = 说明, 說明, 使用说明
word-code = 对话码
    .words = 对话码, 對話碼, 我的对话码
word-original = 原文
    .words = 原文, 看原文, 查看原文

step-done = 完成
    .words = 完成, 完成了, 写完了, 我写完了, 说完了, 我说完了, 讲完了, 我讲完了, 就这些, 就这些了, 好了
step-unknown = 我不知道
    .words = 我不知道, 不知道, 我不清楚, 不清楚, 不晓得, 不太清楚
step-and = 和
    .words = 和, 跟, 与, 及, 还有

distress-suicide = 自杀
    .words = 自杀, 我想自杀, 我要自杀, 我想死, 我好想死, 我真的想死, 我不想活, 我不想活了, 不想活了, 真的不想活了, 我不想活下去, 不想活下去了, 结束自己的生命, 我想结束自己的生命, 我想结束生命

# Names of languages, for the sentence about the colleague.
tongue-nl = 荷兰语
tongue-en = 英语

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = 是的。
    .words = 是, 是的, 是啊, 对, 对的, 对啊, 嗯, 嗯嗯, 没错, 有, shi, shi de
gloss-no = 不是。
    .words = 不, 不是, 不是的, 没有, 没, 没有啊, 不对, bu shi
gloss-good = 好的。
    .words = 好, 好的, 好吧, 好啊, 行, 可以, 没问题, ok, okay, hao, hao de
gloss-thanks = 谢谢。
    .words = 谢谢, 谢谢您, 谢谢你, 多谢, 非常感谢, 感谢, 感谢您, 太感谢了, xiexie, xie xie
gloss-hello = 您好。
    .words = 您好, 你好, 你们好, 早上好, 上午好, 下午好, 晚上好, 哈喽, 嗨, nihao, ni hao
gloss-maybe = 也许。
    .words = 也许, 可能, 可能吧, 也许吧, 或许, 大概
gloss-unknown = 我不知道。
    .words = 我不知道, 不知道, 我不清楚, 不清楚, 不晓得, 不太清楚, bu zhi dao
gloss-wait = 请稍等。
    .words = 请稍等, 稍等, 等一下, 等等, 请等一下, 等一会儿, 稍等一下
gloss-sorry = 对不起。
    .words = 对不起, 抱歉, 不好意思, 很抱歉, 真对不起
gloss-help = 请帮帮我。
    .words = 请帮帮我, 帮帮我, 请帮我, 帮我, 帮忙, 请帮忙, 救救我, 救命
