"""
The language server: findings as diagnostics, fixes as quick fixes, the page of a rule under the pointer.

A document is linted as a file of its name would be: under the nearest configuration, which is read anew each time, and
with the baseline. What is no privacy policy by its name or by the configuration is left alone. Positions of the
protocol count from 0, in the units the editor asked for; ours count code points.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from privacylint import __version__, baseline, discover
from privacylint import config as configuration
from privacylint.cli._inputs import with_rule_files
from privacylint.cli._mistake import Mistake
from privacylint.config import Config
from privacylint.lint import Located, Reported, Result, lint_file
from privacylint.pages import page
from privacylint.plugins import Plugins
from privacylint.source import Place, Source
from privacylint.yaml_nodes import DataError

NAME = "privacylint"
PAUSE = 0.3
"""Seconds without a keystroke after which a document is read again."""
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}


class Shown(NamedTuple):
    """A finding of a document and where the editor shows it."""

    found: Reported
    range: lsp.Range


class Problem(NamedTuple):
    """A mistake in the configuration or in a rule file: nothing is linted before it is mended."""

    path: str
    message: str
    line: int = 1
    column: int = 1


class Reader:
    """Lints the text of a document under the nearest configuration."""

    def __init__(self, plugins: Plugins, config: str | None = None) -> None:
        self._plugins = plugins
        self._config = config
        self.rules = plugins.rules

    def read(self, path: str, text: str) -> Result | Problem | None:
        """The findings in a document; None where it is not for us."""
        try:
            config = configuration.load(self._config or configuration.find(Path.cwd()))
            plugins = with_rule_files(self._plugins, config)
            names = [info.name for info in plugins.infos]
            configuration.validate(config, plugins.rules, regime_names=plugins.regimes, plugin_names=names)
            accepted = baseline.Baseline.load(config.baseline) if config.baseline else None
        except DataError as mistake:
            place = mistake.place
            at = (place.line, place.column) if place else (1, 1)
            return Problem(mistake.path, mistake.message, *at)
        except Mistake as mistake:
            return Problem(str(self._config or configuration.find(Path.cwd()) or ""), str(mistake))
        self.rules = plugins.rules
        if config.excludes(path) or not _is_policy(path, config):
            return None
        today = config.as_of or date.today()
        result = lint_file(path, text.encode("utf-8", "replace"), plugins, config, today=today)
        return baseline.sift([result], accepted, config.never_ignore)[0] if accepted else result


def _is_policy(path: str, config: Config) -> bool:
    named = {os.path.abspath(policy.path) for policy in config.policies}  # noqa: PTH100 - resolve() would follow links
    return os.path.abspath(path) in named if named else discover.says_policy(path)  # noqa: PTH100


def serve(plugins: Plugins, config: str | None = None) -> None:
    """Speak with an editor on standard input and output until it is done."""
    build(Reader(plugins, config)).start_io()


def build(reader: Reader) -> LanguageServer:
    """The server and what it answers."""
    server = LanguageServer(NAME, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental)
    shown: dict[str, list[Shown]] = {}
    waiting: dict[str, int] = {}
    troubled: set[str] = set()

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        root = to_fs_path(params.root_uri) if params.root_uri else None
        if root and Path(root).is_dir():
            os.chdir(root)

    def lint(uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        path = _path(uri)
        outcome = reader.read(path, document.source)
        for file in troubled - ({outcome.path} if isinstance(outcome, Problem) else set()):
            troubled.discard(file)
            _publish(server, from_fs_path(os.path.abspath(file)) or uri, [])  # noqa: PTH100
        if isinstance(outcome, Problem):
            troubled.add(outcome.path)
            where = from_fs_path(os.path.abspath(outcome.path)) or uri  # noqa: PTH100
            _publish(server, where, [_of_problem(outcome)])
            return
        shown[uri] = [*_shown(server, document.source, outcome)] if outcome else []
        _publish(server, uri, [_diagnostic(server, uri, document.source, one) for one in shown[uri]])

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        lint(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        lint(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        turn = waiting[uri] = waiting.get(uri, 0) + 1
        await asyncio.sleep(PAUSE)
        if waiting.get(uri) == turn:
            lint(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        waiting.pop(uri, None)
        shown.pop(uri, None)
        _publish(server, uri, [])

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: lsp.DidChangeWatchedFilesParams) -> None:
        for uri in [*shown]:
            lint(uri)

    kinds = [lsp.CodeActionKind.QuickFix]
    options = lsp.CodeActionOptions(code_action_kinds=kinds)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        text = server.workspace.get_text_document(uri).source
        here = [one for one in shown.get(uri, ()) if _touch(one.range, params.range)]
        return [action for one in here for action in _actions(server, uri, text, one)]

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        point = lsp.Range(params.position, params.position)
        here = [one for one in shown.get(params.text_document.uri, ()) if _touch(one.range, point)]
        rules = {one.found.rule: reader.rules.get(one.found.rule) for one in here}
        told = "\n\n---\n\n".join("\n".join(page(rule)) for rule in rules.values() if rule)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, told)) if told else None

    return server


def _path(uri: str) -> str:
    """The path of a document as the command line would name it, or its address where it is no file."""
    path = to_fs_path(uri)
    if not path:
        return uri
    try:
        near = os.path.relpath(path)
    except ValueError:
        return path
    return path if near.startswith("..") else near


def _publish(server: LanguageServer, uri: str, diagnostics: list[lsp.Diagnostic]) -> None:
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, diagnostics))


def _shown(server: LanguageServer, text: str, result: Result) -> Iterator[Shown]:
    for found in result.findings:
        yield Shown(found, _range(server, text, found.start, found.end))


def _range(server: LanguageServer, text: str, start: Place, end: Place) -> lsp.Range:
    return lsp.Range(_position(server, text, start), _position(server, text, end))


def _position(server: LanguageServer, text: str, place: Place) -> lsp.Position:
    before = text[place.offset - place.column + 1 : place.offset]
    return lsp.Position(place.line - 1, server.workspace.position_codec.client_num_units(before))


def _diagnostic(server: LanguageServer, uri: str, text: str, one: Shown) -> lsp.Diagnostic:
    found = one.found
    return lsp.Diagnostic(
        range=one.range,
        message="\n".join(line for line in (found.message, found.help and f"help: {found.help}") if line),
        severity=_SEVERITIES[found.severity],
        code=found.rule,
        code_description=lsp.CodeDescription(found.url) if found.url else None,
        source=NAME,
        related_information=[_related(server, uri, text, place) for place in found.related],
    )


def _related(server: LanguageServer, uri: str, text: str, place: Located) -> lsp.DiagnosticRelatedInformation:
    where = lsp.Location(uri, _range(server, text, place.start, place.end))
    return lsp.DiagnosticRelatedInformation(where, place.note or "here too")


def _of_problem(problem: Problem) -> lsp.Diagnostic:
    at = lsp.Position(problem.line - 1, problem.column - 1)
    return lsp.Diagnostic(lsp.Range(at, at), problem.message, severity=_SEVERITIES["error"], source=NAME)


def _touch(one: lsp.Range, other: lsp.Range) -> bool:
    (start, end), (low, high) = (
        ((inner.start.line, inner.start.character), (inner.end.line, inner.end.character)) for inner in (one, other)
    )
    return start <= high and low <= end


def _actions(server: LanguageServer, uri: str, text: str, one: Shown) -> Iterator[lsp.CodeAction]:
    found = one.found
    diagnostic = _diagnostic(server, uri, text, one)
    if found.fix and found.fix.edits:
        place = Source("", text).place
        edits = [
            lsp.TextEdit(_range(server, text, place(edit.start), place(edit.end)), edit.text)
            for edit in found.fix.edits
        ]
        may_alter = "" if found.fix.safe else " (may change the meaning)"
        yield _action(f"Fix: {found.message}{may_alter}", uri, edits, diagnostic, preferred=found.fix.safe)
    line = text[found.start.offset - found.start.column + 1 :].split("\n", 1)[0].rstrip("\r")
    if line and "|" not in line:
        end = lsp.Position(found.start.line - 1, server.workspace.position_codec.client_num_units(line))
        comment = f" <!-- privacylint: ignore-line[{found.rule}] say why -->"
        edits = [lsp.TextEdit(lsp.Range(end, end), comment)]
        yield _action(f"Ignore {found.rule} on this line", uri, edits, diagnostic)


def _action(
    title: str, uri: str, edits: list[lsp.TextEdit], diagnostic: lsp.Diagnostic, *, preferred: bool = False
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        is_preferred=preferred,
        edit=lsp.WorkspaceEdit(changes={uri: edits}),
    )
