"""``python -m emg_ui`` is ``evenhand``."""

from emg_ui.command_line import main

main()
