"""Recordings of other programs, read into one shape: one module per format."""
