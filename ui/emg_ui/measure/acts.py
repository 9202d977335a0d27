"""`MeasureActs`: what a person does on the Measure screen, said to the session."""

from __future__ import annotations

from emg_dosing.rows import MuscleRow
from emg_session.guide import CHECKLIST, STEPS, Guide, Step
from emg_session.protocol import Protocol as CueProtocol
from emg_session.protocol import noise_protocol, tap_protocol
from emg_session.returns import AWAY
from emg_session.snapshot import LinkState, Snapshot
from emg_signal.montage import Montage, pair_of
from emg_signal.symmetry import DECISION_REPETITIONS
from emg_ui.measure.steps import (
    StepState,
    current_step,
    first_measurement,
    montage_of,
    needs_checklist,
    needs_reseating,
    state_of,
    taps_proven,
    wanted_muscles,
)
from emg_ui.text.spoken_cues import (
    in_turn,
    own_reference,
    quick_look,
    reference_and_repetitions,
    repetitions_in_turn,
)
from emg_ui.widgets.session_view import BoardSession


class MeasureActs:
    """Does what the keys and buttons of the Measure screen stand for.

    Parameters
    ----------
    session
        With a board.
    """

    def __init__(self, session: BoardSession) -> None:
        self._session = session

    @property
    def _guide(self) -> Guide:
        return self._session.guide

    def snapshot(self) -> Snapshot:
        """Return the newest snapshot."""
        return self._session.snapshot()

    def wanted(self) -> tuple[str, ...]:
        """Return the muscles whose repetitions are to be measured."""
        return wanted_muscles(self.snapshot(), self._session.treatment.state.plan)

    def _known(self) -> tuple[str, ...]:
        return tuple(reading.pair.muscle for reading in self.snapshot().pairs)

    def _turns(self) -> tuple[str, ...]:
        """Return the muscles that take turns: the wanted ones, and others between their holds."""
        return in_turn(self.wanted(), self._known())

    def offers_more(self) -> bool:
        """Return whether four more holds would help: five were made, and they vary widely."""
        if self._state(Step.REPETITIONS) is not StepState.DONE:
            return False
        turns = self._turns()
        found = [r.symmetry for r in self.snapshot().pairs if r.pair.muscle in turns]
        return all(s is not None and s.repetitions == DECISION_REPETITIONS for s in found) and any(
            s is not None and s.varies for s in found
        )

    def can_look(self) -> bool:
        """Return whether a quick look helps: before there is a reference, with these pairs."""
        return self.snapshot().streamed.calibration is None and not self.changed_block()

    def is_needless(self, step: Step) -> bool:
        """Return whether the electrodes need not be put on anew; D does it all the same."""
        snapshot = self.snapshot()
        first = snapshot.streamed.placement < 2 and first_measurement(snapshot) is not None
        return step is Step.RESEAT and first and not needs_reseating(snapshot)

    def _state(self, step: Step) -> StepState:
        return state_of(step, self.snapshot(), self.wanted())

    @property
    def is_busy(self) -> bool:
        """Whether a protocol or the contact measurement runs."""
        progress = self.snapshot().streamed.progress
        return progress.running is not None or progress.contact.done is not None

    @property
    def hindrance(self) -> str:
        """Why nothing can be begun now: the board is lost, or its rate is wrong; else empty."""
        snapshot = self.snapshot()
        return AWAY if snapshot.link is LinkState.LOST else snapshot.stopped

    # -- keys ---------------------------------------------------------------------------------

    def onward(self) -> bool:
        """Do what the step is for, or go on if that is done; True at the last step's end."""
        snapshot = self.snapshot()
        step = current_step(snapshot)
        if self.is_busy or needs_checklist(snapshot):
            return False
        if step is Step.LOCK:
            return True
        if snapshot.link is LinkState.LOST:
            self._session.reconnect()
            return False
        if step is Step.PAIRS and self.changed_block():
            self._begin_block()
        elif self._needs_nothing(step) or not self.again():
            self._go(1)
        return False

    def _needs_nothing(self, step: Step) -> bool:
        """Return whether a step is done, or can be passed: pairs need no quick look."""
        is_done = self._state(step) is StepState.DONE
        return step is Step.PAIRS or is_done or self.is_needless(step)

    def again(self) -> bool:
        """Do what the step is for, also once more; False if there is nothing to do in it."""
        snapshot = self.snapshot()
        step = current_step(snapshot)
        if self.is_busy or self.hindrance:
            return False
        protocol = self._protocol_of(step, snapshot)
        if protocol is None and not (
            step is Step.CONTACT and snapshot.streamed.progress.contact.possible
        ):
            return False
        self._guide.take_up(step)
        self._guide.go(step)
        if protocol is None:
            self._session.measure_contact()
        else:
            reseated = step is Step.RESEAT and snapshot.streamed.placement == 1
            self._session.start_protocol(protocol, reseated=reseated)
        return True

    def _protocol_of(self, step: Step, snapshot: Snapshot) -> CueProtocol | None:
        stream = snapshot.streamed
        montage, rested = montage_of(snapshot), stream.progress.is_rested
        match step:
            case Step.PAIRS if self.can_look():
                return quick_look(self.wanted()[0])
            case Step.TAP:
                return tap_protocol(montage)
            case Step.NOISE:
                return noise_protocol()
            case Step.REFERENCE:
                return own_reference(self._known(), is_rested=rested)
            case Step.REPETITIONS if stream.calibration is not None:
                done = DECISION_REPETITIONS if self.offers_more() else 0
                return repetitions_in_turn(self._turns(), done=done)
            case Step.REPETITIONS:
                return reference_and_repetitions(self.wanted(), self._known(), is_rested=rested)
            case Step.RESEAT if first_measurement(snapshot) is None:
                return None
            case Step.RESEAT if stream.placement == 1 or not taps_proven(snapshot):
                return tap_protocol(montage)
            case Step.RESEAT:
                return reference_and_repetitions(self.wanted(), self._known(), is_rested=rested)
        return None

    def skip(self) -> None:
        """Go on without this step; on record. The checklist cannot be skipped."""
        snapshot = self.snapshot()
        step = current_step(snapshot)
        if self.is_busy or needs_checklist(snapshot) or step is Step.LOCK:
            return
        if self._state(step) is not StepState.DONE:
            self._guide.skip(step)
        self._go(1)

    def back(self) -> None:
        """Go back one step; nothing that was found is lost."""
        if not self.is_busy:
            self._go(-1)

    def open(self, step: Step) -> None:
        """Open a step; a checklist that is not ticked comes first."""
        if not self.is_busy:
            self._guide.go(step)

    def _go(self, by: int) -> None:
        i = STEPS.index(current_step(self.snapshot())) + by
        if 0 <= i < len(STEPS):
            self._guide.go(STEPS[i])

    def give_up(self) -> None:
        """Give up the running protocol, or the contact measurement."""
        if self.is_busy:
            self._session.give_up()

    def calibrate(self) -> None:
        """Begin rest, reference and repetitions in one go, at the newest sample."""
        if self.is_busy or self.hindrance or needs_checklist(self.snapshot()):
            return
        self._guide.go(Step.REPETITIONS)
        self._session.start_protocol(reference_and_repetitions(self.wanted(), self._known()))

    def change_filter_view(self) -> None:
        """Show lanes before or again after the filters."""
        self._session.show_unfiltered(not self.snapshot().streamed.progress.unfiltered)

    # -- choices ------------------------------------------------------------------------------

    def choose(self, number: int) -> None:
        """Tick the `number`-th choice (from 0) of the current step, or take the tick away."""
        snapshot = self.snapshot()
        if self.is_busy:
            return
        match current_step(snapshot):
            case Step.SKIN if number < len(CHECKLIST):
                self._guide.tick(tuple(CHECKLIST)[number])
            case Step.PAIRS if number < len(self.known_muscles()):
                self._choose_pair(self.known_muscles()[number])
            case Step.REPETITIONS if number < len(snapshot.pairs):
                self._choose_muscle(snapshot.pairs[number].pair.muscle)

    def known_muscles(self) -> tuple[str, ...]:
        """Return every muscle that can have a pair of electrodes."""
        here = [pair.muscle for pair in self._session.montage.pairs]
        rows = [] if self._session.tables is None else self._session.tables.all(MuscleRow)
        return (*here, *(row.id for row in rows if row.paired and row.id not in here))

    def block(self) -> tuple[str, ...]:
        """Return the muscles of the block as it is chosen."""
        return self._guide.state.block or tuple(p.muscle for p in self._session.montage.pairs)

    def most_pairs(self) -> int:
        """Return how many pairs fit this board."""
        return max(1, self.snapshot().streamed.progress.n_channels // 2)

    def changed_block(self) -> bool:
        """Return whether other pairs were chosen than have electrodes now."""
        return set(self.block()) != {pair.muscle for pair in self._session.montage.pairs}

    def _choose_pair(self, muscle: str) -> None:
        block = self.block()
        if muscle in block:
            block = tuple(m for m in block if m != muscle)
        elif len(block) < self.most_pairs():
            block = (*block, muscle)
        if block:
            self._guide.choose_block(tuple(m for m in self.known_muscles() if m in block))

    def _choose_muscle(self, muscle: str) -> None:
        wanted = set(self.wanted()) ^ {muscle}
        known = (pair.muscle for pair in self._session.montage.pairs)
        if wanted:
            self._guide.choose(tuple(m for m in known if m in wanted))

    def missing(self) -> tuple[str, ...]:
        """Return muscles of the plan that were not measured and have no electrodes now."""
        plan = self._session.treatment.state.plan
        planned = [] if plan is None else list(dict.fromkeys(p.muscle for p in plan.points))
        here = {pair.muscle for pair in self._session.montage.pairs}
        known, done = set(self.known_muscles()), self._guide.state.done
        return tuple(m for m in planned if m in known and m not in here and m not in done)

    def next_block(self) -> None:
        """Propose the plan's muscles that are still missing as the next block of pairs."""
        if self.is_busy:
            return
        self._guide.go(Step.PAIRS)
        if self.missing():
            self._guide.choose_block(self.missing()[: self.most_pairs()])

    def _begin_block(self) -> None:
        pairs = tuple(pair_of(m, 2 * i, 2 * i + 1) for i, m in enumerate(self.block()))
        self._session.begin_block(Montage("block", pairs))
