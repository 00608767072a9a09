"""SHA-256 without OpenSSL, whose import takes longer than all the hashing of a run."""

from __future__ import annotations

try:
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # before Python 3.12
    except ImportError:
        from hashlib import sha256

__all__ = ["digest", "sha256"]


def digest(data: bytes) -> str:
    """The SHA-256 of bytes as 64 hexadecimal digits."""
    return str(sha256(data).hexdigest())
