"""Write down anew what the line answers: `python -m tests.conversations.record`.

Read the difference before committing it: every changed line is a changed promise to a reporter.
"""

from tests.conversations.play import HERE, more, play, transcripts


def main() -> None:
    for path in transcripts():
        before = path.read_text(encoding="utf-8")
        after = play(before, *more(path)).text
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"recorded {path.relative_to(HERE)}")


if __name__ == "__main__":
    main()
