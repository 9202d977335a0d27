"""`Hearing`: the session in a person's ears, as the settings say."""

from __future__ import annotations

from emg_session.snapshot import Snapshot
from emg_ui.frame.host import Host
from emg_ui.sound.sound import Sound

VOLUME_STEP = 10
"""Percent by which a key changes the volume."""


class Hearing:
    """Lets the session be heard, and changes how.

    Parameters
    ----------
    host
        The window.
    sound
        What is heard; None keeps silent.
    """

    def __init__(self, host: Host, sound: Sound | None) -> None:
        self._host = host
        self._sound = sound

    def is_possible(self) -> bool:
        """Return whether anything can be heard at all."""
        return self._sound is not None

    def follow(self) -> None:
        """Let the session that is open now be heard as the settings now say."""
        if self._sound is not None:
            host, stream = self._host, self._host.session.snapshot().stream
            fs_hz = 0.0 if stream is None else stream.fs_hz
            host.say(self._sound.follow(host.session, host.settings, fs_hz))

    def mute(self) -> None:
        """Let the selected site be heard, or no longer."""
        settings = self._host.settings
        self._host.set_settings(settings.changed(sound=not settings.sound))

    def step_volume(self, step: int) -> None:
        """Make the sound louder (+1) or quieter (-1)."""
        settings = self._host.settings
        volume = min(100, max(0, settings.volume_percent + VOLUME_STEP * step))
        self._host.set_settings(settings.changed(volume_percent=volume))

    def step_site(self, step: int) -> None:
        """Hear the next (+1) or the previous (-1) site."""
        if self._sound is not None:
            self._sound.step_site(step)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Sound what the newest numbers call for, and say on the desk what is heard."""
        if self._sound is not None:
            self._sound.show_snapshot(snapshot)
            self._host.desk.show_sound(self._sound.state)

    def close(self) -> None:
        """Fall silent for good."""
        if self._sound is not None:
            self._sound.close()
