"""Running a calibration in the terminal: cues and electrodes as they change."""

from __future__ import annotations

from dataclasses import dataclass

from emg_session.protocol import Protocol
from emg_session.snapshot import Snapshot
from emg_signal.calibration import Calibration
from emg_signal.errors import ConfigError
from emg_signal.montage import Montage
from emg_signal.phrase import say
from emg_signal.quality import Quality
from emg_ui.commands.headless import snapshots
from emg_ui.commands.output import tell
from emg_ui.commands.terminal_checklist import after_checklist
from emg_ui.text.language import shown
from emg_ui.text.marks import mark_of
from emg_ui.text.snapshot_lines import to_json, update_record
from emg_ui.text.spoken_cues import own_reference
from emg_ui.visit.run_request import RunRequest, make_session

SETTLING_S = 2.5
"""After the last cue, time for its samples to arrive; a stream that is slower is at fault."""


@dataclass
class _Printer:
    """Prints a line when cue or electrodes change."""

    as_json: bool
    _cue: str = ""
    _electrodes: str = ""

    def show(self, snapshot: Snapshot) -> None:
        """Print what is new."""
        stream = snapshot.streamed
        if self.as_json:
            tell(to_json(update_record(snapshot)))
            return
        cue = "" if stream.cue is None else _cue_words(snapshot)
        if cue and cue != self._cue:
            tell(f"{stream.time_s:5.1f} s  {cue}")
        electrodes = _electrode_words(snapshot)
        if electrodes != self._electrodes and stream.time_s > SETTLING_S:
            tell(f"{stream.time_s:5.1f} s  electrodes: {electrodes}")
            self._electrodes = electrodes
        self._cue = cue or self._cue


def _cue_words(snapshot: Snapshot) -> str:
    cue = snapshot.streamed.cue
    if cue is None:
        return ""
    count = f" ({cue.repetition} of {cue.repetitions})" if cue.repetitions else ""
    return f"{shown(cue.text)}{count}"


def _electrode_words(snapshot: Snapshot) -> str:
    fine = (Quality.GOOD, Quality.UNCALIBRATED)
    bad = [
        f"{site.site.name} {mark_of(site.quality.quality).word}: {shown(site.quality.remedy)}"
        for site in snapshot.streamed.sites
        if site.quality.quality not in fine
    ]
    return "; ".join(bad) or "all good"


def _reference(montage: Montage) -> Protocol:
    return own_reference(pair.muscle for pair in montage.pairs)


def run_calibration(request: RunRequest, *, as_json: bool, is_checked: bool = False) -> Calibration:
    """Run the protocol on the board of `request` and return the locked calibration.

    Raises
    ------
    ConfigError
        The calibration was refused, or a board on a person is not as it must be; the text says
        why and what to do.
    EmgError
        The board cannot be reached, or was lost.
    """
    session = make_session(request, protocol=_reference, awaits_return=False)
    protocol = _reference(session.montage)
    seconds = protocol.end_s + SETTLING_S
    printer = _Printer(as_json)
    refusal = ""
    with after_checklist(session, is_checked=is_checked):
        session.start_protocol(protocol)  # begun by a person: a virtual patient is asked to follow
        for snapshot in snapshots(session, seconds=seconds):
            printer.show(snapshot)
            if snapshot.stopped:
                why = snapshot.streamed.sites[0].quality
                raise ConfigError(why.cause, why.remedy)
            if snapshot.streamed.calibration is not None:
                return snapshot.streamed.calibration
            refusal = snapshot.streamed.calibration_text
    raise ConfigError(
        refusal or say("The board sent too few samples for a calibration."), say("Repeat it.")
    )
