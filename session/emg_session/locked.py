"""`Locked`: what decisions rest on, the locked measurement and the one that stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from emg_signal.measurement import Measurement


@dataclass(frozen=True, slots=True)
class Locked:
    """The locked measurements that count at one moment of a visit.

    Parameters
    ----------
    measurement, earlier
        The newest, and the one of the electrode placement before it.
    tap_test_passed
        Whether every lead was proven by tapping its site, in each placement.
    """

    measurement: Measurement | None = None
    earlier: Measurement | None = None
    tap_test_passed: bool = False

    def then(self, measurement: Measurement, *, tap_test_passed: bool) -> Locked:
        """Return what counts once another was locked.

        One of the next electrode placement stands beside the one before it; one of the same
        placement replaces it.

        Parameters
        ----------
        measurement
            The newest.
        tap_test_passed
            Whether every lead of its placement was proven.
        """
        before = self.measurement
        # Of other electrodes (the next block of pairs) nothing before can stand beside it.
        same = before is not None and before.montage == measurement.montage
        placement = 0 if before is None else before.calibration.placement
        reseated = same and measurement.calibration.placement == placement + 1
        return Locked(
            measurement,
            before if reseated else self.earlier if same else None,
            tap_test_passed and (self.tap_test_passed or not reseated),
        )
