# The languages of reporters as a professional calls them.

spoken-nl = Dutch
spoken-en = English
spoken-fr = French
spoken-kmr = Kurdish (Kurmanji)
spoken-tr = Turkish
spoken-ru = Russian
spoken-uk = Ukrainian
spoken-ar = Arabic
spoken-prs = Dari
spoken-fa = Persian
spoken-ug = Uyghur
spoken-ti = Tigrinya
spoken-zh-Hans = Chinese (simplified script)
spoken-zh-Hant = Chinese (traditional script)
spoken-unknown = not chosen yet
