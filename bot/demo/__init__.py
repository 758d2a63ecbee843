"""Everything on one machine: a throw-away homeserver, two people, and a whole case between them."""
