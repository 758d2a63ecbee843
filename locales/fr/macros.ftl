# What a colleague may send with `!m`. Numbers come from referrals.json, never from a text.
# No text names the colleague: who answers stays unknown to the reporter.

m-hello = Bonjour, je fais partie de l’équipe de cette ligne. J’ai lu ce que vous avez écrit, vous n’avez donc pas besoin de le répéter. Pouvez-vous écrire en sécurité maintenant ?
m-pace = Nous prenons le temps. Vous pouvez arrêter à tout moment.
m-thanks = Merci de me raconter cela.
m-notfault = Ce que d’autres font n’est pas votre faute.
m-choice = C’est vous qui décidez de la suite.
m-more = Voulez-vous encore me dire quelque chose ?
m-check = Est-ce que je vous comprends bien ? { $text } Dites-le si ce n’est pas juste.
m-mt = Un ordinateur traduit peut-être entre nous, et il peut se tromper. Pouvez-vous le dire avec d’autres mots ?
m-noname = Il vaut mieux ne pas écrire de noms. C’est plus sûr.
m-masked = Il y a un numéro ou un nom dans ce que vous avez envoyé. Vous pouvez effacer ce message. Alors je l’enlève ici aussi.
m-alone = Pensez à qui est près de vous maintenant. Est-ce que quelqu’un peut lire ce que vous écrivez ?
m-danger = Si vous êtes en danger aux Pays-Bas, appelez le { $tel_emergency_112 }. Je reste ici.
m-suicide = Pensez-vous à mettre fin à votre vie ? Vous pouvez me le dire.
m-113 = J’aimerais que vous parliez avec le { $tel_suicide_113 }. C’est gratuit : { $tel_suicide_113_2 }. On y parle surtout néerlandais, alors je reste et je peux vous aider à appeler.
m-police = Cela peut être puni par la loi. Vous pouvez aller à la police, ou ne pas y aller. Voulez-vous que j’explique les possibilités ?
m-lawyer = Parlez d’abord avec un avocat. Vous n’avez pas besoin de me dire ce que vous avez fait.
m-family = Nous ne notons pas les noms ni les lieux de votre famille.
m-device = Arrêtons sur ce téléphone. Écrivez-nous depuis un téléphone sûr, avec votre code si vous en avez un.
m-limits = Je dois vous dire la vérité : je ne peux pas les arrêter. Je peux écouter et réfléchir avec vous.
m-case = Avec une seule histoire, nous ne pouvons en général pas agir directement. Avec d’autres, elle compte.
m-next = Une chose que vous pouvez faire maintenant : { $step }
m-wait = Un moment. Je demande à une autre personne de l’équipe. Je ne dis pas qui vous êtes.
m-handover = Mon temps de travail se termine. Une autre personne de l’équipe continue avec vous.
m-silent = Je suis toujours là. Vous n’avez pas besoin de répondre.
m-return = Vous pouvez revenir avec votre code. Nos heures d’ouverture : { $hours }.
m-hours-unknown = pas toujours les mêmes
m-wipe = Tapez EFFACER pour effacer tout ce que nous avons. Effacez aussi cette conversation sur votre téléphone, si c’est plus sûr.
m-close = Je vais terminer cette conversation. Est-ce un bon moment pour vous ?
m-bound = Je veux aider, mais sans insultes.
