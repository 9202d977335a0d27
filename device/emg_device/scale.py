"""µV per count: the one place where a count becomes a voltage."""

from __future__ import annotations

CYTON_REFERENCE_V = 4.5
"""Reference of the ADS1299 on the Cyton (OpenBCI Cyton SDK; S80)."""
CYTON_BITS = 24


def uv_per_count(reference_v: float, bits: int, gain: float, *, bipolar: bool = True) -> float:
    """Return µV per count of a converter.

    Parameters
    ----------
    reference_v
        Voltage of full scale, V.
    bits
        Resolution.
    gain
        Amplification before the converter.
    bipolar
        True for two's complement from −reference to +reference (full scale is
        ``2**(bits-1) - 1`` counts, as the ADS1299 datasheet and OpenBCI have it); False for 0 to
        reference over ``2**bits`` counts, as the ATmega328P datasheet has it (ADC = V·1024/Vref).
    """
    steps = float((1 << (bits - 1)) - 1 if bipolar else 1 << bits)
    return reference_v / steps / gain * 1e6


def rails_uv(reference_v: float, bits: int, gain: float) -> tuple[float, float]:
    """Return the lowest and the highest voltage of a bipolar converter, µV.

    The negative rail lies one count further out: −187500.0224 µV at gain 24 on the Cyton.

    Parameters
    ----------
    reference_v, bits, gain
        As for `uv_per_count`.
    """
    scale = uv_per_count(reference_v, bits, gain)
    return (-float(1 << (bits - 1)) * scale, float((1 << (bits - 1)) - 1) * scale)
