"""`Returns`: the losses of one visit, and what the return of a board leaves of its reference.

A calibration is kept where nothing that its microvolts rest on can have changed: the same board
(serial number or greeting) with the same channels, rate and gain, and no electrode that came off
while nobody could see it.
"""

from __future__ import annotations

from emg_device.info import DeviceInfo
from emg_session.measuring import Conditions
from emg_session.snapshot import SiteReading
from emg_signal.calibration import Calibration, CalibrationRefusal
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_signal.quality_report import Quality

JUDGED_AFTER_S = 4.0
"""Stream time after a return until electrodes are judged: filters settle in 1.1 s, a rail at the
start is blanked for 2 s, and an electrode that is off is told within 1.25 s more
(`emg_signal.quality.NOTICED_WITHIN_S`)."""
OFF = frozenset({Quality.FLAT, Quality.LEAD_OFF, Quality.RAILED})
"""What an electrode shows that is not on the skin, or whose lead is out."""
AWAY = say("The board is lost: nothing can be measured before it is back.")
OTHER_ORIGIN = say(
    "It cannot go on with this visit: a simulated board and a person's never share a record."
)


class Returns:
    """Counts losses, and says what became of the last one."""

    def __init__(self) -> None:
        self.count = 0
        """Losses so far."""
        self.is_waiting = self.begins_anew = False
        """Whether a board is waited for, and whether the session's own cues follow its return."""
        self.news = ""
        self._lost_at_s = 0.0
        self._is_open = False
        self._judged_at: int | None = None

    def lose(self, now_s: float, *, begins_anew: bool) -> None:
        """Note that the board is gone.

        Parameters
        ----------
        now_s
            By the clock, seconds.
        begins_anew
            Whether the session's own cues ran, which nobody can begin by hand.
        """
        self.count += 1
        self.begins_anew = begins_anew
        self.is_waiting, self.news, self._lost_at_s = True, "", now_s
        self._is_open = False

    def end(self, now_s: float, calibration: Calibration | None, dropped: str) -> float:
        """Note that a board is back; return how long it was away, seconds.

        Parameters
        ----------
        now_s
            By the clock of `lose`, seconds.
        calibration
            What was locked before the loss.
        dropped
            Why it holds no more; empty if it does.
        """
        self.is_waiting, away_s = False, now_s - self._lost_at_s
        kept = calibration is not None and not dropped
        self._is_open, self._judged_at = kept, None
        held = say("The calibration is kept.") if kept else say("Nothing had been calibrated.")
        what = dropped or held
        if self.begins_anew:
            what = say("{what} The cues begin anew.", what=what)
        self.news = say(
            "The board is back after {away_s:.0f} s; the visit goes on. {what}",
            away_s=away_s,
            what=what,
        )
        return away_s

    def judge(self, index: int, fs_hz: float, readings: tuple[SiteReading, ...]) -> str:
        """Return, once after a return, why the reference holds no more after all; else empty.

        Parameters
        ----------
        index
            Newest sample.
        fs_hz
            Samples a second, Hz.
        readings
            Of all sites.
        """
        if not self._is_open:
            return ""
        if self._judged_at is None:
            self._judged_at = index + round(JUDGED_AFTER_S * fs_hz)
        if index < self._judged_at:
            return ""
        self._is_open = False
        off = next((r for r in readings if r.quality.quality in OFF), None)
        if off is None:
            return ""
        why = say(
            "The calibration is not kept: {site} came off while the board was away. Re-seat it, "
            "then calibrate again.",
            site=off.site.name,
        )
        self.news = why
        return why


def changed(before: DeviceInfo, after: DeviceInfo) -> bool:
    """Return whether another board answers, or the same one with other settings."""
    return _what(before) != _what(after)


def _what(info: DeviceInfo) -> tuple[object, ...]:
    return (*info.identity, info.n_channels, info.fs_hz, info.gain, info.board_high_hz)


def misfit_of(
    calibration: Calibration | None, before: DeviceInfo, after: DeviceInfo, conditions: Conditions
) -> str:
    """Return why a calibration holds no more with the board that answers; empty if it does.

    Parameters
    ----------
    calibration
        What was locked before the loss; None keeps nothing.
    before, after
        The board that was lost, and the one that answers.
    conditions
        What is measured with now.
    """
    if calibration is None:
        return ""
    if before.identity != after.identity:
        return say(
            "The calibration is not kept: it is another board ({serial}), whose leads nobody has "
            "proven. Tap and calibrate again.",
            serial=after.serial or after.board,
        )
    if before.n_channels != after.n_channels:
        return say(
            "The calibration is not kept: the board now has {n} channels. Calibrate again.",
            n=after.n_channels,
        )
    misfit = _misfit(calibration, conditions)
    if misfit is None:
        return ""
    return say(
        "The calibration is not kept: {why} {remedy}", why=misfit.reason, remedy=misfit.remedy
    )


def _misfit(calibration: Calibration, conditions: Conditions) -> CalibrationRefusal | None:
    return calibration.misfit(
        fs_hz=conditions.fs_hz,
        band=conditions.band,
        rms_window_s=conditions.rms_window_s,
        board=conditions.board,
        gain=conditions.gain,
    )


def require_fitting(calibration: Calibration | None, conditions: Conditions) -> None:
    """Raise `ConfigError` if percentages of `calibration` would be of another amplitude."""
    misfit = None if calibration is None else _misfit(calibration, conditions)
    if misfit is not None:
        raise ConfigError(
            say("{site}: {reason}", site=misfit.site, reason=misfit.reason), misfit.remedy
        )
