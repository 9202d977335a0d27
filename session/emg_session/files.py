"""Files that a person writes or keeps: montage, plan, calibration."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import tomli_w

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.scenario_document import parse_scenario
from emg_dosing.tables import Tables
from emg_session.private_file import create_private
from emg_signal.calibration import Calibration
from emg_signal.document import as_document, from_document
from emg_signal.errors import ConfigError, PlanError, PolicyError
from emg_signal.json_text import parse_json
from emg_signal.phrase import say
from emg_signal.text_file import read_text, read_toml


def load_plan(path: Path, tables: Tables) -> Plan:
    """Read a plan (TOML).

    Raises
    ------
    PlanError
        Unreadable, an unknown product or region, a number that is negative, missing or not finite.
    """
    content = read_toml(path, PlanError)
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
    content = read_toml(path, ConfigError)
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
    content = read_toml(path, PolicyError)
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
