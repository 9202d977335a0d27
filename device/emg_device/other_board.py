"""Another board answers than the one that was lost."""

from __future__ import annotations

from emg_device.info import DeviceInfo
from emg_signal.errors import DeviceProtocolError
from emg_signal.phrase import say


class OtherBoardError(DeviceProtocolError):
    """Another board answers than the one that was lost.

    Parameters
    ----------
    before, after
        The lost one, and the one that answers.
    """

    def __init__(self, before: DeviceInfo, after: DeviceInfo) -> None:
        super().__init__(
            say(
                "Another board answers: {after} '{after_serial}' instead of "
                "{before} '{before_serial}'.",
                after=after.board,
                after_serial=after.serial,
                before=before.board,
                before_serial=before.serial,
            ),
            say("Connect the one that was measured with, or begin a new measurement."),
        )
        self.after = after
