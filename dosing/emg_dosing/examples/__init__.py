"""Plans to start from, packaged."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any


def demo_plan() -> dict[str, Any]:
    """Return the demo's plan as `parse_plan` reads it."""
    text = (resources.files(__name__) / "demo_plan.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
