"""Opening the training window on a display."""

from __future__ import annotations

from emg_training.scenario import TrainingScenario


def run_training(case: TrainingScenario | None) -> None:
    """Open the training window, at the brief of `case` or at the list, until it is closed."""
    from emg_ui.frame.application import EndWatch, make_application
    from emg_ui.text.language import asked_for
    from emg_ui.text.settings import keep_settings, load_settings, settings_path
    from emg_ui.text.translation import choose_language
    from emg_ui.train.train_window import TrainingWindow

    app = make_application()
    path = settings_path()
    settings, _ = load_settings(path)
    choose_language(asked_for() or settings.language)
    window = TrainingWindow(settings=settings, keep=lambda s: keep_settings(s, path))
    window.resize(1280, 800)
    window.show()
    if case is not None:
        window.show_brief(case)
    watch = EndWatch(window.close)
    app.exec()
    watch.finish()
