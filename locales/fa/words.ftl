# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = راهنما
    .words = راهنما, کمک, ؟, rahnama
word-stop = توقف
    .words = توقف, توقف کن, استپ, tavaghof
word-erase = حذف
    .words = حذف, حذف کن, حذف شود, همه حذف شود, hazf
word-back = بازگشت
    .words = بازگشت, برگشت, برگرد
word-skip = رد کردن
    .words = رد کردن, رد کن, رد شو
word-language = زبان
    .words = زبان, تغییر زبان, zaban
word-human = انسان
    .words = انسان, آدم واقعی, ادم واقعی, ensan
word-summary = خلاصه
    .words = خلاصه
word-danger = خطر
    .words = خطر, 112, khatar
word-info = توضیح
    .words = توضیح, توضیحات
word-code = کد
    .words = کد, کد من, کدم, کد بازگشت
word-original = متن اصلی
    .words = متن اصلی, اصل متن

step-done = تمام
    .words = تمام, تمام شد, همین بود, تموم, تموم شد, tamam
step-unknown = نمی‌دانم
    .words = نمی‌دانم, نمی دانم, نمیدونم, نمی دونم, خبر ندارم, nemidoonam, nemidunam
step-and = و
    .words = و

distress-suicide = خودکشی
    .words = خودکشی, خود کشی, خودم را بکشم, خودم رو بکشم, خودمو بکشم, خودم را می‌کشم, خودمو میکشم, می‌خواهم بمیرم, می خواهم بمیرم, میخوام بمیرم, نمی‌خواهم زنده باشم, نمیخوام زنده باشم, دیگر نمی‌خواهم زندگی کنم, دیگه نمیخوام زندگی کنم, به زندگی‌ام پایان بدهم

# Names of languages, for the sentence about the colleague.
tongue-nl = هلندی
tongue-en = انگلیسی

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = بله.
    .words = بله, آره, اره, بلی, bale
gloss-no = نه.
    .words = نه, خیر, نخیر, na, kheir
gloss-good = خوب است.
    .words = خوب, خوب است, باشه, باشد, خوبه, اوکی, ok
gloss-thanks = ممنونم.
    .words = ممنون, ممنونم, مرسی, متشکرم, خیلی ممنون, سپاس, mersi, mamnoon
gloss-hello = سلام.
    .words = سلام, درود, صبح بخیر, عصر بخیر, شب بخیر, salam
gloss-maybe = شاید.
    .words = شاید, ممکن است
gloss-unknown = نمی‌دانم.
    .words = نمی‌دانم, نمی دانم, نمیدونم, نمی دونم
gloss-wait = یک لحظه لطفاً.
    .words = یک لحظه, یک لحظه لطفا, صبر کنید, یه لحظه
gloss-sorry = متأسفم.
    .words = متأسفم, متاسفم, ببخشید, معذرت می‌خواهم, شرمنده
gloss-help = لطفاً به من کمک کنید.
    .words = کمکم کنید, به من کمک کنید, لطفا کمک کنید
