# De wachtrij en de werkvloer: wie wacht, wie er werkt, hoe de balie staat ingesteld.

band-first = 🔴 Eerst
band-soon = 🟠 Snel
band-careful = 🟡 Met zorg
band-in-turn = ⚪ Op volgorde

age-new = net binnen
age-half-hour = langer dan een half uur
age-one-hour = langer dan 1 uur
age-two-hours = langer dan 2 uur
age-four-hours = langer dan 4 uur
age-eight-hours = langer dan 8 uur
age-a-day = langer dan een dag

card-listener = Liefst met
queue-row = { $alias } · { $language }
queue-band = { $band }: { $count }

command-shift = !shift start of !shift end: begin met werken, of ga naar huis
command-pause = !pause: even weg, een reden is niet nodig; !pause end als u terug bent
command-floor = !floor: de balie in één oogopslag
command-close-desk = !close-desk: melders horen dat wij gesloten zijn, en kunnen een bericht achterlaten
command-open-desk = !open-desk: maak !close-desk ongedaan
command-mode = !mode message of !mode live: alleen berichten, of ook direct praten
command-language = !language pause fa of !language resume fa: stop of hervat direct praten in één taal

floor-danger = Misschien is iemand in gevaar. Typ !queue.

floor-shift-how = Typ !shift start als u begint, en !shift end als u gaat.
floor-shift-started = Welkom. Uw dienst loopt tot uiterlijk { $until } uur. Typ !pause als u even weg wilt, en !shift end als u gaat.
floor-shift-already = U heeft al dienst. Typ !shift end als u gaat.
floor-shift-none = U heeft geen dienst. Typ !shift start als u begint.
floor-shift-ended = Uw dienst is klaar. Dank u wel. Wanneer u werkte, wordt niet bewaard.
floor-shift-cases = U heeft nog { $names }. Geef terug wat niet op u kan wachten: !back met het nummer.
floor-shift-over = { $who }, uw dienst van { $hours } uur is voorbij. Dank u dat u er was. Rust nu uit. Blijft u nog? Typ !shift start.
floor-out = U bent even weg. Neem de tijd. Typ !pause end als u terug bent.
floor-out-already = U was al even weg. Typ !pause end als u terug bent.
floor-not-out = U was niet weg.
floor-back = Welkom terug.

floor-one-live = U bent in gesprek: { $other }. Rond dat eerst af of geef het terug. Eén gesprek tegelijk is voor iedereen genoeg.
floor-two-cases = U heeft twee zaken die op uw woorden wachten: { $names }. Beantwoord er eerst een of geef er een terug.
floor-stepped-out = U bent even weg, dus er wordt niets genomen. Typ !pause end als u terug bent.
floor-resting-others = Na dat gesprek heeft u tot { $until } uur om af te ronden en te rusten. Een collega heeft dienst en kan deze zaak nemen.
floor-resting-alone = Na dat gesprek heeft u tot { $until } uur om af te ronden en te rusten. Niemand anders heeft nu dienst. Kan deze zaak niet wachten? Typ dan: !claim { $number } anyway
floor-claimed-anyway = Uw rust duurt tot { $until } uur. Niemand anders heeft dienst, dus u krijgt deze zaak toch.

floor-closed = De balie is dicht voor nieuwe zaken. Melders horen dat wij gesloten zijn, en kunnen een bericht achterlaten. Met !open-desk gaat de balie weer open.
floor-opened = De balie is weer open voor nieuwe zaken.
floor-mode-message = Alleen berichten: melders horen wanneer hun bericht uiterlijk is gelezen. Met !mode live kan direct praten weer.
floor-mode-live = Direct praten wordt weer aangeboden, zolang wij open zijn en iemand met dienst de taal spreekt.
floor-mode-how = Typ !mode message of !mode live.
floor-language-paused = Direct praten in { $language } staat stil. Melders horen wanneer hun bericht uiterlijk is gelezen. Met !language resume { $language } kan het weer.
floor-language-resumed = Direct praten in { $language } wordt weer aangeboden, zolang iemand met dienst de taal spreekt.
floor-language-unknown = Die taal biedt de lijn niet aan. Wel: { $languages }.
floor-language-how = Typ !language pause fa of !language resume fa, met de code van de taal.
floor-no-hours = Er zijn geen openingstijden ingesteld. De lijn neemt dus alleen berichten aan en belooft geen tijd.

floor-open-until = Open tot { $until } uur.
floor-opens = Gesloten. Open { $day } om { $at } uur.
floor-waiting = Wachtend: { $count } ({ $languages })
floor-longest = langst: { $age }
floor-in-hand = Genomen: { $count } ({ $languages })
floor-at-work = Aan het werk:
floor-nobody = Niemand heeft dienst.
floor-person = { $who }: zaken in handen { $count }
floor-live = in gesprek
floor-person-out = even weg
floor-person-rests = rust tot { $until } uur
floor-person-since = { $minutes } minuten sinds een pauze
floor-person-off = geen dienst
