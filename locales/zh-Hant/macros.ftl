# What a colleague may send with `!m`. Numbers come from referrals.json, never from a text.
# No text names the colleague: who answers stays unknown to the reporter.

m-hello = 您好，我是這條專線的工作人員。您寫的內容我已經讀過，您不必再說一遍。您現在傳訊息安全嗎？
m-pace = 我們慢慢來。您隨時可以停止。
m-thanks = 謝謝您告訴我這些。
m-notfault = 別人做的事，不是您的錯。
m-choice = 接下來怎麼做，由您決定。
m-more = 您還有什麼想告訴我的嗎？
m-check = 我這樣理解對嗎？{ $text } 如果不對，請告訴我。
m-mt = 我們之間可能由電腦翻譯，翻譯可能出錯。您可以換一種說法嗎？
m-noname = 請不要寫出別人的姓名。這樣比較安全。
m-masked = 您傳送的內容裡有號碼或姓名。您可以刪除那則訊息。然後我也會把這裡的去掉。
m-alone = 請想一想，現在誰在您附近。會不會有人看到您寫的內容？
m-danger = 如果您在荷蘭有危險，請撥打 { $tel_emergency_112 }。我留在這裡。
m-suicide = 您是否想過不再活下去？您可以對我說。
m-113 = 我希望您和 { $tel_suicide_113 } 談一談。免費電話：{ $tel_suicide_113_2 }。那裡主要講荷蘭語，所以我會留在這裡，可以幫您打電話。
m-police = 這可能是犯罪。您可以去找警察，也可以不去。要我說明有哪些辦法嗎？
m-lawyer = 請先和律師談。您不必告訴我您做過什麼。
m-family = 我們不會寫下您家人的姓名和地點。
m-device = 我們不要再用這部手機寫了。請用安全的手機寫給我們；如果有對話碼，請用上。
m-limits = 我必須坦白說：我不能阻止對方。我可以傾聽，和您一起想。
m-case = 只憑一個人的講述，我們通常不能直接做什麼。和別的講述合在一起，它就有分量。
m-next = 您現在可以做一件事：{ $step }
m-wait = 請等一下。我去問另一位工作人員。我不會說您是誰。
m-handover = 我的值班時間到了。另一位工作人員會繼續和您談。
m-silent = 我還在這裡。您不必回答。
m-return = 您可以用對話碼回來。我們的開放時間：{ $hours }。
m-hours-unknown = 時間不固定
m-wipe = 輸入「清空」，可以刪除我們保存的一切。如果這樣比較安全，請在手機上也刪除這個對話。
m-close = 我準備結束這次對話。您覺得可以嗎？
m-bound = 我想幫助您，但不接受辱罵。
