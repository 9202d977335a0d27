"""Languages from Qt's own translation files; another one is one more file beside the others.

``translations/evenhand_XX.qm`` is what ``make translations`` makes of ``evenhand_XX.ts``. Qt's own
dialogs speak the same language where Qt comes with it.
"""

from __future__ import annotations

import locale

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_ui.text.language import (
    ENGLISH,
    SYSTEM,
    TRANSLATIONS,
    Language,
    languages,
    require_language,
    speak,
)


def own_name(code: str) -> str:
    """Return what a language calls itself, such as ``Deutsch``."""
    if code == ENGLISH.code:
        return "English"  # Qt would say which country's
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def resolve(code: str) -> str:
    """Return the language that `code` means here; a system's that is not known is English.

    Raises
    ------
    ConfigError
        It is neither ``system`` nor a language that there is.
    """
    if require_language(code) != SYSTEM:
        return code
    wanted = QLocale.system().name().partition("_")[0]
    return wanted if wanted in languages() else ENGLISH.code


def choose_language(code: str) -> Language:
    """Speak language `code` in the window, in Qt's dialogs and in numbers on the screen.

    Qt's locale moves, the C library's does not: numbers of C code keep their point.

    Raises
    ------
    ConfigError
        There is no such language.
    """
    code = resolve(code)
    QLocale.setDefault(_locale_of(code))
    locale.setlocale(locale.LC_NUMERIC, "C")
    _speak_qt(code)
    language = ENGLISH if code == ENGLISH.code else _read(code)
    speak(language)
    return language


def _locale_of(code: str) -> QLocale:
    """Return the system's locale if it has this language: a Swiss reader stays Swiss."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == code else QLocale(code)


def _read(code: str) -> Language:
    translator = QTranslator()
    path = TRANSLATIONS / f"evenhand_{code}.qm"
    if not translator.load(str(path)):
        raise ConfigError(say("{name} is damaged.", name=path.name), say("Install Evenhand anew."))

    def translate(pattern: str) -> str:
        return translator.translate("", pattern) or pattern

    return Language(code, translate, QLocale().decimalPoint())


_qt_translator: QTranslator | None = None


def _speak_qt(code: str) -> None:
    """Let Qt's own dialogs speak `code`; without its file they speak English."""
    global _qt_translator
    app = QCoreApplication.instance()
    if app is None:
        return
    if _qt_translator is not None:
        app.removeTranslator(_qt_translator)
        _qt_translator = None
    if code == ENGLISH.code:
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = QTranslator()
    if made.load(f"qtbase_{code}", folder):
        app.installTranslator(made)
        _qt_translator = made
