# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = Önce şunu bilin. Hollanda'da tehlike varsa { $tel_emergency_112 } numarasını arayın. İstediğiniz zaman durabilirsiniz.
safe-now-ask = Şu anda güvenle yazabilir misiniz?
safe-now-safe = Evet, güvendeyim ve yalnızım
    .words = evet, evt, güvendeyim, evet güvendeyim, güvenli
safe-now-danger = Tehlikedeyim
    .words = hayır, hyr, tehlike içindeyim, güvende değilim
safe-now-read-along = Belki başka biri de okuyor
    .words = biri okuyor, biri de okuyor, belki biri okuyor, başkası da okuyor
safe-now-unsure = Emin değilim
    .words = bilmiyorum, bilmiyom, bilmem, belki

after-danger = Şimdi yazmaya devam etmek istiyor musunuz?
after-danger-human = Bir insanla konuşmak istiyorum
after-danger-on = Yazmaya devam etmek istiyorum
    .words = evet, evt, devam, devam et
after-danger-stop = Şimdi duruyorum
    .words = hayır, hyr

device-tips = Daha sonra başka bir telefondan yazabilirsiniz. İş yerinizin telefonunu kullanmayın. Daha güvenliyse bu sohbeti telefonunuzdan silin.
device-tips-more = Kendiliğinden silinen mesajlar daha güvenlidir. Anlattıklarınızı burada artık göstermeyiz.
device = Şimdi burada yazmaya devam etmek istiyor musunuz?
device-on = Evet, devam ediyorum
    .words = evet, evt, devam, devam et
device-stop = Hayır, şimdi duruyorum
    .words = hayır, hyr

worry = Bunu kendi sözlerinizle anlatabilirsiniz. Şu anda sizi ne endişelendiriyor?

number-seen = Mesajınızda bir numara veya adres gördüm. Onu gizleyeyim mi?
number-hide = Gizleyin
    .words = evet, evt, gizle
number-keep = Öyle kalsın
    .words = hayır, hyr, kalsın, gizleme, gizlemeyin
number-hidden = Numaraları ve adresleri gizledim. Bunlar telefonunuzda hâlâ duruyor.
number-kept = Tamam. Öyle kalıyor.

card-danger = Hollanda'daysanız şimdi { $tel_emergency_112 } numarasını arayın. { $tel_emergency_112 } uygulamasıyla yazarak da ulaşabilirsiniz. Ya da, mümkünse, başka insanların yanına gidin.
card-danger-abroad = Başka bir ülkede misiniz? Orada kime güveneceğinizi kendiniz seçin. Oradaki numara, korktuğunuz devlete ait olabilir.
card-danger-stop = Bu sohbeti durdurabilirsiniz. Daha sonra geri gelebilirsiniz.

card-suicide = Bu ağır bir durum. Bununla yalnız kalmak zorunda değilsiniz. Hollanda'da şimdi { $tel_suicide_113 } numarasını ya da ücretsiz { $tel_suicide_113_2 } numarasını arayabilirsiniz.
card-suicide-chat = { $url_suicide_113 } adresinde yazışabilirsiniz. Çoğunlukla Hollandaca konuşurlar. Buradaki bir çalışanımız aramanıza yardım edebilir.
card-suicide-here = Burada bir çalışanımızı isterseniz İNSAN yazın. Yazmaya devam da edebilirsiniz.

card-minor = Bizimle de konuşabilirsiniz. De Kindertelefoon (çocuk telefonu) ücretsizdir: { $tel_kindertelefoon }. Çoğunlukla Hollandaca konuşurlar. Buradaki bir çalışanımız aramanıza yardım edebilir.
card-minor-limit = Büyük bir tehlikede misiniz? O zaman sizin için yardım aramamız gerekebilir. Bir çalışanımız önce size ne olacağını anlatır.
card-minor-adult = Belki güvendiğiniz bir yetişkin vardır. Kime anlatacağınıza siz karar verirsiniz.

card-home = Veilig Thuis gece gündüz dinler: { $tel_veilig_thuis }. İsminizi söylemeniz gerekmez. Yalnızca şu anda güvenle konuşabiliyorsanız arayın.
card-home-help = Çoğunlukla Hollandaca konuşurlar. Buradaki bir çalışanımız aramanıza yardım edebilir. Ailenizi biz hiçbir zaman aramayız.

card-marry = Hollanda'da mısınız? Veilig Thuis'i arayın: { $tel_veilig_thuis }. Çoğunlukla Hollandaca konuşurlar. Buradaki bir çalışanımız aramanıza yardım edebilir.
card-marry-abroad = Hollanda dışındaysanız { $tel_bz_contact } numarasını arayın. WhatsApp ile mesaj da gönderebilirsiniz: { $tel_bz_contact_2 }. Burası Hollanda devletine aittir.
card-marry-trip = Bir yolculuktan korkuyorsanız bunu güvendiğiniz birine anlatın. Pasaportunuzun bir kopyasını o kişiye bırakın.

card-crime = Bu bir suç olabilir. Resmî şikâyet (aangifte) yaparak ya da yapmadan polise gidebilirsiniz: { $tel_police_0900 }. Resmî şikâyet için genellikle isminiz gerekir.
card-crime-anonymous = Bunu isminizi vermeden Meld Misdaad Anoniem'e de anlatabilirsiniz: { $tel_meld_misdaad_anoniem }. Sizi geri arayamazlar.
card-crime-choice = Şimdi hiçbir şey yapmamayı da seçebilirsiniz. Siz karar verirsiniz.

