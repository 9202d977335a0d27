"""The window around the phases: header, menu, settings, tour."""
