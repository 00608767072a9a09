"""The program: `privacylint` on the command line, and `python -m privacylint`."""

from __future__ import annotations

import atexit
import gc
import os
import sys

if __name__ == "__main__" and not getattr(sys.flags, "safe_path", False) and sys.path[0] in ("", os.getcwd()):  # noqa: PTH109
    # `python -m` looks for modules in the current folder first, and that may be a stranger's
    del sys.path[0]

from privacylint.cli import main

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_OBJECTS = 150_000
"""So many new objects before the collector looks at them: more than a short run makes, far fewer than fill a memory."""


def program() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(_OBJECTS, 10, 10)
    _leave(main())


def _leave(code: int) -> NoReturn:
    # taking every object apart, one by one, takes longer than reading most policies; the system takes back all at once
    threading = sys.modules.get("threading")
    if threading and threading.active_count() > 1:
        sys.exit(code)
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    program()
