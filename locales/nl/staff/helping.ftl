# Wat professionals lezen over vaste teksten, kaarten, andere plekken en doorgeven.

command-m = !m: teksten om te sturen in de taal van de melder, zoals !m hello
command-show = !show: kaarten voor bijzondere situaties, zoals !show danger
command-refer = !refer: andere plekken die helpen, zoals !refer feelings
command-pass = !pass police: vraag de melder of het doorgegeven mag worden
command-edited = Een bewerking is nooit een opdracht: er is niets veranderd. Verwijder het bericht om terug te nemen wat het stuurde, en typ het opnieuw.

sent-text = De melder krijgt:
sent-in-your-language = In uw taal:

macro-list = Teksten om te sturen. Wat u typt voor … is van u; al het andere gaat in de taal van de melder:
macro-unknown = Die tekst bestaat niet, en er is niets gestuurd. Typ !m voor de lijst.
macro-stands-alone = Achter die tekst horen geen woorden, en er is niets gestuurd. Schrijf ze in een eigen bericht.
macro-needs-words = Typ uw eigen woorden erachter: { $example } Er is niets gestuurd.
macro-too-long = Te lang: hoogstens { $most } tekens, een paar zinnen. Er is niets gestuurd. Schrijf het in een eigen bericht.

show-list = Kaarten die u de melder kunt laten zien:
show-unknown = Die kaart bestaat niet, en er is niets gestuurd. Typ !show voor de lijst.
show-not-now = Er is niets getoond: de melder is nu niet hier.

refer-needs = Welke hulp is nodig? Typ een van deze:
refer-narrow = Daarachter kunt u een taal of “anonymous” typen, zoals: !refer care en anonymous
refer-unknown = Die hulp of plek ken ik niet, en er is niets gestuurd. Typ !refer voor de lijst.
refer-none = Er past geen plek bij, of geen ervan is op tijd nagekeken. Probeer minder woorden, of vraag een leidinggevende om ze te laten nakijken.
refer-list = Plekken, de eerste keus eerst. Wat u in een zaakkamer typt, stuurt die naar de melder:
refer-ask-first = Vraag eerst: mag ik een plek noemen? Is bellen veilig? Kent een helper daar mensen die u kent? Noem nooit een ambassade, een consulaat, een centrum van de gemeenschap of een gebedshuis. Alleen de melder belt.
refer-unchecked-row = niet op tijd nagekeken
refer-unchecked = Let op: niemand heeft dit nummer op tijd nagekeken. Kijk het na, en verbeter het hier als het fout is.
refer-expired = Er is niets gestuurd: niemand heeft deze plek op tijd nagekeken. Kies een andere, of vraag een leidinggevende om deze te laten nakijken.
refer-supervisor = Voor u als leidinggevende: deze worden getoond hoewel niemand ze op tijd heeft nagekeken: { $places }. Vraag de beheerder om ze vandaag na te kijken.
refer-mark = Typ, als u weet wat de melder ervan vindt: !refer { $place } accepted (of declined, of calls)
refer-not-kept = Er is niets genoteerd: de melder is nu niet hier.
refer-offered = Genoemd aan de melder: { $name }.
refer-accepted = De melder wil dit: { $name }.
refer-declined = De melder wil dit niet: { $name }.
refer-will-call = De melder gaat bellen: { $name }.

need-danger = !refer danger: er is nu gevaar
need-threat = !refer threat: bedreiging of stalking
need-inform = !refer inform: gevraagd om te klikken, benaderd door een dienst
need-papers = !refer papers: consulaat, papieren, belasting
need-family = !refer family: familie die in het buitenland wordt vastgehouden
need-marriage = !refer marriage: gedwongen huwelijk, achtergelaten in het buitenland
need-device = !refer device: telefoon of account
need-images = !refer images: seksuele beelden
need-press = !refer press: journalisten
need-office = !refer office: bestuurders en ambtenaren
need-feelings = !refer feelings: zware gevoelens, zelfdoding
need-child = !refer child: jonger dan 18
need-notice = !refer notice: gezocht via INTERPOL
need-municipality = !refer municipality: iemand die voor een gemeente werkt
need-complaint = !refer complaint: een klacht over deze lijn of de overheid
need-care = !refer care: alles voor zorg en steun
need-rights = !refer rights: alles voor recht en bescherming
need-digital = !refer digital: alles voor telefoons en accounts
need-enforcement = !refer enforcement: politie en diensten
need-all = !refer all: alles

pass-list = Aan wie? Schrijf de melder eerst wat u daar zou vertellen. Typ dan een van deze, en de lijn vraagt het:
pass-row = !pass { $word }: { $to }
pass-to-police = de politie
pass-to-aivd = de AIVD
pass-to-lawyer = een advocaat
pass-to-care = een plek voor zorg of steun
pass-to-other = de plek die u heeft genoemd
pass-asked = Gevraagd: mag het worden doorgegeven aan { $to }? Het antwoord komt hier. Geef niets door zolang het geen ja is.
pass-given = De melder zegt: ja, u mag dit doorgeven aan { $to }. Dat kan worden teruggenomen: typ dan !pass { $word } no
pass-refused = De melder zegt: nee, geef dit niet door aan { $to }.
pass-unanswered = Geen antwoord over doorgeven aan { $to }. Dat is geen toestemming. Typ om het opnieuw te vragen: !pass { $word }
pass-withdrawn = Genoteerd: er mag niets worden doorgegeven aan { $to }.
pass-not-now = Niet gevraagd: de melder kan nu geen bericht krijgen, of heeft uw laatste antwoord nog niet. Vraag het als de melder weer schrijft.
