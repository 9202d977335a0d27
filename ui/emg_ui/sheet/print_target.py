"""Where a sheet is printed: a new PDF file, or one of this computer's printers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths
from PySide6.QtGui import QPdfWriter

from emg_device.home_path import home_path
from emg_session.private_file import create_private
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_ui.sheet.print_sheet import PrintSheet, SheetContent
from emg_ui.text.language import shown, tr
from emg_ui.text.typed_answers import Reading
from emg_ui.widgets.question import Choice, Question

DOTS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A new file."""

    path: Path


@dataclass(frozen=True, slots=True)
class NamedPrinter:
    """A printer that the system knows."""

    name: str


def print_question(
    content: SheetContent, beside: Path | None, say_done: Callable[[str], None]
) -> Question:
    """Ask where the sheet goes, and print it there.

    Parameters
    ----------
    content
        What stands on it.
    beside
        Session file beside which a PDF is offered; without one it goes to the documents.
    say_done
        Called with what became of it, in words.
    """

    def take(target: PdfFile | NamedPrinter) -> None:
        try:
            print_to(target, content)
        except EmgError as error:
            say_done(shown(str(error)))
            return
        if isinstance(target, PdfFile):
            say_done(tr("Printed to {path!s}", path=target.path))
        else:
            say_done(tr("Sent to {printer!s}", printer=target.name))

    folder = documents_folder(beside)
    offered = free_path(folder, content)
    choices = [Choice(tr("PDF file {path!s}", path=offered), PdfFile(offered))]
    choices += [
        Choice(tr("Printer {name!s}", name=name), NamedPrinter(name)) for name in printers()
    ]
    return Question(
        tr("Print the injection sheet"),
        take,
        choices,
        lambda text: read_pdf_path(text, folder),
        tr("choose, or type the name of a new PDF file"),
    )


def print_to(target: PdfFile | NamedPrinter, content: SheetContent) -> None:
    """Print the sheet.

    Raises
    ------
    EmgError
        The file cannot be written or exists already; the printer is gone or does not take it.
    """
    if isinstance(target, NamedPrinter):
        _print_on_paper(target, content)
        return
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(drawn)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle("Evenhand injection sheet")
    PrintSheet(content).draw(writer)
    del writer
    _keep(target.path, bytes(drawn.data().data()))


def _keep(path: Path, content: bytes) -> None:
    try:
        with create_private(path) as file:
            file.write(content)
    except FileExistsError as error:
        raise EmgError(
            say("{path} exists already and is never overwritten.", path=path),
            say("Choose another name."),
        ) from error
    except OSError as error:
        raise EmgError(
            say("Cannot write {path}: {why}.", path=path, why=error.strerror),
            say("Choose another folder or a shorter name."),
        ) from error


def _print_on_paper(target: NamedPrinter, content: SheetContent) -> None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(target.name)
    if info.isNull():
        raise EmgError(
            say("The printer {name} is not there any more.", name=target.name),
            say("Choose another, or a PDF file."),
        )
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    PrintSheet(content).draw(printer)


def printers() -> tuple[str, ...]:
    """Return the names of this computer's printers; none where printing is not installed."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:  # Qt's printing needs libraries that a bare system may lack
        return ()
    return tuple(QPrinterInfo.availablePrinterNames())


def read_pdf_path(text: str, folder: Path) -> Reading:
    """Return a new PDF file as typed.

    Parameters
    ----------
    text
        Name or path; ``.pdf`` is added where it is missing.
    folder
        Where a name without a folder goes.

    Raises
    ------
    EmgError
        It names no file, or its folder is not there.
    """
    typed = Path(text.strip())
    if typed.name in ("", "..") or "\0" in text or text.rstrip().endswith("/"):
        raise EmgError(say("{text!r} names no file.", text=text), say("Type a name."))
    try:
        path = folder / home_path(text.strip())
        is_folder = path.parent.is_dir()
    except (OSError, ValueError) as error:
        raise EmgError(
            say("{text!r} leads nowhere.", text=text), say("Type another name.")
        ) from error
    if not is_folder:
        raise EmgError(say("There is no folder {path}.", path=path.parent))
    if path.suffix.lower() != ".pdf":
        path = path.with_name(f"{path.name}.pdf")
    return Reading(PdfFile(path), str(path))


def free_path(folder: Path, content: SheetContent) -> Path:
    """Return a name in `folder` that is not taken; nobody's name stands in it."""
    stem = f"injection-sheet-{content.printed:%Y%m%d-%H%M}-v{content.state.plan_version}"
    for number in range(1, 1000):
        path = folder / (f"{stem}.pdf" if number == 1 else f"{stem}-{number}.pdf")
        if not path.exists():
            return path
    return folder / f"{stem}-{content.printed:%f}.pdf"


def documents_folder(beside: Path | None) -> Path:
    """Return the folder of `beside`, else the user's documents, else the user's own."""
    if beside is not None:
        return beside.absolute().parent
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found)
    return folder if folder.is_dir() else Path.home()
