"""What tests of the badges page get: the demo evening, and hands to use it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from checkin.model.entry import Entry
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.ui.badges.page import BadgesPage
from checkin.ui.badges.wish import Who
from checkin.ui.window import Window


class Hands:
    """Somebody at the page: what they see, and what they do."""

    def __init__(self, page: BadgesPage, window: Window, qtbot) -> None:
        self.page, self.window, self.qtbot = page, window, qtbot
        self.opened: list[Path] = []
        page.maker.open_file = self.opened.append
        self.until(lambda: page.people)

    # -- seeing

    @property
    def big_words(self) -> str:
        return self.page.side.buttons.print.text()

    @property
    def sum_words(self) -> str:
        return self.page.side.buttons.sum.text()

    @property
    def sheet_words(self) -> str:
        return self.page.well.title.text()

    def place(self, number: int) -> str:
        """What a tooltip says of a place."""
        return self.page.well.view.shown.words(number)

    def counts(self) -> dict[Who, str]:
        return {who: r.trailing for who, r in self.page.left.who.radios.items()}

    @property
    def instead(self) -> str:
        """Why there is no sheet; empty where there is one."""
        state = self.page.well.instead
        return state.title.text() if state else ""

    @contextmanager
    def ledger(self) -> Iterator[EventFile]:
        with EventFile.join(self.page.session.file.place) as event:
            yield event

    def printed(self) -> list[Entry]:
        """What the ledger notes of prints since the demo's own."""
        with self.ledger() as event:
            told = [e for e in event.entries() if e.kind == Kind.BADGE_PRINTED]
            acts = [e.act for e in told]
            return [e for e in told if e.act != acts[0] and not event.read.is_undone(e)]

    # -- doing

    def until(self, so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(so()), timeout=10_000)

    def choose(self, who: Who) -> None:
        self.click(self.page.left.who.radios[who])

    def click(self, what: QWidget, at: QPoint | None = None) -> None:
        assert what.isVisible()
        self.qtbot.mouseClick(what, Qt.MouseButton.LeftButton, pos=at or QPoint())

    def click_place(self, number: int) -> None:
        view = self.page.well.view
        self.click(view, view.box_of(number).center().toPoint())

    def shortcut(self, key: Qt.Key) -> None:
        """Ctrl and that key."""
        self.qtbot.keyClick(self.window, key, Qt.KeyboardModifier.ControlModifier)

    def key(self, key: Qt.Key, where: QWidget | None = None) -> None:
        self.qtbot.keyClick(where or self.window.focusWidget(), key)


@pytest.fixture
def hands(demo_window: Window, qtbot) -> Hands:
    """At the badges of the demo evening: 2 are to be printed, 53 are."""
    demo_window.go("badges")
    page = demo_window.stack.currentWidget()
    assert isinstance(page, BadgesPage)
    return Hands(page, demo_window, qtbot)


@pytest.fixture
def window_again(hands: Hands, demo: Path) -> Callable[[], BadgesPage]:
    """Closes the event, opens it again, and goes to its badges."""

    def again() -> BadgesPage:
        window = hands.window
        window.close_event()
        window.opener.open(demo)
        hands.until(lambda: window.session)
        window.go("badges")
        page = window.stack.currentWidget()
        assert isinstance(page, BadgesPage)
        return page

    return again
