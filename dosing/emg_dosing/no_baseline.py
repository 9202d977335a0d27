"""For how long toxin bends a muscle's EMG, so that what is measured then is no baseline."""

from __future__ import annotations

from emg_dosing.policy import Policy
from emg_dosing.rows import RegionRow
from emg_dosing.tables import Tables


def no_baseline_weeks(row: RegionRow, tables: Tables, policy: Policy | None) -> float:
    """Return the weeks of a region: its own figure, never fewer than a clinic that asks for more.

    Parameters
    ----------
    row
        The region.
    tables
        The program's own figure for regions without one.
    policy
        The clinic's; None for the program's own.
    """
    own = tables.policy_rule("emg_baseline_weeks").value
    clinic = own if policy is None else policy.emg_baseline_weeks
    weeks = row.emg_no_baseline_weeks or own
    return max(weeks, clinic) if clinic > own else weeks
