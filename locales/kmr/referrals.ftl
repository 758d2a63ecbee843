# Information to read without telling anything, and the list of other places.

menu = Hûn dixwazin li ser çi bixwînin?
menu-line = Ev xet çi ye
menu-pressure = Zexta welatekî din çi ye
menu-keep = Em bi nivîsên we çi dikin
menu-limits = Em nikarin çi biparêzin
menu-places = Cihên din ku alîkariyê dikin
menu-on = Vegerim axaftina xwe
menu-human = Bi mirovekî re biaxivim
information-stay = Hûn dikarin li vir xwendinê bidomînin. Heke hûn bixwazin biaxivin, MIROV binivîsin.
not-kept = Ez vê li cem xwe nahêlim. Heke hûn bixwazin biaxivin, MIROV binivîsin.

info-line = { $line } ji bo wan kesan heye ku zexta welatekî din hîs dikin. Hewce nake delîlên we hebin. Hîsek bes e.
info-line-not = Em ne ji hikûmetê, ne ji polîsan û ne jî ji balyozxaneyekê ne. Cihên din jî hene. Hûn her tim dikarin tiştekî din hilbijêrin.
info-pressure = Carinan welatekî din dixwaze ku kesek bêdeng bimîne, bi ya wî welatî bike an agahiyan bide. Holenda vê naxwaze. Ev tê serê gelek mirovan.
info-examples = Mînak ev in: gef, şopandin, zexta li ser malbatê, telefona hackkirî. Pirsgirêkên belgeyan li balyozxaneyekê jî ji vê ne.
info-keep = Hevkarek tiştên ku hûn bişînin dixwîne. Tiştên ku hûn neşînin, { $draft_hours } saet piştî peyama we ya dawî namînin. Piştî { $case_days } rojan ji nivîsên we tiştek namîne.
info-code = Heke kod hebe, axaftina ku hatiye xwendin piştî { $quiet_hours } saet bêdengiyê tê kilîtkirin. Wê demê tenê kod wê vedike, heta { $closed_days } roj piştî dawiyê.
info-count = Heke hûn razî bin, em bê nav dijmêrin ku çi diqewime. Wisa diyar dibe ku ev çend caran diqewime. { $legal_limit }
info-limits-servers = Xizmeta peyaman dikare bibîne ku we li vir nivîsand, û kengî. Ew nabîne ku hûn çi dinivîsin.
info-limits-phone = Telefona hackkirî her tiştî nîşan dide. Awayê nivîsandina we jî dikare nîşan bide ku hûn kî ne. Loma ji kerema xwe nav û cihan nenivîsin.
info-limits-machine = Kesê ku kompûtera me bi rê ve dibe, dikare tiştên ku kompûter dixwîne bixwîne. Heke kompûter li cem şirketekê be, ew şirket dikare li bîra kompûterê binêre.

places = Hûn ji bo çi li cihekî digerin?
places-danger = Niha xeter heye
places-suicide = Ez êdî naxwazim bijîm
places-minor = Ez ji 18 salî biçûktir im
places-home = Tundî li malê an di malbatê de
places-marry = Zewac an rêwîtiya bi zorê
places-more = Hê cihên din
    .words = zêdetir, cihên din
places-crime = Gef, şopandin an hackkirin
places-recruit = Divê ez agahî bidim an ji wan re bixebitim
places-consul = Zexta balyozxaneyekê
places-device = Telefon an hesabê min
places-abroad = Ez ne li Holendayê me
places-press = Ez rojnamevan im an berheman çêdikim
places-office = Ez di rêveberî an siyasetê de dixebitim
places-prof = Di karê xwe de alîkariya mirovan dikim
places-talk = Ez dixwazim bi kesekî re biaxivim
places-wrong = Tiştekî din
places-back = Vegerim lîsteyê
