# What a colleague may send with `!m`. Numbers come from referrals.json, never from a text.
# No text names the colleague: who answers stays unknown to the reporter.

m-hello = İyi günler, ben bu hattın bir çalışanıyım. Yazdıklarınızı okudum, bu yüzden tekrar etmeniz gerekmez. Şu anda güvenle yazabilir misiniz?
m-pace = Acele etmeyeceğiz. İstediğiniz zaman durabilirsiniz.
m-thanks = Bunu bana anlattığınız için teşekkür ederim.
m-notfault = Başkalarının yaptıkları sizin suçunuz değil.
m-choice = Şimdi ne olacağına siz karar verirsiniz.
m-more = Bir şey daha anlatmak ister misiniz?
m-check = Sizi doğru anlıyor muyum? { $text } Doğru değilse söyleyin.
m-mt = Belki aramızda bir bilgisayar çeviri yapıyor ve çeviri yanlış olabilir. Bunu başka sözlerle söyleyebilir misiniz?
m-noname = Lütfen isim vermeyin. Böylesi daha güvenli.
m-masked = Gönderdiğiniz mesajda bir numara veya bir isim var. O mesajı silebilirsiniz. O zaman ben de buradan kaldırırım.
m-alone = Şu anda yakınınızda kim olduğunu düşünün. Başka biri de okuyabilir mi?
m-danger = Hollanda'da tehlikedeyseniz { $tel_emergency_112 } numarasını arayın. Ben burada kalıyorum.
m-suicide = Artık yaşamamayı düşünüyor musunuz? Bunu bana söyleyebilirsiniz.
m-113 = { $tel_suicide_113 } ile konuşmanızı isterim. Ücretsizdir: { $tel_suicide_113_2 }. Çoğunlukla Hollandaca konuşurlar, bu yüzden ben kalıyorum ve aramanıza yardım edebilirim.
m-police = Bu bir suç olabilir. Polise gidebilirsiniz ya da gitmeyebilirsiniz. Seçenekleri anlatayım mı?
m-lawyer = Önce bir avukatla konuşun. Ne yaptığınızı bana anlatmak zorunda değilsiniz.
m-family = Ailenizin isimlerini ve yerlerini yazmayız.
m-device = Bu telefonda yazmayı bırakalım. Bize güvenli bir telefondan yazın, kodunuz varsa kodunuzla.
m-limits = Dürüst olmam gerekir: onları durduramam. Sizi dinleyebilir ve sizinle birlikte düşünebilirim.
m-case = Tek bir kişinin anlattıklarıyla genellikle hemen bir şey yapamayız. Ama başkalarının anlattıklarıyla birlikte önemi vardır.
m-next = Şimdi yapabileceğiniz bir şey: { $step }
m-wait = Bir dakika. Başka bir çalışanımıza soruyorum. Kim olduğunuzu söylemiyorum.
m-handover = Çalışma saatim bitiyor. Sizinle başka bir çalışanımız devam edecek.
m-silent = Hâlâ buradayım. Cevap vermeniz gerekmez.
m-return = Kodunuzla geri gelebilirsiniz. Açık olduğumuz zamanlar: { $hours }.
m-hours-unknown = değişen saatlerde
m-wipe = Bizdeki her şeyi silmek için HEPSİNİ SİL yazın. Daha güvenliyse bu sohbeti telefonunuzdan da silin.
m-close = Bu görüşmeyi bitireceğim. Sizin için uygun mu?
m-bound = Yardım etmek istiyorum, ama hakaret olursa edemem.
