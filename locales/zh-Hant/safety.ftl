# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = 先說一件事。如果在荷蘭遇到危險，請撥打 { $tel_emergency_112 }。您隨時可以停止。
safe-now-ask = 您現在傳訊息安全嗎？
safe-now-safe = 是，我安全，身邊沒有別人
    .words = 是, 是的, 係, 安全, 很安全, 我安全, 我很安全, 是安全的, 安全的, 好安全
safe-now-danger = 我有危險
    .words = 不, 不是, 唔係, 不安全, 我不安全, 唔安全, 有危險, 我在危險中
safe-now-read-along = 可能有人在看我寫的內容
    .words = 有人在看, 可能有人在看, 有人會看到, 有人在旁邊, 旁邊有人, 身邊有人, 有人睇緊, 隔籬有人
safe-now-unsure = 我不確定
    .words = 不確定, 不知道, 我不知道, 不清楚, 我不清楚, 不太清楚, 唔知, 唔知道, 唔肯定, 唔清楚, 可能, 也許

after-danger = 您現在想繼續寫嗎？
after-danger-human = 我想和真人交談
after-danger-on = 我想繼續寫
    .words = 是, 是的, 係, 想, 繼續, 繼續寫, 我繼續
after-danger-stop = 我現在停止
    .words = 不, 不想, 不了, 不寫了, 唔想, 唔寫, 唔寫喇

device-tips = 您可以以後用另一部手機寫。不要用工作單位的手機。如果這樣比較安全，請在手機上刪除這個對話。
device-tips-more = 會自動消失的訊息比較安全。我們不會再在這裡顯示您的講述。
device = 您現在想在這裡繼續寫嗎？
device-on = 是，我繼續
    .words = 是, 是的, 係, 想, 繼續, 繼續寫, 我繼續
device-stop = 不，我現在停止
    .words = 不, 不想, 不了, 不寫了, 唔想, 唔寫, 唔寫喇

worry = 您可以用自己的話說。您現在擔心什麼？

number-seen = 我在您的訊息裡看到了號碼或地址。要我把它隱藏嗎？
number-hide = 把它隱藏
    .words = 是, 是的, 係, 要, 好, 好的, 好呀, 隱藏, 請隱藏
number-keep = 保留不變
    .words = 不, 不要, 不用, 唔要, 唔使, 唔好, 保留, 留著, 不隱藏
number-hidden = 我已隱藏號碼和地址。您的手機上仍然有這些內容。
number-kept = 好的。它保持原樣。

card-danger = 如果您在荷蘭，請現在撥打 { $tel_emergency_112 }。用 { $tel_emergency_112 } 的 App，也可以打字。或者，如果可以，請到有其他人的地方去。
card-danger-abroad = 您在別的國家嗎？在那裡信任誰，請您自己選擇。那裡的號碼可能屬於您害怕的國家。
card-danger-stop = 您可以停止這次對話。您以後可以回來。

card-suicide = 這很沉重。您不必一個人承受。在荷蘭，您現在可以撥打 { $tel_suicide_113 }，或打免費電話 { $tel_suicide_113_2 }。
card-suicide-chat = 您可以在 { $url_suicide_113 } 用文字交談。那裡主要講荷蘭語。我們的工作人員可以幫您打電話。
card-suicide-here = 如果您想在這裡找工作人員，請輸入「真人」。您也可以直接繼續寫。

card-minor = 你也可以和我們交談。De Kindertelefoon 是免費的：{ $tel_kindertelefoon }。那裡主要講荷蘭語，我們的工作人員可以幫你打電話。
card-minor-limit = 你有很大的危險嗎？那麼我們可能必須為你尋求幫助。工作人員會先告訴你會發生什麼事。
card-minor-adult = 也許有一個你信任的大人。告訴誰，由你決定。

card-home = Veilig Thuis 日夜都有人傾聽：{ $tel_veilig_thuis }。您不必說出姓名。只有現在可以安全說話時，才打電話。
card-home-help = 那裡主要講荷蘭語。我們的工作人員可以幫您打電話。我們自己絕不會打電話給您的家人。

card-marry = 您在荷蘭嗎？請打電話給 Veilig Thuis：{ $tel_veilig_thuis }。那裡主要講荷蘭語，我們的工作人員可以幫您打電話。
card-marry-abroad = 如果您在國外，請撥打 { $tel_bz_contact }。您也可以用 WhatsApp 傳訊息：{ $tel_bz_contact_2 }。這屬於荷蘭政府。
card-marry-trip = 如果您害怕某次旅行，請告訴您信任的人。把您的護照影印本留給那個人。

