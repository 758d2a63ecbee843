# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = 幫助
    .words = 幫助, 帮助, ?, ？
word-stop = 停止
    .words = 停止, 暫停, 停下, 先停止
word-erase = 清空
    .words = 清空, 全部清空, 清空全部, 清空所有, 全部刪除, 刪除全部, 刪除所有, 全部刪掉, 全刪
word-back = 返回
    .words = 返回, 上一步, 返回上一步
word-skip = 跳過
    .words = 跳過, 跳过, 略過
word-language = 語言
    .words = 語言, 语言, 換語言, 更換語言, 轉換語言, 改語言
word-human = 真人
    .words = 真人, 人工, 轉真人, 找真人, 真人服務, 轉人工
word-summary = 摘要
    .words = 摘要, 總結, 总结, 概要
word-danger = 危險
    .words = 危險, 危险, 救命, 112
word-info = 說明
    .words = 說明, 说明, 使用說明
word-code = 對話碼
    .words = 對話碼, 对话码, 我的對話碼
word-original = 原文
    .words = 原文, 看原文, 查看原文

step-done = 完成
    .words = 完成, 完成了, 寫完了, 我寫完了, 寫好了, 說完了, 我說完了, 講完了, 我講完了, 就這些, 就這樣, 好了, 寫完, 講完, 講晒, 寫晒
step-unknown = 我不知道
    .words = 我不知道, 不知道, 不清楚, 我不清楚, 不太清楚, 不曉得, 我不曉得, 唔知, 唔知道, 我唔知, 唔清楚
step-and = 和
    .words = 和, 跟, 與, 及, 還有, 同埋

distress-suicide = 自殺
    .words = 自殺, 我想自殺, 我要自殺, 我想死, 我好想死, 我真的想死, 我不想活, 我不想活了, 不想活了, 真的不想活了, 我不想活下去, 不想活下去了, 結束自己的生命, 我想結束自己的生命, 我想結束生命, 我唔想做人, 我唔想再做人

# Names of languages, for the sentence about the colleague.
tongue-nl = 荷蘭文
tongue-en = 英文

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = 是的。
    .words = 是, 是的, 是啊, 對, 對的, 對啊, 嗯, 嗯嗯, 沒錯, 有, 有啊, 係, 係呀, 係啊
gloss-no = 不是。
    .words = 不, 不是, 不是的, 沒有, 沒, 沒有啊, 不對, 唔係, 冇, 冇呀, 冇啊
gloss-good = 好的。
    .words = 好, 好的, 好吧, 好啊, 好呀, 行, 可以, 沒問題, 冇問題, ok, okay
gloss-thanks = 謝謝。
    .words = 謝謝, 謝謝您, 謝謝你, 多謝, 多謝您, 多謝你, 感謝, 感謝您, 非常感謝, 唔該, 唔該晒, 多謝晒
gloss-hello = 您好。
    .words = 您好, 你好, 你們好, 早安, 早晨, 午安, 哈囉, 嗨, 哈佬
gloss-maybe = 也許。
    .words = 也許, 可能, 可能吧, 或許, 大概
gloss-unknown = 我不知道。
    .words = 我不知道, 不知道, 不清楚, 我不清楚, 不太清楚, 不曉得, 我不曉得, 唔知, 唔知道, 我唔知, 唔清楚
gloss-wait = 請等一下。
    .words = 請等一下, 等一下, 等等, 請稍等, 稍等, 等一會, 請等等, 等陣, 等我一陣
gloss-sorry = 對不起。
    .words = 對不起, 抱歉, 不好意思, 很抱歉, 真抱歉, 對唔住, 唔好意思
gloss-help = 請幫幫我。
    .words = 請幫幫我, 幫幫我, 請幫我, 幫我, 請幫忙, 幫忙, 救救我, 救命, 幫下我
