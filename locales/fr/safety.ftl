# Texts about safety. They never fall back to another language.
# Numbers and addresses come from referrals.json, never from a text.

safe-now = D’abord ceci. En cas de danger aux Pays-Bas, appelez le { $tel_emergency_112 }. Vous pouvez arrêter à tout moment.
safe-now-ask = Pouvez-vous écrire en sécurité maintenant ?
safe-now-safe = Oui, en sécurité et sans personne avec moi
    .words = oui, en sécurité, oui en sécurité, je suis en sécurité, oui je suis en sécurité
safe-now-danger = Je suis en danger
    .words = non, en danger
safe-now-read-along = Quelqu’un lit peut-être ce que j’écris
    .words = quelqu’un lit, quelqu’un peut lire, quelqu’un lit avec moi, quelqu’un lit peut-être
safe-now-unsure = Je ne sais pas vraiment
    .words = je ne sais pas, je sais pas, j’sais pas, sais pas, pas sûr, pas sûre, peut-être

after-danger = Voulez-vous continuer à écrire maintenant ?
after-danger-human = Je veux parler à une personne
after-danger-on = Je veux continuer à écrire
    .words = oui, continuer, je continue
after-danger-stop = J’arrête maintenant
    .words = non

device-tips = Vous pouvez écrire plus tard depuis un autre téléphone. Ne prenez pas un téléphone de votre travail. Effacez cette conversation sur votre téléphone si c’est plus sûr.
device-tips-more = Les messages qui disparaissent tout seuls sont plus sûrs. Nous ne montrerons plus votre histoire ici.
device = Voulez-vous continuer à écrire ici maintenant ?
device-on = Oui, je continue
    .words = oui, continuer, je continue
device-stop = Non, j’arrête maintenant
    .words = non

worry = Vous pouvez le dire avec vos propres mots. Qu’est-ce qui vous inquiète maintenant ?

number-seen = J’ai vu un numéro ou une adresse dans votre message. Voulez-vous que je cache cela ?
number-hide = Cacher cela
    .words = oui, cacher, cachez, cache, cachez-le
number-keep = Laisser comme c’est
    .words = non, laisser, laissez, laisse, garder
number-hidden = J’ai caché les numéros et les adresses. Sur votre téléphone, on les voit encore.
number-kept = D’accord. Cela reste comme c’est.

card-danger = Appelez maintenant le { $tel_emergency_112 } si vous êtes aux Pays-Bas. Avec l’application du { $tel_emergency_112 }, vous pouvez aussi écrire. Ou allez vers d’autres personnes, si c’est possible.
card-danger-abroad = Êtes-vous dans un autre pays ? Choisissez vous-même à qui faire confiance là-bas. Là-bas, le numéro peut dépendre de l’État qui vous fait peur.
card-danger-stop = Vous pouvez arrêter cette conversation. Vous pouvez revenir plus tard.

card-suicide = C’est lourd à porter. Vous n’avez pas besoin de porter cela sans aide. Aux Pays-Bas, vous pouvez appeler maintenant le { $tel_suicide_113 }, ou gratuitement le { $tel_suicide_113_2 }.
card-suicide-chat = Vous pouvez discuter par écrit sur { $url_suicide_113 }. On y parle surtout néerlandais. Ici, une personne de l’équipe peut vous aider à appeler.
card-suicide-here = Tapez HUMAIN si vous voulez parler ici à une personne de l’équipe. Vous pouvez aussi simplement continuer à écrire.

card-minor = Vous pouvez aussi parler avec nous. De Kindertelefoon est gratuit : { $tel_kindertelefoon }. On y parle surtout néerlandais. Ici, une personne de l’équipe peut vous aider à appeler.
card-minor-limit = Êtes-vous en grand danger ? Alors nous devrons peut-être chercher de l’aide pour vous. Une personne de l’équipe vous dira d’abord ce qui va se passer.
card-minor-adult = Il y a peut-être une personne adulte en qui vous avez confiance. C’est vous qui décidez à qui vous le dites.

card-home = Veilig Thuis écoute jour et nuit : { $tel_veilig_thuis }. Vous n’avez pas besoin de dire votre nom. Appelez seulement si vous pouvez parler en sécurité maintenant.
card-home-help = On y parle surtout néerlandais. Ici, une personne de l’équipe peut vous aider à appeler. Nous n’appelons jamais nous-mêmes votre famille.

card-marry = Êtes-vous aux Pays-Bas ? Appelez Veilig Thuis : { $tel_veilig_thuis }. On y parle surtout néerlandais. Ici, une personne de l’équipe peut vous aider à appeler.
card-marry-abroad = Si vous êtes à l’étranger, appelez le { $tel_bz_contact }. Vous pouvez aussi envoyer un message WhatsApp : { $tel_bz_contact_2 }. C’est un service du gouvernement néerlandais.
card-marry-trip = Si un voyage vous fait peur, dites-le à quelqu’un en qui vous avez confiance. Laissez à cette personne une copie de votre passeport.

card-crime = Cela peut être puni par la loi. Vous pouvez en parler à la police, avec ou sans plainte : { $tel_police_0900 }. Pour une plainte, il faut en général votre nom.
card-crime-anonymous = Vous pouvez aussi le raconter sans votre nom à Meld Misdaad Anoniem : { $tel_meld_misdaad_anoniem }. Ce service ne peut pas vous rappeler.
card-crime-choice = Vous pouvez aussi ne rien faire maintenant. C’est vous qui décidez.

