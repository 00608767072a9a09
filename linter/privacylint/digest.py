"""Digests without OpenSSL, whose import takes longer than all the hashing of a run."""

from __future__ import annotations

try:
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # before Python 3.12
    except ImportError:
        from hashlib import sha256

try:
    # what Python itself tells altered modules by
    from _imp import source_hash
except ImportError:
    source_hash = None  # type: ignore[assignment]

__all__ = ["checksum", "digest", "number", "sha256"]


def digest(data: bytes) -> str:
    """The SHA-256 of bytes as 64 hexadecimal digits."""
    return str(sha256(data).hexdigest())


def checksum(data: bytes) -> str:
    """A short digest of bytes that tells whether a file is whole; for large files many times faster than `digest`."""
    return digest(data) if source_hash is None else source_hash(_KEY, data).hex()


def number(data: bytes) -> int:
    """The same as a number of 64 bits."""
    return int(digest(data)[:16], 16) if source_hash is None else int.from_bytes(source_hash(_KEY, data), "big")


_KEY = 0x70726976
