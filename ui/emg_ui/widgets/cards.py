"""Cards of plain controls that say one thing each: the cue, and the state of the electrodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from emg_session.protocol import Cue, CueKind
from emg_session.snapshot import SiteReading, Snapshot
from emg_signal.phrase import Phrase, say
from emg_signal.quality import SEVERITY, Quality
from emg_ui.text.acts import BUTTONS, Act, act_of, button_text, with_place
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.widgets.wrapped_label import WrappedLabel


def mark_row(shape_and_word: str, text: str, tone: str) -> QWidget:
    """Return a line of words with a coloured mark before it."""
    row = QWidget()
    row.setObjectName("inside")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    mark = label(shape_and_word)
    set_tone(mark, tone)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(label(text, wrap=True), 1)
    return row


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the style sheet's roles; a phrase in the reader's language."""
    made = WrappedLabel(_said(text)) if wrap else QLabel(_said(text))
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def on_key(keys: str, owner: QWidget, act: Callable[[], object]) -> None:
    """Let `keys` do something at once while `owner` is seen; a button's own shortcut waits."""
    QShortcut(QKeySequence(keys), owner).activated.connect(act)


def set_tone(target: QLabel, tone: str) -> None:
    """Colour a label by its tone; the style is computed anew only if it changes."""
    if target.property("tone") == tone:
        return
    target.setProperty("tone", tone)
    target.style().unpolish(target)
    target.style().polish(target)


def _said(text: str) -> str:
    return shown(text) if isinstance(text, Phrase) else text


def set_text(target: QLabel, text: str) -> None:
    """Change a label only if its words change: everything else would be drawn for nothing.

    A phrase is said in the reader's language.
    """
    text = _said(text)
    if target.text() != text:
        target.setText(text)


class Card(QWidget):
    """A framed panel with a heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_said(title))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(4)
        self.heading = label(title, "title")
        self.body.addWidget(self.heading)


class Countdown(QWidget):
    """Seconds left, large; painted in place, since a label that changes lays its card out anew."""

    def __init__(self) -> None:
        super().__init__()
        self._probe = label("00.0 s", "huge")
        self._probe.setParent(self)
        self._probe.hide()
        self.text = ""

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return self._probe.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self._probe.sizeHint()

    def show_seconds(self, seconds: float) -> None:
        """Show the time left, seconds."""
        text = tr("{seconds:.1f} s", seconds=max(0.0, seconds))
        if text != self.text:
            self.text = text
            self.setAccessibleName(tr("{time} left", time=text))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setFont(self._probe.font())
        painter.setPen(self._probe.palette().windowText().color())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), right, self.text)
        painter.end()


class CueCard(Card):
    """What the person is asked to do now, and for how long."""

    def __init__(self) -> None:
        super().__init__(say("Cue"))
        self._text = label("", "headline", wrap=True)
        self._count = label("", "muted", wrap=True)
        self._left = Countdown()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        words = QVBoxLayout()
        words.addWidget(self._text)
        words.addWidget(self._count)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self._left)
        self.body.addLayout(row)
        self.body.addWidget(self._bar)

    def show_cue(self, snapshot: Snapshot) -> None:
        """Show the cue of `snapshot`, or what stands instead of one."""
        stream = snapshot.streamed
        cue = stream.cue
        if cue is None:
            headline, details = _without_cue(snapshot)
            set_text(self._text, headline)
            set_text(self._count, details)
            set_tone(self._text, "")
            self._bar.hide()
            self._left.hide()
            return
        self._bar.show()
        self._left.show()
        set_text(self._text, shown(cue.text))
        set_text(self._count, _count_of(cue))
        self._left.show_seconds(stream.cue_left_s)
        share = stream.cue_left_s / (cue.end_s - cue.start_s)
        self._bar.setValue(round(1000 * min(1.0, max(0.0, share))))
        set_tone(self._text, "warn" if cue.kind is CueKind.CONTRACT else "good")


def _without_cue(snapshot: Snapshot) -> tuple[str, str]:
    """Return headline and details of a moment without a cue."""
    stream = snapshot.streamed
    measurement = snapshot.treatment.measurement
    if measurement is not None:
        at = datetime.fromisoformat(measurement.locked_at_utc).astimezone()
        names = ", ".join(symmetry.pair.name for symmetry in measurement.symmetries)
        return tr("Measurement locked"), f"{names}, {at:%H:%M:%S}"
    if stream.calibration is not None:
        return tr("Calibrated"), ""
    headline, _, details = shown(stream.calibration_text).partition(". ")
    return headline.rstrip("."), shortened(details)


def shortened(text: str, limit: int = 160) -> str:
    """Return `text`, cut at a word where it is longer than a card can hold."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0] + " …"


