"""The pure signal core: from raw samples to calibrated muscle activity, quality and symmetry."""
