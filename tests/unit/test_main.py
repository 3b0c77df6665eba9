"""`checkin`: the window where one can be shown, else the terminal."""

import subprocess
import sys
from contextlib import suppress

import pytest

from checkin import __main__ as entrance


@pytest.fixture
def asked(monkeypatch):
    """Which of the two was asked for, with what."""
    asked = []
    monkeypatch.setattr(
        "checkin.ui.app.run", lambda event: asked.append(("window", event)) or 0
    )
    monkeypatch.setattr("checkin.cli.main", lambda: asked.append(("terminal",)))

    def ask(*words, screen):
        asked.clear()
        monkeypatch.setattr(sys, "argv", ["checkin", *words])
        monkeypatch.setattr(entrance, "can_show_windows", lambda: screen)
        with suppress(SystemExit):
            entrance.main()
        return [(kind, *map(str, rest)) for kind, *rest in asked]

    return ask


def test_with_a_screen_the_window_opens_without_or_with_an_event(asked):
    assert asked(screen=True) == [("window", "None")]
    assert asked("a b.checkin", screen=True) == [("window", "a b.checkin")]
    assert asked("A B.CHECKIN", screen=True) == [("window", "A B.CHECKIN")]


def test_every_other_word_is_a_job_for_the_terminal(asked):
    assert asked("stats", "a.checkin", screen=True) == [("terminal",)]
    assert asked("--help", screen=True) == [("terminal",)]


def test_without_a_screen_all_is_done_in_the_terminal(asked):
    assert asked(screen=False) == [("terminal",)]
    assert asked("a.checkin", screen=False) == [("terminal",)]


@pytest.mark.parametrize(
    ("variable", "shown"),
    [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("QT_QPA_PLATFORM", True)],
)
def test_a_screen_is_known_by_the_environment(monkeypatch, variable, shown):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not entrance.can_show_windows()
    monkeypatch.setenv(variable, "x")
    assert entrance.can_show_windows() is shown


def test_a_job_in_the_terminal_loads_no_qt():
    script = (
        "import sys; sys.argv = ['checkin', '--version']\n"
        "from checkin.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
