"""One badge, printed for whoever stands at the desk; where files of sheets go."""

import errno
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices

from checkin.badges import Looks, NothingToPrint, Sheeting, design, stock
from checkin.model.clock import Instant
from checkin.model.errors import DiskFull, FileNotWritable
from checkin.model.kinds import Kind
from checkin.settings import Settings
from checkin.store.acts import erase
from checkin.store.eventfile import EventFile
from checkin.ui import printing


@pytest.fixture
def bo(demo_window):
    (own,) = demo_window.session.file.same_name("Bo")
    return own


def print_bo(window, bo, qtbot):
    opened, done, failed = [], [], []
    printing.print_one(
        window.session,
        bo,
        Sheeting(stock()),
        Looks(design()),
        opened.append,
        done.append,
        failed.append,
    )
    qtbot.waitUntil(lambda: bool(done or failed))
    return opened, done, failed


def test_one_badge_is_made_noted_and_shown(demo_window, bo, demo, qtbot):
    opened, (run,), failed = print_bo(demo_window, bo, qtbot)
    assert failed == []
    assert opened == [run.file]
    assert run.file == demo.with_name("autumn-evening badge 2023-11-23 1842.pdf")
    assert run.file.read_bytes().startswith(b"%PDF")
    with EventFile.join(demo_window.session.file.place) as event:
        told = [e for e in event.read.history(bo) if e.kind == Kind.BADGE_PRINTED]
    assert len(told) == 1


def test_no_scan_waits_for_a_badge_that_is_being_made(
    demo_window, bo, demo, qtbot, monkeypatch
):
    going_on, told = threading.Event(), []
    real = printing.preview

    def slow(*args, **more):
        going_on.wait(20)
        return real(*args, **more)

    monkeypatch.setattr(printing, "preview", slow)
    session = demo_window.session
    printing.print_one(
        session,
        bo,
        Sheeting(stock()),
        Looks(design()),
        told.append,
        told.append,
        told.append,
    )
    qtbot.waitUntil(lambda: session.at_work)
    session.write(lambda event: "a scan", told.append)
    qtbot.waitUntil(lambda: told == ["a scan"])
    going_on.set()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[1].exists()


def test_a_badge_that_can_not_be_noted_is_not_there(
    demo_window, bo, demo, qtbot, monkeypatch
):
    def full(*_args, **_more):
        raise DiskFull(file=demo.name)

    monkeypatch.setattr(printing, "note_prints", full)
    opened, done, (error,) = print_bo(demo_window, bo, qtbot)
    assert isinstance(error, DiskFull)
    assert (opened, done) == ([], [])
    assert list(demo.parent.glob("*.pdf")) == []


def test_a_badge_that_can_not_be_put_beside_the_event_leaves_nothing(
    demo_window, bo, demo, qtbot, monkeypatch
):
    before = sorted(demo.parent.iterdir())
    name = "autumn-evening badge 2023-11-23 1842.pdf"
    monkeypatch.setattr(
        printing, "free_name", lambda event, *_what: event.with_name("no") / name
    )
    opened, done, (error,) = print_bo(demo_window, bo, qtbot)
    assert isinstance(error, FileNotWritable)
    assert (opened, done) == ([], [])
    assert sorted(demo.parent.iterdir()) == before


def test_the_badge_of_somebody_erased_is_not_made(demo_window, bo, demo, qtbot):
    erased = []

    def forget(event):
        return erase(event, event.read.attendee(bo))

    demo_window.session.write(forget, erased.append)
    qtbot.waitUntil(lambda: bool(erased))
    opened, done, (error,) = print_bo(demo_window, bo, qtbot)
    assert isinstance(error, NothingToPrint)
    assert (opened, done) == ([], [])
    assert list(demo.parent.glob("*.pdf")) == []


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    event, now = tmp_path / "evening.checkin", Instant(1_700_763_300_000)
    for name in ("badges", "badges"):
        printing.free_name(event, name, now).touch()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "evening badges 2023-11-23 1815 (2).pdf",
        "evening badges 2023-11-23 1815.pdf",
    ]


def test_a_drive_that_has_vanished_does_not_stop_the_name_of_a_sheet(
    tmp_path, monkeypatch
):
    def gone(_path):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "exists", gone)
    out = printing.free_name(tmp_path / "e.checkin", "badges", Instant(0))
    assert out.name == f"e badges {Instant(0).local():%Y-%m-%d %H%M}.pdf"


def test_a_file_that_no_program_opens_is_told_with_its_folder(
    around, heard, tmp_path, monkeypatch
):
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)  # gives None: no
    printing.opener(around.messages)(tmp_path / "b.pdf")
    assert asked == [QUrl.fromLocalFile(str(tmp_path / "b.pdf"))]
    assert heard[-1].title == "No program opened b.pdf"
    assert str(tmp_path) in heard[-1].text


def test_the_usual_sheets_follow_how_people_measure(around, qapp):
    before = QLocale()
    try:
        for name, part in (("en_US", "5395"), ("en_GB", "L4785"), ("de_DE", "L4785")):
            QLocale.setDefault(QLocale(name))
            assert printing.kept_stock(around.settings).part == part
    finally:
        QLocale.setDefault(before)


def test_sheets_that_are_no_longer_known_give_way_to_the_usual_ones(around):
    around.settings.keep(printing.STOCK, "L0000")
    around.settings.keep(printing.DESIGN, "baroque")
    assert printing.kept_stock(around.settings).part == "L4785"
    assert printing.kept_design(around.settings).name == "classic"


def test_what_is_kept_is_there_the_next_time(tmp_path):
    Settings(tmp_path).keep(printing.DESIGN, "quiet")
    assert printing.kept_design(Settings(tmp_path)).name == "quiet"
