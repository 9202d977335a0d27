"""Leaving in the field's formats: samples, events and doses of a session as files of others."""
