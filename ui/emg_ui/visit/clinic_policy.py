"""A visit's policy: the file that was named, else the one in the settings, and the country."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from emg_device.home_path import home_path
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables, load_tables
from emg_session.files import load_policy
from emg_signal.errors import EmgError
from emg_ui.text.language import shown
from emg_ui.text.settings import load_settings, settings_path


def clinic_policy(file: Path | None, tables: Tables | None) -> Policy | None:
    """Return the policy in `file`, else in the settings', else the program's own; with its country.

    Parameters
    ----------
    file
        As named for this visit or plan, None for the settings'.
    tables
        None where dosing is off: no policy holds then.

    Raises
    ------
    PolicyError
        It cannot be read, or it loosens a number.
    """
    if tables is None:
        return None
    kept, _ = load_settings(settings_path())
    if file is None and kept.policy_file:
        file = home_path(kept.policy_file)
    policy = Policy.from_tables(tables) if file is None else load_policy(file, tables)
    return policy if policy.country else replace(policy, country=kept.country)


def policy_problem(typed: str) -> str:
    """Return why a file is no policy, and what to do; empty if it is one or none is named."""
    if not typed.strip():
        return ""
    try:
        load_policy(home_path(typed.strip()), load_tables())
    except EmgError as error:
        return " ".join(filter(None, (shown(error.message), shown(error.remedy))))
    return ""
