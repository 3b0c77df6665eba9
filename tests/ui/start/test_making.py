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


def test_a_list_that_is_dropped_on_the_form_leaves_what_was_typed(
    empty_window, tmp_path, heard, qtbot
):
    good, bad = tmp_path / "harbour.csv", tmp_path / "picture.csv"
    good.write_text("Name,Email\nZoë,zoe@a.example\n", encoding="utf-8")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    start = empty_window.start
    start.new_event()
    form = start.making.form
    form.venue.set_text("The Old Customs House")
    empty_window.take(good)
    assert form.title.text() == "Harbour"
    form.title.set_text("Autumn Evening")
    empty_window.take(bad)
    qtbot.waitUntil(lambda: bool(heard))
    assert start.currentWidget() is start.making
    assert start.making.list == good
    assert (form.title.text(), form.venue.text()) == (
        "Autumn Evening",
        "The Old Customs House",
    )


def test_of_two_lists_the_second_gives_the_name_unless_one_was_typed(
    empty_window, tmp_path
):
    lists = [tmp_path / "spring.csv", tmp_path / "summer.csv"]
    for path in lists:
        path.write_text("Name,Email\nZoë,zoe@a.example\n", encoding="utf-8")
        empty_window.take(path)
    assert empty_window.start.making.form.title.text() == "Summer"


def test_a_look_at_the_settings_leaves_what_was_typed(empty_window, qtbot):
    start = empty_window.start
    start.new_event()
    start.making.form.title.set_text("Autumn Evening")
    start.show_settings()
    qtbot.keyClick(start.settings, Qt.Key.Key_Escape)
    start.new_event()
    assert start.currentWidget() is start.making
    assert start.making.form.title.text() == "Autumn Evening"


def test_enter_on_cancel_makes_no_event(empty_window, around, qtbot):
    start = empty_window.start
    start.new_event()
    start.making.form.title.set_text("Autumn Evening")
    made = []
    start.making.made.connect(lambda *what: made.append(what))
    start.making.cancel_button.setFocus()
    qtbot.keyClick(start.making.cancel_button, Qt.Key.Key_Return)
    assert (made, start.currentWidget()) == ([], start.first_time)
