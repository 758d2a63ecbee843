"""Runs a Python module for as long as the process that started it lives.

Called as `python -P leash.py FOLDER MODULE ARGUMENT...` with a pipe on standard input. When the
pipe ends, its other side was closed or died in whatever way; then FOLDER goes and so do we. A pipe
and not `prctl`: it works on macOS too, and does not depend on which thread started us.

It imports the standard library only, so that it runs from a checkout that is not installed.
"""

import os
import runpy
import shutil
import sys
import threading


def _end_with_the_parent(folder: str) -> None:
    while os.read(0, 64):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def main() -> None:
    folder, module = sys.argv[1:3]
    threading.Thread(target=_end_with_the_parent, args=(folder,), daemon=True).start()
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
