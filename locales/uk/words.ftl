# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = ДОПОМОГА
    .words = допомога, ?
word-stop = СТОП
    .words = стоп, пауза
word-erase = СТЕРТИ
    .words = стерти, стерти все, стерти усе, видалити все, видалити усе
word-back = НАЗАД
    .words = назад
word-skip = ПРОПУСТИТИ
    .words = пропустити
word-language = МОВА
    .words = мова, змінити мову, інша мова
word-human = ЛЮДИНА
    .words = людина, жива людина
word-summary = ПІДСУМОК
    .words = підсумок, підсумки
word-danger = НЕБЕЗПЕКА
    .words = небезпека, 112
word-info = ІНФО
    .words = інфо
word-code = КОД
    .words = код, мій код, код для повернення
word-original = ОРИГІНАЛ
    .words = оригінал, початковий текст

step-done = ГОТОВО
    .words = готово, це все, це усе, у мене все, на цьому все, gotovo
step-unknown = Не знаю
    .words = не знаю, я не знаю, незнаю, гадки не маю, ne znayu
step-and = і
    .words = і, й, та

distress-suicide = самогубство
    .words = самогубство, суїцид, накласти на себе руки, вкоротити собі віку, покінчити з собою, покінчити із собою, покінчити з життям, вбити себе, убити себе, вб’ю себе, хочу померти, хочу вмерти, не хочу жити, жити не хочу, не хочу більше жити

# Names of languages, for the sentence about the colleague.
tongue-nl = нідерландською
tongue-en = англійською

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = Так.
    .words = так, ага, угу, да, tak
gloss-no = Ні.
    .words = ні, нє, нет, ni
gloss-good = Добре.
    .words = добре, гаразд, ок, окей, dobre, ok
gloss-thanks = Дякую.
    .words = дякую, дуже дякую, щиро дякую, спасибі, dyakuyu
gloss-hello = Добрий день.
    .words = добрий день, доброго дня, доброго ранку, добрий ранок, добрий вечір, вітаю, привіт, pryvit
gloss-maybe = Можливо.
    .words = можливо, може, може бути
gloss-unknown = Я не знаю.
    .words = я не знаю, не знаю, незнаю, гадки не маю, ne znayu
gloss-wait = Хвилинку, будь ласка.
    .words = хвилинку, хвилину, одну хвилинку, зачекайте, зачекайте будь ласка, секунду
gloss-sorry = Мені шкода.
    .words = вибачте, перепрошую, пробачте, мені шкода
gloss-help = Допоможіть мені, будь ласка.
    .words = допоможіть, допоможіть мені, допоможіть будь ласка, допоможіть мені будь ласка
