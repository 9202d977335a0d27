"""`Given`: one point that a person ticked as injected: planned, drawn and given, apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emg_dosing.plan import Point
from emg_dosing.values import Dose
from emg_signal.document import as_document
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the syringe holds for a point: mL on its graduation, and the units in them."""

    ml: float
    units: float


@dataclass(frozen=True, slots=True)
class Given:
    """What was given at one point; a plan that changes afterwards leaves it as it was.

    Parameters
    ----------
    point
        Place, side and planned dose at the moment of the tick.
    lot
        Of the vial.
    plan_version
        Version of the plan that the point belonged to.
    at_utc
        When it was ticked, ISO 8601 with offset.
    typed
        Units as given, as the person typed them; None where the planned ones were ticked.
    drawn
        What was to be drawn for it; None where vial, diluent or syringe were open.
    is_confirmed
        Whether the screen is known to have shown it: False of a tick that was written last before
        the program died, until a person says whether it was given.
    """

    point: Point
    lot: str
    plan_version: int
    at_utc: str
    typed: Dose | None = None
    drawn: Drawn | None = None
    is_confirmed: bool = True

    @property
    def dose(self) -> Dose:
        """The dose as given."""
        return self.point.dose if self.typed is None else self.typed

    @property
    def differs(self) -> bool:
        """Whether another dose was given than planned."""
        return self.dose != self.point.dose

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values for the record."""
        return {
            "point": self.point.as_dict(),
            "planned": as_document(self.point.dose),
            "drawn": None if self.drawn is None else as_document(self.drawn),
            "dose": as_document(self.dose),
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
        point, given = values["point"], _dose(values["dose"])
        side = None if point["side"] == "midline" else Side(point["side"])
        # A record of before the two were told apart holds one dose.
        amount = _dose(values.get("planned", values["dose"]))
        drawn_at, drawn = point.get("drawn_at"), values.get("drawn")
        return cls(
            Point(
                str(point["id"]),
                str(point["region"]),
                str(point["muscle"]),
                side,
                amount,
                str(point.get("place", "standard")),
                None if drawn_at is None else (float(drawn_at[0]), float(drawn_at[1])),
            ),
            str(values.get("lot") or ""),
            int(values.get("plan_version", 0)),
            str(values.get("at_utc", utc)),
            None if given == amount else given,
            None if drawn is None else Drawn(float(drawn["ml"]), float(drawn["units"])),
        )


def _dose(values: Mapping[str, Any]) -> Dose:
    return Dose(float(values["units"]), str(values["product"]))
