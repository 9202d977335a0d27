"""Other libraries doing the kernel's work, each behind the same small interface.

A peer is skipped, with its reason, where it cannot be imported; requirements.txt beside this
file lists the versions that were compared.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Answer = tuple[np.ndarray | None, np.ndarray | None]
Push = Callable[[np.ndarray], Answer]

MODULES = (
    "scipy_peers", "pandas_peer", "ezmsg_peer", "mne_lsl_peer",
    "brainflow_peer", "libemg_peer",
)  # fmt: skip
OFFLINE_MODULES = ("neurokit_peer",)


@dataclass(frozen=True)
class Task:
    """What all do: (n_samples, n_channels) float64 in, filtered samples and moving RMS out."""

    fs_hz: float
    n_channels: int
    window: int
    low_hz: float
    high_hz: float
    band_sos: np.ndarray
    notch_sos: np.ndarray

    @property
    def sos(self) -> np.ndarray:
        return np.vstack([self.band_sos, self.notch_sos])


@dataclass(frozen=True)
class Peer:
    """One way to do the task.

    `same_work`: it answers with every filtered sample and the exact moving RMS at every sample.
    `streams`: it keeps its state from chunk to chunk.
    """

    name: str
    make: Callable[[Task], Push]
    same_work: bool = True
    note: str = ""


@dataclass(frozen=True)
class OfflinePeer:
    """One that takes whole recordings only.

    `agreement`: what it says about its numbers, given the task and the recording.
    """

    name: str
    run: Callable[[Task, np.ndarray], Answer]
    agreement: Callable[[Task, np.ndarray], str]
    note: str = ""


def found() -> tuple[list[Peer], list[tuple[str, str]]]:
    """Return all peers that can be imported, and (module, reason) of the others."""
    return _found(MODULES, "PEERS")


def offline_found() -> tuple[list[OfflinePeer], list[tuple[str, str]]]:
    """Return the same of those that take whole recordings only."""
    return _found(OFFLINE_MODULES, "OFFLINE")


def _found(modules: tuple[str, ...], listed: str) -> tuple[list, list[tuple[str, str]]]:
    peers: list = []
    skipped: list[tuple[str, str]] = []
    for name in modules:
        try:
            peers += getattr(importlib.import_module(f"peers.{name}"), listed)
        except Exception as error:
            skipped.append((name, f"{type(error).__name__}: {error}"))
    return peers, skipped
