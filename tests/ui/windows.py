"""Fixtures: the look, an environment of one's own, windows with an event open."""

import gc
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from checkin.demo import Evening, MovableClock, play_until
from checkin.model.clock import Instant
from checkin.resources import resource
from checkin.settings import Settings
from checkin.ui import style
from checkin.ui.crash import CrashHandler
from checkin.ui.environment import Environment
from checkin.ui.look import Look
from checkin.ui.messages import Message, Messages
from checkin.ui.page import Page
from checkin.ui.window import Window


@pytest.fixture(autouse=True)
def looked(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light theme at 100 %."""
    if not qapp.styleSheet():
        qapp.setStyle("Fusion")
    style.apply_if_other(qapp, Look())
    gc.collect()
    gc.disable()  # as the app does: never on a worker's thread
    yield
    gc.enable()
    style.apply_if_other(qapp, Look())


@pytest.fixture
def clock() -> MovableClock:
    """Stands at 18:42:45 on the demo evening until a test moves it."""
    return MovableClock(Evening.load(resource("demo")).moment("picture_at"))


@pytest.fixture
def guards_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the test alone, with a path that is short enough for a socket."""
    return tmp_path_factory.mktemp("s")


@pytest.fixture
def around(
    tmp_path: Path, guards_folder: Path, clock: MovableClock, qapp: QApplication
) -> Environment:
    """A machine of its own: settings, clock, chance, a folder for events."""
    messages = Messages()
    messages.heard = heard = []  # type: ignore[attr-defined]
    messages.posted.connect(heard.append)
    folder = tmp_path / "config"
    folder.mkdir()
    return Environment(
        settings=Settings(folder, random.Random(5).randbytes),
        clock=clock,
        messages=messages,
        crash=CrashHandler(messages, folder / "problems.log"),
        events_folder=tmp_path / "events",
        guards_folder=guards_folder,
        random=random.Random(6).randbytes,
    )


@pytest.fixture
def heard(around: Environment) -> list[Message]:
    """All messages so far, oldest first."""
    return around.messages.heard  # type: ignore[attr-defined]


@pytest.fixture
def empty_window(around: Environment, qtbot) -> Window:
    """The window as it is first started, 1280 x 800, shown."""
    window = Window(around)
    qtbot.addWidget(window, before_close_func=_note_down)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window


def _note_down(window: Window) -> None:
    """What a test left unsaved would keep the window open."""
    for page in window.findChildren(Page):
        page.note_down()


@pytest.fixture
def window(empty_window: Window, around: Environment, qtbot) -> Window:
    """The window with a new event open: `window.session`."""
    fields = {"name": "Autumn Evening", "starts": "2023-11-23T18:15"}
    around.events_folder.mkdir()
    empty_window.opener.create(around.events_folder / "autumn.checkin", fields)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    return empty_window


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo evening at 18:42:45; copy it, don't write it."""
    folder = tmp_path_factory.mktemp("played")
    return play_until(folder, "picture_at", random.Random(7).randbytes)


@pytest.fixture
def demo(played: Path, tmp_path: Path) -> Path:
    """A copy of the demo evening."""
    return Path(shutil.copy(played, tmp_path / played.name))


@pytest.fixture
def demo_window(empty_window: Window, demo: Path, qtbot) -> Window:
    """The window with the demo evening open."""
    empty_window.opener.open(demo)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    return empty_window


def at(clock: MovableClock, minutes: float) -> Instant:
    """So long after the clock's moment."""
    return Instant(clock.at.ms + round(minutes * 60_000), clock.at.offset)
