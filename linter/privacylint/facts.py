"""
The facts of a configuration, with the recipients read from the file it names.

    recipients: legal/subprocessors.yaml    # - Stripe
                                            # - {name: Hetzner, for: hosting}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from privacylint.claims import Facts
from privacylint.config import RECIPIENTS
from privacylint.yaml_nodes import parse_yaml, read_text


def facts_of(written: Mapping[str, Any]) -> Facts:
    """The facts that stand under the key `facts` of a configuration.

    `recipients` is a list, or the path of a YAML file that holds one by itself or under the key `recipients`; its
    entries are names or mappings with a `name`. Raises `DataError` for a file that cannot be read or is no list.
    """
    hosting = written.get("hosting") or {}
    listed = written.get("recipients")
    if isinstance(listed, str):
        listed = _listed_in(listed)
    return Facts(
        controller=written.get("controller") or "",
        minimum_age=written.get("minimum_age"),
        places=tuple(place.upper() for place in hosting.get("places") or ()),
        providers=tuple(hosting.get("providers") or ()),
        contacts=written.get("contacts") or {},
        recipients=None if listed is None else tuple(_names(listed)),
    )


def _listed_in(path: str) -> Any:
    node = parse_yaml(read_text(path))
    node = node.get("recipients") or node
    RECIPIENTS.check(node)
    return node.data()


def _names(listed: Iterable[Any]) -> Iterable[str]:
    return (entry["name"] if isinstance(entry, Mapping) else entry for entry in listed)
