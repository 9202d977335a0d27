"""Every error that Evenhand raises on purpose.

Mechanical faults raise one of these; clinical refusals are values (docs/adr/0002). The tree
lives in the lowest room so that each room can raise it and each caller can catch one name::

    EmgError
    ├─ DeviceError
    │  ├─ DeviceNotFoundError    no such port, board or file
    │  ├─ DeviceBusyError        another program (or another of ours) has it
    │  ├─ DeviceLostError        it was there and stopped: unplugged, or silent
    │  └─ DeviceProtocolError    something answers, but not the board that was asked for
    ├─ RecordError
    │  ├─ RecordCorruptError     the file is damaged or is not a recording
    │  ├─ StorageFullError       no room, or no permission, to write
    │  └─ AuditBrokenError       the chain of records was altered
    └─ ConfigError
       ├─ MontageError           a montage that the board or the file does not carry
       ├─ FilterDesignError      a filter that the sampling rate cannot carry
       ├─ ProductTableError      a table of products, sites or norms that must not be used
       ├─ PlanError              a plan that cannot be read, or names what is not there
       └─ PolicyError            a policy that loosens, or cannot be read
"""

from __future__ import annotations

from emg_signal.phrase import Phrase


class EmgError(Exception):
    """Base of all errors raised on purpose; shown to people as ``message`` and ``remedy``.

    Parameters
    ----------
    message
        What is wrong, naming the thing (port, file, channel, field).
    remedy
        What the person can do about it; empty when the message says it.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """Return one line, fit for a terminal; a phrase still, for readers of other languages."""
        if not self.remedy:
            return self.message
        return Phrase("{message} {remedy}", {"message": self.message, "remedy": self.remedy})


class DeviceError(EmgError):
    """A board, port or stream failed."""


class DeviceNotFoundError(DeviceError):
    """No such port, board or file."""


class DeviceBusyError(DeviceError):
    """Another program, or another instance of this one, has the board."""


class DeviceLostError(DeviceError):
    """The board was streaming and stopped: unplugged, or silent."""


class DeviceProtocolError(DeviceError):
    """Something answers on the line, but not the board that was asked for."""


class RecordError(EmgError):
    """A recording could not be read or written."""


class RecordCorruptError(RecordError):
    """The file is damaged, truncated or is not a recording."""


class StorageFullError(RecordError):
    """The file system takes no more bytes, or does not allow writing."""


class AuditBrokenError(RecordError):
    """The chain of records was altered."""


class ConfigError(EmgError):
    """Something that a person wrote (file, option) cannot be used."""


class MontageError(ConfigError):
    """A montage that cannot be read, or names a channel that the board lacks."""


class FilterDesignError(ConfigError):
    """A filter that the sampling rate cannot carry."""


class ProductTableError(ConfigError):
    """A table of products, sites, norms or claims that must not be used."""


class PlanError(ConfigError):
    """A plan that cannot be read, or that names an unknown product or region."""


class PolicyError(ConfigError):
    """A policy file that loosens a bound, or cannot be read."""
