"""The window and the command line."""

import os

# Before numpy is loaded: its BLAS otherwise shares the filters' small products out to a second
# thread, which gains nothing and spins between them (64 channels at 2 kHz: half a core and more).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
