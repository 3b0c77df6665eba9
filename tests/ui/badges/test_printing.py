"""From the big button to the file, the ledger, the bar, and back."""

import shutil
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt

from checkin.model.entry import Draft
from checkin.model.errors import DiskFull
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.ui.badges.wish import Who
from checkin.ui.messages import Tone

NAME = "autumn-evening badges 2023-11-23 1842.pdf"


def pages(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def print_all(hands, heard):
    """Presses the big button and waits for its answer."""
    before = len(heard)
    hands.page.print()
    hands.until(lambda: len(heard) > before and not hands.page.maker.busy)
    return heard[-1]


def test_the_button_makes_the_sheets_notes_them_and_shows_them(hands, heard, demo):
    assert hands.big_words == "Print 2 badges on 1 sheet"
    hands.qtbot.keyClick(
        hands.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier
    )
    hands.until(lambda: heard)
    out = demo.with_name(NAME)
    assert hands.opened == [out]
    assert "Temperance" in pages(out)[0]
    assert [entry.data["cell"] for entry in hands.printed()] == [1, 2]
    assert heard[-1].title == f"2 badges on 1 sheet: {NAME}"
    assert heard[-1].text == "Print at 100 %, not “fit to page”."
    hands.until(lambda: hands.instead == "All 55 badges are printed.")
    assert hands.counts()[Who.UNPRINTED] == "0"


def test_undo_takes_the_note_back_and_leaves_the_file(hands, heard, demo):
    told = print_all(hands, heard)
    undo, folder = told.offers
    folder.do()
    assert hands.opened[-1] == demo.parent
    undo.do()
    hands.until(lambda: heard[-1].title == "The 2 badges count as not printed")
    assert demo.with_name(NAME).exists()
    assert hands.printed() == []
    hands.until(lambda: hands.big_words == "Print 2 badges on 1 sheet")


def test_nothing_is_offered_of_an_event_that_was_closed(hands, heard):
    print_all(hands, heard)
    assert hands.window.bars.bars
    hands.window.close_event()
    assert hands.window.bars.bars == []


def test_a_second_print_in_the_same_minute_takes_another_name(hands, heard, demo):
    print_all(hands, heard)
    hands.choose(Who.ALL)
    hands.until(lambda: hands.big_words == "Print 55 badges on 6 sheets")
    told = print_all(hands, heard)
    second = demo.with_name("autumn-evening badges 2023-11-23 1842 (2).pdf")
    assert told.title == f"55 badges on 6 sheets: {second.name}"
    assert len(pages(second)) == 6
    assert len(pages(demo.with_name(NAME))) == 1


def test_print_some_again_chooses_everyone(hands, heard):
    print_all(hands, heard)
    hands.until(lambda: hands.instead)
    button = hands.page.well.instead.findChild(type(hands.page.side.buttons.print))
    assert button.text() == "Print some again…"
    hands.click(button)
    hands.until(lambda: hands.big_words == "Print 55 badges on 6 sheets")
    assert hands.page.left.who.radios[Who.ALL].isChecked()
    assert hands.instead == ""


def test_labels_that_are_gone_stay_free_on_paper(hands, heard):
    for place in (1, 2, 3):
        hands.click_place(place)
    assert hands.sum_words == "2 badges on one sheet, starting at the 4th place."
    print_all(hands, heard)
    assert [entry.data["cell"] for entry in hands.printed()] == [4, 5]
    assert hands.page.wish.used == frozenset()  # that sheet is out of the printer


def test_badges_are_printed_in_the_order_that_was_chosen(hands, heard, demo):
    hands.page.side.how.order.setCurrentIndex(1)
    hands.page.side.how.order.activated.emit(1)
    hands.choose(Who.ALL)
    hands.until(lambda: hands.place(1) == "Place 1: =JOY() Adeyemi")
    hands.page.change(who=Who.UNPRINTED)
    hands.until(lambda: hands.big_words == "Print 2 badges on 1 sheet")
    print_all(hands, heard)
    with hands.ledger() as event:
        names = [event.read.attendee(e.subject).name for e in hands.printed()]
    assert names == ["Bo", "Temperance Oyelaran"]


def test_saving_keeps_the_sheets_where_one_says_and_notes_them(hands, heard, tmp_path):
    out = tmp_path / "for the copy shop.pdf"
    hands.page.save_to(out)
    hands.until(lambda: heard)
    assert len(pages(out)) == 1
    assert len(hands.printed()) == 2
    assert hands.opened == []
    assert heard[-1].title == "2 badges on 1 sheet: for the copy shop.pdf"


def test_save_asks_where_without_holding_anything_up(hands, dialogs):
    hands.qtbot.keyClick(
        hands.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    )
    (dialog,) = dialogs()
    assert dialog.windowTitle() == "Save as PDF"
    dialog.reject()


def test_a_test_sheet_is_shown_and_noted_nowhere(hands, heard):
    hands.click(hands.page.side.buttons.test)
    hands.until(lambda: heard)
    (out,) = hands.opened
    assert out.name == "Test sheet Avery L4785.pdf"
    assert len(pages(out)) == 1
    assert hands.printed() == []
    shutil.rmtree(out.parent)


def test_a_full_disk_is_told_and_nothing_is_noted(hands, heard, demo, monkeypatch):
    def full(*_args, **_kwargs):
        raise DiskFull(file=NAME)

    monkeypatch.setattr("checkin.badges.press.save", full)
    told = print_all(hands, heard)
    assert (told.tone, told.title) == (Tone.STOP, "The disk is full")
    assert hands.printed() == []
    assert not demo.with_name(NAME).exists()
    assert hands.page.side.foot.currentWidget() is hands.page.side.buttons


def test_a_target_that_is_no_file_is_told(hands, heard, tmp_path):
    hands.page.save_to(tmp_path)
    hands.until(lambda: heard)
    assert heard[-1].title == f"{tmp_path.name} can’t be written"
    assert hands.printed() == []


def test_a_code_that_is_too_long_is_told_before_and_when_printing(hands, heard):
    def lengthen(event: EventFile) -> None:
        (bo,) = event.same_name("Bo")
        codes = event.read.attendee(bo).codes
        with event.write() as write:
            for code in codes:
                write.append(Draft(Kind.CODE_REVOKED, bo, {"code": code}))
            write.append(Draft(Kind.CODE_GIVEN, bo, {"code": "x" * 600}))

    hands.page.session.write(lengthen, lambda _result: None)
    hands.until(lambda: hands.instead == "The code of Bo is too long to print")
    hands.until(lambda: hands.page.side.look.title.text() == "This stops the print")
    told = print_all(hands, heard)
    assert told.title == "The code of Bo is too long to print"
    assert hands.printed() == []


def test_stopped_work_writes_nothing(hands, heard, demo):
    hands.choose(Who.ALL)
    hands.until(lambda: hands.big_words == "Print 55 badges on 6 sheets")
    hands.page.print()
    assert hands.page.maker.busy
    hands.key(Qt.Key.Key_Escape, hands.window)
    hands.until(lambda: not hands.page.maker.busy)
    assert hands.printed() == []
    assert list(demo.parent.glob("*.pdf")) == []
    assert heard == []


def test_where_nothing_can_be_noted_saving_works_and_says_so(
    hands, heard, tmp_path, monkeypatch, dialogs
):
    monkeypatch.setattr(hands.page.session.file, "read_only", True)
    hands.page.refresh()
    hands.until(lambda: not hands.page.side.buttons.print.isEnabled())
    assert "can only be read" in hands.sum_words
    hands.page.print()
    assert not hands.page.maker.busy
    hands.shortcut(Qt.Key.Key_S)
    (dialog,) = dialogs()
    assert Path(dialog.directory().path()) != hands.page.session.path.parent
    dialog.reject()
    hands.page.save_to(tmp_path / "b.pdf")
    hands.until(lambda: heard)
    assert (heard[-1].tone, heard[-1].title) == (Tone.WARN, "Saved: b.pdf")
    assert "not noted" in heard[-1].text
    assert len(pages(tmp_path / "b.pdf")) == 1
    assert hands.printed() == []
