# What the line says when something technical stands in the way. Every sentence must be true.

system-send-again =
    Je n’ai pas pu lire un ou plusieurs de vos messages. Leur clé n’est pas arrivée. S’il vous plaît, envoyez-les encore une fois.
system-key-withheld =
    Votre application ne m’a pas donné la clé de votre message. Elle n’a pas encore confiance en cette conversation. Ouvrez les détails de ce contact, comparez la clé sur notre site internet, et envoyez votre message encore une fois. Ou utilisez une autre application.
system-clear-text =
    Un message est arrivé sans chiffrement. Je ne l’ai pas lu et je ne l’ai pas gardé. S’il vous plaît, envoyez-le encore une fois depuis cette conversation, avec le chiffrement activé.
system-not-proven =
    Un message est arrivé à votre nom, mais je ne peux pas voir qu’il vient de vous. Je ne l’ai pas lu.
system-other-device =
    Un message est arrivé d’un autre appareil que celui du début. Je ne l’ai pas lu. Écrivez depuis votre premier appareil, ou commencez une nouvelle conversation avec moi.
system-no-calls =
    Ici, on ne peut pas appeler. Écrivez, s’il vous plaît.
system-not-in-groups =
    Vous m’avez écrit dans un groupe. Je ne suis dans aucun groupe. Je n’y ai rien lu et rien gardé. Écrivez-moi seulement ici, s’il vous plaît.
system-unencrypted =
    Cette conversation n’est pas chiffrée. D’autres pourraient la lire. Je ne garde rien et je quitte cette conversation maintenant. S’il vous plaît, commencez une nouvelle conversation chiffrée, avec seulement vous et moi.
system-group =
    Quelqu’un d’autre est dans cette conversation. Je parle avec une seule personne à la fois. Je ne garde rien de plus de cette conversation et je la quitte maintenant. S’il vous plaît, commencez une nouvelle conversation, avec seulement vous et moi.
system-space =
    Ce n’est pas une conversation à deux. Je la quitte maintenant. S’il vous plaît, commencez une nouvelle conversation chiffrée, avec seulement vous et moi.
system-version =
    Ce genre de conversation n’est pas assez sûr, ou il est trop nouveau pour moi. Je quitte cette conversation maintenant. S’il vous plaît, commencez une nouvelle conversation chiffrée, avec seulement vous et moi.
system-not-delivered =
    Il y a eu un problème. Je ne sais pas si la personne de l’équipe a reçu votre message. S’il vous plaît, envoyez-le encore une fois plus tard.
system-too-much =
    Cette conversation est devenue trop longue. Je n’ai pas pu garder votre dernier message, et peut-être que je ne pourrai pas garder les suivants. Vos réponses et les mots STOP et EFFACER marchent encore.
system-forgotten =
    Notre ordinateur a tout oublié, aussi ce que vous avez écrit. Vous n’aviez pas encore de réponse ? Ou vous êtes en danger ? Alors, commencez une nouvelle conversation avec nous et racontez-le de nouveau. Un code de nous ne marche plus. Je quitte maintenant cette conversation.
system-answer-lost =
    Je n’ai pas pu vous remettre un message de la personne de l’équipe. Cette personne le sait.
system-nobody-yet =
    Votre histoire est ici, mais pendant un jour, l’équipe n’a pas pu l’ouvrir. Je continue à essayer. Ne nous attendez pas si vous avez besoin d’aide maintenant. Tapez DANGER pour voir des numéros que vous pouvez appeler.
system-slowed =
    Vous écrivez beaucoup. Vos messages arrivent maintenant un peu plus tard à la personne de l’équipe, dans l’ordre. Rien n’est perdu.
