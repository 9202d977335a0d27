"""`RecordingQuestions`: which recording is opened, and what its file does not tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from emg_device.home_path import home_path
from emg_device.playback import channels_of, spec_of, units_of
from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import (
    FileChoice,
    RateUnknownError,
    Recording,
    StreamUnknownError,
)
from emg_dosing.typed_number import parse_number
from emg_session.record_folder import SUFFIX
from emg_signal.errors import ConfigError, EmgError
from emg_signal.phrase import say
from emg_ui.prepare.plan_files import MOST_OFFERED, changed_s
from emg_ui.sheet.print_target import documents_folder
from emg_ui.text.acts import with_place
from emg_ui.text.language import shown, tr
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.question import Choice, Question

OFFERED = {".edf", ".bdf", ".xdf", ".csv", ".tsv", ".txt", SUFFIX}
"""Of files that are offered; any other can be typed or looked for."""


@dataclass
class RecordingQuestions:
    """Asks one thing after the other, until the recording can be played as it is wanted.

    Parameters
    ----------
    ask
        Shows a question.
    play
        Called with the device that plays the recording.
    tell
        Shows one line: why a file cannot be opened.
    browse
        Lets a person look for the file on the disk; called with what takes its path.
    """

    ask: Callable[[Question], None]
    play: Callable[[str], None]
    tell: Callable[[str], None]
    browse: Callable[[Callable[[Path], None]], None]

    def begin(self) -> None:
        """Ask for the file: one of the documents, any that is typed, or looked for."""

        def take(path: Path | None) -> None:
            if path is None:
                self.browse(lambda found: self.look(found, FileChoice()))
            else:
                self.look(path, FileChoice())

        self.ask(
            Question(
                tr("Which recording?"),
                take,
                [
                    Choice(tr("Look for it on the disk …"), None),
                    *(Choice(str(path), path) for path in _offered(documents_folder(None))),
                ],
                _read_path,
                tr("choose, or type its path, as ~/recordings/smile.edf"),
            )
        )

    def look(self, path: Path, choice: FileChoice) -> None:
        """Read the file with what is known of it, and ask what is open still."""
        if path.suffix == SUFFIX:
            self.play(f"session:{path}")
            return
        try:
            recording = read_recording(path, choice)
        except RateUnknownError as error:
            self._ask_rate(path, choice, error.message)
        except StreamUnknownError as error:
            self._ask_stream(path, choice, error)
        except EmgError as error:
            self.tell(with_place(str(error), error.remedy))
        else:
            self._ask_whether(path, choice, recording)

    def _ask_rate(self, path: Path, choice: FileChoice, why: str) -> None:
        self.ask(
            Question(
                "\n".join(filter(None, (shown(why), tr("How many samples a second has it?")))),
                lambda rate: self.look(path, replace(choice, rate_hz=rate)),
                [Choice(tr("{rate:g} Hz", rate=rate), rate) for rate in (250.0, 500.0, 1000.0)],
                _read_rate,
                tr("Hz, as 2000"),
            )
        )

    def _ask_stream(self, path: Path, choice: FileChoice, error: StreamUnknownError) -> None:
        self.ask(
            Question(
                tr("Which of its streams?"),
                lambda stream: self.look(path, replace(choice, stream=stream)),
                [Choice(name, name) for name in error.streams],
            )
        )

    def _ask_whether(self, path: Path, choice: FileChoice, recording: Recording) -> None:
        """Say what was read and left out, and offer to choose otherwise."""
        changes: dict[str, Callable[[], None]] = {
            tr("Choose channels"): lambda: self._ask_channels(path, choice, recording),
            tr("Say another unit"): lambda: self._ask_unit(path, choice, recording),
            tr("Say another rate"): lambda: self._ask_rate(path, choice, ""),
            tr("Choose another stream"): lambda: self._type_stream(path, choice),
        }
        play = tr("Play it")
        self.ask(
            Question(
                "\n".join((_summary(recording), *(f"▲ {shown(n)}" for n in recording.notes))),
                lambda act: act(),
                [
                    Choice(play, lambda: self.play(spec_of(path, choice))),
                    *(Choice(text, act) for text, act in changes.items()),
                ],
            )
        )

    def _ask_channels(self, path: Path, choice: FileChoice, recording: Recording) -> None:
        self.ask(
            Question(
                tr("Which channels? It has: {names!s}", names=", ".join(recording.channel_names)),
                lambda keys: self.look(path, replace(choice, channels=keys)),
                (),
                lambda text: Reading(channels_of(text), ", ".join(channels_of(text))),
                tr("numbers or names, as 1,3"),
            )
        )

    def _ask_unit(self, path: Path, choice: FileChoice, recording: Recording) -> None:
        told = zip(recording.channel_names, recording.units, strict=True)
        names = ", ".join(f"{n} {name} ({unit})" for n, (name, unit) in enumerate(told, start=1))
        self.ask(
            Question(
                tr("Which unit? It has: {names!s}", names=names),
                lambda units: self.look(path, replace(choice, units={**choice.units, **units})),
                (),
                lambda text: Reading(units_of(text), text.strip()),
                tr("channel and unit, as 1=mV"),
            )
        )

    def _type_stream(self, path: Path, choice: FileChoice) -> None:
        self.ask(
            Question(
                tr("Which stream? Name or number; of an EDF its rate in Hz."),
                lambda stream: self.look(path, replace(choice, stream=stream, channels=())),
                (),
                lambda text: Reading(text.strip(), text.strip()),
                tr("as 2"),
            )
        )


def _offered(folder: Path) -> list[Path]:
    """Return the recordings of a folder by their names, newest first."""
    found = [path for path in folder.glob("[!.]*") if path.suffix.lower() in OFFERED]
    return sorted(found, key=changed_s, reverse=True)[:MOST_OFFERED]


def _summary(recording: Recording) -> str:
    seconds = (recording.n_samples + recording.lost) / recording.fs_hz
    return tr(
        "{kind!s}: {n} channels ({names!s}) at {fs:g} Hz, {seconds:.1f} s, {events} events",
        kind=recording.kind,
        n=recording.n_channels,
        names=", ".join(recording.channel_names),
        fs=recording.fs_hz,
        seconds=seconds,
        events=len(recording.events),
    )


def _read_path(text: str) -> Reading:
    if "\0" in text or not text.strip():
        raise ConfigError(say("{text!r} names no file.", text=text), say("Type a path."))
    path = Path.home() / home_path(text.strip())
    return Reading(path, str(path))


def _read_rate(text: str) -> Reading:
    rate_hz = parse_number(text.lower().removesuffix("hz").strip(), unit="Hz").value
    FileChoice(rate_hz)
    return Reading(rate_hz, f"{rate_hz:g} Hz")
