"""Disks that fill up or can't be written: the window says so, and goes on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from scanning import scan

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only root on Linux can make a small file system",
)


@pytest.fixture
def disk(tmp_path):
    """A file system of its own with four megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine doesn't let a test mount a file system")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place: Path) -> Path:
    """Leaves no room at all."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                continue
        except OSError:
            return filler
    return filler


def words_of(window) -> str:
    """All that the bars and the page say aloud."""
    bars = [f"{b.message.title} {b.message.text}" for b in window.bars.bars]
    said = [
        w.accessibleName() + w.accessibleDescription()
        for w in window.stack.currentWidget().findChildren(object)
        if hasattr(w, "accessibleName")
    ]
    return "\n".join(bars + said)


def press(window, words, qtbot):
    """Clicks the button that says this."""
    button = next(
        b
        for b in window.findChildren(QPushButton)
        if b.isVisible() and words in b.text()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def evening(empty_window, disk, demo, qtbot):
    """The window with the demo evening on the small disk."""
    empty_window.opener.open(Path(shutil.copy(demo, disk / demo.name)))
    qtbot.waitUntil(lambda: empty_window.session is not None)
    return empty_window


def test_a_scan_on_a_full_disk_is_not_saved_kept_and_saved_once_there_is_room(
    evening, disk, qtbot
):
    evening.go("door")
    read = evening.session.file.read
    waiting = next(
        g for g in read.attendees() if g.expected and not g.attended and g.code
    )
    filler = fill(disk)
    scan(evening, waiting.code)
    qtbot.waitUntil(lambda: "NOT SAVED" in words_of(evening), timeout=10_000)
    assert "The disk is full" in words_of(evening)
    assert not read.attendee(waiting.id).attended
    filler.unlink()
    press(evening, "Try again", qtbot)
    qtbot.waitUntil(lambda: read.attendee(waiting.id).attended, timeout=10_000)
    qtbot.waitUntil(lambda: "Admitted" in words_of(evening), timeout=10_000)


def test_an_import_on_a_full_disk_writes_nothing_and_says_so(evening, disk, qtbot):
    people = evening.session.file.read.tally("people")
    filler = fill(disk)
    lists = Path(__file__).parents[1] / "data" / "lists"
    evening.take(lists / "eventbrite_attendees.csv")
    qtbot.waitUntil(
        lambda: any(
            b.text().startswith("Add ") and b.text()[4].isdigit() and b.isEnabled()
            for b in evening.findChildren(QPushButton)
        ),
        timeout=10_000,
    )
    press(evening, "Add 4", qtbot)
    qtbot.waitUntil(lambda: "The disk is full" in words_of(evening), timeout=10_000)
    assert evening.session.file.read.tally("people") == people
    filler.unlink()


def test_an_event_on_a_protected_disk_is_opened_for_looking_and_says_so(
    empty_window, disk, demo, tmp_path, qtbot
):
    path = Path(shutil.copy(demo, disk / demo.name))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    empty_window.opener.open(path)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    assert empty_window.session.read_only
    assert f"{path.name} can only be read" in words_of(empty_window)
    for place in ("door", "badges", "followup", "options", "attendees"):
        empty_window.go(place)
        qtbot.waitUntil(empty_window.stack.currentWidget().isVisible)
    copy = tmp_path / "copy.checkin"
    empty_window.opener._copy(empty_window.session, copy)
    qtbot.waitUntil(copy.exists)
    qtbot.waitUntil(lambda: "A copy is saved" in words_of(empty_window))
