"""
Data in YAML files: one file with positions, or a whole folder from a cache that spares the YAML parser.

Reading 1,000 lines of YAML takes more than 100 ms. What a folder holds is therefore kept as JSON in the user's cache
folder under a hash of everything it depends on, and ruamel.yaml is imported only when something changed. A cache that
cannot be read or written does nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from privacylint import __version__, kept
from privacylint.digest import sha256
from privacylint.shapes import ANY, Shape
from privacylint.source import Source
from privacylint.yaml_nodes import DataError, Node, parse_yaml, read_text

__all__ = ["DataError", "Node", "cache_folder", "load", "load_folder"]

_FORMAT = 1

Transform = Callable[[Any], Any]


def load(path_or_text: Path | str, shape: Shape = ANY, *, name: str = "<text>") -> Node:
    """The root node of a YAML file (a `Path`) or of YAML text (a `str`, called `name` in messages).

    Raises `DataError` when it cannot be read, is no YAML, or does not have the `shape`.
    """
    source = read_text(path_or_text) if isinstance(path_or_text, Path) else Source(name, path_or_text)
    node = parse_yaml(source)
    shape.check(node)
    return node


def load_folder(
    folder: Path, shape: Shape = ANY, transform: Transform | None = None, *, pattern: str = "*.yaml", salt: str = ""
) -> dict[str, Any]:
    """What every YAML file of a folder holds, by file name without suffix, in the order of the names.

    With a `pattern` such as `*/*.yaml` the name is the path below the folder: `clarity/vague-word`. `transform` turns
    the plain data of one file into data that JSON can hold; its result is what is cached. `salt` is anything else the
    result depends on. Raises `DataError` for the first file that is wrong; nothing wrong is ever cached.
    """
    files = {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for path in sorted(folder.glob(pattern))
        if path.is_file()
    }
    try:
        contents = {name: path.read_bytes() for name, path in files.items()}
    except OSError as error:
        raise DataError(f"cannot be read: {(error.strerror or 'unknown reason').lower()}", path=str(folder)) from None
    digest = _digest(contents, transform, salt)
    cached = _read_cache(folder, pattern, digest)
    if isinstance(cached, dict) and cached.keys() == files.keys():
        return cached
    read = {}
    for name, path in files.items():
        data = load(path, shape).data()
        read[name] = transform(data) if transform else data
    body = json.dumps(read, ensure_ascii=False)
    _write_cache(folder, pattern, digest, body)
    # through JSON on a miss as well, so that a hit and a miss give the same
    return {**json.loads(body)}


def cache_folder() -> Path | None:
    """Where the caches are: PRIVACYLINT_CACHE_DIR, else the platform's cache folder; None when there is none."""
    where = kept.folder()
    return Path(where) if where else None


def _digest(contents: dict[str, bytes], transform: Transform | None, salt: str) -> str:
    digest = _sha256()
    for part in (str(_FORMAT), __version__, str(sys.version_info[:2]), salt, *_code(transform)):
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    for name, content in contents.items():
        digest.update(f"{len(name)}:{name}:{len(content)}:".encode("utf-8", "surrogatepass"))
        digest.update(content)
    return str(digest.hexdigest())


def _code(transform: Transform | None) -> list[str]:
    # the result depends on our own code as well; a developer's edit must show without a change of version
    files = sorted(Path(__file__).parent.glob("*.py"))
    code = getattr(transform, "__code__", None)
    if code is not None:
        files.append(Path(code.co_filename))
    stamps = [getattr(transform, "__qualname__", "")]
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        stamps.append(f"{file.name} {status.st_size} {status.st_mtime_ns}")
    return stamps


def _cache_file(folder: Path, pattern: str) -> Path | None:
    base = cache_folder()
    if base is None:
        return None
    where = _sha256(f"{folder.absolute()}\0{pattern}".encode("utf-8", "surrogatepass"))
    return base / f"{folder.name or 'pack'}-{where.hexdigest()[:16]}.json"


def _read_cache(folder: Path, pattern: str, digest: str) -> Any:
    try:
        file = _cache_file(folder, pattern)
        if file is None:
            return None
        head, _, body = file.read_text("utf-8").partition("\n")
        return json.loads(body) if head == _head(digest, body) else None
    except (OSError, ValueError, RecursionError):
        return None


def _write_cache(folder: Path, pattern: str, digest: str, body: str) -> None:
    try:
        file = _cache_file(folder, pattern)
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, f"{_head(digest, body)}\n{body}")
    except (OSError, ValueError):
        pass


def _head(digest: str, body: str) -> str:
    return f"{digest} {_sha256(body.encode('utf-8')).hexdigest()}"


def _sha256(data: bytes = b"") -> Any:
    return sha256(data)


def write_atomically(file: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8: a reader sees the old file or the new one and nothing between. Raises OSError."""
    import tempfile

    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
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
