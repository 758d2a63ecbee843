# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = ሓገዝ
    .words = ሓገዝ, hagez, ?
word-stop = ደው
    .words = ደው, ደው በል, ደው ኣብል, ጠጠው, dew
word-erase = ደምስስ
    .words = ደምስስ, ደምስሱ, ኩሉ ደምስስ, ኩሉ ደምስሱ, demses
word-back = ንድሕሪት
    .words = ንድሕሪት, ተመለስ
word-skip = ሕለፍ
    .words = ሕለፍ, ሕለፎ, ይሕለፍ
word-language = ቋንቋ
    .words = ቋንቋ, ቋንቋ ቀይር, qwanqwa
word-human = ሰብ
    .words = ሰብ, ሰራሕተኛ, seb
word-summary = ጽማቝ
    .words = ጽማቝ, ጽማቕ
word-danger = ሓደጋ
    .words = ሓደጋ, 112, hadega
word-info = ሓበሬታ
    .words = ሓበሬታ, habereta
word-code = ኮድ
    .words = ኮድ, ኮደይ, ናተይ ኮድ, ናይ ምምላስ ኮድ, kod
word-original = መበቆላዊ
    .words = መበቆላዊ, መበቆላዊ ጽሑፍ, ኦሪጅናል

step-done = ወዲአ
    .words = ወዲአ, ወዲአ ኣለኹ, ጨሪሰ, ተወዲኡ, wediea
step-unknown = ኣይፈልጥን
    .words = ኣይፈልጥን, ኣይፈልጥን እየ, ኣይፈለጥኩን, ayfeltn
step-and = ን
    .words = ን, ከምኡውን, እና

distress-suicide = ነፍሰይ ምቕታል
    .words = ነፍሰይ ክቐትል, ነፍሰይ ክቐትል ደልየ, ነፍሰይ ከጥፍእ, ነፍሰይ ምቕታል, ነፍሰይ ምጥፋእ, ህይወተይ ከጥፍእ, ህይወተይ ክቕጽፍ, ክመውት ደልየ, ክመውት እደሊ, ክመውት ይደሊ, ምንባር ኣይደልን, ብህይወት ክነብር ኣይደልን, ምንባር ኣይደለኹን

# Names of languages, for the sentence about the colleague.
tongue-nl = ሆላንድኛ
tongue-en = እንግሊዝኛ

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = እወ።
    .words = እወ, ኣወ, eway, ewe
gloss-no = ኣይፋል።
    .words = ኣይፋል, ኣይኮነን, ayfal, aykonen
gloss-good = ጽቡቕ።
    .words = ጽቡቕ, ሕራይ, ok, tsbuk, hray
gloss-thanks = የቐንየለይ።
    .words = የቐንየለይ, የቀንየለይ, ብጣዕሚ የቐንየለይ, yekenyeley
gloss-hello = ሰላም።
    .words = ሰላም, ከመይ ኣለኹም, ከመይ ኣለኻ, ከመይ ኣለኺ, selam
gloss-maybe = ምናልባት።
    .words = ምናልባት, mnalbat
gloss-unknown = ኣይፈልጥን።
    .words = ኣይፈልጥን, ኣይፈለጥኩን
gloss-wait = ቁሩብ ተጸበዩ በጃኹም።
    .words = ተጸበዩ, ቁሩብ ተጸበዩ, ሓንሳብ, ተጸበዩኒ
gloss-sorry = ይቕሬታ።
    .words = ይቕሬታ, ይቕረታ, yqreta
gloss-help = በጃኹም ሓግዙኒ።
    .words = ሓግዙኒ, በጃኹም ሓግዙኒ, ሓግዘኒ, ርድኡኒ
