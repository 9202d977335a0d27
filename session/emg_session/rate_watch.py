"""`RateWatch`: stops numbers while a board does not run at the rate that it declares.

Filters, windows and cues are counted in samples of the declared rate: at another one a band is
another band and a hold another hold, and nothing on the screen would show it.
"""

from __future__ import annotations

from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport

STOP_PERCENT = 2.0
"""Off by more, nothing is shown: four times what a ceramic resonator may be off, so a wrong setting
or a broken clock rather than drift (engineering judgement; `emg_device.rate` warns from 1 %)."""
HELD_S = 10.0
"""So long in a row it must be off: a busy host bends the first fit of arrivals for seconds."""

WRONG_RATE = say("the board's rate is wrong")


class RateWatch:
    """Looks at the measured rate, in stream time."""

    def __init__(self) -> None:
        self.report: QualityReport | None = None
        """Why nothing may be shown; None while the rate holds."""
        self._off_since_s: float | None = None

    def look(self, declared_hz: float, measured_hz: float | None, time_s: float) -> bool:
        """Look once; return whether `report` has come or gone.

        Parameters
        ----------
        declared_hz, measured_hz
            Samples a second as declared, and by the host's clock (None: not known), Hz.
        time_s
            Of the newest sample, seconds of stream.
        """
        before = self.report is not None
        percent = 0.0 if measured_hz is None else 100.0 * (measured_hz / declared_hz - 1.0)
        if measured_hz is None or abs(percent) <= STOP_PERCENT:
            self._off_since_s = self.report = None
            return before
        if self._off_since_s is None:
            self._off_since_s = time_s
        if time_s - self._off_since_s < HELD_S:
            return False
        self.report = QualityReport(
            Quality.WRONG_RATE,
            say(
                "The board runs at {measured_hz:.1f} Hz by this computer's clock, not at "
                "{declared_hz:g} Hz: no number, lock or suggestion holds.",
                measured_hz=measured_hz,
                declared_hz=declared_hz,
            ),
            say("Set the board's rate right, or switch it off and on again."),
        )
        return not before
