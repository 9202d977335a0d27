"""Boards in: every driver delivers `emg_signal.chunk.Chunk`."""
