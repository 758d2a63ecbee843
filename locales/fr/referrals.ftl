# Information to read without telling anything, and the list of other places.

menu = Que voulez-vous lire ?
menu-line = Ce qu’est cette ligne
menu-pressure = Ce qu’est la pression d’un autre pays
menu-keep = Ce que devient ce que vous écrivez
menu-limits = Ce que nous ne pouvons pas protéger
menu-places = D’autres services qui aident
menu-on = Revenir à ma conversation
menu-human = Parler à une personne
information-stay = Vous pouvez continuer à lire ici. Tapez HUMAIN si vous voulez parler.
not-kept = Je ne garde pas ceci. Tapez HUMAIN si vous voulez parler.

info-line = { $line } est là pour les personnes qui sentent la pression d’un autre pays. Vous n’avez pas besoin de preuve. Un sentiment suffit.
info-line-not = Nous ne faisons pas partie du gouvernement, ni de la police, ni d’une ambassade. Il y a aussi d’autres services. Vous pouvez toujours choisir autrement.
info-pressure = Parfois, un autre pays veut qu’une personne se taise, obéisse ou donne des informations. Les Pays-Bas ne veulent pas cela. Beaucoup de gens vivent cela.
info-examples = Voici des exemples : menacer, suivre, faire pression sur la famille, pirater un téléphone. Des problèmes de papiers dans une ambassade peuvent aussi en faire partie.
info-keep = Une personne de l’équipe lit ce que vous envoyez. Ce que vous n’envoyez pas est effacé { $draft_hours } heures après votre dernier message. Après { $case_days } jours, tout ce que vous avez écrit est effacé.
info-code = Avec un code, une conversation lue est verrouillée après { $quiet_hours } heures de silence. Alors seul le code l’ouvre, jusqu’à { $closed_days } jours après la fin.
info-count = Si vous êtes d’accord, nous comptons ce qui se passe, sans nom. Cela montre combien de fois cela arrive. { $legal_limit }
info-limits-servers = Le service de messagerie peut voir que vous avez écrit ici, et quand. Il ne voit pas ce que vous écrivez.
info-limits-phone = Un téléphone piraté montre tout. Votre façon d’écrire peut aussi montrer qui vous êtes. Il vaut donc mieux ne pas écrire de noms ni de lieux.
info-limits-machine = La personne qui gère notre ordinateur pourrait lire ce que l’ordinateur lit. Si l’ordinateur se trouve dans une entreprise, cette entreprise pourrait regarder dans sa mémoire.

places = Pour quoi cherchez-vous un service ?
places-danger = Il y a un danger maintenant
places-suicide = Je ne veux plus vivre
places-minor = J’ai moins de 18 ans
places-home = Violence à la maison ou dans la famille
places-marry = Mariage forcé ou voyage forcé
places-more = D’autres services
    .words = autres services, d’autres
places-crime = Menaces, harcèlement ou piratage
places-recruit = Je dois informer ou travailler pour eux
places-consul = Pression d’une ambassade
places-device = Mon téléphone ou mon compte
places-abroad = Je ne suis pas aux Pays-Bas
places-press = Je suis journaliste ou je publie
places-office = Je travaille en politique ou pour l’État
places-prof = J’aide des gens dans mon travail
places-talk = Je veux parler à quelqu’un
places-wrong = Autre chose
places-back = Revenir à la liste
