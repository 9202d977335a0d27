"""Files that a person writes: plan, examination, policy. No signal code is needed to read them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import tomli_w

from emg_dosing.examination import Examination
from emg_dosing.examination_document import parse_examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.tables import Tables
from emg_session.private_file import create_private
from emg_signal.errors import ConfigError, PlanError, PolicyError
from emg_signal.phrase import say
from emg_signal.text_file import read_toml


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
        return parse_examination(content, tables)
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
    write_new(path, tomli_w.dumps(plan.as_dict()), PlanError)


def write_new(path: Path, text: str, error: type[ConfigError]) -> None:
    """Write a file that was not there; raise `error` if it was, or cannot be written."""
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
    write_new(path, "", ConfigError)
    path.unlink()
