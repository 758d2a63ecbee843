# What the line says when something technical stands in the way. Every sentence must be true.

system-send-again =
    Min nikarîbû peyamek an çend peyamên we bixwînim. Mifteya wan negihîşt. Ji kerema xwe wan dîsa bişînin.
system-key-withheld =
    Aplîkasyona we mifteya peyama we neda min. Ew hê bi vê axaftinê bawer nake. Agahiyên vî kontaktî vekin, mifteyê bi ya li ser malpera me bidin ber hev, û peyama xwe dîsa bişînin. An jî aplîkasyoneke din bi kar bînin.
system-clear-text =
    Peyamek bê şîfre hat. Min ew nexwend û li cem xwe nehişt. Ji kerema xwe wê ji vê axaftinê û bi şîfre dîsa bişînin.
system-not-proven =
    Peyamek bi navê we hat, lê ez nikarim bibînim ku ew ji we ye. Min ew nexwend.
system-other-device =
    Peyamek ji cîhazeke din hat, ne ji cîhaza ku we pê dest pê kir. Min ew nexwend. Ji cîhaza xwe ya pêşî binivîsin, an bi min re dest bi axaftineke nû bikin.
system-no-calls =
    Li vir telefon nabe. Ji kerema xwe binivîsin.
system-not-in-groups =
    We di komekê de ji min re nivîsî. Ez di tu koman de nînim. Min li wir tiştek nexwend û tiştek negirt. Ji kerema xwe tenê li vir ji min re binivîsin.
system-unencrypted =
    Ev axaftin ne şîfrekirî ye. Kesên din dikarin bixwînin. Ez tiştekî li cem xwe nahêlim û niha ji vê axaftinê derdikevim. Ji kerema xwe dest bi axaftineke nû û şîfrekirî bikin, ku tenê em herdu tê de bin.
system-group =
    Kesekî din jî di vê axaftinê de ye. Ez di carekê de tenê bi kesekî re diaxivim. Ez ji vê axaftinê tiştekî din li cem xwe nahêlim û niha jê derdikevim. Ji kerema xwe dest bi axaftineke nû bikin, ku tenê em herdu tê de bin.
system-space =
    Ev ne axaftina du kesan e. Ez niha jê derdikevim. Ji kerema xwe dest bi axaftineke nû û şîfrekirî bikin, ku tenê em herdu tê de bin.
system-version =
    Ev cure axaftin têra xwe ne ewle ye, an jî ji bo min pir nû ye. Ez niha jê derdikevim. Ji kerema xwe dest bi axaftineke nû û şîfrekirî bikin, ku tenê em herdu tê de bin.
system-not-delivered =
    Pirsgirêkek çêbû. Ez nizanim ka peyama we gihîşt hevkar an na. Ji kerema xwe wê paşê dîsa bişînin.
system-too-much =
    Ev axaftin pir dirêj bûye. Min nikarîbû peyama we ya dawî li cem xwe bihêlim, û belkî yên piştî wê jî nikaribim. Bersivên we û peyvên RAWESTE û JÊBIRIN hê dixebitin.
system-forgotten =
    Kompûtera me her tişt ji bîr kir, tiştên ku we nivîsandin jî. We hê bersiv negirtibû? An hûn di xeterê de ne? Wê demê ji kerema xwe bi me re dest bi axaftineke nû bikin û dîsa bibêjin. Koda ku we ji me girt êdî naxebite. Ez niha ji vê axaftinê derdikevim.
system-answer-lost =
    Min nikarîbû peyameke hevkar bigihînim we. Hevkar vê dizane.
system-nobody-yet =
    Serpêhatiya we li vir e, lê rojekê ji hevkarên me kesî nikarîbû wê veke. Ez hewl didim û berdewam dikim. Heke niha alîkarî ji we re lazim be, li benda me nemînin. Ji bo hejmarên ku hûn dikarin telefon bikin, XETER binivîsin.
system-slowed =
    Hûn pir dinivîsin. Peyamên we niha hinekî dereng digihîjin hevkar, bi rêzê. Tiştek winda nabe.
