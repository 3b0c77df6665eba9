"""Saving a list: the file, what is told of it, and all that can be in the way."""

import csv
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from checkin.followup.formats import format_named
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.ui.followup import saving as module
from checkin.ui.followup.lists import REGISTER, THANKS
from checkin.ui.followup.saving import folder_for, meant
from checkin.ui.messages import Tone

CTRL = Qt.KeyboardModifier.ControlModifier
CSV = format_named("csv")


@pytest.fixture
def save(page, qtbot):
    """Saves a list at a path, as if the dialog had been answered; waits for the end."""

    def save_(out: Path, shown=THANKS, made_for=CSV) -> None:
        page.saving.save(shown, made_for, out)
        qtbot.waitUntil(lambda: not page.saving.busy)

    return save_


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_file_holds_those_who_may_be_written_to(save, tmp_path, heard):
    out = tmp_path / "thank-those-who-came.csv"
    save(out)
    saved = rows(out)
    assert len(saved) == 34
    assert {row["May we write to you"] for row in saved} == {"yes"}
    assert {row["Came"] for row in saved} == {"yes"}
    told = heard[-1]
    assert told.tone is Tone.OK
    assert told.title == "34 people saved: thank-those-who-came.csv"
    assert [offer.words for offer in told.offers] == ["Open", "Show folder"]


