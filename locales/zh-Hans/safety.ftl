# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = 先说一件事。如果在荷兰遇到危险，请拨打 { $tel_emergency_112 }。您随时可以停止。
safe-now-ask = 您现在发消息安全吗？
safe-now-safe = 是，我安全，身边没有别人
    .words = 是, 是的, 安全, 很安全, 我安全, 我很安全, 是安全的, 安全的
safe-now-danger = 我有危险
    .words = 不, 不是, 不安全, 我不安全, 有危险, 我在危险中
safe-now-read-along = 可能有人在看我写的内容
    .words = 有人在看, 可能有人在看, 有人会看到, 有人在旁边, 旁边有人, 身边有人
safe-now-unsure = 我不确定
    .words = 不确定, 不知道, 我不知道, 不清楚, 我不清楚, 不太清楚, 可能, 也许

after-danger = 您现在想继续写吗？
after-danger-human = 我想和真人交谈
after-danger-on = 我想继续写
    .words = 是, 是的, 想, 继续, 继续写, 我继续
after-danger-stop = 我现在停止
    .words = 不, 不想, 不了, 不写了

device-tips = 您可以以后用另一部手机写。不要用工作单位的手机。如果这样更安全，请在手机上删除这个对话。
device-tips-more = 会自动消失的消息更安全。我们不会再在这里显示您的讲述。
device = 您现在想在这里继续写吗？
device-on = 是，我继续
    .words = 是, 是的, 想, 继续, 继续写, 我继续
device-stop = 不，我现在停止
    .words = 不, 不想, 不了, 不写了

worry = 您可以用自己的话说。您现在担心什么？

number-seen = 我在您的消息里看到了号码或地址。要我把它隐藏吗？
number-hide = 把它隐藏
    .words = 是, 是的, 要, 好, 好的, 隐藏, 请隐藏
number-keep = 保留不变
    .words = 不, 不要, 不用, 保留, 留着, 不隐藏
number-hidden = 我已隐藏号码和地址。您的手机上仍然有这些内容。
number-kept = 好的。它保持原样。

card-danger = 如果您在荷兰，请现在拨打 { $tel_emergency_112 }。用 { $tel_emergency_112 } 的 App，也可以打字。或者，如果可以，请到有其他人的地方去。
card-danger-abroad = 您在别的国家吗？在那里信任谁，请您自己选择。那里的号码可能属于您害怕的国家。
card-danger-stop = 您可以停止这次对话。您以后可以回来。

card-suicide = 这很沉重。您不必一个人承受。在荷兰，您现在可以拨打 { $tel_suicide_113 }，或打免费电话 { $tel_suicide_113_2 }。
card-suicide-chat = 您可以在 { $url_suicide_113 } 用文字交谈。那里主要讲荷兰语。我们的工作人员可以帮您打电话。
card-suicide-here = 如果您想在这里找工作人员，请输入“真人”。您也可以直接继续写。

card-minor = 你也可以和我们交谈。De Kindertelefoon 是免费的：{ $tel_kindertelefoon }。那里主要讲荷兰语，我们的工作人员可以帮你打电话。
card-minor-limit = 你有很大的危险吗？那么我们可能必须为你寻求帮助。工作人员会先告诉你会发生什么。
card-minor-adult = 也许有一个你信任的大人。告诉谁，由你决定。

card-home = Veilig Thuis 日夜都有人倾听：{ $tel_veilig_thuis }。您不必说出姓名。只有现在可以安全说话时，才打电话。
card-home-help = 那里主要讲荷兰语。我们的工作人员可以帮您打电话。我们自己绝不会打电话给您的家人。

card-marry = 您在荷兰吗？请打电话给 Veilig Thuis：{ $tel_veilig_thuis }。那里主要讲荷兰语，我们的工作人员可以帮您打电话。
card-marry-abroad = 如果您在国外，请拨打 { $tel_bz_contact }。您也可以用 WhatsApp 发消息：{ $tel_bz_contact_2 }。这属于荷兰政府。
card-marry-trip = 如果您害怕某次旅行，请告诉您信任的人。把您的护照复印件留给那个人。

