# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = ቅድሚ ኩሉ እዚ። ኣብ ሆላንድ ሓደጋ እንተሃልዩ፣ ናብ { $tel_emergency_112 } ደውሉ። ኣብ ዝኾነ ግዜ ደው ከተብሉ ትኽእሉ ኢኹም።
safe-now-ask = ሕጂ ምጽሓፍ ንዓኹም ውሑስ ድዩ?
safe-now-safe = እወ፣ ውሑስ እየ፣ በይነይ እየ
    .words = እወ, ውሑስ, እወ ውሑስ, ውሑስ እየ
safe-now-danger = ኣብ ሓደጋ እየ ዘለኹ
    .words = ኣይፋል, ኣብ ሓደጋ
safe-now-read-along = ሓደ ሰብ ከንብቦ ይኽእል ይኸውን
    .words = ሓደ ሰብ የንብብ, ዘንብብ ሰብ ኣሎ
safe-now-unsure = ርግጸኛ ኣይኮንኩን
    .words = ርግጸኛ ኣይኮነን, ምናልባት, ኣይፈልጥን

after-danger = ሕጂ ምጽሓፍ ክትቅጽሉ ትደልዩ ዲኹም?
after-danger-human = ምስ ሰብ ክዛረብ እደሊ
after-danger-on = ምጽሓፍ ክቕጽል እደሊ
    .words = እወ, ክቕጽል
after-danger-stop = ሕጂ ደው ከብል እየ
    .words = ኣይፋል

device-tips = ድሓር ካብ ካልእ ተሌፎን ክትጽሕፉ ትኽእሉ። ናይ ስራሕ ተሌፎን ኣይትጠቀሙ። ዝያዳ ውሑስ እንተኾይኑ፣ ነዚ ዝርርብ ካብ ተሌፎንኩም ደምስስዎ።
device-tips-more = ባዕሎም ዝጠፍኡ መልእኽትታት ዝያዳ ውሑሳት እዮም። ታሪኽኩም ኣብዚ ደጊምና ኣይነርእን።
device = ሕጂ ኣብዚ ምጽሓፍ ክትቅጽሉ ትደልዩ ዲኹም?
device-on = እወ፣ ክቕጽል እየ
    .words = እወ, ክቕጽል
device-stop = ኣይፋል፣ ሕጂ ደው ከብል እየ
    .words = ኣይፋል

worry = ብናትኩም ቃላት ክትነግሩና ትኽእሉ። ሕጂ እንታይ የጨንቐኩም ኣሎ?

number-seen = ኣብ መልእኽትኹም ቁጽሪ ወይ ኣድራሻ ርእየ። ክሓብኦ ዶ?
number-hide = ሕብኡዎ
    .words = እወ, ሕብኡ
number-keep = ከምዘለዎ ይጽናሕ
    .words = ኣይፋል, ይጽናሕ, ከምዘለዎ
number-hidden = ነቶም ቁጽርታትን ኣድራሻታትን ሓቢአዮም ኣለኹ። ኣብ ተሌፎንኩም ግና ጌና ኣለዉ።
number-kept = ሕራይ። ከምዘለዎ ይጸንሕ።

card-danger = ኣብ ሆላንድ እንተሃሊኹም፣ ሕጂ ናብ { $tel_emergency_112 } ደውሉ። ብኣፕ { $tel_emergency_112 } ክትጽሕፉ እውን ትኽእሉ። ወይ እንተተኻኢሉ ናብ ካልኦት ሰባት ኪዱ።
card-danger-abroad = ኣብ ካልእ ሃገር ዲኹም ዘለኹም? ኣብኡ መን ከም እትኣምኑ ባዕልኹም ምረጹ። ናይ ኣብኡ ቁጽሪ ናይቲ እትፈርሑዎ መንግስቲ ክኸውን ይኽእል።
card-danger-stop = ነዚ ዝርርብ ደው ከተብሉዎ ትኽእሉ። ድሓር ክትምለሱ ትኽእሉ።