def test_file_and_folder_can_be_opened_from_the_message(
    save, tmp_path, heard, monkeypatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    out = tmp_path / "contacts.csv"
    save(out)
    for offer in heard[-1].offers:
        offer.do()
    assert [Path(url.toLocalFile()) for url in opened] == [out, tmp_path]


def test_the_ledger_knows_what_was_saved(save, page, tmp_path):
    save(tmp_path / "contacts.csv")
    with EventFile.join(page.session.file.place) as event:
        made = [e for e in event.entries() if e.kind == Kind.EXPORT_MADE]
    assert [entry.data["rows"] for entry in made] == [34]
    assert made[0].data["purpose"] == "mailing"


def test_the_register_becomes_a_door_list(save, tmp_path, heard):
    out = tmp_path / "door-list.pdf"
    save(out, REGISTER, format_named("register"))
    assert out.read_bytes().startswith(b"%PDF-")
    assert heard[-1].title == "62 people saved: door-list.pdf"


def test_ctrl_s_asks_where_with_a_telling_name_beside_the_event(
    page, demo, dialogs, qtbot
):
    qtbot.keyClick(page, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles() == [str(demo.parent / "thank-those-who-came.csv")]
    dialog.fileSelected.emit(str(demo.parent / "mine.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: not page.saving.busy)
    assert len(rows(demo.parent / "mine.csv")) == 34


def test_while_it_is_saved_its_progress_stands_where_the_button_was(
    page, tmp_path, monkeypatch, heard, qtbot
):
    gate = threading.Event()
    export = module.export

    def slow(*args, **kwargs):
        kwargs["progress"](10, 34)
        gate.wait(10)
        return export(*args, **kwargs)

    monkeypatch.setattr(module, "export", slow)
    out = tmp_path / "contacts.csv"
    page.saving.save(THANKS, CSV, out)
    qtbot.waitUntil(page.chosen.progress.isVisible)
    assert not page.chosen.form.isVisible()
    page.saving.save(THANKS, CSV, tmp_path / "another.csv")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    gate.set()
    qtbot.waitUntil(lambda: not page.saving.busy)
    assert page.chosen.form.isVisible()
    assert not page.chosen.progress.isVisible()
    assert sorted(tmp_path.glob("*.csv")) == []
    assert (heard[-1].title, heard[-1].text) == ("Stopped", "Nothing was saved.")


def test_the_focus_is_back_on_the_button_after_cancel_had_it(
    page, tmp_path, monkeypatch, qtbot
):
    gate = threading.Event()
    export = module.export

    def slow(*args, **kwargs):
        gate.wait(10)
        return export(*args, **kwargs)

    monkeypatch.setattr(module, "export", slow)
    page.chosen.button.setFocus()
    page.saving.save(THANKS, CSV, tmp_path / "contacts.csv")
    qtbot.waitUntil(page.chosen.progress.isVisible)
    assert page.window().focusWidget() is page.chosen.progress.cancel_button
    gate.set()
    qtbot.waitUntil(lambda: not page.saving.busy)
    assert page.window().focusWidget() is page.chosen.button


@pytest.mark.parametrize(
    ("shown", "name", "format_name"),
    [
        (THANKS, "a.csv", "csv"),
        (THANKS, "a.XLSX", "xlsx"),
        (THANKS, "a.json", "json"),
        (THANKS, "a.txt", "csv"),
        (THANKS, "a.pdf", "csv"),
        (REGISTER, "a.pdf", "register"),
    ],
)
def test_the_ending_that_was_typed_is_what_the_file_becomes(shown, name, format_name):
    assert meant(shown, CSV, name).name == format_name
    machine = format_named("csv-machine")
    assert meant(shown, machine, "a.csv") is machine


def test_the_event_itself_is_never_overwritten(save, demo, heard):
    before = demo.read_bytes()
    save(demo)
    assert heard[-1].title == f"{demo.name} is the event itself"
    assert demo.read_bytes()[:4096] == before[:4096]
    with demo.open("rb") as file:
        assert file.read(15) == b"SQLite format 3"


def test_a_place_that_cannot_be_written_is_told_and_another_can_be_chosen(
    save, tmp_path, heard, dialogs
):
    out = tmp_path / "contacts.csv"
    out.mkdir()
    save(out)
    told = heard[-1]
    assert told.tone is Tone.STOP
    assert told.title == "contacts.csv can’t be written"
    told.offers[0].do()
    (dialog,) = dialogs()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.close()


def test_a_file_that_is_open_elsewhere_is_left_as_it_was(
    save, tmp_path, heard, monkeypatch
):
    out = tmp_path / "contacts.csv"
    out.write_text("mine", encoding="utf-8")

    def held(self, target):
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    save(out)
    monkeypatch.undo()
    assert heard[-1].title == "contacts.csv can’t be written"
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_full_disk_is_told_and_the_page_goes_on(save, tmp_path, heard):
    disk = tmp_path / "stick"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "none", str(disk)]
    if sys.platform != "linux" or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root on Linux can mount a file system of its own")
    try:
        save(disk / "contacts.csv")
        assert heard[-1].title == "The disk is full"
        assert list(disk.iterdir()) == []
        save(tmp_path / "contacts.csv")
        assert heard[-1].tone is Tone.OK
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_bug_is_not_taken_for_the_users_doing(page, tmp_path, monkeypatch, qtbot):
    def broken(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(module, "export", broken)
    with qtbot.captureExceptions() as caught:
        page.saving.save(THANKS, CSV, tmp_path / "contacts.csv")
        qtbot.waitUntil(lambda: not page.saving.busy)
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_an_event_that_can_only_be_read_gives_its_files_too(
    demo, show, tmp_path, heard, qtbot
):
    stick = tmp_path / "stick"
    stick.mkdir()
    mount = ["mount", "-t", "tmpfs", "none", str(stick)]
    if sys.platform != "linux" or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root on Linux can mount a file system of its own")
    try:
        event = stick / demo.name
        event.write_bytes(demo.read_bytes())
        subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
        page = show(event)
        assert page.session.read_only
        out = tmp_path / "contacts.csv"
        page.saving.save(THANKS, CSV, out)
        qtbot.waitUntil(lambda: not page.saving.busy)
        assert len(rows(out)) == 34
        assert heard[-1].tone is Tone.OK
        assert folder_for(event) != stick
    finally:
        subprocess.run(["umount", "--lazy", stick], check=True)
