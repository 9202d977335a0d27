"""`Speaker`: the sound card, through miniaudio; an optional part."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Iterator
from typing import Any

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_ui.sound.audio import AUDIO_HZ, AudioStream, Frames

PERIOD_MS = 10
"""What the card asks for at a time: 10 ms is what common drivers give without stutter."""


class Speaker:
    """Plays an `AudioStream` until it is closed.

    Parameters
    ----------
    stream
        What is heard.
    backends
        miniaudio's backends to try; all of the system without.

    Raises
    ------
    ConfigError
        There is no miniaudio, or no card.
    """

    def __init__(self, stream: AudioStream, *, backends: list[Any] | None = None) -> None:
        try:
            import miniaudio
        except ImportError as error:
            raise ConfigError(
                say("Sound needs miniaudio, which is not installed."),
                say("Install it by: pip install evenhand[audio]. All else works without."),
            ) from error
        try:
            with _quiet():
                self._device = miniaudio.PlaybackDevice(
                    output_format=miniaudio.SampleFormat.FLOAT32,
                    nchannels=1,
                    sample_rate=AUDIO_HZ,
                    buffersize_msec=PERIOD_MS,
                    backends=backends,
                    app_name="Evenhand",
                )
                frames = _frames(stream)
                next(frames)
                self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            raise ConfigError(
                say("No sound: no card can be opened."),
                say("Plug one in or turn it on. All else works without."),
            ) from error

    def close(self) -> None:
        """Fall silent and let go of the card."""
        self._device.close()


def _frames(stream: AudioStream) -> Generator[Frames, int, None]:
    wanted = yield stream.pull(0)
    while True:
        wanted = yield stream.pull(wanted).reshape(-1, 1)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the system's sound libraries print to themselves: our one line says it."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
