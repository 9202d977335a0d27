"""A damaged table turns dosing off, with the reason, and leaves the signals on."""

from __future__ import annotations

import pytest

from emg_dosing.tables import Tables
from emg_session.snapshot import LinkState
from emg_signal.errors import ProductTableError
from emg_ui.visit.run_request import VIRTUAL, RunRequest, make_session


def damaged() -> Tables:
    raise ProductTableError("products.toml was changed.", "Install Evenhand again.")


@pytest.mark.real_time
def test_signals_stay_on_without_tables() -> None:
    session = make_session(RunRequest(f"{VIRTUAL}?link=memory"), load=damaged)
    seen = session.subscribe()
    with session:
        while (snapshot := seen.get(timeout=10)).streamed.time_s < 2.5:
            pass
    assert snapshot.link is LinkState.LIVE
    assert all(reading.rms_uv is not None for reading in snapshot.streamed.sites)
    assert snapshot.treatment.suggestion is None
    assert snapshot.treatment.findings == ()
    assert "Dosing is off: products.toml was changed." in " ".join(snapshot.notes)
