"""The memory of another process, as a core of it would hold it. Needs root, or its own account."""

import re
from pathlib import Path

_MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r")
_LARGEST = 64 << 20
"""Read in parts of this size; what lies across a border of two is looked for in both ends."""


def texts_in_memory(pid: int, texts: set[str]) -> set[str]:
    """Those that occur in it, as UTF-8 or in one of Python's wider forms."""
    forms = {
        one: [one.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")] for one in texts
    }
    found: set[str] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _mappings(pid):
            tail = b""
            for at in range(start, end, _LARGEST):
                try:
                    memory.seek(at)
                    part = memory.read(min(_LARGEST, end - at))
                except (OSError, OverflowError):  # the kernel's own pages
                    break
                hay = tail + part
                found |= {
                    one for one, all_forms in forms.items() if any(f in hay for f in all_forms)
                }
                tail = part[-4096:]
    return found


def _mappings(pid: int) -> list[tuple[int, int]]:
    lines = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()
    return [
        (int(found[1], 16), int(found[2], 16)) for one in lines if (found := _MAPPING.match(one))
    ]
