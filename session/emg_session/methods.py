"""The methods section of a paper, from what a session file holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from emg_device.info import DeviceInfo
from emg_session.stored import StoredSession
from emg_session.stream_settings import StreamSettings
from emg_signal.errors import ConfigError, RecordError
from emg_signal.measurement import Measurement
from emg_signal.methods import RecordingMetadata, methods_text
from emg_signal.montage import needle_refused
from emg_signal.phrase import say
from emg_signal.problem import problem_of
from emg_signal.text_file import read_toml


def load_recording_metadata(path: Path) -> RecordingMetadata:
    """Read ISEK's reporting items (TOML, one key per item, each may be left out).

    Raises
    ------
    ConfigError
        Unreadable, an unknown item, or a value of the wrong kind.
    """
    known = set(RecordingMetadata.__dataclass_fields__)
    try:
        content = read_toml(path)
        if unknown := sorted(set(content) - known):
            raise ConfigError(
                say("{file!s}: there is no item {item!r}.", file=path, item=unknown[0]),
                say("Known: {names!s}.", names=", ".join(sorted(known))),
            )
        metadata = TypeAdapter(RecordingMetadata).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigError(
            say(
                "{file!s}: {where}: {problem}.",
                file=path,
                where=first["loc"][0],
                problem=problem_of(first),
            )
        ) from error
    said = (metadata.electrode_material, metadata.electrode_shape, metadata.placement)
    if any("needle" in (text or "").lower() for text in said):
        raise needle_refused(str(path))
    return metadata


def completed(metadata: RecordingMetadata, info: DeviceInfo) -> RecordingMetadata:
    """Return `metadata` with what the board says of itself where nobody entered it."""
    return replace(
        metadata,
        amplifier=metadata.amplifier or info.board,
        gain=metadata.gain if metadata.gain is not None else info.gain,
        resolution_uv=(
            metadata.resolution_uv if metadata.resolution_uv is not None else info.uv_per_count
        ),
    )


def methods_of(session: StoredSession) -> str:
    """Return the methods section for the newest measurement of a session.

    Raises
    ------
    RecordError
        No measurement was locked in it, or a record does not hold what its kind says.
    """
    settings = session.newest("settings", StreamSettings)
    measurement = session.newest("measurement", Measurement)
    if settings is None or measurement is None:
        raise RecordError(
            say("{file!s} holds no locked measurement.", file=session.path),
            say("Measure first, then export."),
        )
    return methods_text(
        settings.recording,
        settings.filters,
        measurement,
        session.meta.get("program", "").removeprefix("evenhand "),
    )
