"""The virtual patient and the virtual boards on the wire."""