card-recruit = Vous pouvez dire non. Vous n’avez pas besoin de nous dire ce que vous avez fait vous-même.
card-recruit-lawyer = Parlez d’abord avec un avocat. Het Juridisch Loket peut vous aider à en trouver un : { $tel_juridisch_loket }. Un avocat peut aussi appeler pour vous le service secret des Pays-Bas (AIVD).

card-consul = C’est vous qui décidez d’avoir ou non un contact avec une ambassade. Vous pouvez y aller avec quelqu’un. Notez chez vous ce qu’on vous a demandé, mais ne prenez pas de risque.
card-consul-help = Het Juridisch Loket peut vous dire quels sont vos droits : { $tel_juridisch_loket }. On y parle surtout néerlandais.

card-device = Il vaut mieux arrêter sur ce téléphone. Utilisez un autre téléphone, qui est sûr. Ne cliquez pas sur le message étrange, et ne l’effacez pas encore.
card-device-help = Des spécialistes peuvent vérifier un téléphone. Depuis un téléphone sûr, écrivez à { $mail_access_now }. Ici, une personne de l’équipe peut vous aider à le faire.

card-press = PersVeilig aide les journalistes : { $url_persveilig }. Il vaut mieux ne pas nommer vos sources ici.

card-prof = Merci. Ne donnez pas ici de détails sur la personne que vous aidez. Dites plutôt ce que vous avez remarqué, et combien de fois.
card-prof-steps = Faites attention à la peur, au silence et à la pression par la famille. Écoutez calmement et demandez ce qui est sûr maintenant. Ne faites rien sans la personne que vous aidez.
card-prof-help = Vous trouverez des conseils pour votre travail sur { $url_ess }. La personne que vous aidez peut aussi écrire ici elle-même.

card-office = Il y a une aide pour les responsables publics et les fonctionnaires : { $url_weerbaar_bestuur }. Vous pouvez aussi en parler à votre responsable de la sécurité.
card-office-more = Il y a aussi une autre ligne pour les responsables publics menacés : { $name_vertrouwenslijn_bestaand }. Le numéro est le { $tel_vertrouwenslijn_bestaand }.

card-talk = De Luisterlijn écoute jour et nuit : { $tel_luisterlijn }. On y parle surtout néerlandais. Votre médecin de famille peut aussi aider, et garde secret ce que vous dites.

card-wrong = Pour un problème sans lien avec un autre pays, nous ne sommes pas le bon service. Pour le droit et les papiers, il y a Het Juridisch Loket : { $tel_juridisch_loket }. Après un délit ou un crime, vous pouvez appeler Slachtofferhulp : { $tel_slachtofferhulp }.
card-wrong-help = Tapez HUMAIN si vous avez un doute. Une personne de l’équipe cherche alors avec vous un meilleur service.

card-abroad = Nous pouvons écouter, même si vous n’êtes pas aux Pays-Bas. Si cela touche les Pays-Bas, nous pouvons le compter.
card-abroad-emergency = Pour avoir de l’aide là où vous êtes, il y a le numéro d’urgence local. Attention : ce numéro peut dépendre de l’État qui vous fait peur. C’est vous qui décidez à qui faire confiance.
card-abroad-dutch = Si vous avez un passeport néerlandais, vous pouvez appeler le { $tel_bz_contact }.

card-probe = Je ne peux rien dire sur l’équipe, le lieu ou d’autres personnes.
card-abuse = Je ne réponds pas aux insultes. Vous pouvez continuer calmement, ou arrêter.
card-duress = Vous pouvez arrêter ici.
card-system = Il y a eu un problème. Je ne sais pas si votre message est arrivé. S’il vous plaît, essayez de nouveau plus tard.

expect-usually = Bon à savoir : avec une seule histoire, nous ne pouvons en général pas agir directement.
expect-helps = Votre histoire aide quand même à voir combien ce problème est grand. Elle aide aussi à voir quels pays font cela. Avec beaucoup d’histoires ensemble, le gouvernement peut s’adresser à un pays.
expect-limit = { $legal_limit }
expect-not-passed = En dehors de cela, nous ne transmettons pas votre histoire. Nous ne disons pas non plus qui vous êtes.

erase-ask = Tout ce que nous avons de cette conversation sera alors effacé. Nous ne pourrons pas le récupérer. Si quelque chose a été compté sans nom, cela reste.
erase-again = Tapez encore une fois EFFACER dans les deux minutes.
erased = J’efface maintenant votre histoire, vos réponses et le chemin vers vous.
erased-chat = J’ai enlevé ce que j’ai écrit ici. Ce que vous avez écrit aussi, si cette conversation le permet. Le service de messagerie sait peut-être encore que vous étiez ici.
erased-phone = Regardez ce qui reste sur votre téléphone. Dans Element : appuyez longtemps sur la conversation et choisissez Quitter. Dans Signal : appuyez longtemps dessus et choisissez Supprimer.
erased-new = Je quitte maintenant cette conversation. Vous pouvez toujours recommencer dans une nouvelle conversation avec moi.
