"""`RunRequest`: what a person asked to stream, and the session that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

from emg_device.base import Device
from emg_device.registry import open_device
from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.rows import MuscleRow
from emg_dosing.tables import Tables, load_tables
from emg_session.calibration_files import load_calibration
from emg_session.files import load_examination, load_plan
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage, load_montage, unassigned_montage
from emg_session.protocol import Protocol
from emg_session.session_playback import SessionPlayback
from emg_session.session_settings import SessionSettings
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.calibration import Calibration
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, EmgError, ProductTableError, RecordError
from emg_signal.montage import Montage
from emg_signal.phrase import say
from emg_signal.text_file import hidden_sign
from emg_ui.text.settings import kept_folder
from emg_ui.text.spoken_cues import MEASURE_TEXT, measuring_protocol
from emg_ui.visit.clinic_policy import clinic_policy
from emg_ui.visit.obedient_patient import follower_of

VIRTUAL = "virtual:typical"
"""The patient of the demonstration: as real recordings are, not the clean one of `virtual`."""

LONGEST_LABEL = 200
"""Letters of a person's label, as plan files allow."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What to stream and how.

    Parameters
    ----------
    device
        ``NAME[:ADDRESS][?key=value]``.
    montage, plan, calibration
        Files, or None for the board's default pairs, the demonstration's plan (virtual patient
        only) and no calibration.
    examination
        Answers of the examination, a file; None asked nothing.
    policy
        The clinic's policy, a file; None for the settings'.
    record
        Session file to write, or None.
    settings
        Band, notch and window.
    person
        Label of the person; empty for the plan's.
    folder
        Where earlier visits of the person are looked for; None for the user's own folder.
    measured_muscle
        Muscle whose bilateral contractions are measured after the calibration.
    """

    device: str
    montage: Path | None = None
    plan: Path | None = None
    calibration: Path | None = None
    examination: Path | None = None
    policy: Path | None = None
    record: Path | None = None
    settings: SessionSettings = field(default_factory=SessionSettings)
    person: str = ""
    folder: Path | None = None
    measured_muscle: str = "frontalis"

    @property
    def is_virtual(self) -> bool:
        """Whether the virtual patient is asked for, whose expressions follow the demonstration."""
        return is_virtual(self.device)


def is_virtual(device: str) -> bool:
    """Return whether a device, as it is being typed or whole, is a virtual patient."""
    return device.strip().partition("?")[0].partition(":")[0] == VIRTUAL.partition(":")[0]


def demo_plan_path() -> Path:
    """Return the demonstration's plan, a file of this package."""
    with as_file(files("emg_dosing") / "examples" / "demo_plan.toml") as path:
        return path


def make_session(
    request: RunRequest,
    *,
    protocol: Callable[[Montage], Protocol] | None = None,
    scripted: bool = False,
    awaits_return: bool = True,
    load: Callable[[], Tables] = load_tables,
) -> LiveSession:
    """Open the board that `request` names and return a session on it, not started.

    Files are read first, so that a mistake in one costs no wait for a board.

    Parameters
    ----------
    request
        What a person asked to stream.
    protocol
        Cues to begin with, of the electrodes that there are.
    scripted
        Whether a plan on a board is measured by cues from the start, as where there is no key
        to start it with.
    awaits_return
        Whether a board that is lost is waited for.
    load
        Reads the dosing tables.

    Raises
    ------
    EmgError
        A file that cannot be used, a board that cannot be reached, a montage that it lacks.
    """
    tables, notes = dosing_tables(load)
    policy = clinic_policy(request.policy, tables)
    plan = _plan_of(request, tables)
    examination = examination_of(request.examination, tables)
    calibration = load_calibration(request.calibration) if request.calibration else None
    muscles = None if tables is None else {row.id for row in tables.all(MuscleRow)}
    montage = load_montage(request.montage, muscles) if request.montage else None
    require_new(request.record)
    device = open_device(request.device)
    device.open()
    try:
        montage = _fitting(montage, device)
        return LiveSession(
            device,
            montage,
            VisitSetup(
                subject=person_of(request.person, plan),
                tables=tables,
                plan=plan,
                examination=examination,
                policy=policy,
                record=request.record,
                folder=VisitFolder(request.folder or kept_folder()),
                notes=notes,
            ),
            settings=request.settings,
            protocol=(
                protocol(montage)
                if protocol is not None
                else _protocol_of(request, device, plan, calibration, scripted)
            ),
            calibration=calibration,
            on_protocol=follower_of(device),
            awaits_return=awaits_return,
        )
    except EmgError:
        device.close()
        raise