card-suicide = እዚ ከቢድ እዩ። በይንኹም ክትኮኑ የብልኩምን። ኣብ ሆላንድ ሕጂ ናብ { $tel_suicide_113 }፣ ወይ ብነጻ ናብ { $tel_suicide_113_2 } ክትድውሉ ትኽእሉ።
card-suicide-chat = ኣብ { $url_suicide_113 } ብጽሑፍ ክትዘራረቡ ትኽእሉ። መብዛሕትኡ ሆላንድኛ ይዛረቡ። ኣብዚ ዘሎ መሳርሕቲ ንምድዋል ክሕግዘኩም ይኽእል።
card-suicide-here = ኣብዚ መሳርሕቲ እንተደሊኹም «ሰብ» ጽሓፉ። ምጽሓፍ ክትቅጽሉ እውን ትኽእሉ።

card-minor = ንስኻትኩም እውን ምሳና ክትዛረቡ ትኽእሉ። De Kindertelefoon ብነጻ እዩ: { $tel_kindertelefoon }። መብዛሕትኡ ሆላንድኛ ይዛረቡ፣ ኣብዚ ዘሎ መሳርሕቲ ንምድዋል ክሕግዘኩም ይኽእል።
card-minor-limit = ኣብ ዓቢ ሓደጋ ዲኹም? ሽዑ ሓገዝ ክንደልየልኩም የድሊ ይኸውን። መሳርሕቲ እንታይ ከም ዝኸውን ቅድም ክነግረኩም እዩ።
card-minor-adult = ምናልባት እትኣምንዎ ዓቢ ሰብ ኣሎ ይኸውን። ንመን ከም እትነግሩ ባዕልኹም ትውስኑ።

card-home = Veilig Thuis ለይትን መዓልትን ይሰምዕ: { $tel_veilig_thuis }። ስምኩም ክትነግሩ የብልኩምን። ሕጂ ብውሑስ ክትዛረቡ እንተኽኢልኩም ጥራይ ደውሉ።
card-home-help = መብዛሕትኡ ሆላንድኛ ይዛረቡ። ኣብዚ ዘሎ መሳርሕቲ ንምድዋል ክሕግዘኩም ይኽእል። ንሕና ባዕልና ናብ ስድራኹም ፈጺምና ኣይንድውልን።

card-marry = ኣብ ሆላንድ ዲኹም ዘለኹም? ናብ Veilig Thuis ደውሉ: { $tel_veilig_thuis }። መብዛሕትኡ ሆላንድኛ ይዛረቡ፣ ኣብዚ ዘሎ መሳርሕቲ ንምድዋል ክሕግዘኩም ይኽእል።
card-marry-abroad = ኣብ ወጻኢ እንተሃሊኹም፣ ናብ { $tel_bz_contact } ደውሉ። ናይ WhatsApp መልእኽቲ እውን ክትሰዱ ትኽእሉ: { $tel_bz_contact_2 }። እዚ ናይ መንግስቲ ሆላንድ እዩ።
card-marry-trip = ጉዕዞ እንተፈሪሕኩም፣ ንእትኣምንዎ ሰብ ንገሩ። ቅዳሕ ፓስፖርትኩም ኣብቲ ሰብ ግደፉ።

card-crime = እዚ ገበን ክኸውን ይኽእል። ንፖሊስ ክትነግሩ ትኽእሉ፣ ብወግዓዊ ክሲ ወይ ብዘይ ክሲ: { $tel_police_0900 }። ወግዓዊ ክሲ መብዛሕትኡ ግዜ ስምኩም የድልዮ።
card-crime-anonymous = ብዘይ ስምኩም ንMeld Misdaad Anoniem እውን ክትነግሩ ትኽእሉ: { $tel_meld_misdaad_anoniem }። ተመሊሶም ክድውሉልኩም ኣይክእሉን።
card-crime-choice = ሕጂ ዋላ ሓንቲ ዘይምግባር እውን ትኽእሉ። ባዕልኹም ትውስኑ።

