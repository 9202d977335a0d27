"""The usual ways of drawing EMG lanes with pyqtgraph, as classes that `window_cost.py` times.

Each has a `name`, `fps` at which its users run it, and `draw`, which does one tick. The chains
filter what came since the last tick as their scripts do; the others get their columns ready-made,
in their favour.
"""

from __future__ import annotations

import time

import numpy as np
import pyqtgraph as pg
from brainflow.data_filter import DataFilter, DetrendOperations, FilterTypes
from PySide6.QtWidgets import QHBoxLayout, QWidget
from scipy.signal import butter, iirnotch, sosfilt, tf2sos

SHOWN_S = 5.0


class Stream:
    """A board's bytes: noise as little-endian counts, handed out as time goes."""

    scale_uv = 0.05

    def __init__(self, n_channels, fs_hz):
        self.n_channels, self.fs_hz = n_channels, fs_hz
        rng = np.random.default_rng(1)
        noise = rng.normal(scale=60.0, size=(20_011, n_channels)) / self.scale_uv
        self._counts = noise.astype("<i2")
        self._began_s, self._read = time.monotonic(), 0

    def read(self):
        """Return the bytes of all samples since the last read."""
        head = int((time.monotonic() - self._began_s) * self.fs_hz)
        index = np.arange(self._read, head) % len(self._counts)
        self._read = head
        return self._counts[index].tobytes()

    def samples(self):
        """Return them as µV, ``(n_channels, n_samples)``."""
        counts = np.frombuffer(self.read(), "<i2").reshape(-1, self.n_channels)
        return counts.T * self.scale_uv


class Lanes:
    """One PlotWidget with a curve per lane, which shows a rolled buffer of the newest seconds."""

    fps = 30

    def __init__(self, n_channels, fs_hz, size, **options):
        self.stream = Stream(n_channels, fs_hz)
        self.buffer = np.zeros((n_channels, int(SHOWN_S * fs_hz)))
        self.x = np.arange(self.buffer.shape[1]) / fs_hz
        high = min(450.0, 0.45 * fs_hz)
        self.band = butter(4, (20.0, high), "bandpass", fs=fs_hz, output="sos")
        self.notch = tf2sos(*iirnotch(50.0, 30.0, fs=fs_hz))
        self.states = [np.zeros((len(sos), n_channels, 2)) for sos in (self.band, self.notch)]
        self.window = int(0.125 * fs_hz)
        self.widget = self.plot = pg.PlotWidget()
        self.plot.resize(*size)
        self.plot.setYRange(0, n_channels)
        self.plot.setXRange(0, SHOWN_S)
        self.curves = [self.plot.plot(**options) for _ in range(n_channels)]
        self.plot.show()

    def take(self):
        """Filter what came, with its moving RMS, and roll it into the buffer."""
        new = self.stream.samples()
        if not new.shape[1]:
            return
        new, self.states[0] = sosfilt(self.band, new, axis=1, zi=self.states[0])
        new, self.states[1] = sosfilt(self.notch, new, axis=1, zi=self.states[1])
        self.buffer = np.concatenate((self.buffer, new), axis=1)[:, -len(self.x) :]
        recent = self.buffer[:, -self.window - new.shape[1] :] ** 2
        total = np.cumsum(recent, axis=1)
        self.rms = np.sqrt((total[:, self.window :] - total[:, : -self.window]) / self.window)


class Everything(Lanes):
    name = "chain: scipy, pyqtgraph setData of everything"

    def draw(self):
        self.take()
        for i, lane in enumerate(self.buffer):
            self.curves[i].setData(self.x, lane / 500.0 + i + 0.5)


class PeakDownsampling(Everything):
    name = "chain: scipy, pyqtgraph peak downsampling"

    def __init__(self, n_channels, fs_hz, size):
        super().__init__(n_channels, fs_hz, size, skipFiniteCheck=True)
        self.plot.setDownsampling(auto=True, mode="peak")
        self.plot.setClipToView(True)