def person_of(asked: str, plan: Plan | None) -> str:
    """Return the label of the person: as asked for, else the plan's, else none.

    Raises
    ------
    ConfigError
        It is longer than a plan can hold.
    """
    require_label(asked)
    label = " ".join(asked.split()) or (plan.subject if plan is not None else None) or ""
    if len(label) > LONGEST_LABEL:
        raise ConfigError(
            say("A label of {n} letters is too long.", n=len(label)),
            say("Use at most {most}.", most=LONGEST_LABEL),
        )
    return label


def examination_of(file: Path | None, tables: Tables | None) -> Examination | None:
    """Return the answers in `file`; None where there is no file, or dosing is off."""
    return None if file is None or tables is None else load_examination(file, tables)


def require_label(asked: str) -> None:
    """Refuse a label that cannot be read as it is written; an empty one asks for nobody.

    Raises
    ------
    ConfigError
        It is blank, or holds a line end or a sign that cannot be seen.
    """
    if asked and not asked.strip():
        raise ConfigError(
            say("The label of the person is blank."), say("Write one, or leave --person out.")
        )
    hidden = hidden_sign(asked)
    if hidden is not None:
        raise ConfigError(
            say("A label with the unseen sign U+{number:04X} is refused.", number=ord(hidden)),
            say("Write letters and digits in one line."),
        )


def dosing_tables(load: Callable[[], Tables]) -> tuple[Tables | None, tuple[str, ...]]:
    """Return the tables; damaged ones turn dosing off and leave the signals on."""
    try:
        return load(), ()
    except ProductTableError as error:
        return None, (say("Dosing is off: {why}", why=str(error)),)


def _plan_of(request: RunRequest, tables: Tables | None) -> Plan | None:
    if tables is None:
        return None
    if request.plan is not None:
        return load_plan(request.plan, tables)
    # A person with a label has a plan, a lot and an expiry of their own, or none yet.
    is_nobody = request.is_virtual and not request.person.strip()
    return load_plan(demo_plan_path(), tables) if is_nobody else None


def _fitting(montage: Montage | None, device: Device) -> Montage:
    if montage is None and isinstance(device, SessionPlayback):
        montage = device.montage
    if montage is None and device.info.origin is Origin.PLAYBACK:
        return unassigned_montage(device.info.n_channels)
    if montage is None:
        return default_montage(device.info.n_channels)
    montage.require_channels(device.info.n_channels, device.info.board)
    return montage


def require_new(record: Path | None) -> None:
    """Refuse a record that cannot be made, before anybody waits for a board."""
    if record is None:
        return
    if record.exists() or record.is_symlink():  # also one that leads nowhere
        raise RecordError(
            say("{file!s} exists already and is never overwritten.", file=record),
            say("Choose another."),
        )
    if not record.parent.is_dir():
        raise RecordError(
            say("There is no folder {folder!s}.", folder=record.parent),
            say("Make it, or choose another."),
        )


def _protocol_of(
    request: RunRequest,
    device: Device,
    plan: Plan | None,
    calibration: Calibration | None,
    scripted: bool,
) -> Protocol | None:
    """Return the cues to follow from the first sample on, or None.

    The virtual patient follows the demonstration's script; a person at a board follows cues where
    no key can start them and there is a plan to measure for.
    """
    if request.is_virtual and calibration is None:
        return measuring_protocol(request.measured_muscle)
    if not scripted or plan is None or device.info.origin is Origin.PLAYBACK:
        return None
    muscle = next((p.muscle for p in plan.points if p.muscle in MEASURE_TEXT), None)
    muscle = muscle or request.measured_muscle
    return measuring_protocol(muscle, calibrated=calibration is not None)
