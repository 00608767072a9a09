"""
Data in YAML files: one file with positions, or a whole folder from memory, which spares the YAML parser.

Reading 1,000 lines of YAML takes more than 100 ms. What a folder holds is therefore kept under the text of its files
and everything else it depends on, in the package for the built-in folders and in the user's cache folder for others,
and ruamel.yaml is imported only when something changed.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from privacylint import kept
from privacylint.digest import checksum
from privacylint.shapes import ANY, Shape
from privacylint.source import Source
from privacylint.yaml_nodes import DataError, Node, parse_yaml, read_text

__all__ = ["DataError", "Node", "listed", "load", "load_file", "load_folder"]

_CODE = (
    "packs.py", "shapes.py", "yaml_nodes.py", "wordings.py", "disclosures.py", "regimes.py", "yaml_rules.py",
)  # fmt: skip
"""What decides what a file holds, and whether it is right: a developer's edit must show."""


def load(path_or_text: Path | str, shape: Shape = ANY, *, name: str = "<text>") -> Node:
    """The root node of a YAML file (a `Path`) or of YAML text (a `str`, called `name` in messages).

    Raises `DataError` when it cannot be read, is no YAML, or does not have the `shape`.
    """
    source = read_text(path_or_text) if isinstance(path_or_text, Path) else Source(name, path_or_text)
    node = parse_yaml(source)
    shape.check(node)
    return node


def load_folder(folder: Path, shape: Shape = ANY, *, salt: str = "", nested: bool = False) -> dict[str, Any]:
    """What every file `<name>.yaml` of a folder holds, by name, in the order of the names.

    With `nested`, every file `<family>/<name>.yaml`, by `<family>/<name>`. `salt` is anything else the result depends
    on, such as word lists. Raises `DataError` for the first file that is wrong; nothing wrong is ever kept.
    """
    families = listed(folder, folders=True) if nested else [""]
    found = [os.path.join(family, name) for family in families for name in listed(folder / family)]  # noqa: PTH118
    names = [name for name in found if name.endswith(".yaml")]
    return _remembered(folder, folder, names, shape, salt)


def load_file(file: Path, shape: Shape = ANY, *, salt: str = "") -> Any:
    """What one YAML file holds; otherwise as `load_folder`."""
    (data,) = _remembered(file, file.parent, [file.name], shape, salt).values()
    return data


def _remembered(place: Path, folder: Path, names: Sequence[str], shape: Shape, salt: str) -> dict[str, Any]:
    """The plain data of some files of a folder, kept in memory as those of a place."""
    home = str(folder)
    texts = []
    try:
        for name in names:
            with open(os.path.join(home, name), "rb") as stream:  # noqa: PTH118, PTH123
                texts.append(stream.read())
    except OSError as error:
        raise DataError(f"cannot be read: {(error.strerror or 'unknown reason').lower()}", path=home) from None
    stamp = _stamp(names, texts, salt)
    shipped = f"pack-{folder.name}"
    name = f"{shipped}-{checksum(os.path.abspath(place).encode('utf-8', 'surrogatepass'))}"  # noqa: PTH100
    body = kept.read(name, stamp, shipped=shipped)
    if body is None:
        body = marshal.dumps([load(folder / name, shape).data() for name in names], kept.MARSHAL)
        kept.write(name, stamp, body, shipped=shipped)
    # read back on a miss as well, so that a hit and a miss give the same
    plain = (name.rpartition(".")[0].replace(os.sep, "/") for name in names)
    return dict(zip(plain, marshal.loads(body), strict=True))


def listed(folder: Path, *, folders: bool = False) -> list[str]:
    """The names of the files of a folder, or of the folders in it, in order; none where there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if entry.name[0] != "."]
            return sorted(entry.name for entry in shown if (entry.is_dir() if folders else entry.is_file()))
    except OSError:
        return []


def _stamp(names: Sequence[str], texts: Sequence[bytes], salt: str) -> str:
    named = (kept.stamp_of(_CODE), salt, *(name.replace(os.sep, "/") for name in names))
    parts = [*(part.encode("utf-8", "surrogatepass") for part in named), *texts]
    return checksum(b"".join(b"%d:%b" % (len(part), part) for part in parts))


def write_atomically(file: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8: a reader sees the old file or the new one and nothing between. Raises OSError."""
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
            # on the disk before it takes the place of the old one, so that a power cut leaves one of the two
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp keeps the file from everyone else; a file in a repository is read by others
        _as_before(file, Path(temporary))
        os.replace(temporary, file)  # noqa: PTH105 - Path.replace says no more
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _as_before(file: Path, temporary: Path) -> None:
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        if not file.exists():
            temporary.chmod(0o666 & ~mask)
            return
        before = file.stat()
        with suppress(OSError):
            # only root can keep the owner; a container that runs as root must not take the file away
            os.chown(temporary, before.st_uid, before.st_gid)
        temporary.chmod(before.st_mode & 0o777)
