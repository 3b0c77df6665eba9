"""The rows that are not imported are saved from the foot of the page."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from checkin.ui.messages import Tone

ROWS = [
    ("Zoë Bell", "zoe@example.org", "Harbour"),
    ("", "", "Alster"),
    ("Zoë Bell", "zoe@example.org", "Harbour"),
]


@pytest.fixture
def look(look_at, write):
    """The page with a list of which two rows are left out."""
    return look_at(write(rows=ROWS))


def test_the_button_is_there_where_rows_are_left_out_and_says_how_many(
    look, look_at, write
):
    button = look.view.foot.rejected
    assert button.isVisible()
    assert button.text() == "Save these rows as a file…"
    assert button.accessibleDescription() == "2 rows are left out."
    page = look_at(write("others.csv", ROWS[:1]))
    assert not page.view.foot.rejected.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_asks_where_and_proposes_a_name_beside_the_list(look, dialogs, qtbot):
    qtbot.mouseClick(look.view.foot.rejected, Qt.MouseButton.LeftButton)
    (dialog,) = dialogs()
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    (proposed,) = dialog.selectedFiles()
    assert proposed == str(look.draft.wish.path.with_name("members rejected.csv"))
    dialog.reject()


def test_the_rows_are_saved_and_it_is_told(look, tmp_path, heard, qtbot):
    out = tmp_path / "members rejected.csv"
    look.rejecting.save(out, look.draft.wish.path)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[-1].title == "2 rows saved: members rejected.csv"
    assert heard[-1].tone is Tone.OK
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Name", "Email", "Company", "Why it was left out"]
    assert [row[3] for row in rows[1:]] == [
        "neither a name nor an e-mail address", "the same as row 2",
    ]  # fmt: skip
    assert look.view.foot.apply.isEnabled()


def test_the_list_itself_is_never_overwritten(look, heard):
    before = look.draft.wish.path.read_bytes()
    look.rejecting.save(look.draft.wish.path, look.draft.wish.path)
    assert heard[-1].title == "members.csv is needed as it is"
    assert look.draft.wish.path.read_bytes() == before


def test_where_it_cannot_be_saved_that_is_told_and_the_plan_stays(
    look, tmp_path, heard, qtbot
):
    look.rejecting.save(tmp_path / "nowhere" / "rejected.csv", look.draft.wish.path)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[-1].tone is Tone.STOP
    assert look.view.foot.apply.isEnabled()
    assert look.view.headline.chip.text() == "1 needs a look"


def test_the_mended_file_is_a_list_of_its_own_that_withdraws_nobody(
    look, look_at, tmp_path, heard, window, qtbot
):
    out = tmp_path / "members rejected.csv"
    look.rejecting.save(out, look.draft.wish.path)
    qtbot.waitUntil(lambda: bool(heard))
    look.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    text = out.read_text("utf-8").replace(",,Alster", "Ada,ada@example.org,Alster")
    out.write_text(text, "utf-8")
    page = look_at(out)
    assert page.view.body.file.source.currentText() == "A list of its own"
    assert page.view.headline.sentence.text() == "1 person: 1 new."
