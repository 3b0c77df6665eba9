"""A new event: where its file will lie, and the list that it is made for."""

import pytest
from PySide6.QtCore import Qt

from checkin.ui.start.making import file_stem


@pytest.mark.parametrize(
    ("name", "day", "stem"),
    [
        ("Autumn Evening", "2023-11-23", "Autumn Evening 2023-11-23"),
        ("Autumn Evening", "next week", "Autumn Evening"),
        ("A/B: “C” <d>?", "", "A B “C” d"),
        (" ... ", "", "Event"),
        ("x" * 200, "", "x" * 120),
        ("東" * 90, "2023-11-23", f"{'東' * 40} 2023-11-23"),
    ],
)
def test_a_name_becomes_a_files_name_on_every_system(name, day, stem):
    assert file_stem(name, day) == stem


def test_an_event_with_the_longest_of_names_is_made(empty_window, around, qtbot):
    around.events_folder.mkdir()
    empty_window.start.new_event()
    making = empty_window.start.making
    making.form.title.set_text("東京の秋の交流会" * 30)
    qtbot.mouseClick(making.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: empty_window.session is not None)


@pytest.mark.parametrize(
    ("kind", "title"),
    [("folder", "guests is a folder"), ("picture", "guests is not a list")],
)
def test_what_is_no_list_is_told_before_an_event_is_made_for_it(
    empty_window, tmp_path, heard, dialogs, kind, title, qtbot
):
    path = tmp_path / "guests"
    if kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    empty_window.take(path)
    qtbot.waitUntil(lambda: bool(heard))
    assert [told.title for told in heard] == [title]
    start = empty_window.start
    assert start.currentWidget() is start.first_time
    qtbot.mouseClick(empty_window.bars.bars[0].buttons[0], Qt.MouseButton.LeftButton)
    (dialog,) = dialogs()
    dialog.reject()


def test_a_list_makes_its_event_and_is_imported_there(
    empty_window, tmp_path, heard, qtbot
):
    path = tmp_path / "harbour_makers.csv"
    path.write_text("Name,Email\nZoë,zoe@a.example\n", encoding="utf-8")
    empty_window.take(path)
    making = empty_window.start.making
    assert making.form.title.text() == "Harbour makers"
    qtbot.keyClick(making.form.title.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: empty_window.place == "importing")
    assert heard == []
