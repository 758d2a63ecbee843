# Words that work anywhere, when the whole message is that one word.
# The value is the word we show; `.words` are all words we understand.

word-help = YARDIM
    .words = yardım, ?
word-stop = DUR
    .words = dur, durdur, durun, ara ver, duraklat
word-erase = HEPSİNİ SİL
    .words = hepsini sil, hepsini silin, her şeyi sil, herşeyi sil, her şeyi silin, herşeyi silin, tümünü sil
word-back = GERİ
    .words = geri, geri git
word-skip = ATLA
    .words = atla, soruyu atla, bu soruyu atla
word-language = DİL
    .words = dil, dil değiştir, dili değiştir
word-human = İNSAN
    .words = insan, gerçek insan, canlı destek
word-summary = ÖZET
    .words = özet
word-danger = TEHLİKE
    .words = tehlike, acil durum, imdat, 112
word-info = AÇIKLAMA
    .words = açıklama, info, bilgilendirme
word-code = KOD
    .words = kod, kodum, dönüş kodu, dönüş kodum
word-original = ORİJİNAL
    .words = orijinal, orjinal, orijinal metin, orjinal metin

step-done = BİTTİ
    .words = bitti, bitirdim, bu kadar, hepsi bu, hepsi bu kadar
step-unknown = Bilmiyorum
    .words = bilmiyorum, bilmiyom, bilmem, fikrim yok, hiçbir fikrim yok
step-and = ve
    .words = ve, ile

distress-suicide = intihar
    .words = intihar, intiharı düşünüyorum, kendimi öldürmek, kendimi öldüreceğim, kendi canıma kıymak, canıma kıymak istiyorum, canıma kıyacağım, kendi hayatıma son vermek, hayatıma son vermek istiyorum, hayatıma son vereceğim, ölmek istiyorum, artık yaşamak istemiyorum, yaşamak istemiyorum artık, ben yaşamak istemiyorum, daha fazla yaşamak istemiyorum

# Names of languages, for the sentence about the colleague.
tongue-nl = Hollandaca
tongue-en = İngilizce

# Whole messages that are translated by people, for a machine makes something else of a word or two.
# The value is what the other side reads; `.words` are what is understood as it.
gloss-yes = Evet.
    .words = evet, evt, tabii, tabii ki
gloss-no = Hayır.
    .words = hayır, hyr
gloss-good = Tamam.
    .words = tamam, tmm, tamamdır, olur, peki, iyi, ok, okey
gloss-thanks = Teşekkür ederim.
    .words = teşekkür ederim, teşekkürler, çok teşekkürler, çok teşekkür ederim, sağ olun, sağolun, sağ ol, sağol
gloss-hello = Merhaba.
    .words = merhaba, mrb, selam, slm, günaydın
gloss-maybe = Belki.
    .words = belki, olabilir
gloss-unknown = Bilmiyorum.
    .words = bilmiyorum, bilmiyom, bilmem, fikrim yok
gloss-wait = Bir dakika lütfen.
    .words = bir dakika, bi dakika, bir dakika lütfen, bir saniye, bekleyin, bekle, lütfen bekleyin
gloss-sorry = Özür dilerim.
    .words = özür dilerim, pardon, kusura bakmayın, kusura bakma
gloss-help = Lütfen bana yardım edin.
    .words = yardım edin, bana yardım edin, lütfen yardım edin, lütfen bana yardım edin, yardım et, bana yardım et
