# Machinevertaling, zoals professionals die zien. De woorden van de melder staan hier nooit in.

command-undo = !undo: tegenhouden wat in vertaling is getoond en nog niet weg is
command-mt = !mt off: geen machinevertaling in deze zaak; !mt on: weer wel

mt-aid = Leeshulp, gemaakt door een machine. Het origineel hierboven telt:
mt-preview = Dit gaat de melder lezen, vertaald door een machine:
mt-back = Door de machine terugvertaald:
mt-none = De machine kon dit niet vertalen. De melder krijgt uw eigen woorden, met erbij dat ze niet vertaald zijn.
mt-goes = Het gaat weg over { $seconds } seconden. Tegenhouden: typ !undo
mt-stopped = Tegengehouden. Wat was getoond, gaat niet weg.
mt-nothing-to-stop = Er is niets tegen te houden: wat u schreef is weg, of was nooit onderweg. Een bericht terugnemen? Verwijder het.
mt-still-going = Een regel van u is nog onderweg naar de melder. Wacht een paar tellen en typ dit opnieuw, of houd de regel tegen met: !undo
mt-is-on = In deze zaak vertaalt een machine. Zonder: !mt off
mt-is-off = In deze zaak vertaalt geen machine. Weer met: !mt on
mt-now-on = Vanaf nu vertaalt in deze zaak een machine. Korte en gewone zinnen gaan het best.
mt-now-off = Vanaf nu vertaalt in deze zaak geen machine. Wat u schrijft, gaat meteen weg, zoals u het schrijft.
mt-no-model = Voor de taal van deze melder is er geen machinevertaling.
case-translated = Hier vertaalt een machine, beide kanten op. Dat kan fout gaan, vooral bij “niet”, namen, getallen en wie wat deed. Schrijf korte en gewone zinnen, en vraag door als u twijfelt. U ziet wat de melder gaat lezen voordat het weggaat.

mt-doubt-loop = Let op: er zit herhaling in.
mt-doubt-number = Let op: de getallen zijn niet die van het origineel.
mt-doubt-short = Let op: er is misschien iets weggelaten.
mt-doubt-long = Let op: het is veel langer dan het origineel.
mt-doubt-script = Let op: veel ervan staat in andere letters.
mt-doubt-echo = Let op: veel ervan bleef onvertaald.
mt-doubt-capitals = Let op: het origineel is in hoofdletters, en die leest een machine slecht.
mt-doubt-unsure = Let op: de machine is hier niet zeker van.

mt-why-no-model = Geen vertaling: voor deze taal is er nu geen die werkt.
mt-why-too-short = Geen vertaling: van een of twee woorden maakt een machine iets anders.
mt-why-too-slow = Geen vertaling: het duurde te lang.
mt-why-broken = Geen vertaling: het mislukte.
mt-why-useless = Geen vertaling: er kwam niets zinnigs uit.
