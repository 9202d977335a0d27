"""Write the manifest anew after a reviewed change of a table: ``python tools/seal_tables.py``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from emg_dosing.manifest import MANIFEST_NAME, TABLE_NAMES
from emg_dosing.tables import build_tables


def manifest_of(tables: Mapping[str, bytes]) -> bytes:
    """Return the manifest of `tables` (name without suffix → content)."""
    lines = [f"{hashlib.sha256(tables[name]).hexdigest()}  {name}.toml\n" for name in TABLE_NAMES]
    return "".join(lines).encode("ascii")


def seal(folder: Path) -> None:
    """Validate the tables in `folder` and write their manifest."""
    files = {name: (folder / f"{name}.toml").read_bytes() for name in TABLE_NAMES}
    manifest = manifest_of(files)
    build_tables(files, manifest)
    (folder / MANIFEST_NAME).write_bytes(manifest)


if __name__ == "__main__":
    seal(Path(__file__).parents[1] / "dosing" / "emg_dosing" / "data")
