"""`Settings`: what a person chose and finds again at the next start, in one file."""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated, Literal

from platformdirs import user_config_path
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from emg_device.home_path import home_path
from emg_session.private_file import create_private
from emg_session.record_folder import default_folder
from emg_ui.text.language import tr
from emg_ui.text.theme import TEXT_SCALES, THEMES, Look

log = logging.getLogger(__name__)


class Action(StrEnum):
    """What a pedal, or any other key, can be set to do on the screen that is shown."""

    NEXT = "next"
    BACK = "back"
    ACCEPT = "accept"
    GIVEN = "given"
    MUTE = "mute"
    MARK = "mark"


def _known_scale(scale: float) -> float:
    if scale not in TEXT_SCALES:
        raise ValueError(f"no such text scale: {scale:g}")
    return scale


class Settings(BaseModel):
    """One person's choices on one machine."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    theme: Literal["dark", "light"] = "dark"
    text_scale: Annotated[float, AfterValidator(_known_scale)] = 1.0
    language: str = "system"
    """A code such as ``de``, or ``system``."""
    sound: bool = False
    """Whether the selected site is heard."""
    cue_sounds: bool = True
    """Whether cues and alarms are heard."""
    volume_percent: Annotated[int, Field(ge=0, le=100)] = 50
    mains_hz: Literal[50, 60] = 50
    pedals: dict[str, Action] = {}
    """Key, as Qt names it → what it does."""
    record_folder: str = ""
    """Where session files are kept; empty for this user's own folder."""
    country: Annotated[str, Field(pattern=r"^([A-Z]{2})?$")] = ""
    """Where the clinic is, two letters of ISO 3166; empty is not set."""
    policy_file: str = ""
    """The clinic's policy (TOML); empty for the program's own."""
    acknowledged: str = ""
    """The version whose first-start notice was read; empty before."""
    tour_seen: bool = False
    window_size: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]] = (1280, 800)
    """Width and height of the window as it was left, pixels."""

    @property
    def look(self) -> Look:
        """Theme and text scale."""
        return Look(THEMES[self.theme], self.text_scale)

    def changed(self, **choices: object) -> Settings:
        """Return these settings with some of them changed, checked as a file is."""
        return Settings.model_validate({**self.model_dump(), **choices})

    def with_look(self, look: Look) -> Settings:
        """Return these settings with another look."""
        return self.changed(theme=look.theme.name, text_scale=look.scale)


def settings_path() -> Path:
    """Return the settings file of this user."""
    return user_config_path("evenhand") / "settings.json"


def load_settings(path: Path) -> tuple[Settings, str]:
    """Return what is kept in `path`, and one line if it cannot be used (empty else)."""
    try:
        return Settings.model_validate_json(path.read_bytes()), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValidationError) as error:
        log.warning("%s is not used: %s", path, " ".join(str(error).split()))
        return Settings(), tr(
            "The settings in {path!s} cannot be used. The usual ones apply.", path=path
        )


def kept_mains_hz() -> float:
    """Return the mains frequency of this user's place, Hz; 50 where none is kept."""
    return float(load_settings(settings_path())[0].mains_hz)


def kept_folder() -> Path:
    """Return the folder in which this user keeps session files; it may not exist yet."""
    kept = load_settings(settings_path())[0].record_folder
    return home_path(kept) if kept else default_folder()


def folder_problem(typed: str) -> str:
    """Return why session files cannot be kept in a folder, and what to do; empty if they can."""
    if not typed.strip():
        return ""
    folder = home_path(typed.strip())
    if not folder.is_absolute():
        return tr("{folder!s} is not a whole path. Begin it at the root.", folder=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return tr(
            "Nothing can be kept in {folder!s}: {why!s}. Choose another folder.",
            folder=folder,
            why=error.strerror or error,
        )


def keep_settings(settings: Settings, path: Path) -> str:
    """Keep `settings` in `path`; return one line if they cannot be kept (empty else)."""
    draft = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with create_private(draft) as file:
            file.write(f"{settings.model_dump_json(indent=1)}\n".encode())
        draft.replace(path)
    except OSError as error:
        log.warning("the settings are not kept: %s", error)
        return tr("The settings are not kept: {why!s}", why=error.strerror or error)
    return ""
