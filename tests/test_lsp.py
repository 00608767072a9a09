"""The language server, spoken to as an editor speaks to it: over the standard streams of a process."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the extra privacylint[lsp] is not installed")

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

POLICY = """\
# Privacy Policy

🌱 You must be at least 18 years old to use Puzzle Barn.

## Young players

Anyone under 13 may not use Puzzle Barn.  We keep it for XX days.
"""
PATIENCE = 60


class Editor:
    """A client that remembers the diagnostics of each document."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("an-editor", "1")
        self.seen: asyncio.Queue[tuple[str, list[lsp.Diagnostic]]] = asyncio.Queue()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            self.seen.put_nowait((params.uri.rpartition("/")[2], list(params.diagnostics)))

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def diagnostics(self, name: str) -> list[lsp.Diagnostic]:
        while True:
            file, found = await asyncio.wait_for(self.seen.get(), PATIENCE)
            if file == name:
                return found

    def open(self, name: str, text: str) -> None:
        item = lsp.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def type_over(self, name: str, text: str) -> None:
        which = lsp.VersionedTextDocumentIdentifier(2, self.uri(name))
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(which, [whole]))


def talk(folder: Path, conversation: Callable[[Editor], Awaitable[Any]]) -> Any:
    async def session() -> Any:
        editor = Editor(folder)
        await editor.client.start_io(sys.executable, "-m", "privacylint", "lsp", "--stdio", cwd=str(folder))
        await editor.client.initialize_async(
            lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), root_uri=folder.as_uri())
        )
        editor.client.initialized(lsp.InitializedParams())
        try:
            return await conversation(editor)
        finally:
            await editor.client.shutdown_async(None)
            editor.client.exit(None)
            await editor.client.stop()

    return asyncio.run(session())


def by_rule(found: list[lsp.Diagnostic]) -> dict[str, lsp.Diagnostic]:
    return {str(one.code): one for one in found}


def test_findings_follow_what_is_typed(tmp_path: Path) -> None:
    async def conversation(editor: Editor) -> None:
        editor.open("privacy-policy.md", POLICY)
        found = by_rule(await editor.diagnostics("privacy-policy.md"))
        clash = found["conflicting-ages"]
        assert clash.severity == lsp.DiagnosticSeverity.Error
        # the seedling counts two units in UTF-16 and one code point
        assert (clash.range.start.line, clash.range.start.character) == (2, 3)
        assert clash.message.startswith("the minimum age is 18 here, but 13")
        assert [place.location.range.start.line for place in clash.related_information or ()] == [6]
        editor.type_over("privacy-policy.md", POLICY.replace("under 13", "under 18").replace("XX", "30"))
        rest = by_rule(await editor.diagnostics("privacy-policy.md"))
        assert not {"conflicting-ages", "placeholder-left"} & set(rest)
        editor.open("README.md", POLICY)
        assert await editor.diagnostics("README.md") == []
        editor.client.text_document_did_close(
            lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(editor.uri("privacy-policy.md")))
        )
        assert await editor.diagnostics("privacy-policy.md") == []

    talk(tmp_path, conversation)


def test_fixes_ignores_and_the_page_of_a_rule(tmp_path: Path) -> None:
    async def conversation(editor: Editor) -> None:
        text = POLICY + "\nSee the [list](#Young-Players).\n"
        editor.open("privacy-policy.md", text)
        found = by_rule(await editor.diagnostics("privacy-policy.md"))
        which = lsp.TextDocumentIdentifier(editor.uri("privacy-policy.md"))
        wanted = found["dead-anchor"].range
        answers = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(which, wanted, lsp.CodeActionContext([]))
        )
        actions = {answer.title.partition(" ")[0]: answer for answer in answers or ()}
        (ignored,) = actions["Ignore"].edit.changes[which.uri]
        assert ignored.new_text == " <!-- privacylint: ignore-line[dead-anchor] say why -->"
        assert ignored.range.start.line == text.split("\n").index("See the [list](#Young-Players).")
        assert [edit.new_text for edit in actions["Fix:"].edit.changes[which.uri]] == ["#young-players"]
        told = await editor.client.text_document_hover_async(lsp.HoverParams(which, wanted.start))
        assert told is not None and "### dead-anchor" in told.contents.value

    talk(tmp_path, conversation)


def test_a_mistake_in_the_configuration_is_shown_where_it_is(tmp_path: Path) -> None:
    config = tmp_path / "privacylint.yaml"
    config.write_text("fail_on: never\nruels: {}\n", encoding="utf-8")

    async def conversation(editor: Editor) -> None:
        editor.open("privacy-policy.md", POLICY)
        (mistake,) = await editor.diagnostics("privacylint.yaml")
        assert mistake.range.start.line == 1 and 'did you mean "rules"?' in mistake.message
        config.write_text("rules: {conflicting-ages: off}\n", encoding="utf-8")
        editor.type_over("privacy-policy.md", POLICY + "\n")
        assert await editor.diagnostics("privacylint.yaml") == []
        rest = by_rule(await editor.diagnostics("privacy-policy.md"))
        assert "placeholder-left" in rest and "conflicting-ages" not in rest

    talk(tmp_path, conversation)
