"""What is said beside the report, one line each on standard error: it steers no terminal and no log of a CI run."""

from __future__ import annotations

import sys
from typing import Any


def say(message: str) -> None:
    """Say `message` after the name of the program; what a stranger may have written in it is made harmless."""
    from privacylint.reports._paint import harmless

    print(f"privacylint: {harmless(message)}", file=sys.stderr)


def tell(document: Any) -> None:
    """Print a document as JSON on standard output."""
    from privacylint.reports._script import as_json

    sys.stdout.write(as_json(document) + "\n")
