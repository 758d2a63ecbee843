# De talen van melders, zoals een professional ze noemt.

spoken-nl = Nederlands
spoken-en = Engels
spoken-fr = Frans
spoken-kmr = Koerdisch (Kurmanci)
spoken-tr = Turks
spoken-ru = Russisch
spoken-uk = Oekraïens
spoken-ar = Arabisch
spoken-prs = Dari
spoken-fa = Perzisch
spoken-ug = Oeigoers
spoken-ti = Tigrinya
spoken-zh-Hans = Chinees (vereenvoudigd schrift)
spoken-zh-Hant = Chinees (traditioneel schrift)
spoken-unknown = nog niet gekozen
