"""Amplitudes that no working electrode on a face shows."""

from __future__ import annotations

FLAT_UV = 0.3
"""Peak-to-peak of 1 s below which a channel is dead: a third of the noise of an ADS1299 with
shorted inputs (1 µV peak-to-peak at gain 24, its datasheet)."""
PLAUSIBLE_UV = 10_000.0
"""Surface EMG reaches some mV between its peaks: more than 10 mV is a wrong unit or no EMG
(engineering judgement, tenfold above a strong contraction)."""
