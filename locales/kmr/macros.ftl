# What a colleague may send with `!m`. Numbers come from referrals.json, never from a text.
# No text names the colleague: who answers stays unknown to the reporter.

m-hello = Rojbaş, ez ji hevkarên vê xetê me. Min xwend ku we çi nivîsandiye, loma hewce nake hûn dubare bikin. Hûn niha dikarin bi ewlehî binivîsin?
m-pace = Em lez nakin. Hûn her tim dikarin rawestin.
m-thanks = Spas ku hûn vê ji min re dibêjin.
m-notfault = Tiştê ku kesên din dikin, ne sûcê we ye.
m-choice = Hûn biryar didin ku niha çi bibe.
m-more = Hûn dixwazin tiştekî din bibêjin?
m-check = Ez we rast fêm dikim? { $text } Heke ne rast be, bibêjin.
m-mt = Belkî kompûterek di navbera me de werdigerîne, û dibe ku şaş bike. Hûn dikarin vê bi gotinên din bibêjin?
m-noname = Ji kerema xwe navan nebêjin. Ev ewletir e.
m-masked = Di tiştê ku we şand de hejmarek an navek heye. Hûn dikarin wê peyamê jê bibin. Wê demê ez jî wê li vir jê dibim.
m-alone = Bifikirin ku niha kî nêzîkî we ye. Gelo kesek dikare bi we re bixwîne?
m-danger = Heke hûn li Holendayê di xeterê de bin, telefonî { $tel_emergency_112 } bikin. Ez li vir dimînim.
m-suicide = Hûn difikirin ku êdî nejîn? Hûn dikarin ji min re bibêjin.
m-113 = Ez dixwazim ku hûn bi { $tel_suicide_113 } re biaxivin. Ev bêpere ye: { $tel_suicide_113_2 }. Ew bi piranî bi holendî diaxivin, loma ez dimînim û dikarim ji bo telefonkirinê alîkariyê bikim.
m-police = Dibe ku ev sûc be. Hûn dikarin herin cem polîsan, an neçin. Ez ji we re bibêjim ku çi rê hene?
m-lawyer = Pêşî bi parêzer (avûkat) re biaxivin. Hewce nake hûn ji min re bibêjin ku we çi kir.
m-family = Em nav û cihên malbata we nanivîsin.
m-device = Werin em êdî li ser vê telefonê nenivîsin. Ji telefoneke ewle ji me re binivîsin, bi koda xwe heke hebe.
m-limits = Divê ez rast bibêjim: ez nikarim wan rawestînim. Ez dikarim guhdarî bikim û bi we re bifikirim.
m-case = Bi yek serpêhatiyê em bi piranî nikarin rasterast tiştekî bikin. Lê bi yên din re ew girîng e.
m-next = Tiştekî ku hûn niha dikarin bikin: { $step }
m-wait = Kêliyekê. Ez ji yek ji hevkarên me dipirsim. Ez nabêjim ku hûn kî ne.
m-handover = Dema karê min diqede. Kesekî din ji hevkarên me bi we re berdewam dike.
m-silent = Ez hê li vir im. Hewce nake hûn bersivê bidin.
m-return = Hûn dikarin bi koda xwe vegerin. Em vekirî ne: { $hours }.
m-hours-unknown = saet diguherin
m-wipe = Heke hûn bixwazin em her tiştê li cem me jê bibin, JÊBIRIN binivîsin. Heke ewletir be, vê axaftinê li ser telefona xwe jî jê bibin.
m-close = Ez ê vê axaftinê biqedînim. Ev ji bo we baş e?
m-bound = Ez dixwazim alîkariyê bikim, lê ne bi heqaretan.
