"""What a person chose and finds again at the next start: theme and text size."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from platformdirs import user_config_path

from emg_ui.theme import TEXT_SCALES, THEMES, Look

log = logging.getLogger(__name__)


def settings_path() -> Path:
    """Return the settings file of this user."""
    return user_config_path("evenhand") / "window.json"


def load_look(path: Path) -> Look:
    """Return the look kept in `path`; the usual one if there is none or it cannot be used."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        theme, scale = THEMES[content["theme"]], float(content["scale"])
    except FileNotFoundError:
        return Look()
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("%s is not used: %s", path, error)
        return Look()
    return Look(theme, scale if scale in TEXT_SCALES else 1.0)


def keep_look(look: Look, path: Path) -> None:
    """Keep `look` in `path`; a folder that cannot be written costs the setting, nothing else."""
    text = json.dumps({"theme": look.theme.name, "scale": look.scale}) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        log.warning("the look is not kept: %s", error)
