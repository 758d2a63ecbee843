"""A case's alias: two neutral Dutch words and a number, tied to nobody and nothing."""

# Words without a meaning for gender, country, religion, mood or colour of skin or flag.
ADJECTIVES = (
    "Kalme", "Brede", "Stille", "Ronde", "Lange", "Zachte", "Vlotte", "Frisse", "Heldere", "Ruime",
    "Milde", "Vaste", "Lichte", "Hoge", "Diepe", "Gladde",
)  # fmt: skip
NOUNS = (
    "Reiger", "Beuk", "Rivier", "Kiezel", "Merel", "Linde", "Oever", "Wolk", "Varen", "Zwaluw",
    "Heuvel", "Schelp", "Berk", "Vijver", "Wilg", "Molen",
)  # fmt: skip


def alias(number: int, random: bytes) -> str:
    """Such as "Kalme Reiger 47"; `random` holds at least two fresh bytes."""
    adjective = ADJECTIVES[random[0] % len(ADJECTIVES)]
    noun = NOUNS[random[1] % len(NOUNS)]
    return f"{adjective} {noun} {number}"