card-crime = 这可能是犯罪。您可以找警察，正式报案或不报案都可以：{ $tel_police_0900 }。正式报案通常需要您的姓名。
card-crime-anonymous = 您也可以不说姓名，把这件事告诉 Meld Misdaad Anoniem：{ $tel_meld_misdaad_anoniem }。那里不能给您回电话。
card-crime-choice = 您现在也可以什么都不做。由您决定。

card-recruit = 您可以拒绝。您不必告诉我们您自己做过什么。
card-recruit-lawyer = 请先和律师谈。Het Juridisch Loket 可以帮您找律师：{ $tel_juridisch_loket }。律师也可以替您打电话给荷兰的情报机构（AIVD）。

card-consul = 是否联系大使馆，由您决定。您可以带一个人同去。回家后写下被问了什么，但不要冒险。
card-consul-help = Het Juridisch Loket 可以告诉您，您有什么权利：{ $tel_juridisch_loket }。那里主要讲荷兰语。

card-device = 最好不要再用这部手机写。请用另一部安全的手机。不要点开奇怪的消息，也先不要删除它。
card-device-help = 有专家可以检查手机。请用安全的手机写信到 { $mail_access_now }。我们的工作人员可以帮您。

card-press = PersVeilig 帮助记者：{ $url_persveilig }。请不要在这里说出消息来源。

card-prof = 谢谢您。请不要在这里写服务对象的个人资料。最好写您注意到了什么，有多少次。
card-prof-steps = 请留意恐惧、沉默，以及通过家人施加的压力。平静地听，问现在怎样才安全。没有服务对象的参与，什么都不要做。
card-prof-help = 工作方面的建议，请看 { $url_ess }。您的服务对象也可以自己在这里写。

card-office = 有为公职人员和公务员提供的帮助：{ $url_weerbaar_bestuur }。您也可以告诉您的安全负责人。
card-office-more = 另外有一条热线，帮助受到威胁的公职人员：{ $name_vertrouwenslijn_bestaand }。号码是 { $tel_vertrouwenslijn_bestaand }。

card-talk = De Luisterlijn 日夜都有人倾听：{ $tel_luisterlijn }。那里主要讲荷兰语。您的家庭医生也可以帮助，并会为您说的话保密。

card-wrong = 和别的国家无关的事，我们不是合适的地方。法律和证件问题，可以找 Het Juridisch Loket：{ $tel_juridisch_loket }。遭遇犯罪之后，可以打电话给 Slachtofferhulp：{ $tel_slachtofferhulp }。
card-wrong-help = 如果您拿不准，请输入“真人”。工作人员会和您一起找更合适的地方。

card-abroad = 您不在荷兰，我们也可以倾听。如果这件事和荷兰有关，我们可以把它计入统计。
card-abroad-emergency = 如果您在当地需要帮助，可以用当地的紧急电话。请注意：那个号码可能属于您害怕的国家。信任谁，由您决定。
card-abroad-dutch = 如果您有荷兰护照，可以拨打 { $tel_bz_contact }。

card-probe = 关于工作人员、地点或其他人，我什么都不能说。
card-abuse = 我不回答辱骂的话。您可以平静地继续，也可以停止。
card-duress = 您可以在这里停止。
card-system = 出了问题。我不知道您的消息有没有送到。请以后再试一次。

expect-usually = 请您知道：只凭一个人的讲述，我们通常不能直接做什么。
expect-helps = 但您的讲述有助于看清这个问题有多大。也有助于看清哪些国家在这样做。许多讲述合在一起，政府可以向一个国家提出这个问题。
expect-limit = { $legal_limit }
expect-not-passed = 除此之外，我们不转达您的讲述。我们也不转达您是谁。

erase-ask = 那样，这次对话里我们保存的一切都会消失。无法恢复。如果有内容已经不带姓名计入统计，那部分会留下。
erase-again = 请在两分钟内再输入一次“清空”。
erased = 我现在删除您的讲述、您的回答，以及联系您的途径。
erased-chat = 我在这里写的内容，我已经移除。如果这个对话允许，您写的内容也已移除。聊天服务可能仍然知道您来过这里。
erased-phone = 请看看您的手机上还留着什么。在 Element：长按这个对话，选择“离开”。在 Signal：长按这个对话，选择“删除”。
erased-new = 我现在离开这个对话。您随时可以在新的对话里和我重新开始。
