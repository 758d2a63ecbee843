# Wat professionals lezen. De woorden van de melder staan hier nooit in.

card-title = { $alias }
card-language = Taal: { $language }
card-since = Wacht sinds { $since }
card-role = Over wie
card-wish = Wens
card-flags = ⚑
card-away = De melder is nu weg, en komt terug met een code. Uw antwoord blijft tot dan bewaard.
card-returned = De melder kwam terug met een code.
card-claim = Typ om deze zaak te nemen: !claim { $number }

flag-danger = gevaar
flag-unsure = weet niet of het veilig is
flag-device-doubt = iemand leest misschien mee
flag-minor = jonger dan 18
flag-suicide = zelfdoding
flag-home = geweld thuis
flag-marriage = gedwongen huwelijk
flag-recruitment = gevraagd om te klikken
flag-duress = staat misschien nu onder druk

desk-welcome = Dit is de balie van { $line }. Nieuwe zaken verschijnen hier als kaart. Typ !queue om te zien wat er nu wacht, en !help voor de opdrachten.
desk-claimed = { $alias } is genomen. De uitnodiging voor de zaakkamer komt eraan.
desk-already-claimed = { $alias } kan niet worden genomen: een collega heeft deze zaak.
desk-no-room = { $alias }: er kon geen kamer voor deze zaak worden gemaakt. De zaak wacht weer. Vertel het de beheerder.
desk-not-yours = { $alias } is niet in uw handen.
desk-closed = { $alias } is gesloten. Van wat er is gezegd, is niets bewaard.
desk-closed-sealed = { $alias } is gesloten. Hier kan niemand de zaak nog lezen. Met de code kan de melder dat nog { $closed_days } dagen.
desk-closed-silent = { $alias } is gesloten: { $quiet_hours } uur na het antwoord geen woord van de melder, en er is geen code. Van wat er is gezegd, is niets bewaard.
desk-resting-alone = { $alias } is verzegeld, dus niemand kan de zaak overnemen. De zaak komt in de wachtrij als de melder terugkomt.
desk-erased = { $alias } is gewist door de melder. Er is niets van bewaard.
desk-lapsed = { $alias } heeft het einde van de bewaartijd bereikt en is weg.
desk-lost = { $alias }: het gesprek met de melder is weg. De zaak is nog te lezen, maar een antwoord komt niet meer aan.
desk-no-such-case = Er is geen open zaak met dat nummer.
desk-no-files = Bestanden worden niet doorgegeven. Schrijf het alstublieft als tekst.
desk-not-read = Een bericht hier kon niet worden gelezen. Stuur het nog een keer vanaf een geverifieerd apparaat.
desk-unproven = Er kwam een bericht van een apparaat dat niet bewezen bij zijn eigenaar hoort. Het is genegeerd. Was u het, met een andere telefoon? Zeg het de beheerder: met staff replace wordt die telefoon toegelaten. Was u het niet? Zeg het dan meteen.
desk-stranger = Iemand die niet op de lijst staat, kwam een kamer van de lijn binnen. De lijn geeft die geen sleutels, maar uw eigen app misschien wel: schrijf daar niets wat die niet mag lezen, en vertel het nu de beheerder.
desk-queue = Wachtend:
desk-queue-more = … en nog { $count } …
desk-more-wait = Er komen heel veel zaken binnen. Er wachten er nu { $count }, en niet elke zaak staat hier als kaart. Typ !queue om ze te zien.
desk-queue-empty = Er wacht geen zaak.
desk-help = Opdrachten:

command-queue = !queue: de zaken die wachten
command-claim = !claim 47: neem zaak 47 in een eigen kamer
command-back = !back: geef de zaak terug aan de wachtrij (in de baliekamer met nummer: !back 47)
command-close = !close: sluit de zaak en vertel het de melder; alles wordt gewist, of met de code van de melder verzegeld
command-help = !help: deze lijst
command-unknown = Die opdracht bestaat niet, en er is niets naar de melder gestuurd. Typ !help voor de lijst.
command-not-here = Die opdracht werkt niet in deze kamer. Typ !help voor de lijst.
command-number-missing = Welke zaak? Typ ook het nummer, zoals: !claim 47
command-too-much = Ik begreep de woorden achter de opdracht niet. Er is niets gedaan.
command-not-your-role = Die opdracht hoort niet bij uw werk hier. Typ !help voor de uwe.

case-heading = { $alias } · taal: { $language }
case-untranslated = Niet vertaald: u leest de eigen woorden van de melder, en de melder leest de uwe zoals u ze schrijft.
case-interpreter = Er is geen machine voor { $language }. Zo geeft u de zaak aan iemand op de lijst die het spreekt, ook een tolk: !transfer language
case-how = Elke gewone regel die u hier schrijft, gaat naar de melder. Een regel die begint met ! en een spatie blijft hier. !close sluit de zaak.
case-story = Het verhaal, in de eigen woorden van de melder:
case-held-until-return = Bewaard: de melder wil pas bericht na een eigen nieuw bericht, of heeft gepauzeerd. Dan komt het aan.
case-away = De melder is nu weg, en komt terug met een code. Wat u schrijft, wordt bewaard. Na { $quiet_hours } uur wordt deze zaak verzegeld.
case-held-away = Bewaard: de melder krijgt het bij terugkomst met de code.
case-resting = De melder is weg, en heeft een code. Wat hier stond, is verzegeld: zonder de code kan niemand het lezen. Wat u nu schrijft, wordt ook verzegeld en bij terugkomst gegeven. !close sluit de zaak.
case-sealed = Verzegeld: de melder krijgt het bij terugkomst met de code.
case-returned = De melder is terug, met de code. Dit is de zaak:
case-close-moment = Er wordt net een code voor de melder gemaakt. Typ !close over een moment nog een keer. Typ om zonder code te sluiten: !close anyway
case-close-keeps-nothing = De melder wil dat alles wordt gewist als het gesprek klaar is, ook wat u daarna nog schreef. Typ om toch te sluiten: !close anyway
case-close-unread = De melder heeft uw laatste antwoord nog niet gekregen. Dat komt aan als de melder weer schrijft. Typ om toch te sluiten: !close anyway
case-not-yours = Deze zaak is niet in uw handen.
case-unreachable = Niet verstuurd: het gesprek met de melder is weg.
case-lost = Het gesprek met de melder is weg. Er komt geen antwoord meer aan.
case-paused = De melder heeft gepauzeerd. Er wordt niets verstuurd tot de melder weer schrijft.
case-resumed = De melder is terug.
case-taken-back = De melder heeft iets teruggenomen dat al was verstuurd. Het staat niet meer in de zaak.
case-file-refused = De melder wilde een bestand sturen. Het is niet aangenomen, en dat is gezegd.
case-not-delivered = Uw laatste bericht kon niet worden bezorgd. De melder heeft het niet gezien.
case-missed = Een bericht van de melder kon hier niet worden bezorgd. De melder is gevraagd het opnieuw te sturen.
case-slowed = U schrijft veel. Uw berichten gaan nu wat later naar de melder, op volgorde. Er gaat niets verloren.

system-desk-forgotten =
    De computer van de lijn is alles vergeten wat over zaken ging. De kaarten hierboven kunnen niet meer worden genomen, en de lijn verlaat de zaakkamers. Wie nog een gesprek met de lijn had, hoort dat vertellen opnieuw kan.