card-crime = 這可能是犯罪。您可以找警察，正式報案或不報案都可以：{ $tel_police_0900 }。正式報案通常需要您的姓名。
card-crime-anonymous = 您也可以不說姓名，把這件事告訴 Meld Misdaad Anoniem：{ $tel_meld_misdaad_anoniem }。那裡不能回電話給您。
card-crime-choice = 您現在也可以什麼都不做。由您決定。

card-recruit = 您可以拒絕。您不必告訴我們您自己做過什麼。
card-recruit-lawyer = 請先和律師談。Het Juridisch Loket 可以幫您找律師：{ $tel_juridisch_loket }。律師也可以替您打電話給荷蘭的情報機構（AIVD）。

card-consul = 是否聯絡大使館，由您決定。您可以帶一個人同去。回家後寫下被問了什麼，但不要冒險。
card-consul-help = Het Juridisch Loket 可以告訴您，您有什麼權利：{ $tel_juridisch_loket }。那裡主要講荷蘭語。

card-device = 最好不要再用這部手機寫。請用另一部安全的手機。不要點開奇怪的訊息，也先不要刪除它。
card-device-help = 有專家可以檢查手機。請用安全的手機寫信到 { $mail_access_now }。我們的工作人員可以幫您。

card-press = PersVeilig 幫助記者：{ $url_persveilig }。請不要在這裡說出消息來源。

card-prof = 謝謝您。請不要在這裡寫服務對象的個人資料。最好寫您注意到了什麼，有多少次。
card-prof-steps = 請留意恐懼、沉默，以及透過家人施加的壓力。平靜地聽，問現在怎樣才安全。沒有服務對象的參與，什麼都不要做。
card-prof-help = 工作方面的建議，請看 { $url_ess }。您的服務對象也可以自己在這裡寫。

card-office = 有為公職人員和公務員提供的幫助：{ $url_weerbaar_bestuur }。您也可以告訴您的安全負責人。
card-office-more = 另外有一條專線，幫助受到威脅的公職人員：{ $name_vertrouwenslijn_bestaand }。號碼是 { $tel_vertrouwenslijn_bestaand }。

card-talk = De Luisterlijn 日夜都有人傾聽：{ $tel_luisterlijn }。那裡主要講荷蘭語。您的家庭醫生也可以幫忙，並會為您說的話保密。

card-wrong = 和別的國家無關的事，我們不是合適的地方。法律和證件問題，可以找 Het Juridisch Loket：{ $tel_juridisch_loket }。遭遇犯罪之後，可以打電話給 Slachtofferhulp：{ $tel_slachtofferhulp }。
card-wrong-help = 如果您拿不定主意，請輸入「真人」。工作人員會和您一起找更合適的地方。

card-abroad = 您不在荷蘭，我們也可以傾聽。如果這件事和荷蘭有關，我們可以把它計入統計。
card-abroad-emergency = 如果您在當地需要幫助，可以用當地的緊急電話。請注意：那個號碼可能屬於您害怕的國家。信任誰，由您決定。
card-abroad-dutch = 如果您有荷蘭護照，可以撥打 { $tel_bz_contact }。

card-probe = 關於工作人員、地點或其他人，我什麼都不能說。
card-abuse = 我不回答辱罵的話。您可以平靜地繼續，也可以停止。
card-duress = 您可以在這裡停止。
card-system = 出了問題。我不知道您的訊息有沒有送到。請以後再試一次。

expect-usually = 請您了解：只憑一個人的講述，我們通常不能直接做什麼。
expect-helps = 但您的講述有助於看清這個問題有多大。也有助於看清哪些國家在這樣做。許多講述合在一起，政府可以向一個國家提出這個問題。
expect-limit = { $legal_limit }
expect-not-passed = 除此之外，我們不轉達您的講述。我們也不轉達您是誰。

erase-ask = 那樣，這次對話裡我們保存的一切都會消失。無法恢復。如果有內容已經不帶姓名計入統計，那部分會留下。
erase-again = 請在兩分鐘內再輸入一次「清空」。
erased = 我現在刪除您的講述、您的回答，以及聯絡您的途徑。
erased-chat = 我在這裡寫的內容，我已經移除。如果這個對話允許，您寫的內容也已移除。聊天服務可能仍然知道您來過這裡。
erased-phone = 請看看您的手機上還留著什麼。在 Element：長按這個對話，選擇「離開」。在 Signal：長按這個對話，選擇「刪除」。
erased-new = 我現在離開這個對話。您隨時可以在新的對話裡和我重新開始。
