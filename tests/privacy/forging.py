"""Commands as a forger would write them: made from the table, so that none is left out."""

from collections.abc import Iterable, Iterator
from random import Random

from handoff.commands import MARK, TABLE
from handoff.commands.base import Command, Where

SAMPLES = (
    "anyway", "bram", "@bram:staff.test", "shift", "shift bram", "conflict", "same", "pattern",
    "mo_threat rl_self oc_heard", "nl", "fa 47", "on", "off", "10", "Zij heet Fatima.", "hello",
    "check Hij belde.", "danger", "emergency_112", "police", "colleague",
    "481516", "@mallory:elsewhere.test",
)  # fmt: skip
"""What some command that takes the rest of its line understands."""
LOOKS_LIKE_IT = (
    "\uff01", "\ufe57", "\ufe15", "\u01c3", "\u2757", "\u2755", "\ua71d",
    "\u203c", "\u2049", "!!", "! ", "!\u00a0", "!\u200b", "!\u0301",
)  # fmt: skip
"""What looks like the mark of a command and is not it, or not only."""
INVISIBLE = (
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u3164",
    "\u2800", "\ufe0f", "\u180e", "\u200e", "\u200f", "\u202e", "\U000e0021",
)  # fmt: skip
ISOLATES = (("\u2066", "\u2069"), ("\u2068", "\u2069"), ("\u202a", "\u202c"), ("\u202e", "\u202c"))
BLANKS = (" ", "\n", "\t", "\u00a0", "\u3000", "\u2003", "\r\n", "\u2028")
NUMBERS = (
    "٤٧", "۴۷", "４７", "0047", "047", "47.0", "47,0", "1e2", "+47", "-47", "4 7", "4\u200b7",
    "0x2f", "#47", "n47", "47th", "٤7", "4" * 7, "9" * 400, "47" * 20_000, "∞", "½", "④⑦",
    "XLVII", "", "0",
)  # fmt: skip
"""What no case is called."""
STORIES = (
    "{0}", "Ik ben bang.\n{0}\nDank u.", "{0}\n\nDat schreef hij.", "Hij zei: {0}", "Dag.\r{0}",
    "Dag.\u2028{0}", "Dag.\u0085{0}", "> {0}", "> <@anna:staff.test> {0}\n\nJa.", "│ {0}",
    "│ Dag.\n{0}", "```\n{0}\n```", "* {0}", "<b>{0}</b>", "[{0}](https://x.test)", "1\n{0}",
    "@anna:staff.test: {0}", "anna: {0}", "\x00{0}", "\x1b[2J{0}", "// {0}", "{0} //",
)  # fmt: skip


def lines(numbers: Iterable[int], commands: Iterable[Command] = TABLE) -> list[str]:
    """Every way to write each of these commands, about each of these cases."""
    found: list[str] = []
    for command in commands:
        word = MARK + command.word
        heads = [word, *(f"{word} {number}" for number in numbers if command.numbered)]
        extras = ["", *command.words, *(SAMPLES if command.takes_text else ())]
        found += [f"{head} {extra}".strip() for head in heads for extra in extras]
    return found


def disguised(chance: Random, command: str) -> str:
    """Begins with something that only looks like a command's mark."""
    bare = command.removeprefix(MARK)
    return chance.choice(
        (
            chance.choice(LOOKS_LIKE_IT) + bare,
            chance.choice(INVISIBLE) + command,
            chance.choice(INVISIBLE) + chance.choice(BLANKS) + chance.choice(LOOKS_LIKE_IT) + bare,
        )
    )


def wrapped(chance: Random, command: str) -> str:
    """What copying and pasting may put around it."""
    left, right = chance.choice(ISOLATES)
    around, within = chance.choice(BLANKS), chance.choice(INVISIBLE)
    place = chance.randrange(1, len(command))
    return chance.choice(
        (
            left + command + right,
            around + command + around,
            within + command + within,
            left + around + command + right,
            command[:place] + within + command[place:],
            command.upper(),
            command.title(),
        )
    )


def told(chance: Random, command: str) -> str:
    """Somewhere in what somebody tells."""
    return chance.choice(STORIES).format(command)


def anyhow(chance: Random, command: str) -> str:
    """Plain, disguised, wrapped or told."""
    return chance.choice((lambda _, same: same, disguised, wrapped, told))(chance, command)


def misnumbered(chance: Random) -> str:
    """A command about a case whose number is none."""
    command = chance.choice([one for one in TABLE if one.numbered and Where.DESK in one.where])
    return f"{MARK}{command.word} {chance.choice(NUMBERS)}"


def unknown(chance: Random, commands: Iterable[Command] = TABLE) -> str:
    """A `!word` that is no command, often nearly one."""
    words = {one.word for one in commands}
    while True:
        word = chance.choice(sorted(words))
        place = chance.randrange(len(word))
        found = chance.choice(
            (
                word[:place] + word[place + 1 :],
                word[:place] + chance.choice("aeiou") + word[place:],
                word.upper(),
                word.capitalize(),
                word + chance.choice("s.!47?:"),
                word[:place] + chance.choice(INVISIBLE) + word[place:],
                "".join(chance.choices("abcdefghijklm", k=chance.randrange(9))),
                chance.choice(("sudo", "eval", "!", "?", "/close", "<close>", "$(close)", "😀")),
            )
        )
        if found not in words:
            return f"{MARK}{found} {chance.choice(('', '47', 'anyway', 'zij heet Fatima'))}".strip()


def shuffled(chance: Random, things: Iterable[str]) -> Iterator[str]:
    """Each of them, again and again, in ever another order."""
    kept = list(things)
    while True:
        yield from chance.sample(kept, len(kept))
