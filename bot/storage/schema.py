"""The tables, as ordered upgrade steps; a step is never changed once released.

Each page a commit touches is encrypted, written and waited for, so pages are what a table costs.
Rows with large bodies keep a rowid, else most would spill into pages of their own. A number that
may be used again needs no AUTOINCREMENT, whose counter is a page more. A transaction id is made
from its inbox row, which is decided once: no index has to keep it unique. Which rows of the inbox
are open, and which of the outbox leave next, is kept in memory and read once when the line starts.
"""

LINE = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

    CREATE TABLE journal (
        account TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
        PRIMARY KEY (account, kind, key)
    ) WITHOUT ROWID;

    CREATE TABLE inbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL, event TEXT NOT NULL, room TEXT NOT NULL, body BLOB,
        UNIQUE (account, event)
    );
    CREATE INDEX inbox_room ON inbox (room);

    CREATE TABLE cases (
        id TEXT PRIMARY KEY, number INTEGER UNIQUE, case_room TEXT UNIQUE,
        stage TEXT NOT NULL, touched INTEGER NOT NULL, quiet INTEGER, body BLOB NOT NULL
    );
    CREATE INDEX cases_quiet ON cases (quiet) WHERE quiet NOT NULL;
    CREATE INDEX cases_touched ON cases (stage, touched);

    CREATE TABLE routes (
        case_id TEXT PRIMARY KEY, room TEXT NOT NULL UNIQUE,
        person TEXT NOT NULL, master TEXT, device TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE copies (
        made INTEGER PRIMARY KEY,
        account TEXT NOT NULL, room TEXT NOT NULL, event TEXT NOT NULL,
        case_id TEXT NOT NULL, ref TEXT NOT NULL,
        UNIQUE (account, room, event)
    );
    CREATE INDEX copies_ref ON copies (case_id, ref);

    CREATE TABLE codes (
        locator BLOB PRIMARY KEY, case_id TEXT NOT NULL UNIQUE,
        public BLOB NOT NULL, wrapped BLOB NOT NULL, word INTEGER NOT NULL
    );

    CREATE TABLE sealed (seq INTEGER PRIMARY KEY, case_id TEXT NOT NULL, body BLOB NOT NULL);
    CREATE INDEX sealed_case ON sealed (case_id);

    CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY,
        destination TEXT NOT NULL, case_id TEXT, txn TEXT NOT NULL,
        body BLOB NOT NULL, since INTEGER NOT NULL, words INTEGER NOT NULL
    );

    CREATE TABLE counters (
        week TEXT NOT NULL, counter TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (week, counter)
    ) WITHOUT ROWID;

    CREATE TABLE coded (
        quarter TEXT NOT NULL, name BLOB NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (quarter, name)
    ) WITHOUT ROWID
    """,
)

IDENTITY = (
    """
    CREATE TABLE accounts (
        account TEXT PRIMARY KEY, homeserver TEXT NOT NULL, person TEXT NOT NULL,
        device TEXT NOT NULL, token BLOB NOT NULL, password BLOB NOT NULL, signing BLOB NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE roster (
        person TEXT PRIMARY KEY, master TEXT NOT NULL, compared INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE approvals (
        language TEXT PRIMARY KEY, hash TEXT NOT NULL, by TEXT NOT NULL, on_day TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
    """,
    """
    ALTER TABLE roster ADD COLUMN roles TEXT NOT NULL DEFAULT 'listener second_reader supervisor';
    ALTER TABLE roster ADD COLUMN training TEXT NOT NULL DEFAULT '';
    ALTER TABLE roster ADD COLUMN languages TEXT NOT NULL DEFAULT '';
    ALTER TABLE roster ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE proposals (
        person TEXT PRIMARY KEY, master TEXT NOT NULL, compared INTEGER NOT NULL,
        roles TEXT NOT NULL, training TEXT NOT NULL, languages TEXT NOT NULL, code TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)
