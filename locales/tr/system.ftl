# What the line says when something technical stands in the way. Every sentence must be true.

system-send-again =
    Bir veya daha fazla mesajınızı okuyamadım. Mesajın anahtarı ulaşmadı. Lütfen bir kez daha gönderin.
system-key-withheld =
    Uygulamanız bana mesajınızın anahtarını vermedi. Uygulama bu sohbete henüz güvenmiyor. Bu kişinin bilgilerini açın, anahtarı web sitemizde karşılaştırın ve mesajınızı bir kez daha gönderin. Ya da başka bir uygulama kullanın.
system-clear-text =
    Şifrelenmemiş bir mesaj geldi. Onu okumadım ve saklamadım. Lütfen şifreleme açıkken bu sohbetten bir kez daha gönderin.
system-not-proven =
    Sizin adınıza bir mesaj geldi, ama sizden olduğunu göremiyorum. Onu okumadım.
system-other-device =
    Başladığınız cihazdan başka bir cihazdan mesaj geldi. Onu okumadım. İlk cihazınızdan yazın ya da benimle yeni bir sohbet başlatın.
system-no-calls =
    Burada arama yapılamaz. Lütfen yazın.
system-not-in-groups =
    Bana bir grupta yazdınız. Ben hiçbir grupta değilim. Orada hiçbir şey okumadım ve saklamadım. Lütfen bana yalnızca buradan yazın.
system-unencrypted =
    Bu sohbet şifreli değil. Başkaları da okuyabilir. Hiçbir şey saklamıyorum ve şimdi bu sohbetten ayrılıyorum. Lütfen yalnızca ikimizin olduğu yeni, şifreli bir sohbet başlatın.
system-group =
    Bu sohbette başka biri daha var. Aynı anda tek bir kişiyle konuşurum. Bu sohbetten artık hiçbir şey saklamıyorum ve şimdi ayrılıyorum. Lütfen yalnızca ikimizin olduğu yeni bir sohbet başlatın.
system-space =
    Bu, iki kişilik bir sohbet değil. Şimdi ayrılıyorum. Lütfen yalnızca ikimizin olduğu yeni, şifreli bir sohbet başlatın.
system-version =
    Bu tür bir sohbet yeterince güvenli değil ya da benim için çok yeni. Şimdi ayrılıyorum. Lütfen yalnızca ikimizin olduğu yeni, şifreli bir sohbet başlatın.
system-not-delivered =
    Bir şey ters gitti. Mesajınızın çalışanımıza ulaşıp ulaşmadığını bilmiyorum. Lütfen daha sonra bir kez daha gönderin.
system-too-much =
    Bu görüşme çok uzadı. Son mesajınızı saklayamadım, sonrakileri de saklayamayabilirim. Cevaplarınız ile DUR ve HEPSİNİ SİL kelimeleri hâlâ çalışır.
system-forgotten =
    Bilgisayarımız her şeyi unuttu, yazdıklarınızı da. Henüz cevap almamış mıydınız? Ya da tehlikede misiniz? O zaman lütfen bizimle yeni bir sohbet başlatın ve yeniden anlatın. Bizden aldığınız kod artık çalışmaz. Şimdi bu sohbetten ayrılıyorum.
system-answer-lost =
    Çalışanımızın bir mesajını size ulaştıramadım. Çalışanımız bunu biliyor.
system-nobody-yet =
    Anlattıklarınız burada, ama bir gün boyunca hiçbir çalışanımız onları açamadı. Denemeye devam ediyorum. Şimdi yardıma ihtiyacınız varsa bizi beklemeyin. Arayabileceğiniz numaralar için TEHLİKE yazın.
system-slowed =
    Çok yazıyorsunuz. Mesajlarınız şimdi çalışanımıza biraz daha geç, sırayla gidiyor. Hiçbir şey kaybolmaz.