def _count_of(cue: Cue) -> str:
    what = shown(str(cue.purpose))
    if not cue.repetitions:
        return what
    return tr("{what}, {n} of {all}", what=what, n=cue.repetition, all=cue.repetitions)


class ElectrodeCard(Card):
    """The worst electrode: which one, why, and what to do, with a button if it is done here."""

    wanted = Signal(object)
    """The `Act` whose button was pressed."""

    def __init__(self) -> None:
        super().__init__(say("Electrodes"))
        self._act: Act | None = None
        self.button = QPushButton()
        self.button.setProperty("kind", "action")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda: self.wanted.emit(self._act))
        self.button.hide()
        self._state = label("", "", wrap=True)
        self._cause = label("", "muted", wrap=True)
        self.body.addWidget(self._state)
        self.body.addWidget(self._cause)
        self.body.addWidget(self.button)

    def _offer(self, act: Act | None) -> None:
        """Show the button of `act`; none for what is done by hand."""
        self._act = act
        self.button.setVisible(act is not None)
        if act is not None and self.button.text() != button_text(act):
            self.button.setText(button_text(act))

    def show_sites(self, sites: Sequence[SiteReading], *, brief: bool = False) -> None:
        """Show the worst of `sites` with cause and remedy, and how many others there are.

        With `brief` what is not wrong with an electrode (that it is not calibrated, or not proven
        yet) takes one line: a guide says what to do of it.
        """
        bad = [s for s in sites if s.quality.quality is not Quality.GOOD]
        if not bad:
            self._show_state(Quality.GOOD, tr("all {n} good", n=len(sites)))
            set_text(self._cause, "")
            self._cause.hide()
            self._offer(None)
            return
        worst = max(bad, key=lambda s: SEVERITY.index(s.quality.quality))
        self._show_state(worst.quality.quality, _worst_words(worst, bad, len(sites)))
        remedy, act = worst.quality.remedy, act_of(worst.quality.remedy)
        words = (shown(worst.quality.cause), with_place(remedy))
        set_text(self._cause, " ".join(filter(None, words)))
        self._offer(act if act in BUTTONS and not (brief and worst.quality.is_usable) else None)
        self._cause.setVisible(not (brief and worst.quality.is_usable))

    def _show_state(self, quality: Quality, words: str) -> None:
        mark = mark_of(quality)
        set_text(self._state, f"{mark.shape} {words}")
        set_tone(self._state, str(mark.tone))


def _worst_words(worst: SiteReading, bad: Sequence[SiteReading], n_sites: int) -> str:
    """Return which electrode is the worst and how, or that all have the same."""
    word = mark_of(worst.quality.quality).word
    if sum(s.quality.quality is worst.quality.quality for s in bad) == n_sites:
        return tr("{site}: {state}", site=tr("all {n} sites", n=n_sites), state=word)
    state = tr("{site}: {state}", site=shown(worst.site.name), state=word)
    return state if len(bad) == 1 else tr("{first} (and {n} more)", first=state, n=len(bad) - 1)


class LostSign(QWidget):
    """LOST, over the lanes, which show the past from then on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sign")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Board lost"))
        self._word = label(f"■ {tr('LOST')}", "huge")
        self._word.setProperty("tone", "bad")
        self._why = label("", "headline", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 16)
        for part in (self._word, self._why):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)

    def say(self, why: str) -> None:
        """Say why, and what to do."""
        set_text(self._why, shown(why))
