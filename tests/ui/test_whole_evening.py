"""A whole evening by keyboard alone, on a ticket shop's list: nothing is clicked."""

import csv
import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from scanning import scan

from checkin.model.ids import DeskId
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

LIST = Path(__file__).parents[1] / "data" / "lists" / "eventbrite_attendees.csv"
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def press(empty_window, qtbot):
    """Presses a key wherever the focus is."""

    def key(which: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(empty_window.windowHandle(), which, modifier)

    return key


@pytest.fixture
def tab_to(empty_window, press):
    """Presses Tab until what has the focus is called so."""

    def find(words: str) -> None:
        for _step in range(60):
            focused = QApplication.focusWidget()
            if focused is not None and words in focused.accessibleName():
                return
            press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never comes to {words}")

    return find


@pytest.fixture
def answer(empty_window, dialogs, qtbot):
    """Types a path into the file dialog that is open, and presses Enter."""

    def type_path(path: Path) -> None:
        qtbot.waitUntil(lambda: bool(dialogs()))
        dialog = dialogs()[-1]
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog not in dialogs())
        empty_window.activateWindow()  # as every window manager does
        qtbot.waitUntil(empty_window.isActiveWindow)

    return type_path


def offers(window, words: str) -> bool:
    """Whether a button that can be pressed says this."""
    return any(
        re.search(words, button.text()) and button.isVisible() and button.isEnabled()
        for button in window.findChildren(QPushButton)
    )


@pytest.fixture
def opened_files(monkeypatch):
    """What was handed to the system's viewer."""
    opened: list[str] = []
    monkeypatch.setattr(
        "checkin.ui.printing.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    return opened


def read_codes(pdf: Path) -> set[str]:
    """All QR codes on the sheets, as a scanner reads them."""
    document = pypdfium2.PdfDocument(pdf)
    codes = set()
    for page in document:
        picture = page.render(scale=200 / 72).to_pil()
        codes |= {found.text for found in zxingcpp.read_barcodes(picture)}
    document.close()
    return codes


def test_a_whole_evening_by_keyboard_alone(
    empty_window, around, clock, press, tab_to, answer, opened_files, tmp_path, qtbot
):
    window = empty_window
    bars = window.bars

    # a new event for the list
    press(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Harbour Evening")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)

    # the list
    press(Qt.Key.Key_I, CTRL)
    answer(LIST)
    qtbot.waitUntil(lambda: window.place == "importing")
    qtbot.waitUntil(lambda: offers(window, r"^Add \d"), timeout=10_000)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.place == "attendees", timeout=10_000)
    people = window.session.file.read.tally("people")
    assert people > 20
    assert f"{people} people imported" in bars.bars[0].message.title

    # the badges
    press(Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: offers(window, r"\d badges on \d"), timeout=10_000)
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(opened_files), timeout=20_000)
    codes = read_codes(Path(opened_files[0]))
    expected = window.session.file.read.tally("expected")
    assert len(codes) == expected

    # the door: a scanner, wherever the focus is; then one taken back
    press(Qt.Key.Key_3, CTRL)
    scanned = sorted(codes)[:3]
    for code in scanned:
        clock.at = type(clock.at)(clock.at.ms + 10_000, clock.at.offset)
        scan(window, code)
        came = window.session.file.read.by_code(code)[0][0]
        qtbot.waitUntil(
            lambda own=came: window.session.file.read.attendee(own).attended
        )
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.session.file.read.tally("attended") == 2)

    # the follow-up
    press(Qt.Key.Key_4, CTRL)
    out = tmp_path / "register.csv"
    tab_to("Thank those who came")
    counted = re.compile(r"\d")
    qtbot.waitUntil(
        lambda: bool(counted.search(QApplication.focusWidget().accessibleName()))
    )
    for _card in range(5):  # nobody was asked whether we may write: the register it is
        press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: offers(window, r"^Save \d"), timeout=10_000)
    press(Qt.Key.Key_S, CTRL)
    answer(out)
    qtbot.waitUntil(out.exists, timeout=10_000)

    path = window.session.path
    window.close()
    desk = Desk(DeskId(b"x" * 16), "reader")
    with EventFile.open(path, clock, desk) as event:
        assert event.check() == []
        assert event.read.tally("printed") == expected
        assert [e.data["rows"] for e in event.read.history(event.event_id)
                if e.kind == "export.made"]  # fmt: skip
    rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    assert len(rows) == people + 1
    assert rows[0][:4] == ["First name", "Last name", "Full name", "E-mail"]
