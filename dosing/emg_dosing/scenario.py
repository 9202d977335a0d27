"""`Scenario`: everything that an answer rests on, and its digest."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from emg_dosing.examination import Examination
from emg_dosing.follow_up import FollowUp
from emg_dosing.measured import MeasuredFace, face_of
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_signal.document import as_document
from emg_signal.measurement import Measurement

Profile = Literal["research", "training"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One question to the rules.

    Parameters
    ----------
    plan
        The injector's plan; without one there is no suggestion.
    measured
        The locked measurement, None before one (or where none is made).
    examination
        What was looked at and asked.
    profile
        ``training`` answers for simulated patients only, watermarked.
    policy
        None for the program's own.
    today
        For the expiry date; None leaves that unchecked, and says so.
    follow_up
        Set on a later visit: the answer is then data, never units.
    """

    plan: Plan | None
    measured: MeasuredFace | None = None
    examination: Examination = field(default_factory=Examination)
    profile: Profile = "research"
    policy: Policy | None = None
    today: dt.date | None = None
    follow_up: FollowUp | None = None

    @classmethod
    def from_measurement(
        cls,
        plan: Plan | None,
        measurement: Measurement | None,
        examination: Examination | None = None,
        *,
        age_s: float = 0.0,
        tap_test_passed: bool = False,
        earlier: Measurement | None = None,
        profile: Profile = "research",
        policy: Policy | None = None,
        today: dt.date | None = None,
    ) -> Scenario:
        """Return the scenario of the live flow.

        Parameters
        ----------
        plan
            The injector's plan, None before one.
        measurement
            The newest locked one, None before one.
        examination
            None counts as nothing asked.
        age_s
            Age of `measurement`, seconds.
        tap_test_passed
            Whether every lead was proven by tapping its site.
        earlier
            The measurement before the electrodes were taken off and re-seated, same session.
        profile, policy, today
            As in the class.
        """
        face = (
            None
            if measurement is None
            else face_of(measurement, age_s=age_s, tap_test_passed=tap_test_passed, earlier=earlier)
        )
        return cls(plan, face, examination or Examination(), profile, policy, today)

    def policy_for(self, tables: Tables) -> Policy:
        """Return the policy that holds."""
        return self.policy or Policy.from_tables(tables)

    def mirrored(self) -> Scenario:
        """Return the scenario with left and right exchanged."""
        return replace(
            self,
            plan=None if self.plan is None else self.plan.mirrored(),
            measured=None if self.measured is None else self.measured.mirrored(),
            follow_up=None if self.follow_up is None else self.follow_up.mirrored(),
        )

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict, as a scenario file holds it."""
        content: dict[str, Any] = {
            "plan": None if self.plan is None else self.plan.as_dict(),
            "measured": None if self.measured is None else as_document(self.measured),
            "examination": self.examination.as_dict(),
            "profile": self.profile,
            "policy": None if self.policy is None else self.policy.as_dict(),
            "today": None if self.today is None else self.today.isoformat(),
            "follow_up": None if self.follow_up is None else as_document(self.follow_up),
        }
        return {key: value for key, value in content.items() if value is not None}

    def digest(self, tables: Tables) -> str:
        """Return the SHA-256 of all inputs but the measurement's age, which only grows."""
        content = self.as_dict() | {"tables": tables.digest}
        # Age alone withdraws nothing before its limit: with it in, every second would.
        if self.measured is not None:
            content["measured"] = content["measured"] | {"age_min": None}
        text = json.dumps(content, sort_keys=True, ensure_ascii=True, allow_nan=False)
        return hashlib.sha256(text.encode("ascii")).hexdigest()
