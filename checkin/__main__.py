"""`python -m checkin` and the command `checkin`: the window, or a job in a terminal."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Without arguments, or with an event file alone, the window if one can be shown.

    Without a display the overview of the event is told in the terminal, as ever.
    """
    words = sys.argv[1:]
    if _is_for_the_window(words) and can_show_windows():
        from checkin.ui.app import run

        sys.exit(run(Path(words[0]) if words else None))
    from checkin.cli import main as in_the_terminal

    in_the_terminal()


def _is_for_the_window(words: list[str]) -> bool:
    return not words or (len(words) == 1 and words[0].lower().endswith(".checkin"))


def can_show_windows() -> bool:
    """Whether there is a screen; Qt would end the process where there is none."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) or not sys.platform.startswith("linux")


if __name__ == "__main__":
    main()
