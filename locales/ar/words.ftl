# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = مساعدة
    .words = مساعدة, المساعدة, ؟, help
word-stop = إيقاف
    .words = إيقاف, إيقاف مؤقت, توقف, التوقف, قف, ستوب
word-erase = محو
    .words = محو, محو الكل, محو كل شيء, حذف الكل, حذف كل شيء, مسح الكل, مسح كل شيء
word-back = رجوع
    .words = رجوع, الرجوع, خطوة للخلف, السؤال السابق
word-skip = تخطي
    .words = تخطي, تخط, تخطي السؤال, تجاوز, تجاوز السؤال
word-language = لغة
    .words = لغة, اللغة, تغيير اللغة
word-human = إنسان
    .words = إنسان, إنسان حقيقي, شخص حقيقي
word-summary = ملخص
    .words = ملخص, الملخص
word-danger = خطر
    .words = خطر, طوارئ, 112
word-info = شرح
    .words = شرح, الشرح, توضيح
word-code = رمز
    .words = رمز, الرمز, رمز العودة, كود, الكود
word-original = النص الأصلي
    .words = النص الأصلي, نص أصلي, الكلام الأصلي

step-done = انتهيت
    .words = انتهيت, خلصت, كملت, ساليت, تم, هذا كل شيء, هذا كل ما عندي
step-unknown = لا أعرف
    .words = لا أعرف, لا أدري, ما أعرف, ما أدري, مدري, ما بعرف, مابعرف, مش عارف, مش عارفة, معرفش, ما عرفتش, معرفتش
step-and = و
    .words = و

distress-suicide = انتحار
    .words = انتحار, الانتحار, بالانتحار, أنتحر, أقتل نفسي, أقتل حالي, هموت نفسي, أنهي حياتي, أريد أن أموت, أريد أموت, بدي أموت, بدي موت, عايز أموت, عايزة أموت, أبغى أموت, بغيت نموت, أتمنى الموت, لا أريد أن أعيش, ما بدي عيش, مش عايز أعيش, مش عايزة أعيش

# Names of languages, for the sentence about the colleague.
tongue-nl = الهولندية
tongue-en = الإنجليزية

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = نعم.
    .words = نعم, أيوه, أيوا, إي, أجل, na3am, aywa
gloss-no = لا.
    .words = لا, لأ, كلا, la, la2
gloss-good = حسنًا.
    .words = حسنا, طيب, تمام, ماشي, أوكي, أوك, زين, مزيان, واخا, tamam, ok
gloss-thanks = شكرًا لكم.
    .words = شكرا, شكرا لك, شكرا لكم, شكرا جزيلا, ألف شكر, مشكور, مشكورة, مشكورين, shukran, chokran
gloss-hello = مرحبًا.
    .words = مرحبا, أهلا, أهلا وسهلا, سلام, السلام عليكم, صباح الخير, مساء الخير, هلا, marhaba, salam
gloss-maybe = ربما.
    .words = ربما, يمكن, احتمال
gloss-unknown = لا أعرف.
    .words = لا أعرف, لا أدري, ما أعرف, ما أدري, مدري, ما بعرف, مابعرف, مش عارف, مش عارفة, معرفش, ما عرفتش, معرفتش
gloss-wait = لحظة من فضلكم.
    .words = لحظة, لحظة من فضلك, لحظة من فضلكم, انتظر, انتظروا, ثواني
gloss-sorry = أعتذر.
    .words = أعتذر, آسف, آسفة, أنا آسف, أنا آسفة
gloss-help = ساعدوني من فضلكم.
    .words = ساعدوني, ساعدني, ساعدوني من فضلكم, ساعدني من فضلك, أرجوكم ساعدوني
