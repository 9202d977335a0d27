"""`Given`: one point that a person ticked as injected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emg_dosing.plan import Point
from emg_dosing.values import Dose
from emg_signal.document import as_document
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class Given:
    """What was given at one point; a plan that changes afterwards leaves it as it was.

    Parameters
    ----------
    point
        Place, side and dose at the moment of the tick.
    lot
        Of the vial.
    plan_version
        Version of the plan that the point belonged to.
    at_utc
        When it was ticked, ISO 8601 with offset.
    """

    point: Point
    lot: str
    plan_version: int
    at_utc: str

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values for the record."""
        return {
            "point": self.point.as_dict(),
            "dose": as_document(self.point.dose),
            "lot": self.lot,
            "plan_version": self.plan_version,
            "at_utc": self.at_utc,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], *, utc: str = "") -> Given:
        """Return what `as_dict` wrote; `utc` is when it was recorded, where it does not say.

        Raises
        ------
        ValueError, KeyError, TypeError
            It is something else.
        """
        point, dose = values["point"], values["dose"]
        side = None if point["side"] == "midline" else Side(point["side"])
        amount = Dose(float(dose["units"]), str(dose["product"]))
        drawn = point.get("drawn_at")
        return cls(
            Point(
                str(point["id"]),
                str(point["region"]),
                str(point["muscle"]),
                side,
                amount,
                str(point.get("place", "standard")),
                None if drawn is None else (float(drawn[0]), float(drawn[1])),
            ),
            str(values.get("lot") or ""),
            int(values.get("plan_version", 0)),
            str(values.get("at_utc", utc)),
        )
