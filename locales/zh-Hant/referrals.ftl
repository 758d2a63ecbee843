# Information to read without telling anything, and the list of other places.

menu = 您想看哪方面的資訊？
menu-line = 這條專線是什麼
menu-pressure = 什麼是別國的壓力
menu-keep = 您寫的內容會怎樣處理
menu-limits = 我們不能保護什麼
menu-places = 別的可以幫助的機構
menu-on = 回到我的對話
menu-human = 和真人交談
information-stay = 您可以在這裡繼續看。如果想交談，請輸入「真人」。
not-kept = 這個我不保留。如果想交談，請輸入「真人」。

info-line = { $line } 幫助感到有來自別國壓力的人。您不需要有證據。有感覺就夠了。
info-line-not = 我們不屬於政府、警察或大使館。也有別的求助機構。您隨時可以作別的選擇。
info-pressure = 有時，別的國家想讓一個人不出聲、聽話或提供資訊。荷蘭不希望這樣。很多人遇到這種事。
info-examples = 例如：威脅、跟蹤、對家人施加壓力、手機被入侵。在大使館辦證件遇到問題，也可能是其中之一。
info-keep = 工作人員會讀您傳送的內容。沒有傳給工作人員的內容，在您最後一則訊息之後 { $draft_hours } 小時消失。{ $case_days } 天之後，您寫的一切都會消失。
info-code = 如果有對話碼，讀過的對話在 { $quiet_hours } 小時沒有訊息之後會鎖住。那時，只有對話碼可以打開它，直到結束後 { $closed_days } 天。
info-count = 如果您同意，我們會統計發生的事，不帶姓名。這樣可以看出這種事發生得多頻繁。{ $legal_limit }
info-limits-servers = 聊天服務可以看到您在這裡寫過，以及什麼時候寫的。它看不到您寫了什麼。
info-limits-phone = 被入侵的手機，什麼都會暴露。您的寫法也可能讓人認出您。所以，請盡量不要寫姓名和地點。
info-limits-machine = 我們的電腦讀到的內容，電腦的管理員有可能讀到。如果電腦放在一家公司，那家公司有可能查看電腦的記憶體。

places = 您需要哪方面的機構？
places-danger = 現在有危險
places-suicide = 我不想活下去
places-minor = 我未滿 18 歲
places-home = 家裡或家族裡的暴力
places-marry = 被迫結婚或旅行
places-more = 更多機構
    .words = 更多
places-crime = 威脅、跟蹤騷擾或入侵帳號
places-recruit = 我被迫提供資訊或為對方做事
places-consul = 來自大使館的壓力
places-device = 我的手機或帳號
places-abroad = 我不在荷蘭
places-press = 我是記者或創作者
places-office = 我在政府或政界工作
places-prof = 我在工作中幫助別人
places-talk = 我想和人談談
places-wrong = 別的事情
places-back = 回到清單
