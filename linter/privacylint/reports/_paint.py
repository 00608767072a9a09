"""Colours of the terminal, and text of strangers made harmless to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TextIO

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}
SEVERITY = {"error": "red", "warning": "yellow", "info": "blue"}
# joiners shape letters in many scripts and hold emoji together; every other invisible mark can hide or turn words
_JOINERS = "\u200c\u200d"
# ##[error] on GitHub and Azure, ##vso[…] on Azure, ##teamcity[…]
_COMMAND = re.compile(r"(##\w{0,20})\[")
_HIDDEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))


class Paint:
    """Wraps text in colours, or leaves it alone."""

    __slots__ = ("color",)

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, *styles: str) -> str:
        """`text` in the named styles."""
        if not self.color or not text:
            return text
        return f"\033[{';'.join(_CODES[style] for style in styles)}m{text}\033[0m"


def wants_color(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour what goes to `stream`: the option first, then NO_COLOR, FORCE_COLOR, TERM, then the stream."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def shown(character: str) -> str:
    """One character as it may reach a terminal: a control, bidirectional or invisible one is named, not sent."""
    if character == "\t":
        return "    "
    if unicodedata.category(character) not in _HIDDEN or character in _JOINERS:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return f"\\u{{{code:x}}}"


def visible(text: str) -> str:
    """Every character of `text` as it may reach a terminal."""
    return text if text.isprintable() else "".join(map(shown, text))


def harmless(text: str) -> str:
    """`text` on one line, safe for a terminal and for the log of a CI run."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(" " if character in "\r\n\t" else shown(character) for character in text)
    return no_command(text)


def shown_path(path: str) -> str:
    """A path at the start of a line, where two colons would make the line a command in a GitHub log."""
    shown = harmless(path)
    return ("./" if shown.lstrip().startswith("::") else "") + shown


def begun(text: str) -> str:
    """Words at the start of a line: there two colons, blanks before them or not, make a command in a GitHub log."""
    return f": :{text[2:]}" if text.startswith("::") else text


def no_command(text: str) -> str:
    """`text`, as wide as before, without the marks that make a command wherever they stand in the log of a CI run."""
    return _COMMAND.sub(r"\1(", text) if "##" in text else text


def width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me") or character in _JOINERS or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