card-recruit = ኣይፋል ክትብሉ ትኽእሉ። ባዕልኹም እንታይ ከም ዝገበርኩም ክትነግሩና የብልኩምን።
card-recruit-lawyer = ቅድም ምስ ጠበቓ ተዘራረቡ። Het Juridisch Loket ጠበቓ ንምርካብ ክሕግዘኩም ይኽእል: { $tel_juridisch_loket }። ጠበቓ ክንድኹም ናብ ስለያ ሆላንድ (AIVD) ክድውል እውን ይኽእል።

card-consul = ምስ ኤምባሲ ክትራኸቡ ወይ ዘይምርኻብ ባዕልኹም ትውስኑ። ሰብ ምሳኹም ክትወስዱ ትኽእሉ። እንታይ ከም ዝተሓተትኩም ኣብ ገዛ ጽሓፉ፣ ግና ኣብ ሓደጋ ኣይትእተዉ።
card-consul-help = Het Juridisch Loket ብዛዕባ መሰላትኩም ክነግረኩም ይኽእል: { $tel_juridisch_loket }። መብዛሕትኡ ሆላንድኛ ይዛረቡ።

card-device = በጃኹም ኣብዚ ተሌፎን ደው ኣብሉ። ካልእ ውሑስ ተሌፎን ተጠቐሙ። ኣብቲ ዘይልሙድ መልእኽቲ ኣይትጠውቑ፣ ጌና ድማ ኣይትደምስስዎ።
card-device-help = ተሌፎን ክፍትሹ ዝኽእሉ ክኢላታት ኣለዉ። ካብ ውሑስ ተሌፎን ናብ { $mail_access_now } ጽሓፉ። ኣብዚ ዘሎ መሳርሕቲ ክሕግዘኩም ይኽእል።

card-press = PersVeilig ንጋዜጠኛታት ይሕግዝ: { $url_persveilig }። በጃኹም ኣስማት ናይ ምንጭታትኩም ኣብዚ ኣይትጽሓፉ።

card-prof = የቐንየለይ። ኣብዚ ዝርዝር ናይ ዓሚልኩም ኣይትንገሩ። ኣብ ክንድኡ እንታይ ከም ዝተዓዘብኩምን ክንደይ ግዜን ንገሩ።
card-prof-steps = ፍርሒ፣ ስቕታን ብስድራ ዝመጽእ ጸቕጥን ተዓዘቡ። ብህድኣት ስምዑ፣ ሕጂ እንታይ ውሑስ ከም ዝኾነ ሕተቱ። ብዘይ ዓሚልኩም ዋላ ሓንቲ ኣይትግበሩ።
card-prof-help = ምኽሪ ንስራሕኩም ኣብ { $url_ess } ኣሎ። ዓሚልኩም እውን ኣብዚ ክጽሕፍ ይኽእል።

card-office = ንሰበስልጣንን ሰራሕተኛታት መንግስትን ሓገዝ ኣሎ: { $url_weerbaar_bestuur }። ንሓላፊ ድሕነትኩም እውን ክትነግሩ ትኽእሉ።
card-office-more = ንምፍርራሕ ዘጋጠሞም ሰበስልጣን ካልእ መስመር እውን ኣሎ: { $name_vertrouwenslijn_bestaand }። ቁጽሪ { $tel_vertrouwenslijn_bestaand } እዩ።

card-talk = De Luisterlijn ለይትን መዓልትን ይሰምዕ: { $tel_luisterlijn }። መብዛሕትኡ ሆላንድኛ ይዛረቡ። ዶክተር ስድራኹም እውን ክሕግዝ ይኽእል፣ እትነግሩዎ ድማ ብምስጢር ይሕዞ።

card-wrong = ካልእ ሃገር ንዘይብሎም ጉዳያት ትኽክለኛ ቦታ ኣይኮንናን። ንሕግን ወረቓቕትን Het Juridisch Loket ኣሎ: { $tel_juridisch_loket }። ድሕሪ ገበን ናብ Slachtofferhulp ክትድውሉ ትኽእሉ: { $tel_slachtofferhulp }።
card-wrong-help = እንተተጠራጢርኩም «ሰብ» ጽሓፉ። ሽዑ መሳርሕቲ ዝሓሸ ቦታ ምሳኹም ይደሊ።

