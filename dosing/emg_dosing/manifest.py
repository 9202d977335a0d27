"""The manifest: the SHA-256 of every packaged table.

A table of which one byte differs does not load, so that no dose can rest on a damaged number.
The manifest is in the format of ``sha256sum``; ``sha256sum -c MANIFEST`` checks it by hand, and
``python tools/seal_tables.py`` writes it anew after a reviewed change.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from emg_signal.errors import ProductTableError
from emg_signal.phrase import say

TABLE_NAMES = ("claims", "norms", "policy", "products", "safety", "sites", "sources")
"""Every table, without ``.toml``; none may be missing and none added unsaid."""
MANIFEST_NAME = "MANIFEST"
REMEDY = say("Dosing is off, the signals stay on. Install the program again.")
_LINE = re.compile(r"([0-9a-f]{64})  ([a-z]+)\.toml")


def parse_manifest(content: bytes) -> dict[str, str]:
    """Return table name → digest.

    Raises
    ------
    ProductTableError
        Not exactly one well-formed line for each table.
    """
    lines = content.decode("ascii", errors="replace").split("\n")
    found = [match for line in lines[:-1] if (match := _LINE.fullmatch(line))]
    names = tuple(match[2] for match in found)
    if lines[-1] or len(found) != len(lines) - 1 or names != TABLE_NAMES:
        raise ProductTableError(say("The manifest of the dose tables is damaged."), REMEDY)
    return {match[2]: match[1] for match in found}


def verify(name: str, content: bytes, digests: Mapping[str, str]) -> None:
    """Raise `ProductTableError` unless `content` is, byte for byte, the table that was sealed."""
    if hashlib.sha256(content).hexdigest() != digests[name]:
        raise ProductTableError(
            say(
                "The table {file} is not the one that was released: at least one byte differs.",
                file=f"{name}.toml",
            ),
            REMEDY,
        )
