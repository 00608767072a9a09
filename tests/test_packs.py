"""YAML with places, shapes, and the cache of folders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from privacylint import kept, packs
from privacylint.packs import DataError, load, load_folder
from privacylint.shapes import (
    ANY,
    FLAG,
    NUMBER,
    TEXT,
    Shape,
    either,
    filled,
    list_of,
    listed,
    map_of,
    mapping,
    one_of,
    one_or_more,
    phrase,
    whole,
)

SHAPE = mapping(
    required={"path": TEXT},
    optional={
        "severity": one_of("error", "warning"),
        "count": whole(1, 5),
        "list": list_of(TEXT, least=1),
        "flag": FLAG,
        "both": either(list_of(TEXT), mapping(optional={"a": NUMBER})),
        "free": map_of(NUMBER),
        "some": one_or_more(filled("name")),
    },
    what="a thing",
)


def said(text: str, shape: Shape = ANY) -> str:
    with pytest.raises(DataError) as error:
        load(text, shape, name="f.yaml")
    return str(error.value)


# --- values and places -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("a: off\nb: no\nc: yes\nd: on\n", {"a": "off", "b": "no", "c": "yes", "d": "on"}),
        ("%YAML 1.1\n---\na: off\n", {"a": "off"}),
        ("a: true\nb: False\nc: ~\nd:\n", {"a": True, "b": False, "c": None, "d": None}),
        ("a: 1\nb: -2\nc: 010\nd: 1.5\ne: 1e3\n", {"a": 1, "b": -2, "c": 10, "d": 1.5, "e": 1000.0}),
        ("a: 1_000\nb: 0x10\nc: .inf\nd: 1e999\n", {"a": "1_000", "b": "0x10", "c": ".inf", "d": "1e999"}),
        ("a: " + "9" * 5000, {"a": "9" * 5000}),
        ("a: 2025-01-31\n", {"a": "2025-01-31"}),
        ("a: '1'\nb: \"true\"\nc: !!str 3\n", {"a": "1", "b": "true", "c": "3"}),
        ("no: 1\n404: x\ntrue: y\n", {"no": 1, "404": "x", "true": "y"}),
        ("a: &x [1, 2]\nb: *x\n", {"a": [1, 2], "b": [1, 2]}),
        ("a: |\n  one\n  two\nb: >\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two\n"}),
        ("\ufeffa: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("a: 'x\u2028y'\n", {"a": "x\u2028y"}),
        ("- a\n- - b\n", ["a", ["b"]]),
    ],
)
def test_values(text: str, data: Any) -> None:
    assert load(text).data() == data


def test_places() -> None:
    node = load("a: 1\nb:\n  - {c: 'x', d: é}\n  - e\n# end\n\nf: z\n", name="f.yaml")
    inner = node.get("b", 0, "d")
    assert inner and inner.place[:2] == (3, 17)
    assert inner.name == "b[0].d"
    assert [node.source.place(span.start)[:2] for span in node.keys.values()] == [(1, 1), (2, 1), (7, 1)]
    assert [node.source.cut(span) for span in node.keys.values()] == ["a", "b", "f"]
    assert node.source.cut(node.nearest("b").span) == "- {c: 'x', d: é}\n  - e"
    assert node.source.cut(node.nearest("b", 0).span) == "{c: 'x', d: é}"
    assert node.nearest("b", 0, "nope", 3) is node.get("b", 0)


@pytest.mark.parametrize("start", ["", "\ufeff", "# \u2028 \x85 😀\r\n", "# \u2029\r"])
def test_places_count_code_points_and_the_lines_of_editors(start: str) -> None:
    with pytest.raises(DataError) as error:
        load(start + "ok: 1\nbad: 2\n", mapping(optional={"ok": ANY}), name="f")
    place = error.value.place
    assert place
    assert error.value.source and error.value.source.cut(error.value.span) == "bad"
    assert place.line == (3 if start.endswith(("\r", "\n")) else 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", 'f.yaml:2:1: key "a" is given twice, first in line 1'),
        ("a: [1\n", "f.yaml:2:1: is not YAML: "),
        ("a: b: c\n", "f.yaml:1:5: is not YAML: mapping values are not allowed here"),
        ("a: !!python/object/apply:os.system ['x']\n", "f.yaml:1:4: unknown tag"),
        ("a: !custom x\n", 'f.yaml:1:4: unknown tag "!custom"'),
        ("a: *x\n", 'f.yaml:1:4: unknown alias "*x"'),
        ("a: &x [*x]\n", 'f.yaml:1:8: unknown alias "*x"'),
        ("a: &x 1\n*x : 2\n", "f.yaml:2:1: an alias cannot be a key"),
        ("a: &x {b: 1}\n<<: *x\n", 'f.yaml:2:1: merge keys ("<<") are not supported'),
        ("? [1]\n: 2\n", "f.yaml:1:3: a key must be text"),
        ("a: 1\n---\nb: 1\n", "f.yaml:2:1: a second document begins here"),
        ("a: x\x07\n", "f.yaml:1:5: is not YAML: a character that YAML does not allow"),
        ('a: "\\ud800"\n', "f.yaml:1:4: half a surrogate pair is no character"),
        ('a: "\\UFFFFFFFF"\n', "f.yaml:1:2: is not YAML that can be read"),
        ("\t- a\n", "f.yaml:1:1: is not YAML: "),
        ("[" * 40, "f.yaml:1:33: nested more than 32 levels deep"),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    assert said(text).startswith(message)


def test_a_file_that_is_too_large() -> None:
    assert "too large" in said("#" * 300_000)


def test_an_alias_bomb_is_short() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert "stands for more than 50000 values" in said("\n".join(lines))


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000, "a:\n " * 50_000])
def test_deep_nesting_is_an_error_at_once(text: str) -> None:
    said(text)


def test_excerpt() -> None:
    with pytest.raises(DataError) as error:
        load("path: x\nseverty: error\n", SHAPE, name="f.yaml")
    assert error.value.excerpt() == "    2 | severty: error\n      | ^^^^^^^"


def test_excerpts_and_messages_cannot_drive_a_terminal() -> None:
    with pytest.raises(DataError) as error:
        load('path: x\n"\\e[31mred": 1\n', SHAPE, name="f\x1b.yaml\n")
    assert "\x1b" not in str(error.value) + error.value.excerpt()
    assert "\n" not in str(error.value)


def test_errors_without_a_file() -> None:
    assert str(DataError("no", path="command line")) == "command line: no"
    assert str(DataError("no")) == "no"
    assert DataError("no").excerpt() == ""


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    with pytest.raises(DataError, match="cannot be read: no such file"):
        load(file)
    with pytest.raises(DataError, match="cannot be read: "):
        load(tmp_path)
    file.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(DataError, match=":2:4: is not UTF-8"):
        load(file)
    file.write_text("a: é\n", "utf-16")
    assert load(file).data() == {"a": "é"}


# --- shapes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: must be a mapping, got nothing"),
        ("[1]", "1:1: must be a mapping, got a list"),
        ("severity: error", '1:1: missing key "path" of a thing'),
        ("path: x\nseverty: 1", '2:1: unknown key "severty"; did you mean "severity"?'),
        ("path: x\nzzz: 1", '2:1: unknown key "zzz"; expected path, severity, count, list, flag, both, free or some'),
        ("path: 1", '1:7: "path" must be text, got 1'),
        ("path:", '1:1: "path" must be text, got nothing'),
        ("path: x\nseverity: eror", '2:11: unknown severity "eror"; did you mean "error"?'),
        ("path: x\nseverity: zz", '2:11: unknown severity "zz"; expected error or warning'),
        ("path: x\ncount: 9", '2:8: "count" must be from 1 to 5, got 9'),
        ("path: x\ncount: true", '2:8: "count" must be a whole number, got true'),
        ("path: x\ncount: 1.5", '2:8: "count" must be a whole number, got 1.5'),
        ("path: x\nlist: []", '2:7: "list" must have at least 1 entries, got 0'),
        ("path: x\nlist: [a, 1]", '2:11: "list[1]" must be text, got 1'),
        ("path: x\nflag: off", '2:7: "flag" must be true or false, got text "off"'),
        ("path: x\nboth: 1", '2:7: "both" must be a list or a mapping, got 1'),
        ("path: x\nboth: {a: x}", '2:11: "both.a" must be a number, got text "x"'),
        ("path: x\nfree: {b: x}", '2:11: "free.b" must be a number, got text "x"'),
        ("path: x\nsome: ' '", "2:7: name is empty"),
        ("path: x\nsome: [a, '']", "2:11: name is empty"),
    ],
)
def test_shapes(text: str, message: str) -> None:
    assert said(text, SHAPE) == f"f.yaml:{message}"


def test_a_phrase_is_wrong_at_its_column() -> None:
    assert said("p: 'we (sell'", mapping(optional={"p": phrase("en", {})})).startswith("f.yaml:1:8: ")
    assert said("p: |\n  we (sell\n", mapping(optional={"p": phrase("en", {})})).endswith("(column 4 of the phrase)")


def test_lists_of_words() -> None:
    assert [listed("a"), listed("ab"), listed("abc")] == ["a", "a or b", "a, b or c"]


# --- the cache -------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRIVACYLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "b.yaml").write_text("path: é\n", "utf-8")
    (folder / "a.yaml").write_text("path: x\ncount: 1\n", "utf-8")
    return folder


EXPECTED = {"a": {"path": "x", "count": 1}, "b": {"path": "é"}}


def cached(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache").glob("*"))


def test_a_folder_comes_in_the_order_of_names(folder: Path) -> None:
    assert list(load_folder(folder, SHAPE).items()) == list(EXPECTED.items())


def test_nothing_is_parsed_a_second_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_folder(folder, SHAPE)
    monkeypatch.setattr(packs, "parse_yaml", None)
    assert list(load_folder(folder, SHAPE).items()) == list(EXPECTED.items())


def test_a_hit_does_not_import_the_yaml_parser(folder: Path) -> None:
    load_folder(folder)
    code = (
        "import sys; from pathlib import Path; from privacylint.packs import load_folder;"
        f"print(sorted(load_folder(Path({str(folder)!r}))), 'ruamel.yaml' in sys.modules, 'typing_extensions' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['a', 'b'] False False\n"


def test_every_change_is_seen(folder: Path) -> None:
    load_folder(folder)
    (folder / "a.yaml").write_text("path: z\n", "utf-8")
    assert load_folder(folder)["a"] == {"path": "z"}
    (folder / "a.yaml").rename(folder / "c.yaml")
    assert sorted(load_folder(folder)) == ["b", "c"]
    (folder / "c.yaml").unlink()
    assert sorted(load_folder(folder)) == ["b"]
    assert len(cached(folder)) == 1


def test_a_mistake_is_never_cached(folder: Path) -> None:
    load_folder(folder, SHAPE)
    (folder / "a.yaml").write_text("pth: z\n", "utf-8")
    for _ in range(2):
        with pytest.raises(DataError, match=r"a\.yaml:1:1: unknown key"):
            load_folder(folder, SHAPE)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"null\nnull", b"[" * 10_000, b"x y\n{}"])
def test_a_broken_cache_is_ignored(folder: Path, content: bytes) -> None:
    load_folder(folder)
    (file,) = cached(folder)
    file.write_bytes(content)
    assert load_folder(folder) == EXPECTED


def test_an_altered_cache_is_ignored(folder: Path) -> None:
    load_folder(folder)
    (file,) = cached(folder)
    before = file.read_bytes()
    file.write_bytes(before.replace(b"path", b"pith"))
    assert file.read_bytes() != before
    assert load_folder(folder) == EXPECTED


def test_a_cache_that_cannot_be_written_is_no_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "file").write_text("", "utf-8")
    for place in (folder.parent / "file" / "below", Path("/dev/null/x")):
        monkeypatch.setenv("PRIVACYLINT_CACHE_DIR", str(place))
        assert load_folder(folder) == EXPECTED
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert load_folder(folder) == EXPECTED


def test_nothing_is_kept_on_request(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept.switch, "off", True)
    assert load_folder(folder) == EXPECTED
    assert not cached(folder)


def test_salt_parts_what_else_differs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls, inner = [], packs.parse_yaml
    monkeypatch.setattr(packs, "parse_yaml", lambda source: calls.append(1) or inner(source))
    for salt in ("", "a", "a"):
        load_folder(folder, salt=salt)
    assert len(calls) == 4


def test_families_are_folders(folder: Path) -> None:
    for name in ("tidy", ".hidden"):
        (folder / name).mkdir()
        (folder / name / "one.yaml").write_text("path: y\n", "utf-8")
    assert load_folder(folder, SHAPE, nested=True) == {"tidy/one": {"path": "y"}}


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PRIVACYLINT_CACHE_DIR", str(tmp_path / "here"))
    assert kept.folder() == str(tmp_path / "here")
    monkeypatch.delenv("PRIVACYLINT_CACHE_DIR")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept.folder() == str(tmp_path / "privacylint")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert kept.folder() == str(Path.home() / ".cache" / "privacylint")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert kept.folder() == str(tmp_path / "privacylint")


def test_a_folder_that_is_not_there(folder: Path) -> None:
    assert load_folder(folder / "none") == {}


# --- whatever is written ---------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [*"abc:-[]{},&*!|>'\"%@`#?~<= \n\t\r\0\x85\u2028\ufeff\ud800😀", "- ", ": ", "\n  ", "---\n", "...\n", "<<: ", "!!str ", "&a ", "*a", "? "]
)  # fmt: skip


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_data_or_an_error(text: str) -> None:
    try:
        node = load(text, name="f.yaml")
    except DataError as error:
        assert "\n" not in str(error)
        assert error.place and error.place.line <= text.count("\n") + text.count("\r") + 1
        error.excerpt()
    else:
        json.dumps(node.data()).encode()
