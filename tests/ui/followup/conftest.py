"""The Follow-up page on the demo evening, and small events to try it on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin.door.desk import Door
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, DeskId
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui.followup.page import FollowUpPage
from checkin.ui.window import Window

Settle = Callable[[FollowUpPage], None]
Show = Callable[[Path], FollowUpPage]


class Breakfast:
    """An event of its own, and short ways to let things happen in it."""

    def __init__(self, event: EventFile) -> None:
        self.event = event
        self.path = event.path

    def add(self, name: str, answer: str = "", **fields: object) -> AttendeeId:
        """Somebody on the list; `answer` to “May we write?” is yes, no or nothing."""
        who = AttendeeId(self.event.new_id())
        data = {"fields": {"full_name": name, **fields}, "permissions": {}}
        if answer:
            data["permissions"] = {"contact": answer}
        with self.event.write() as write:
            write.append(Draft(Kind.ATTENDEE_LISTED, who, data))
        return who

    def comes(self, who: AttendeeId) -> None:
        """In at the main door, now."""
        Door(self.event, self.event.main_list()).admit(who)


@pytest.fixture
def breakfast(tmp_path: Path, around, clock) -> Iterator[Breakfast]:
    """An event with nobody on its list; the window may open it as well."""
    event = EventFile.create(
        tmp_path / "breakfast.checkin",
        {"name": "Makers’ Breakfast", "starts": "2023-11-23T09:00"},
        clock,
        Desk(DeskId(b"d" * 16), "Main door"),
        around.random,
    )
    yield Breakfast(event)
    event.close()


@pytest.fixture
def settle(qtbot) -> Settle:
    """Waits until all that a page asked has been answered."""
    return lambda page: qtbot.waitUntil(lambda: not page.asking.busy)


@pytest.fixture
def show(empty_window: Window, settle: Settle, qtbot) -> Show:
    """Opens an event at its Follow-up page, counted to the end."""

    def open_(path: Path) -> FollowUpPage:
        empty_window.opener.open(path, place="followup")
        qtbot.waitUntil(lambda: empty_window.place == "followup")
        page = empty_window.stack.currentWidget()
        assert isinstance(page, FollowUpPage)
        settle(page)
        return page

    return open_


@pytest.fixture
def page(show: Show, demo: Path) -> FollowUpPage:
    """The page on the demo evening at 18:42:45, 1280 x 800."""
    return show(demo)