card-abroad = ኣብ ሆላንድ ዘይሃለኹም እውን ክንሰምዕ ንኽእል። ንሆላንድ ዝትንክፍ እንተኾይኑ፣ ክንቆጽሮ ንኽእል።
card-abroad-emergency = ኣብ ዘለኹሞ ቦታ ንሓገዝ ናይ ከባቢ ናይ ህጹጽ ቁጽሪ ኣሎ። ተጠንቀቑ: ናይቲ እትፈርሑዎ መንግስቲ ክኸውን ይኽእል። መን ከም እትኣምኑ ባዕልኹም ትውስኑ።
card-abroad-dutch = ፓስፖርት ሆላንድ እንተሃልዩኩም፣ ናብ { $tel_bz_contact } ክትድውሉ ትኽእሉ።

card-probe = ብዛዕባ ሰራሕተኛታት፣ ቦታ ወይ ካልኦት ሰባት ዋላ ሓንቲ ክብል ኣይክእልን።
card-abuse = ንጸርፊ ኣይምልስን። ብህድኣት ክትቅጽሉ ወይ ደው ከተብሉ ትኽእሉ።
card-duress = ኣብዚ ደው ከተብሉ ትኽእሉ።
card-system = ጌጋ ተፈጢሩ። መልእኽትኹም በጺሑ ድዩ ኣይፈልጥን። በጃኹም ድሓር ደጊምኩም ፈትኑ።

expect-usually = ፍለጡ: መብዛሕትኡ ግዜ ብሓደ ጉዳይ ጥራይ ስጉምቲ ክንወስድ ኣይንኽእልን።
expect-helps = ታሪኽኩም እዚ ክሳብ ክንደይ ዓቢ ምዃኑ ንምርኣይ ይሕግዝ። ኣየኖት ሃገራት ከም ዝገብርኦ ንምርኣይ እውን ይሕግዝ። ብብዙሕ ታሪኻት ሓቢሩ፣ መንግስቲ ምስታ ሃገር ክዘራረብ ይኽእል።
expect-limit = { $legal_limit }
expect-not-passed = ካብኡ ወጻኢ ታሪኽኩም ንካልእ ኣይንህብን። መን ምዃንኩም እውን ኣይንህብን።

erase-ask = ሽዑ ካብዚ ዝርርብ ኣባና ዘሎ ኩሉ ክጠፍእ እዩ። ክንመልሶ ኣይንኽእልን። ብዘይ ስም እተቖጽረ ነገር እንተሃልዩ፣ ንሱ ይተርፍ።
erase-again = ኣብ ውሽጢ ክልተ ደቓይቕ «ደምስስ» ደጊምኩም ጽሓፉ።
erased = ሕጂ ታሪኽኩም፣ መልስታትኩምን ናባኹም ዝወስድ መንገድን እድምስስ ኣለኹ።
erased-chat = ኣብዚ ዝጸሓፍኩዎ ኣልጊሰዮ። እዚ ዝርርብ እንተፈቒዱ፣ ንስኻትኩም ዝጸሓፍኩምዎ እውን። ኣገልግሎት መልእኽቲ ኣብዚ ከም ዝነበርኩም ጌና ክፈልጥ ይኽእል።
erased-phone = ኣብ ተሌፎንኩም እንታይ ከም ዝተረፈ ርኣዩ። ኣብ Element: ነቲ ዝርርብ ጸቒጥኩም ሓዙ እሞ Leave ምረጹ። ኣብ Signal: ጸቒጥኩም ሓዙ እሞ Delete ምረጹ።
erased-new = ሕጂ ካብዚ ዝርርብ እወጽእ ኣለኹ። ምሳይ ሓድሽ ዝርርብ ኣብ ዝኾነ ግዜ ክትጅምሩ ትኽእሉ።
