"""Where the two public recordings of docs/recordings.md are."""

from __future__ import annotations

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"

DATA = Path(os.environ.get("EVENHAND_RECORDINGS", _BESIDE))
