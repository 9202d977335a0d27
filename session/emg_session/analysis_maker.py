"""`AnalysisMaker`: what is to be computed of a board, given what the board says of itself."""

from __future__ import annotations

from dataclasses import replace

from emg_device.info import DeviceInfo
from emg_session.analysis import Analysis
from emg_session.clocks import Clocks
from emg_session.measuring import Conditions, Measuring
from emg_session.methods import completed
from emg_session.session_settings import SessionSettings
from emg_session.stream_settings import StreamSettings
from emg_signal.calibration import Calibration
from emg_signal.filters import FilterDesign, design_filters
from emg_signal.montage import Montage


class AnalysisMaker:
    """Makes the analysis of a board.

    Parameters
    ----------
    montage
        Which channel is which site; another one with the next block of pairs.
    settings
        Band, notch, window.
    subject
        Label of the person.
    clocks
        For the moments at which something is locked.
    """

    def __init__(
        self, montage: Montage, settings: SessionSettings, subject: str, clocks: Clocks
    ) -> None:
        self.montage, self.settings = montage, settings
        self._subject, self._clocks = subject, clocks

    def require(self, info: DeviceInfo, settings: SessionSettings) -> None:
        """Raise `FilterDesignError` if a board's rate does not carry some settings."""
        _design(info, settings)

    def design(self, info: DeviceInfo) -> FilterDesign:
        """Return the filters for a board.

        Raises
        ------
        MontageError, ConfigError
            It or its rate does not carry what is set.
        """
        self.montage.require_channels(info.n_channels, info.board)
        return _design(info, self.settings)

    def conditions(self, info: DeviceInfo, design: FilterDesign) -> Conditions:
        """Return what is measured with."""
        return Conditions(
            subject=self._subject,
            montage=self.montage,
            board=info.board,
            origin=info.origin,
            gain=info.gain,
            fs_hz=info.fs_hz,
            band=design.true_band,
            rms_window_s=self.settings.rms_window_s,
            mains_hz=design.mains_hz,
        )

    def measuring(self, conditions: Conditions, calibration: Calibration | None) -> Measuring:
        """Return what takes the finished cues."""
        clocks = self._clocks
        return Measuring(conditions, calibration, utc_now=clocks.utc, now_s=clocks.now_s)

    def analysis(self, info: DeviceInfo, calibration: Calibration | None) -> Analysis:
        """Return all that is computed of a board's stream; raises as `design` does."""
        design = self.design(info)
        measuring = self.measuring(self.conditions(info, design), calibration)
        return Analysis(design, info.n_channels, measuring, self.settings)

    def other_pairs(self, conditions: Conditions) -> Measuring:
        """Return what takes the cues of the electrodes as they sit now."""
        return self.measuring(replace(conditions, montage=self.montage), None)

    def recorded(self, info: DeviceInfo, design: FilterDesign) -> StreamSettings:
        """Return what goes on record of all this."""
        recording = completed(self.settings.recording, info)
        return StreamSettings(design.settings, self.settings.rms_window_s, self.montage, recording)


def _design(info: DeviceInfo, settings: SessionSettings) -> FilterDesign:
    return design_filters(
        info.fs_hz,
        band=settings.band,
        mains_hz=settings.mains_hz,
        board_high_hz=info.board_high_hz,
    )
