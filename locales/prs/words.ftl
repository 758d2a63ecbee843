# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = رهنما
    .words = رهنما, رهنمایی, کمک, ؟, rahnuma
word-stop = توقف
    .words = توقف, توقف کن, توقف کنید, ایستاد شو, tawaquf
word-erase = حذف
    .words = حذف, حذف کن, حذف کو, حذف شود, همه حذف شود, hazf
word-back = برگشت
    .words = برگشت, بازگشت, پس برو
word-skip = گذشتن
    .words = گذشتن, بگذر, تیر شو, تیر کن
word-language = زبان
    .words = زبان, زبان دیگر, تغییر زبان, zaban
word-human = انسان
    .words = انسان, انسان واقعی, آدم واقعی, ادم واقعی, insan, ensan
word-summary = خلاصه
    .words = خلاصه
word-danger = خطر
    .words = خطر, 112, khatar
word-info = توضیحات
    .words = توضیحات, توضیح, تشریح, tawzihat
word-code = کد
    .words = کد, کود, کد من, کود من, کد برگشت, کود برگشت
word-original = متن اصلی
    .words = متن اصلی, اصل متن

step-done = تمام
    .words = تمام, تمام شد, خلاص, خلاص شد, همین بود, tamam, khalas
step-unknown = نمی‌دانم
    .words = نمی‌دانم, نمی دانم, نمیدانم, نمی‌فهمم, نمی فهمم, نمیفامم, خبر ندارم, namedanam, namefamom
step-and = و
    .words = و

distress-suicide = خودکشی
    .words = خودکشی, خود کشی, می‌خواهم خود را بکشم, می خواهم خود را بکشم, میخایم خوده بکشم, خودم را بکشم, خودم را می‌کشم, می‌خواهم بمیرم, می خواهم بمیرم, میخایم بمیرم, نمی‌خواهم زنده باشم, نمی خواهم زنده باشم, نمیخایم زنده باشم, دیگر نمی‌خواهم زندگی کنم, به زندگی خود خاتمه بدهم

# Names of languages, for the sentence about the colleague.
tongue-nl = هالندی
tongue-en = انگلیسی

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = بلی.
    .words = بلی, بله, آری, ها, bali, bale
gloss-no = نخیر.
    .words = نه, نی, نخیر, نه خیر, خیر, na, nakhair
gloss-good = خوب است.
    .words = خوب, خوب است, خو, درست است, صحیح, صحیح است, ok
gloss-thanks = تشکر.
    .words = تشکر, بسیار تشکر, تشکر از شما, زیاد تشکر, ممنون, tashakor, tashakur
gloss-hello = سلام.
    .words = سلام, سلام علیکم, السلام علیکم, صبح بخیر, روز بخیر, شب بخیر, salam
gloss-maybe = شاید.
    .words = شاید, ممکن, ممکن است
gloss-unknown = نمی‌دانم.
    .words = نمی‌دانم, نمی دانم, نمی‌فهمم, نمی فهمم, نمیفامم
gloss-wait = لطفاً یک لحظه صبر کنید.
    .words = یک لحظه, یک دقیقه, لطفا یک لحظه, صبر کنید, لطفا صبر کنید
gloss-sorry = متأسفم.
    .words = ببخشید, معذرت, معذرت می‌خواهم, متاسفم, متأسفم
gloss-help = لطفاً با من کمک کنید.
    .words = با من کمک کنید, به من کمک کنید, مرا کمک کنید, کمکم کنید, لطفا کمک کنید
