"""`RateWatch`: stops numbers while a board does not run at the rate that it declares.

Filters, windows and cues are counted in samples of the declared rate: at another one a band is
another band and a hold another hold, and nothing on the screen would show it.
"""

from __future__ import annotations

from emg_device.info import LinkHealth
from emg_device.rate import WRONG_PERCENT
from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport

HELD_S = 5.0
"""So long in a row it must be off where lateness might explain it. With the 5 s until a rate is
fitted it is told before the shortest calibration locks anything (12.5 s)."""

WRONG_RATE = say("the board's rate is wrong")


class RateWatch:
    """Looks at the rates that are measured, in stream time."""

    def __init__(self) -> None:
        self.report: QualityReport | None = None
        """Why nothing may be shown; None while the rate holds."""
        self._off_since_s: float | None = None

    def look(self, declared_hz: float, health: LinkHealth, time_s: float) -> bool:
        """Look once; return whether `report` has come or gone.

        Parameters
        ----------
        declared_hz
            Samples a second as declared, Hz.
        health
            Rates by the host's clock and by the sender's stamps, as far as they are known.
        time_s
            Of the newest sample, seconds of stream.
        """
        before = self.report is not None
        wrong = _wrong(declared_hz, health)
        if wrong is None:
            self._off_since_s = self.report = None
            return before
        if self._off_since_s is None:
            self._off_since_s = time_s
        is_sure = health.off_fs_hz is not None or health.off_stamped_fs_hz is not None
        if not is_sure and time_s - self._off_since_s < HELD_S:
            return False
        self.report = wrong
        return not before


def _wrong(declared_hz: float, health: LinkHealth) -> QualityReport | None:
    """Return what is to be said of the rate that is off, None if all that are known agree."""
    measured_hz = health.off_fs_hz or health.measured_fs_hz
    stamped_hz = health.off_stamped_fs_hz or health.stamped_fs_hz
    if _is_off(declared_hz, measured_hz):
        cause = say(
            "The board runs at {measured_hz:.1f} Hz by this computer's clock, not at "
            "{declared_hz:g} Hz: no number, lock or suggestion holds.",
            measured_hz=measured_hz,
            declared_hz=declared_hz,
        )
        remedy = say("Set the board's rate right, or switch it off and on again.")
        return QualityReport(Quality.WRONG_RATE, cause, remedy)
    if _is_off(declared_hz, stamped_hz):
        cause = say(
            "By its own time stamps the sender runs at {stamped_hz:.1f} Hz, not at "
            "{declared_hz:g} Hz: no number, lock or suggestion holds.",
            stamped_hz=stamped_hz,
            declared_hz=declared_hz,
        )
        remedy = say("Set the rate right in the program that sends it.")
        return QualityReport(Quality.WRONG_RATE, cause, remedy)
    return None


def _is_off(declared_hz: float, found_hz: float | None) -> bool:
    return found_hz is not None and abs(found_hz / declared_hz - 1.0) > WRONG_PERCENT / 100.0
