# Wat professionals lezen als zij een regel wijzigen. De woorden van de melder staan hier nooit in.

case-edit-stays = Niet verstuurd: de regel die u wijzigde was hier gebleven, dus de wijziging blijft ook hier. Wilt u het aan de melder sturen? Schrijf het dan als nieuw bericht.
