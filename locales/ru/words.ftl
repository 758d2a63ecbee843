# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = ПОМОЩЬ
    .words = помощь, ?
word-stop = СТОП
    .words = стоп, пауза
word-erase = СТЕРЕТЬ
    .words = стереть, стереть всё, удалить всё
word-back = НАЗАД
    .words = назад
word-skip = ПРОПУСТИТЬ
    .words = пропустить
word-language = ЯЗЫК
    .words = язык, сменить язык, другой язык
word-human = ЧЕЛОВЕК
    .words = человек, живой человек
word-summary = ИТОГ
    .words = итог, итоги
word-danger = ОПАСНОСТЬ
    .words = опасность, опастность, 112
word-info = ИНФО
    .words = инфо
word-code = КОД
    .words = код, мой код, код для возврата
word-original = ОРИГИНАЛ
    .words = оригинал, исходный текст

step-done = ГОТОВО
    .words = готово, это всё, у меня всё, на этом всё, gotovo
step-unknown = Не знаю
    .words = не знаю, я не знаю, незнаю, понятия не имею, ne znayu
step-and = и
    .words = и

distress-suicide = самоубийство
    .words = самоубийство, суицид, покончить с собой, покончу с собой, покончить с жизнью, убить себя, убью себя, наложить на себя руки, свести счёты с жизнью, хочу умереть, не хочу жить, жить не хочу, не хочу больше жить, не хочется жить

# Names of languages, for the sentence about the colleague.
tongue-nl = по-нидерландски
tongue-en = по-английски

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = Да.
    .words = да, ага, угу, da
gloss-no = Нет.
    .words = нет, неа, не-а, net
gloss-good = Хорошо.
    .words = хорошо, ок, окей, ладно, horosho, ok
gloss-thanks = Спасибо.
    .words = спасибо, спс, большое спасибо, спасибо большое, благодарю, spasibo
gloss-hello = Здравствуйте.
    .words = здравствуйте, привет, добрый день, доброе утро, добрый вечер, privet
gloss-maybe = Может быть.
    .words = может быть, возможно
gloss-unknown = Я не знаю.
    .words = я не знаю, не знаю, незнаю, понятия не имею, ne znayu
gloss-wait = Один момент, пожалуйста.
    .words = один момент, минуту, минутку, подождите, подождите пожалуйста, секунду
gloss-sorry = Мне жаль.
    .words = извините, простите, прошу прощения, мне жаль, sorry
gloss-help = Помогите мне, пожалуйста.
    .words = помогите, помогите мне, помогите пожалуйста, помогите мне пожалуйста
