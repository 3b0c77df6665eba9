"""What can't be read is told in a bar, and the page waits for another file."""

import pytest

from checkin.importing import read
from checkin.ui.importing.view import State
from checkin.ui.messages import Tone

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def bad_file(tmp_path, kind):
    path = tmp_path / "list.xlsx"
    content = {
        "picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "empty": b"",
        "locked": OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        "damaged": b"PK\x03\x04" + bytes(200),
        "nobody": b"Name,Email\n",
    }.get(kind)
    if kind == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("folder", "list.xlsx is a folder"),
        ("picture", "list.xlsx is not a list"),
        ("empty", "list.xlsx is empty"),
        ("locked", "list.xlsx is locked with a password"),
        ("damaged", "list.xlsx can’t be read: it is damaged"),
        ("nobody", "list.xlsx has headings, but nobody below them"),
        ("missing", "There is no file list.xlsx"),
    ],
)
def test_a_file_that_cant_be_read_is_told_in_words(
    window, tmp_path, heard, kind, title, qtbot
):
    window.take(bad_file(tmp_path, kind))
    qtbot.waitUntil(lambda: bool(heard))
    page = window.stack.currentWidget()
    (told,) = heard
    assert (told.tone, told.title) == (Tone.STOP, title)
    assert told.offers[0].words == "Choose another file…"
    assert page.state is State.EMPTY
    assert page.view.empty.isVisible()


def test_a_file_that_is_too_large_is_not_even_read(
    window, write, heard, monkeypatch, qtbot
):
    monkeypatch.setattr(read, "MAX_BYTES", 10)
    window.take(write())
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].title == "members.csv is too large for a list of guests"


def test_after_a_bad_file_a_good_one_takes_its_place_and_the_bar_goes(
    window, tmp_path, heard, write, qtbot
):
    window.take(bad_file(tmp_path, "picture"))
    qtbot.waitUntil(lambda: bool(heard))
    window.take(write())
    page = window.stack.currentWidget()
    qtbot.waitUntil(lambda: page.state is State.READY)
    assert window.bars.bars == []
    assert page.view.foot.apply.text() == "Add 4"


def test_the_bar_offers_to_choose_another_file(
    window, tmp_path, heard, write, dialogs, qtbot
):
    window.take(bad_file(tmp_path, "picture"))
    qtbot.waitUntil(lambda: bool(heard))
    heard[0].offers[0].do()
    (dialog,) = dialogs()
    dialog.fileSelected.emit(str(write()))
    dialog.close()
    page = window.stack.currentWidget()
    qtbot.waitUntil(lambda: page.state is State.READY)
    assert page.view.body.file.name.text() == "members.csv"


def test_a_list_that_was_all_taken_for_headings_can_be_read_differently(
    window, write, heard, qtbot
):
    path = write("names.csv", [], ("Anna Schmidt",))
    window.go("importing", path=path)
    page = window.stack.currentWidget()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[-1].title == "names.csv has headings, but nobody below them"
    _other, differently = heard[-1].offers
    assert differently.words == "Read it differently…"
    differently.do()
    qtbot.waitUntil(lambda: page.state is State.READY)
    ways = page.view.body.file.ways
    assert ways.isVisible()
    assert ways.choices["header_row"].currentText() == "No headings"
    page.draft.take_column("Column 1", "full_name")
    qtbot.waitUntil(lambda: not page.draft.working)
    assert page.view.foot.apply.text() == "Add 1"
