"""Write down anew what the line shows: `python -m tests.conversations.desk.record`.

Read the difference before committing it: every changed line is a changed promise.
"""

import asyncio

from tests.conversations.desk.play import HERE, play, transcripts


def main() -> None:
    for path in transcripts():
        before = path.read_text(encoding="utf-8")
        after = asyncio.run(play(before, path.parent.name))
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"recorded {path.relative_to(HERE)}")


if __name__ == "__main__":
    main()
