# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = ياردەم
    .words = ياردەم, yardem, ؟
word-stop = توختا
    .words = توختا, توختات, توختاش, toxta
word-erase = ئۆچۈر
    .words = ئۆچۈر, ئۆچۈرۈۋەت, ھەممىنى ئۆچۈر, ھەممىنى ئۆچۈرۈۋەت, öchür, ochur
word-back = ئارقىغا
    .words = ئارقىغا, ئارقىغا قايت, قايت
word-skip = ئاتلا
    .words = ئاتلا, ئاتلاپ كەت, ئۆتكۈزۈۋەت
word-language = تىل
    .words = تىل, تىلنى ئۆزگەرت, til
word-human = ئادەم
    .words = ئادەم, خادىم, adem
word-summary = خۇلاسە
    .words = خۇلاسە
word-danger = خەتەر
    .words = خەتەر, 112, xeter
word-info = ئۇچۇر
    .words = ئۇچۇر, uchur
word-code = كود
    .words = كود, كودۇم, مېنىڭ كودۇم, قايتىش كودى, kod
word-original = ئەسلى تېكىست
    .words = ئەسلى تېكىست, ئەسلى سۆز, ئەسلى

step-done = تامام
    .words = تامام, بولدى, تۈگىدى, دەپ بولدۇم, tamam
step-unknown = بىلمەيمەن
    .words = بىلمەيمەن, بىلمىدىم, خەۋىرىم يوق, bilmeymen
step-and = ۋە
    .words = ۋە

distress-suicide = ئۆزۈمنى ئۆلتۈرۈۋېلىش
    .words = ئۆزۈمنى ئۆلتۈر, ئۆزۈمنى ئۆلتۈرۈۋال, ئۆزۈمنى ئۆلتۈرىمەن, ئۆزۈمنى ئۆلتۈرۈۋېلىش, ئۆلۈۋالغۇم, ئۆلۈۋالىمەن, ئۆلگۈم كەل, ئۆلگۈم كېل, ياشىغۇم يوق, ياشىغۇم كەلمەي, ياشىغۇم كەلمى, ئەمدى ياشىمايمەن, جېنىمغا قەست, ئۆلۈۋېلىش

# Names of languages, for the sentence about the colleague.
tongue-nl = گوللاندچە
tongue-en = ئىنگلىزچە

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = ھەئە.
    .words = ھەئە, شۇنداق, he'e, hee
gloss-no = ياق.
    .words = ياق, yaq
gloss-good = بوپتۇ.
    .words = بوپتۇ, بولىدۇ, ماقۇل, ياخشى, ok, maqul
gloss-thanks = رەھمەت.
    .words = رەھمەت, كۆپ رەھمەت, رەھمەت سىزگە, rehmet
gloss-hello = ياخشىمۇسىز.
    .words = ياخشىمۇسىز, ئەسسالامۇ ئەلەيكۇم, سالام, yaxshimusiz, salam
gloss-maybe = بەلكىم.
    .words = بەلكىم, مۇمكىن, ئېھتىمال, belkim
gloss-unknown = بىلمەيمەن.
    .words = بىلمەيمەن, بىلمىدىم
gloss-wait = سەل ساقلاڭ.
    .words = سەل ساقلاڭ, ساقلاڭ, ساقلاپ تۇرۇڭ, بىردەم ساقلاڭ
gloss-sorry = كەچۈرۈڭ.
    .words = كەچۈرۈڭ, كەچۈرۈم, خاپا بولماڭ, kechürüng
gloss-help = ماڭا ياردەم قىلىڭ.
    .words = ماڭا ياردەم قىلىڭ, ياردەم قىلىڭ, ماڭا ياردەم بېرىڭ
