# Information to read without telling anything, and the list of other places.

menu = ብዛዕባ እንታይ ከተንብቡ ትደልዩ?
menu-line = እዚ መስመር እንታይ እዩ
menu-pressure = ካብ ካልእ ሃገር ዝመጽእ ጸቕጢ እንታይ እዩ
menu-keep = እቲ እትጽሕፍዎ እንታይ ይኸውን
menu-limits = እንታይ ክንከላኸል ዘይንኽእል
menu-places = ዝሕግዙ ካልኦት ቦታታት
menu-on = ናብ ዝርርበይ ምምላስ
menu-human = ምስ ሰብ ምዝራብ
information-stay = ኣብዚ ምንባብ ክትቅጽሉ ትኽእሉ። ክትዛረቡ እንተደሊኹም «ሰብ» ጽሓፉ።
not-kept = ነዚ ኣይዕቅቦን። ክትዛረቡ እንተደሊኹም «ሰብ» ጽሓፉ።

info-line = { $line } ካብ ካልእ ሃገር ጸቕጢ ንዝስምዖም ሰባት እዩ። መርትዖ ኣየድልየኩምን። ስምዒት ይኣክል።
info-line-not = ንሕና ናይ መንግስቲ፣ ናይ ፖሊስ ወይ ናይ ኤምባሲ ኣይኮንናን። ካልኦት ቦታታት እውን ኣለዉ። ኩሉ ግዜ ካልእ ክትመርጹ ትኽእሉ።
info-pressure = ሓድሓደ ግዜ ካልእ ሃገር ሓደ ሰብ ክስቕጥ፣ ክእዘዝ ወይ ሓበሬታ ክህብ ትደሊ። ሆላንድ ነዚ ኣይትደልዮን። ብዙሓት ሰባት የጋጥሞም።
info-examples = ኣብነታት: ምፍርራሕ፣ ምክትታል፣ ጸቕጢ ኣብ ስድራ፣ ዝተሰየበ ተሌፎን። ናይ ወረቓቕቲ ጸገም ኣብ ኤምባሲ እውን ኣካሉ ክኸውን ይኽእል።
info-keep = እትሰድዎ መሳርሕቲ የንብቦ። ዘይሰደድኩምዎ ድሕሪ ናይ መወዳእታ መልእኽትኹም { $draft_hours } ሰዓታት ይጠፍእ። ድሕሪ { $case_days } መዓልታት ኩሉ ዝጸሓፍኩምዎ ጠፊኡ ይኸውን።
info-code = ኮድ እንተሃልዩ፣ ዝተነበበ ዝርርብ ድሕሪ { $quiet_hours } ሰዓታት ስቕታ ይዕጾ። ሽዑ ኮድ ጥራይ ይኸፍቶ፣ ድሕሪ ምውዳኡ ክሳብ { $closed_days } መዓልታት።
info-count = እንተተሰማሚዕኩም፣ እንታይ ከም ዘጋጠመ ብዘይ ስም ንቖጽር። እዚ ክንደይ ግዜ ከም ዘጋጥም የርኢ። { $legal_limit }
info-limits-servers = ኣገልግሎት መልእኽቲ ኣብዚ ከም ዝጸሓፍኩምን መዓስ ከም ዝጸሓፍኩምን ክርኢ ይኽእል። እንታይ ከም እትጽሕፉ ግና ኣይርእን።
info-limits-phone = ዝተሰየበ ተሌፎን ኩሉ የርኢ። ኣጸሓሕፋኹም እውን ከለልየኩም ይኽእል። ስለዚ በጃኹም ስምን ቦታን ኣይትጽሓፉ።
info-limits-machine = ኣመሓዳሪ ኮምፒተርና እቲ ኮምፒተር ዝንብቦ ከንብብ ይኽእል ይኸውን። እቲ ኮምፒተር ኣብ ኩባንያ እንተሃልዩ፣ እቲ ኩባንያ ናብ ዝኽሩ ክርኢ ይኽእል ይኸውን።

places = ንምንታይ ቦታ ትደልዩ?
places-danger = ሕጂ ሓደጋ ኣሎ
places-suicide = ደጊም ክነብር ኣይደልን
places-minor = ትሕቲ 18 እየ
places-home = ኣብ ገዛ ወይ ስድራ ዓመጽ
places-marry = ግዱድ መርዓ ወይ ጉዕዞ
places-more = ተወሳኺ ቦታታት
    .words = ተወሳኺ
places-crime = ምፍርራሕ፣ ምክትታል ወይ ምስያብ
places-recruit = ክሕብር ወይ ክሰርሓሎም ኣለኒ
places-consul = ጸቕጢ ካብ ኤምባሲ
places-device = ተሌፎነይ ወይ ኣካውንተይ
places-abroad = ኣብ ሆላንድ የለኹን
places-press = ጋዜጠኛ ወይ ኣዳላዊ እየ
places-office = ኣብ መንግስቲ ወይ ፖለቲካ እሰርሕ
places-prof = ኣብ ስራሐይ ንሰባት እሕግዝ
places-talk = ምስ ገለ ሰብ ክዛረብ እደሊ
places-wrong = ካልእ ነገር
places-back = ናብ ዝርዝር ምምላስ
