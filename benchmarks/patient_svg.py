"""A few line plots as one SVG: no plotting library is needed to look at the patient."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 430, 250, 58, 42, 28
COLOURS = ("#1f6feb", "#d1242f", "#57606a", "#1a7f37", "#9a6700")


@dataclass
class Plot:
    """One plot: labelled lines over a common axis; `log` axes are base 10."""

    title: str
    x_label: str
    y_label: str
    log_x: bool = False
    log_y: bool = False
    lines: list[tuple[str, np.ndarray, np.ndarray]] = field(default_factory=list)

    def add(self, label: str, x: Sequence[float], y: Sequence[float]) -> None:
        self.lines.append((label, np.asarray(x, float), np.asarray(y, float)))


def render(plots: list[Plot], columns: int = 2) -> str:
    """Return the plots side by side as SVG text."""
    rows = -(-len(plots) // columns)
    width, height = columns * WIDTH, rows * HEIGHT
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" font-family="sans-serif" font-size="11">'
        ),
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for i, plot in enumerate(plots):
        x, y = (i % columns) * WIDTH, (i // columns) * HEIGHT
        parts.append(f'<g transform="translate({x},{y})">{_plot(plot)}</g>')
    return "\n".join([*parts, "</svg>", ""])


def _plot(plot: Plot) -> str:
    xs = np.concatenate([x for _, x, _ in plot.lines])
    ys = np.concatenate([y for _, _, y in plot.lines])
    x_of, x_ticks = _axis(xs, plot.log_x, LEFT, WIDTH - 14)
    y_of, y_ticks = _axis(ys, plot.log_y, HEIGHT - BOTTOM, TOP)
    out = [
        f'<text x="{LEFT}" y="16" font-weight="bold">{plot.title}</text>',
        (
            f'<text x="{(LEFT + WIDTH) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">'
            f"{plot.x_label}</text>"
        ),
        (
            f'<text transform="translate(13,{(TOP + HEIGHT - BOTTOM) / 2:.0f}) rotate(-90)" '
            f'text-anchor="middle">{plot.y_label}</text>'
        ),
    ]
    for value in x_ticks:
        at = float(x_of(np.array([value]))[0])
        out.append(f'<path d="M{at:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#d8dee4"/>')
        out.append(
            f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 14}" text-anchor="middle">{value:g}</text>'
        )
    for value in y_ticks:
        at = float(y_of(np.array([value]))[0])
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - 14}" stroke="#d8dee4"/>')
        out.append(f'<text x="{LEFT - 5}" y="{at + 4:.1f}" text-anchor="end">{value:g}</text>')
    for i, (label, x, y) in enumerate(plot.lines):
        colour = COLOURS[i % len(COLOURS)]
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x_of(x), y_of(y), strict=True))
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        out.append(
            f'<text x="{WIDTH - 18}" y="{TOP + 13 + 13 * i}" text-anchor="end" fill="{colour}">'
            f"{label}</text>"
        )
    return "".join(out)


def _axis(values, log, low_px, high_px):
    shown = np.log10(values[values > 0]) if log else values
    low, high = float(shown.min()), float(shown.max())
    if log:
        ticks = [10.0**k for k in range(int(np.ceil(low)), int(np.floor(high)) + 1)]
    else:
        step = 10.0 ** np.floor(np.log10((high - low) / 2))
        step *= next(k for k in (1, 2, 5, 10) if (high - low) / (k * step) <= 7)
        ticks = list(np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step)

    def place(value):
        shown = np.log10(np.maximum(value, 10.0**low)) if log else value
        return low_px + (shown - low) / (high - low) * (high_px - low_px)

    return place, ticks
