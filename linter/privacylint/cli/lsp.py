"""
Serve editors: a language server on standard input and output.

Findings appear as you type, with both places of a contradiction, fixes as quick fixes and the page of a rule under the
pointer. Needs `pip install "privacylint[lsp]"`.
"""

from __future__ import annotations

import argparse

from privacylint.cli._inputs import add_plugin_arguments, load_plugins
from privacylint.cli._mistake import Mistake


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `lsp`."""
    parser.add_argument("--config", metavar="FILE", help="the configuration file (default: the nearest one)")
    # editors name the channel, and this is the only one there is
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output, as ever")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until the editor is done."""
    try:
        from privacylint.cli import _server
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith(("pygls", "lsprotocol")):
            raise
        raise Mistake('the language server needs pygls: pip install "privacylint[lsp]"') from None
    plugins, ok = load_plugins(options)
    if not ok:
        return 2
    _server.serve(plugins, options.config)
    return 0
