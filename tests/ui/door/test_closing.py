"""An event with scans that are not saved stays open, or they go into a text file."""

import pytest
from PySide6.QtCore import Qt
from scanning import scan

from checkin.model.errors import DiskFull
from checkin.ui.door import paper


def offer(window, words):
    """The button of a message bar."""
    (found,) = [b for bar in window.bars.bars for b in bar.buttons if b.text() == words]
    return found


def test_an_event_with_scans_that_are_not_saved_stays_open(volunteer, anna, disk):
    volunteer.scan(anna.code)
    volunteer.window.close_event()
    assert volunteer.window.session is not None
    assert volunteer.window.bars.bars[0].message.title == "1 scan is not saved yet"


def test_the_window_stays_open_too(volunteer, anna, bo, disk):
    volunteer.scan(anna.code)
    volunteer.scan(bo.code)
    assert not volunteer.window.close()
    assert volunteer.window.isVisible()
    assert volunteer.window.bars.bars[0].message.title == "2 scans are not saved yet"


def test_trying_again_from_there_saves_them_and_ends_the_message(volunteer, anna, disk):
    volunteer.scan(anna.code)
    volunteer.window.close_event()
    disk.full = False
    offer(volunteer.window, "Try again").click()
    volunteer.until(lambda: volunteer.again(anna).inside)
    volunteer.until(lambda: not volunteer.page.keeps_open())
    told = [bar.message.title for bar in volunteer.window.bars.bars]
    assert "1 scan is not saved yet" not in told
    assert volunteer.window.close()


def test_once_they_are_saved_nothing_is_said_of_closing(volunteer, anna, disk):
    volunteer.scan(anna.code)
    volunteer.window.close_event()
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    told = [bar.message.about for bar in volunteer.window.bars.bars]
    assert told == ["not-saved"]


def test_closed_all_the_same_they_are_in_a_file_beside_the_event(
    volunteer, anna, disk, window, heard
):
    path = volunteer.page.session.path
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F4)
    form = volunteer.page.filling.walk_in
    form.name.set_text("Temperance")
    form.company.set_text("Harbour Makers")
    volunteer.later(minutes=2)
    form.submit()
    volunteer.until(lambda: volunteer.scene.second == "Temperance")
    window.close_event()
    offer(window, "Close all the same").click()
    assert window.session is None
    (note,) = path.parent.glob("*.txt")
    assert note.name == "autumn not saved 2023-11-23 1844.txt"
    lines = note.read_text(encoding="utf-8").splitlines()
    assert lines[2:] == [
        f"2023-11-23 18:42  Anna Schmidt  {anna.code}",
        "2023-11-23 18:44  Temperance  walk-in, Harbour Makers",
    ]
    assert window.bars.bars[0].message.title == f"What was not saved is in {note.name}"
    assert str(path.parent) in window.bars.bars[0].message.text


def test_where_the_event_lies_there_may_be_no_room(
    volunteer, anna, disk, window, tmp_path, monkeypatch
):
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setattr(paper, "documents", lambda: documents)
    real = paper.replacing

    def beside(path):
        if path.parent != documents:
            raise DiskFull(file=path.name)
        return real(path)

    monkeypatch.setattr(paper, "replacing", beside)
    volunteer.scan(anna.code)
    window.close_event()
    offer(window, "Close all the same").click()
    (note,) = documents.glob("*.txt")
    assert "Anna Schmidt" in note.read_text(encoding="utf-8")
    assert str(documents) in window.bars.bars[0].message.text


def test_if_it_can_be_written_nowhere_the_event_stays_open(
    volunteer, anna, disk, window, monkeypatch
):
    def full(path):
        raise DiskFull(file=path.name)

    monkeypatch.setattr(paper, "replacing", full)
    volunteer.scan(anna.code)
    window.close_event()
    offer(window, "Close all the same").click()
    assert window.session is not None
    assert window.bars.bars[0].message.title == "The disk is full"
    assert volunteer.disk == "1 not saved"
    monkeypatch.undo()


def test_another_event_is_opened_only_once_they_are_written_down(
    volunteer, anna, disk, window, demo
):
    path = volunteer.page.session.path
    volunteer.scan(anna.code)
    window.take(demo)
    assert window.session is not None
    assert window.session.path == path
    offer(window, "Close all the same").click()
    volunteer.until(lambda: window.session is not None)
    assert window.session.path == demo
    (note,) = path.parent.glob("*.txt")
    told = [bar.message.title for bar in window.bars.bars]
    assert f"What was not saved is in {note.name}" in told


@pytest.mark.parametrize("text", ["BEGIN:VCARD\nN:Weber;Hanna", "x" * 5000])
def test_a_note_is_one_line_however_long_the_scan(volunteer, disk, window, text):
    path = volunteer.page.session.path
    volunteer.page.flow.scan(text)
    volunteer.until(lambda: volunteer.word == "NOT SAVED")
    window.close_event()
    offer(window, "Close all the same").click()
    (note,) = path.parent.glob("*.txt")
    (line,) = note.read_text(encoding="utf-8").splitlines()[2:]
    assert len(line) <= 300


def test_a_scan_after_all_was_noted_down_is_written_like_any_other(
    volunteer, anna, bo, monkeypatch
):
    session, held = volunteer.page.session, []
    monkeypatch.setattr(session, "write", lambda *order: held.append(order))
    scan(volunteer.window, anna.code)
    volunteer.until(lambda: held)
    volunteer.page.flow.note_down()  # the system was to end, and did not
    scan(volunteer.window, bo.code)
    volunteer.until(lambda: volunteer.page.flow.writings.awaits(bo.code))
    monkeypatch.undo()
    session.write(*held[0])
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.name == "Bo Ek"
    assert volunteer.again(bo).inside
