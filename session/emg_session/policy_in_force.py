"""`PolicyInForce`: by which policy a visit is treated, on record from its start on."""

from __future__ import annotations

from dataclasses import replace

from emg_dosing.policy import Policy
from emg_session.assessment import Assessment
from emg_session.entries import NewEvent
from emg_signal.phrase import say


class PolicyInForce:
    """Puts another policy in force, and the one in force on record.

    Parameters
    ----------
    assessment
        Which is answered by it.
    """

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    @property
    def country(self) -> str:
        """Where it is treated, as the policy says; empty where that is not set."""
        policy = self._assessment.policy
        return "" if policy is None else policy.country

    def begin(self, digest: str) -> None:
        """Put the policy on record, unless it is the one of `digest`, which is there."""
        policy = self._assessment.policy
        if policy is not None and policy.digest != digest:
            self._assessment.record(_event(policy))

    def set_country(self, country: str) -> None:
        """Let another country hold, whose labels count from now on; empty is not set."""
        policy = self._assessment.policy
        if policy is not None and country != policy.country:
            self.set(replace(policy, country=country))

    def set(self, policy: Policy | None) -> None:
        """Let another policy hold; withdraws the suggestion and asks for another."""
        with self._assessment.lock:
            before, after = self._assessment.policy, self._assessment.put_in_force(policy)
            self._assessment.withdraw(say("the policy was changed"))
            if after is not None and after != before:
                self._assessment.record(_event(after))
            self._assessment.answer()


def _event(policy: Policy) -> NewEvent:
    body = {"name": policy.name, "digest": policy.digest, "policy": policy.as_dict()}
    return NewEvent("policy", body)
