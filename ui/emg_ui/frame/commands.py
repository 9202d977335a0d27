"""What a menu, a key or a message's button asks for, and which part of the window does it."""

from __future__ import annotations

from collections.abc import Callable

from emg_session.guide import Step
from emg_signal.phrase import say
from emg_ui.frame.board_acts import BoardActs
from emg_ui.frame.exports import Exports
from emg_ui.frame.hearing import Hearing
from emg_ui.frame.looks import Looks
from emg_ui.frame.marks import Marks
from emg_ui.frame.menu import Command
from emg_ui.frame.pages import Pages
from emg_ui.frame.visits import Visits
from emg_ui.text.acts import Act


def commands_of(
    pages: Pages,
    visits: Visits,
    exports: Exports,
    board: BoardActs,
    marks: Marks,
    hearing: Hearing,
    looks: Looks,
) -> tuple[Command, ...]:
    """Return the commands in the order of the menu.

    Parameters
    ----------
    pages, visits, exports, board, marks, hearing, looks
        The parts of the window, each of which does its own.
    """
    return (
        Command(say("Help for this screen"), ("?", "Shift+F1"), pages.show_help),
        Command(say("About a number on this screen"), ("I",), pages.show_numbers),
        Command(say("Tour"), ("Ctrl+Shift+F1",), pages.show_tour),
        *_of_visits(visits),
        *_of_the_board(board),
        Command(say("Mark this moment"), ("Ctrl+K",), marks.mark, board.is_possible),
        Command(say("Open a recording"), ("Ctrl+Shift+O",), visits.open_recording, visits.has_door),
        Command(say("Export a session"), ("Ctrl+Shift+E",), exports.export),
        *_of_sound(hearing),
        Command(say("Dark or light"), ("Ctrl+T",), looks.change_theme),
        Command(say("Larger text"), ("Ctrl++", "Ctrl+="), lambda: looks.step_text(1)),
        Command(say("Smaller text"), ("Ctrl+-",), lambda: looks.step_text(-1)),
        Command(say("Settings"), ("Ctrl+,",), pages.show_settings),
        Command(say("What the labels say"), ("Ctrl+L",), pages.show_labels, pages.has_labels),
        Command(say("About Evenhand"), ("Ctrl+F1",), pages.show_about),
    )


def _of_visits(visits: Visits) -> tuple[Command, ...]:
    place = say("Another place for the record")
    return (
        Command(say("Another person"), ("Ctrl+O",), visits.choose_person, visits.has_door),
        Command(place, ("Ctrl+Shift+S",), visits.choose_place, visits.is_recorded),
    )


def _of_the_board(board: BoardActs) -> tuple[Command, ...]:
    other, is_possible = say("Go on with another board"), board.is_possible
    return (
        Command(say("Reconnect a lost board"), ("Ctrl+R",), board.reconnect, is_possible),
        Command(other, ("Ctrl+Shift+R",), board.take_other_board, is_possible),
    )


def _of_sound(hearing: Hearing) -> tuple[Command, ...]:
    said = (
        (say("Sound off and on"), "Ctrl+M", hearing.mute),
        (say("Louder"), "Ctrl+Up", lambda: hearing.step_volume(1)),
        (say("Quieter"), "Ctrl+Down", lambda: hearing.step_volume(-1)),
        (say("Hear the next site"), "Ctrl+Right", lambda: hearing.step_site(1)),
        (say("Hear the previous site"), "Ctrl+Left", lambda: hearing.step_site(-1)),
    )
    return tuple(Command(text, (key,), act, hearing.is_possible) for text, key, act in said)


def acts_of(board: BoardActs, visits: Visits) -> dict[Act, Callable[[], object]]:
    """Return what does each act that a message's button stands for."""
    return {
        Act.RECONNECT: board.reconnect,
        Act.TAKE_OTHER: board.take_other_board,
        Act.CHOOSE: visits.choose_person,
        Act.RECORD: visits.choose_place,
        Act.HUM: board.take_hum_out,
        Act.TAP: lambda: board.open_step(Step.TAP),
        Act.REFERENCE: lambda: board.open_step(Step.REFERENCE),
    }
