"""
Which files are linted: those that are named, else those whose name says privacy policy.

Nothing here reads a policy. A file named by the user is taken as it is; a folder is searched, git-ignored files left
out. An `exclude` pattern of the configuration beats everything, a name on the command line too: hooks pass every file
they see.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".md", ".markdown", ".mdx")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_NOUNS = {"policy", "policies", "notice", "notices", "statement", "statements", "declaration"}
_AFTER = {"and", "cookie", "cookies", "terms", "legal", "gdpr", "ccpa", "coppa", "eu", "uk", "us", "usa", "california"}
_AFTER |= {"en", "global", "website", "site", "web", "app", "page", "draft", "new", "v"}
# a page named after its folder: legal/privacy/index.md, app/privacy/page.mdx
_FOLDER_PAGES = {"index", "_index", "readme", "page", "+page"}
_SKIPPED = {"node_modules", "venv", "env", "site-packages", "__pycache__"}


class Found(NamedTuple):
    """The files to lint, in the order of their paths and each once, and the paths that do not exist."""

    files: tuple[str, ...]
    missing: tuple[str, ...] = ()


def find(paths: Iterable[str], excluded: Callable[[str], bool] = lambda path: False) -> Found:
    """The files that `paths` stand for: files as they are, of folders the policies in them."""
    files: set[str] = set()
    missing = []
    for path in paths:
        # os.path gives False where Path raises: for a name too long, or a folder nobody may enter
        if os.path.isdir(path):  # noqa: PTH112
            files.update(policies_in(path))
        elif os.path.lexists(path):
            files.add(tidy(path))
        else:
            missing.append(path)
    return Found(tuple(sorted(file for file in files if not excluded(file))), tuple(dict.fromkeys(missing)))


def policies_in(folder: str) -> Iterator[str]:
    """Every Markdown file in or below `folder` whose name says privacy policy, git-ignored ones left out."""
    listed = _git_files(folder)
    for name in _walked(folder) if listed is None else listed:
        path = tidy(os.path.join(folder, name))  # noqa: PTH118 - the path stays as the user wrote it
        if says_policy(path, folder) and os.path.isfile(path) and not _leads_out(path, folder):  # noqa: PTH113
            yield path


def says_policy(path: str, folder: str = ".") -> bool:
    """Whether the name of a Markdown file, or of its folder for an index page, says privacy policy."""
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES:
        return False
    if file.stem.lower() in _FOLDER_PAGES:
        return _says(file.absolute().parent.name if file.parent == Path(folder) else file.parent.name)
    return _says(file.stem)


def _leads_out(path: str, folder: str) -> bool:
    # a link that a stranger laid must not show a file of this machine in a report
    if not os.path.islink(path):  # noqa: PTH114
        return False
    from privacylint import tree

    top = tree.tree_of(Path(os.path.abspath(folder)))  # noqa: PTH100 - resolve() would follow links
    return Path(os.path.realpath(top)) not in Path(os.path.realpath(path)).parents


def tidy(path: str) -> str:
    """The path without `./` and doubled separators, otherwise as it was written."""
    return os.path.normpath(path)


def _says(name: str) -> bool:
    words = [word.lower() for word in _WORD.findall(name)]
    for noun in _NOUNS:
        words = [part for word in words for part in (("privacy", noun) if word == f"privacy{noun}" else (word,))]
    if "privacy" not in words:
        return False
    at = words.index("privacy")
    after = words[at + 1 :]
    if after and after[0] in _NOUNS:
        return True
    # "privacy", "acme-privacy", "privacy-eu-2024"; not "privacy-engineering", not "how-we-think-about-privacy"
    return at <= 1 and all(word in _AFTER or word.isdigit() for word in after)


def _git_files(folder: str) -> list[str] | None:
    """The files git knows or does not ignore, relative to `folder`; None where git has no say."""
    ignored = _git(folder, "check-ignore", "--quiet", ".")
    # 0 says that the folder itself is ignored: whoever names it wants it searched all the same
    if ignored is None or ignored[0] != 1:
        return None
    listed = _git(folder, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    if listed is None or listed[0] != 0:
        return None
    return [os.fsdecode(name) for name in listed[1].split(b"\0") if name]


def _git(folder: str, *arguments: str) -> tuple[int, bytes] | None:
    # only who searches a folder waits for this import
    from privacylint import git

    try:
        return git.run(folder, *arguments)
    except OSError:
        return None


def _walked(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        yield from (os.path.relpath(os.path.join(parent, name), folder) for name in sorted(files))  # noqa: PTH118
