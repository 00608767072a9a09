"""JSON and XML in which no text of a stranger can be anything but text."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import quoteattr

from privacylint.reports._paint import harmless


def as_json(value: Any, *, indent: int | None = 2) -> str:
    """ASCII only, so that no console or pipe with another encoding can spoil it, and no line is a CI command."""
    return json.dumps(value, indent=indent).replace("##", "#\\u0023")


def element(tag: str, content: list[str] | str = "", /, **attributes: object) -> list[str]:
    """The lines of an XML element. `content` is lines of markup, or text."""
    # a word of Python is written with a line behind it: class_
    given = "".join(f" {key.rstrip('_')}={quoteattr(harmless(str(value)))}" for key, value in attributes.items())
    if not content:
        return [f"<{tag}{given} />"]
    if isinstance(content, str):
        return [f"<{tag}{given}>{text(content)}</{tag}>"]
    return [f"<{tag}{given}>", *(f"  {line}" for line in content), f"</{tag}>"]


def text(content: str) -> str:
    """Text between two tags, on one line."""
    return harmless(content).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


XML = '<?xml version="1.0" encoding="utf-8"?>'
