"""What tests of the import page get: lists on disk, and the page looking at one."""

import csv
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from import_cards import card
from PySide6.QtCore import Qt

from checkin.importing import apply_plan, load, make_plan
from checkin.resources import resource
from checkin.store.eventfile import EventFile
from checkin.ui.importing.page import ImportPage
from checkin.ui.importing.view import State
from checkin.ui.window import Window

LISTS = Path(__file__).parents[2] / "data" / "lists"
HEADER = ("Name", "Email", "Company")
PEOPLE = (
    ("Zoë Bell", "zoe@example.org", "Harbour Makers"),
    ("Anna Schmidt", "anna@example.org", "Nordlicht"),
    ("محمد الفارسي", "m.alfarsi@example.org", ""),
    ("Łukasz Wójcik", "lukasz@@example.org", "Tartu Robotics"),
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a list of guests: rows under a header."""

    def written(
        name: str = "members.csv",
        rows: Iterable[Sequence[str]] = PEOPLE,
        header: Sequence[str] = HEADER,
    ) -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return written


@pytest.fixture
def eventbrite(tmp_path: Path) -> Path:
    """The export of a large ticket shop: 40 rows, 27 columns."""
    return Path(shutil.copy(LISTS / "eventbrite_attendees.csv", tmp_path))


@pytest.fixture
def guests(tmp_path: Path) -> Path:
    """The list of the demo evening."""
    return Path(shutil.copy(resource("demo", "guests.csv"), tmp_path))


@pytest.fixture
def look_at(window: Window, qtbot) -> Callable[[Path], ImportPage]:
    """The page with a file read and planned."""

    def looking(path: Path, source: str = "") -> ImportPage:
        window.go("importing", path=path, source=source)
        page = window.stack.currentWidget()
        qtbot.waitUntil(lambda: page.state is State.READY and not page.bench.busy)
        return page

    return looking


@pytest.fixture
def settled(qtbot) -> Callable[[ImportPage], None]:
    """Waits until it is worked out what follows from what was said."""

    def waited(page: ImportPage) -> None:
        draft = page.draft
        qtbot.waitUntil(lambda: draft.outlook is not None and not draft.working)

    return waited


@pytest.fixture
def known(window: Window) -> Callable[[Path], None]:
    """Imports a file as another desk would, before the page is looked at."""

    def imported(path: Path) -> None:
        with EventFile.join(window.session.file.place) as event:
            apply_plan(event, make_plan(event, load(path)))

    return imported


@pytest.fixture
def in_event(window: Window) -> Callable[[], list[str]]:
    """The names of all whom the event has, read from the disk."""

    def names() -> list[str]:
        with EventFile.join(window.session.file.place) as event:
            return sorted(guest.name for guest in event.read.attendees())

    return names


@pytest.fixture(params=["mouse", "keyboard"])
def press(request, qtbot, settled) -> Callable[..., None]:
    """Presses the button of these words on the card of a kind."""

    def pressed(page, kind, words, everything=False):
        choices = card(page, kind).choices
        if everything:
            _do(qtbot, request.param, choices.everything)
        (button,) = [b for b in choices.buttons if b.text() == words and b.isVisible()]
        _do(qtbot, request.param, button)
        settled(page)

    return pressed


def _do(qtbot, way, widget):
    if way == "mouse":
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    else:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(widget, Qt.Key.Key_Space)
