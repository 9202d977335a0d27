"""A session on the virtual patient, through the real driver."""

from __future__ import annotations

from contextlib import contextmanager

from emg_device.registry import open_device
from emg_dosing.tables import load_tables
from emg_session.files import load_plan
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.visit import VisitSetup
from emg_ui.text.spoken_cues import measuring_protocol
from emg_ui.visit.run_request import demo_plan_path


@contextmanager
def virtual_session(record=None):
    tables = load_tables()
    device = open_device("virtual")
    session = LiveSession(
        device,
        default_montage(8),
        VisitSetup(tables=tables, plan=load_plan(demo_plan_path(), tables), record=record),
        protocol=measuring_protocol("frontalis"),
    )
    with session:
        yield session, device
