"""`Acquisition`: the one thread that touches the board, from its start to its end.

A window never waits for it and it never waits for a window: what a person does is queued, and
taken up at the first sample of the next chunk, so that it is on record at a sample.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Protocol

from emg_device.base import Device
from emg_device.info import DeviceInfo, DeviceState
from emg_session.comeback import Comeback
from emg_session.link import LinkState, link_state
from emg_signal.chunk import Chunk
from emg_signal.errors import DeviceLostError, EmgError
from emg_signal.phrase import say

READ_S = 0.05
"""Longest wait for samples, so that a stop or a lost link is noticed soon."""

StreamAct = Callable[[int], None]
"""What a person does, told the sample from which on it holds."""


class StreamTaker(Protocol):
    """Who hears of the stream; every method is called in the acquisition thread."""

    def between(self) -> None:
        """Do what cannot be done while samples are read; called before each reading."""

    def keep(self, chunk: Chunk) -> None:
        """Put the next samples on record, before anything else that may fail."""

    def take(self, chunk: Chunk) -> None:
        """Look at them."""

    def fall_silent(self, link: LinkState) -> None:
        """Hear that nothing came, and what that makes of the link."""

    def lose(self, error: DeviceLostError) -> bool:
        """Hear that the board is gone; return whether it is waited for."""

    def refusal_of(self, info: DeviceInfo) -> str:
        """Return why another board cannot go on with this visit; empty if it could."""

    def come_back(self, info: DeviceInfo) -> None:
        """Hear that a board streams again, the same or one that a person took."""

    def end(self, link: LinkState) -> None:
        """Hear that the stream is over, and why: the last call of all."""


class Acquisition:
    """Reads a board until it ends, is lost, or is let go.

    Parameters
    ----------
    device
        Open; it is started by its owner and never closed here.
    taker
        Who hears of the stream.
    """

    def __init__(self, device: Device, taker: StreamTaker) -> None:
        self.error: EmgError | None = None
        """Why nothing comes: the board is lost, or the stream ended before its time."""
        self._device, self._taker = device, taker
        self._acts: queue.SimpleQueue[StreamAct] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self.comeback = Comeback(
            device, taker.refusal_of, lambda: self._taker.fall_silent(self.link)
        )
        self._thread = threading.Thread(target=self._run, name="acquisition", daemon=True)

    @property
    def link(self) -> LinkState:
        """What the link to the board is doing."""
        return link_state(self._device.state, self.error)

    def start(self) -> None:
        """Begin to read; once."""
        self._thread.start()

    def stop(self) -> None:
        """Stop reading and wait until the taker has heard of the end; may be called twice."""
        self._stopping.set()
        self.comeback.stop()
        if self._thread.is_alive():
            self._thread.join()

    def act(self, act: StreamAct) -> None:
        """Do `act` before the next chunk is taken; never waits."""
        self._acts.put(act)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set() and self._device.state is not DeviceState.ENDED:
                try:
                    self._read()
                except DeviceLostError as error:
                    self._wait_for_it(error)
        except EmgError as error:
            self.error = error
        except Exception as error:
            # The screen must not go on showing numbers; the traceback is for whoever mends it.
            self.error = EmgError(
                say("The session stopped by a fault of the program: {error!s}.", error=repr(error))
            )
            raise
        finally:
            link = self.link
            self._taker.end(LinkState.ENDED if link is LinkState.LIVE else link)

    def _wait_for_it(self, error: DeviceLostError) -> None:
        """Wait until the lost board is back; raise `error` if nobody waits for it."""
        self.error = error
        if not self._taker.lose(error):
            raise error
        info = self.comeback.wait()
        if info is not None:
            self.error = None
            self._taker.come_back(info)

    def _read(self) -> None:
        if self.comeback.is_asked and self.link is LinkState.LOST:
            raise DeviceLostError(say("The board fell silent."))
        self._taker.between()
        chunk = self._device.read(READ_S)
        if chunk is None:
            self._taker.fall_silent(self.link)
            return
        self._taker.keep(chunk)
        while not self._acts.empty():
            self._acts.get()(chunk.first_index)
        self._taker.take(chunk)
