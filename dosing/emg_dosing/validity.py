"""Validity: how long and for what a suggestion holds.

It rests on one plan, one locked measurement and one examination, for `Policy.validity_min`
minutes. Any change of plan, product, syringe, examination, policy or tables withdraws it at once:
the digest of the inputs differs.
"""

from __future__ import annotations

from emg_dosing.exact import number
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Suggestion
from emg_dosing.tables import Tables
from emg_signal.phrase import Phrase, say


def withdrawn(suggestion: Suggestion, scenario: Scenario, tables: Tables) -> Phrase | None:
    """Return why `suggestion` no longer holds for what is true now, None while it does.

    Parameters
    ----------
    suggestion
        The one on the screen.
    scenario
        What is true now, the measurement with its present age.
    tables
        The tables in use.
    """
    if suggestion.digest != scenario.digest(tables):
        return say("Plan, product, syringe, measurement or examination changed: ask again.")
    limit = scenario.policy_for(tables).validity_min
    if scenario.measured is not None and scenario.measured.age_min > limit:
        return say(
            "The measurement is {age} min old; it holds for {limit} min: measure again.",
            age=number(scenario.measured.age_min),
            limit=number(limit),
        )
    return None
