"""Files that a person writes or keeps: montage, plan, calibration."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.scenario_document import parse_scenario
from emg_dosing.tables import Tables
from emg_session.private_file import create_private
from emg_signal.calibration import Calibration
from emg_signal.document import as_document, from_document
from emg_signal.errors import ConfigError, MontageError, PlanError, PolicyError
from emg_signal.json_text import parse_json
from emg_signal.montage import Montage, Pair, needle_refused, pair_of
from emg_signal.phrase import say
from emg_signal.problem import problem_of
from emg_signal.text_file import parse_toml, read_text

DEFAULT_MUSCLES = ("frontalis", "corrugator", "orbicularis_oculi", "zygomaticus")
"""Pairs of an 8-channel board from channel 1 on, left before right."""


class _PairRow(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    muscle: str = Field(pattern=r"^[a-z][a-z_]*$")
    left: int = Field(ge=1, le=64)
    right: int = Field(ge=1, le=64)
    electrode: Literal["surface", "needle"] = "surface"


class _MontageFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str = Field(min_length=1, max_length=100)
    pair: list[_PairRow] = Field(min_length=1)


def _read_toml(path: Path, error: type[ConfigError]) -> dict[str, Any]:
    return parse_toml(read_text(path, error), path, error)


def load_montage(path: Path, known_muscles: Collection[str] | None = None) -> Montage:
    """Read a montage.

    The file holds ``name`` and, per pair, ``[[pair]]`` with ``muscle``, ``left`` and ``right``:
    channels as printed on the board, counted from 1.

    Parameters
    ----------
    path
        The file.
    known_muscles
        Names that a site may have; None takes any.

    Raises
    ------
    MontageError
        Unreadable, a field missing or wrong, an unknown muscle, a channel used twice.
    """
    try:
        content = _MontageFile.model_validate(_read_toml(path, MontageError))
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(
            str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"]
        )
        raise MontageError(
            say("{file!s}: {where}: {problem}.", file=path, where=where, problem=problem_of(first))
        ) from error
    for row in content.pair:
        if row.electrode != "surface":
            raise needle_refused(f"{path}, {row.muscle}")
        if known_muscles is not None and row.muscle not in known_muscles:
            raise MontageError(
                say("{file!s}: there is no muscle {name!r}.", file=path, name=row.muscle),
                say("Known ones: {names!s}.", names=", ".join(sorted(known_muscles))),
            )
    pairs = tuple(pair_of(row.muscle, row.left - 1, row.right - 1) for row in content.pair)
    return Montage(content.name, pairs)


def default_montage(n_channels: int) -> Montage:
    """Return the default pairs that fit `n_channels`: 1/2 frontalis, 3/4 corrugator and so on.

    Raises
    ------
    MontageError
        Fewer than two channels.
    """
    n_pairs = min(n_channels // 2, len(DEFAULT_MUSCLES))
    if n_pairs == 0:
        raise MontageError(
            say("A pair needs two channels, the board has {n}.", n=n_channels),
            say("Use another board."),
        )
    pairs: list[Pair] = [pair_of(DEFAULT_MUSCLES[i], 2 * i, 2 * i + 1) for i in range(n_pairs)]
    return Montage("default", tuple(pairs))


def unassigned_montage(n_channels: int) -> Montage:
    """Return neighbouring channels as pairs that claim neither site nor side.

    For a recording that came without a montage; a last single channel is left out.

    Raises
    ------
    MontageError
        Fewer than two channels.
    """
    if n_channels < 2:
        raise MontageError(
            say("A pair needs two channels, the recording has {n}.", n=n_channels),
            say("Use a recording with two channels or more."),
        )
    pairs = tuple(
        pair_of(f"channels_{first + 1}_and_{first + 2}", first, first + 1)
        for first in range(0, n_channels - 1, 2)
    )
    return Montage("unassigned", pairs, assigned=False)


def load_plan(path: Path, tables: Tables) -> Plan:
    """Read a plan (TOML).

    Raises
    ------
    PlanError
        Unreadable, an unknown product or region, a number that is negative, missing or not finite.
    """
    content = _read_toml(path, PlanError)
    try:
        return parse_plan(content, tables)
    except PlanError as error:
        raise PlanError(
            say("{file!s}: {what}", file=path, what=error.message), error.remedy
        ) from error


def load_examination(path: Path, tables: Tables) -> Examination:
    """Read the answers of an examination (TOML), as a scenario holds them.

    Raises
    ------
    ConfigError
        Unreadable, an unknown question or region, or an answer that is none.
    """
    content = _read_toml(path, ConfigError)
    try:
        return parse_scenario({"examination": content}, tables).examination
    except ConfigError as error:
        raise ConfigError(
            say("{file!s}: {what}", file=path, what=error.message), error.remedy
        ) from error


def load_policy(path: Path, tables: Tables) -> Policy:
    """Read a clinic's policy (TOML).

    Raises
    ------
    PolicyError
        Unreadable, an unknown product or region, or a number that loosens the program's own.
    """
    content = _read_toml(path, PolicyError)
    try:
        return replace(parse_policy(content, tables), name=path.name)
    except PolicyError as error:
        raise PolicyError(
            say("{file!s}: {what}", file=path, what=error.message), error.remedy
        ) from error


def save_plan(path: Path, plan: Plan) -> None:
    """Write a plan as TOML that `load_plan` reads back equal; never over another file.

    Raises
    ------
    PlanError
        The file exists or cannot be written.
    """
    _write_new(path, tomli_w.dumps(plan.as_dict()), PlanError)


def _write_new(path: Path, text: str, error: type[ConfigError]) -> None:
    try:
        with create_private(path) as file:
            file.write(text.encode())
    except FileExistsError as cause:
        raise error(
            say("{file!s} exists already and is never overwritten.", file=path),
            say("Choose another name."),
        ) from cause
    except OSError as cause:
        raise error(
            say("Cannot write {file!s}: {error!s}.", file=path, error=cause.strerror)
        ) from cause


def require_new_file(path: Path) -> None:
    """Refuse a file that could not be made, before the work that fills it.

    Raises
    ------
    ConfigError
        It exists already, its folder is not there, or nothing can be written there.
    """
    _write_new(path, "", ConfigError)
    path.unlink()


def load_calibration(path: Path) -> Calibration:
    """Read a calibration that `save_calibration` wrote.

    Raises
    ------
    ConfigError
        Unreadable, or not a calibration.
    """
    text = read_text(path)
    try:
        return from_document(Calibration, parse_json(text))
    except (ValueError, TypeError) as error:
        raise ConfigError(
            say("{file!s} is not a calibration: {error!s}.", file=path, error=error),
            say("Make one with: evenhand calibrate"),
        ) from error


def save_calibration(path: Path, calibration: Calibration) -> None:
    """Write a calibration as JSON; never over another file.

    Raises
    ------
    ConfigError
        The file exists or cannot be written.
    """
    text = json.dumps(as_document(calibration), indent=1, ensure_ascii=False, allow_nan=False)
    _write_new(path, text + "\n", ConfigError)