card-recruit = Hayır diyebilirsiniz. Kendi yaptıklarınızı bize anlatmak zorunda değilsiniz.
card-recruit-lawyer = Önce bir avukatla konuşun. Het Juridisch Loket bu konuda size yardım edebilir: { $tel_juridisch_loket }. Bir avukat, Hollanda'nın gizli servisini (AIVD) de sizin için arayabilir.

card-consul = Bir büyükelçilikle temas kurup kurmamaya siz karar verirsiniz. Yanınıza birini alabilirsiniz. Neler sorulduğunu ya da istendiğini evde yazın, ama riske girmeyin.
card-consul-help = Het Juridisch Loket size haklarınızı anlatır: { $tel_juridisch_loket }. Çoğunlukla Hollandaca konuşurlar.

card-device = Bu telefonda yazmayı bırakmanız daha iyi olur. Başka, güvenli bir telefon kullanın. Tuhaf mesaja tıklamayın ve onu henüz silmeyin.
card-device-help = Telefonları kontrol edebilen uzmanlar var. Güvenli bir telefondan { $mail_access_now } adresine yazın. Buradaki bir çalışanımız bu konuda size yardım edebilir.

card-press = PersVeilig gazetecilere yardım eder: { $url_persveilig }. Lütfen burada kaynaklarınızın ismini vermeyin.

card-prof = Teşekkür ederim. Burada danışanınızın bilgilerini paylaşmayın. Daha çok neyi, ne kadar sık fark ettiğinizi anlatın.
card-prof-steps = Korkuya, sessizliğe ve aile üzerinden baskıya dikkat edin. Sakince dinleyin ve şu anda neyin güvenli olduğunu sorun. Danışanınız olmadan hiçbir şey yapmayın.
card-prof-help = İşiniz için tavsiyeyi { $url_ess } adresinde bulabilirsiniz. Danışanınızın kendisi de buraya yazabilir.

card-office = Kamu yöneticileri ve memurlar için yardım var: { $url_weerbaar_bestuur }. Bunu güvenlik sorumlunuza da anlatabilirsiniz.
card-office-more = Tehdit edilen kamu yöneticileri için başka bir hat da var: { $name_vertrouwenslijn_bestaand }. Numarası: { $tel_vertrouwenslijn_bestaand }.

card-talk = De Luisterlijn gece gündüz dinler: { $tel_luisterlijn }. Çoğunlukla Hollandaca konuşurlar. Aile hekiminiz (huisarts) de yardım edebilir ve anlattıklarınızı gizli tutar.

card-wrong = Başka bir ülkeyle ilgisi olmayan konular için doğru yer biz değiliz. Hukuk ve belgeler için Het Juridisch Loket var: { $tel_juridisch_loket }. Bir suçtan sonra Slachtofferhulp'u arayabilirsiniz: { $tel_slachtofferhulp }.
card-wrong-help = Emin değilseniz İNSAN yazın. O zaman bir çalışanımız sizinle birlikte daha iyi bir yer arar.

card-abroad = Hollanda'da olmasanız da sizi dinleyebiliriz. Konu Hollanda'yı ilgilendiriyorsa onu sayıma ekleyebiliriz.
card-abroad-emergency = Bulunduğunuz yerde yardım için oranın acil durum numarası vardır. Dikkat edin: bu numara, korktuğunuz devlete ait olabilir. Kime güveneceğinize siz karar verirsiniz.
card-abroad-dutch = Hollanda pasaportunuz varsa { $tel_bz_contact } numarasını arayabilirsiniz.

card-probe = Çalışanlar, yer veya başka insanlar hakkında hiçbir şey söyleyemem.
card-abuse = Hakaretlere cevap vermem. Sakince devam edebilir ya da durabilirsiniz.
card-duress = Burada durabilirsiniz.
card-system = Bir şey ters gitti. Mesajınızın ulaşıp ulaşmadığını bilmiyorum. Lütfen daha sonra bir kez daha deneyin.

expect-usually = Şunu bilmeniz iyi olur: tek bir kişinin anlattıklarıyla genellikle hemen bir şey yapamayız.
expect-helps = Ama anlattıklarınız, bunun ne kadar büyük olduğunu görmeye yardım eder. Bunu hangi ülkelerin yaptığını görmeye de yardım eder. Çok kişinin anlattıkları bir araya gelince Hollanda devleti bir ülkeyle bunu konuşabilir.
expect-limit = { $legal_limit }
expect-not-passed = Bunun dışında anlattıklarınızı kimseye iletmeyiz. Kim olduğunuzu da iletmeyiz.

erase-ask = O zaman bu görüşmeden bizde olan her şey silinir. Geri getiremeyiz. İsimsiz sayıma eklenmiş bir şey varsa o kalır.
erase-again = İki dakika içinde bir kez daha HEPSİNİ SİL yazın.
erased = Şimdi anlattıklarınızı, cevaplarınızı ve size ulaşma yolunu siliyorum.
erased-chat = Burada yazdıklarımı kaldırdım. Bu sohbet izin veriyorsa sizin yazdıklarınızı da kaldırdım. Mesaj servisi burada olduğunuzu yine de biliyor olabilir.
erased-phone = Telefonunuzda hâlâ ne kaldığına bakın. Element'te: sohbete uzun basın ve Ayrıl'ı seçin. Signal'de: sohbete uzun basın ve Sil'i seçin.
erased-new = Şimdi bu sohbetten ayrılıyorum. Her zaman benimle yeni bir sohbette yeniden başlayabilirsiniz.