class BrainFlowExample:
    """BrainFlow's plot_real_time.py: 4 s refiltered at each tick, lists, pens two pixels wide."""

    name = "chain: BrainFlow's example"
    fps = 20

    def __init__(self, n_channels, fs_hz, size):
        self.stream, self.fs = Stream(n_channels, fs_hz), int(fs_hz)
        self.buffer = np.zeros((n_channels, 4 * self.fs))
        self.widget = pg.GraphicsLayoutWidget()
        self.widget.resize(*size)
        self.curves = []
        for i in range(n_channels):
            plot = self.widget.addPlot(row=i, col=0)
            plot.showAxis("left", False)
            plot.showAxis("bottom", False)
            self.curves.append(plot.plot(pen=pg.mkPen("#1f77b4", width=2)))
        self.widget.show()

    def draw(self):
        new = self.stream.samples()
        self.buffer = np.concatenate((self.buffer, new), axis=1)[:, -4 * self.fs :]
        for lane, curve in zip(self.buffer.copy(), self.curves, strict=True):
            DataFilter.detrend(lane, DetrendOperations.CONSTANT.value)
            high = min(450.0, 0.45 * self.fs)
            kind = FilterTypes.BUTTERWORTH_ZERO_PHASE.value
            DataFilter.perform_bandpass(lane, self.fs, 20.0, high, 4, kind, 0)
            DataFilter.perform_bandstop(lane, self.fs, 48.0, 52.0, 2, kind, 0)
            curve.setData(lane.tolist())


def min_max_pairs(lanes, n_columns):
    """Return ``(low, high)`` of each lane per column, each joined to the column before."""
    step = max(1, lanes.shape[1] // n_columns)
    blocks = lanes[:, : lanes.shape[1] // step * step].reshape(len(lanes), -1, step)
    low, high = blocks.min(axis=2), blocks.max(axis=2)
    return np.minimum(low, np.roll(high, 1, 1)), np.maximum(high, np.roll(low, 1, 1))


class PairsCurve:
    """Ends of vertical runs of all lanes as one curve in segmented line mode."""

    def __init__(self, plot, low, high, colour):
        n_lanes, n = low.shape
        offset = np.arange(n_lanes)[:, None] + 0.5
        y = np.stack((low / 500.0 + offset, high / 500.0 + offset), axis=2)
        self._x = np.tile(np.repeat(np.arange(n) * SHOWN_S / n, 2), n_lanes)
        self._frames = [np.roll(y, k, axis=1).reshape(-1) for k in range(8)]
        self._curve = pg.PlotCurveItem(connect="pairs", skipFiniteCheck=True, pen=colour)
        plot.addItem(self._curve)

    def show(self, frame):
        self._curve.setData(self._x, self._frames[frame % len(self._frames)])


class WidePairs:
    """The best that pyqtgraph's curves do: one plot, one curve of ready-made columns."""

    name = "lanes alone, one wide plot: pyqtgraph pairs"
    fps = 60
    has_envelope, sides = False, 1

    def __init__(self, n_channels, fs_hz, size, canvas=None):
        pg.setConfigOptions(segmentedLineMode="on")
        samples = Stream.scale_uv * Stream(n_channels, fs_hz)._counts.T[:, : int(SHOWN_S * fs_hz)]
        self.widget, self.curves, self.frame = QWidget(), [], 0
        layout = QHBoxLayout(self.widget)
        n_columns = canvas[0] if canvas else size[0] - 180
        for lanes in np.split(samples, self.sides):
            plot = pg.PlotWidget()
            plot.setYRange(0, len(lanes), padding=0)
            plot.setXRange(0, SHOWN_S, padding=0)
            if canvas:
                plot.hideAxis("left")
                plot.hideAxis("bottom")
                plot.setFixedSize(*canvas)
            layout.addWidget(plot)
            self.curves.append(PairsCurve(plot, *min_max_pairs(lanes, n_columns), "#357299"))
            if self.has_envelope:
                window = np.ones(int(0.125 * fs_hz)) / int(0.125 * fs_hz)
                rms = np.sqrt([np.convolve(lane**2, window, "same") for lane in lanes])
                low, high = min_max_pairs(rms, n_columns)
                self.curves.append(PairsCurve(plot, low, high, "#5cb8f0"))
        self.widget.resize(*size)
        self.widget.show()

    def draw(self):
        self.frame += 1
        for curve in self.curves:
            curve.show(self.frame)


class SamePairs(WidePairs):
    """The same lanes as the window's: two sides of its size, with the envelopes."""

    name = "the same lanes as ours: pyqtgraph pairs"
    has_envelope, sides = True, 2
