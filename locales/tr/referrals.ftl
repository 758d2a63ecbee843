# Information to read without telling anything, and the list of other places.

menu = Ne hakkında okumak istersiniz?
menu-line = Bu hattın ne olduğu
menu-pressure = Başka bir ülkeden baskının ne olduğu
menu-keep = Yazdıklarınıza ne olduğu
menu-limits = Neyi koruyamadığımız
menu-places = Yardım eden başka yerler
menu-on = Görüşmeme geri dönmek
menu-human = Bir insanla konuşmak
information-stay = Burada okumaya devam edebilirsiniz. Konuşmak isterseniz İNSAN yazın.
not-kept = Bunu saklamıyorum. Konuşmak isterseniz İNSAN yazın.

info-line = { $line }, başka bir ülkeden baskı hisseden insanlar içindir. Kanıtınızın olması gerekmez. Bir his yeterlidir.
info-line-not = Biz devlete, polise veya bir büyükelçiliğe bağlı değiliz. Başka yerler de var. Her zaman başka bir seçim yapabilirsiniz.
info-pressure = Bazen başka bir ülke, birinin susmasını, itaat etmesini veya bilgi vermesini ister. Hollanda bunu istemez. Birçok insan bunu yaşıyor.
info-examples = Örnekler: tehdit, takip, aileye baskı, hacklenmiş bir telefon. Bir büyükelçilikte belgelerle ilgili sorunlar da buna girer.
info-keep = Gönderdiklerinizi bir çalışanımız okur. Göndermedikleriniz, son mesajınızdan { $draft_hours } saat sonra silinir. { $case_days } gün sonra yazdığınız her şey silinmiş olur.
info-code = Kodunuz varsa, okunmuş bir görüşme { $quiet_hours } saat sessizlikten sonra kilitlenir. O zaman onu yalnızca kod açar, görüşme bittikten { $closed_days } gün sonrasına kadar.
info-count = İzin verirseniz olanları isimsiz sayıma ekleriz. Böylece bunun ne kadar sık olduğu anlaşılır. { $legal_limit }
info-limits-servers = Mesaj servisi burada yazdığınızı ve ne zaman yazdığınızı görebilir. Ne yazdığınızı görmez.
info-limits-phone = Hacklenmiş bir telefon her şeyi gösterir. Yazma biçiminiz de sizi ele verebilir. Bu yüzden lütfen isim ve yer yazmayın.
info-limits-machine = Bilgisayarımızın yöneticisi isterse onun okuduklarını okuyabilir. Bilgisayar bir şirkette duruyorsa o şirket bilgisayarın belleğine bakabilir.

places = Ne için bir yer arıyorsunuz?
places-danger = Şu anda tehlike var
places-suicide = Artık yaşamak istemiyorum
places-minor = 18 yaşından küçüğüm
places-home = Evde veya ailede şiddet
places-marry = Zorla evlilik veya yolculuk
places-more = Daha fazla yer
    .words = daha fazla
places-crime = Tehdit, ısrarlı takip veya hackleme
places-recruit = Onlara bilgi vermek ya da çalışmak zorundayım
places-consul = Bir büyükelçilikten baskı
places-device = Telefonum veya hesabım
places-abroad = Hollanda'da değilim
places-press = Gazeteciyim veya içerik üretiyorum
places-office = Yönetimde veya siyasette çalışıyorum
places-prof = İşim insanlara yardım etmek
places-talk = Biriyle konuşmak istiyorum
places-wrong = Başka bir şey
places-back = Listeye geri dönmek
