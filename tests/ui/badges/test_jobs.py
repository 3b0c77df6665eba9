"""Printing from the page: where badges go, how the jobs stand, and the way out."""

import pytest
from doubles import PrintSystemDouble
from PySide6.QtCore import Qt

from checkin.badges.pdfium import reading
from checkin.badges.printers import (
    JobState,
    Printer,
    PrinterRefused,
    PrintSystemSilent,
    State,
    Trouble,
)
from checkin.ui import printjobs
from checkin.ui.badges.wish import Who

OFFICE = Printer("office", "Office printer", is_default=True, dots=600)
LABELS = Printer("labels", "Label printer", troubles=(Trouble.OFFLINE,))


@pytest.fixture
def system(monkeypatch):
    monkeypatch.setattr(printjobs, "_LOOK_MS", 10)
    return PrintSystemDouble(OFFICE, LABELS)


@pytest.fixture
def around(around, system):
    from dataclasses import replace

    return replace(around, print_system=system)


@pytest.fixture
def printers(hands):
    """At the page, once the printers were found."""
    hands.until(lambda: hands.page.printer.printer == OFFICE)
    return hands


@pytest.fixture
def printed(printers, system):
    """The badges were sent to the office printer, and are printing."""
    printers.click(printers.page.side.buttons.print)
    printers.until(lambda: system.sent)
    printers.until(lambda: row(printers).job.state is State.AT_PRINTER)
    return printers


def row(hands):
    rows = hands.page.jobs.rows
    return rows[max(rows)] if rows else None


def choices(hands):
    combo = hands.page.printer.combo
    return [combo.itemText(at) for at in range(combo.count())]


def test_the_usual_printer_holds_and_one_that_is_off_says_so(printers):
    assert choices(printers) == [
        "Office printer",
        "Label printer (does not answer)",
        "PDF file",
    ]
    assert printers.page.printer.combo.currentText() == "Office printer"
    assert printers.page.wish.printer == "office"


def test_what_is_chosen_by_keyboard_is_remembered(printers, window_again, around):
    combo = printers.page.printer.combo
    combo.setFocus()
    printers.key(Qt.Key.Key_Down, combo)
    assert printers.page.wish.printer == "labels"
    assert "Switch it on" in combo.accessibleDescription()
    printers.key(Qt.Key.Key_Down, combo)
    assert printers.page.wish.printer == ""
    page = window_again()
    printers.qtbot.waitUntil(lambda: page.people is not None)
    assert page.printer.printer is None


def test_printers_that_cannot_be_asked_for_leave_the_pdf_and_say_why(
    printers, system, monkeypatch
):
    def silent():
        raise PrintSystemSilent(reason="it takes too long")

    monkeypatch.setattr(system, "printers", silent)
    printers.page.printer.look()
    printers.until(lambda: choices(printers) == ["PDF file"])
    described = printers.page.printer.combo.accessibleDescription()
    assert described.startswith("The print system does not answer.")
    assert printers.page.printer.printer is None


def test_badges_go_to_the_printer_and_count_as_printed(printed, system):
    name, pdf, options = system.sent[0]
    assert name == "office"
    assert pdf.startswith(b"%PDF")
    assert options.title == "2 badges"
    assert len(printed.printed()) == 2
    assert printed.opened == []
    assert row(printed).title.text() == "2 badges on Office printer"
    assert row(printed).state.text() == "At the printer."
    assert row(printed).isVisible()


def test_where_they_were_printed_is_noted(printed):
    with printed.ledger() as event:
        assert event.read.print_runs()[0].printer == "Office printer"


def test_a_printer_out_of_paper_says_what_to_do_until_it_goes_on(printed, system):
    system.now("1", JobState.PRINTING, troubles=(Trouble.NO_PAPER,))
    printed.until(lambda: row(printed).job.state is State.NEEDS_HELP)
    assert row(printed).state.text().startswith("The printer has run out of paper.")
    assert row(printed).retry.isVisible()
    system.now("1", JobState.DONE)
    printed.until(lambda: row(printed).job.state is State.DONE)
    assert row(printed).state.text() == "Printed."
    printed.click(row(printed).close_button)
    assert not printed.page.jobs.isVisible()


def test_begun_anew_by_keyboard_the_old_job_is_taken_back(printed, system):
    system.now("1", JobState.PRINTING, troubles=(Trouble.JAM,))
    printed.until(row(printed).retry.isVisible)
    printed.key(Qt.Key.Key_Space, row(printed).retry)
    printed.until(lambda: len(system.sent) == 2)
    assert system.cancelled == ["1"]


def test_of_several_pages_it_is_asked_from_which_one_on(printers, system, tmp_path):
    printers.choose(Who.ALL)
    printers.until(lambda: "55" in printers.big_words)
    printers.click(printers.page.side.buttons.print)
    printers.until(lambda: row(printers) and row(printers).job.system_id)
    system.now("1", JobState.FAILED, pages=3)
    printers.until(row(printers).retry.isVisible)
    printers.key(Qt.Key.Key_Space, row(printers).retry)
    assert row(printers).pages.currentText() == "From page 4 of 6"
    assert row(printers).pages.hasFocus()
    printers.key(Qt.Key.Key_Down, row(printers).pages)
    printers.key(Qt.Key.Key_Space, row(printers).go)
    printers.until(lambda: len(system.sent) == 2)
    again = tmp_path / "again.pdf"
    again.write_bytes(system.sent[1][1])
    with reading(again) as document:
        assert len(document) == 2


def test_a_job_taken_back_offers_to_count_as_not_printed(printed, system):
    printed.click(row(printed).cancel)
    printed.until(lambda: row(printed).job.state is State.CANCELLED)
    assert row(printed).state.text() == (
        "Cancelled. The badges still count as printed."
    )
    printed.click(row(printed).undo)
    printed.until(lambda: printed.printed() == [])
    assert not printed.page.jobs.isVisible()


def test_a_printer_that_refuses_says_why_and_can_be_tried_again(printers, system):
    system.refuses = PrinterRefused(printer="Office printer", reason="not allowed")
    printers.click(printers.page.side.buttons.print)
    printers.until(lambda: row(printers) and row(printers).retry.isVisible())
    assert "not allowed" in row(printers).state.text()
    system.refuses = None
    printers.click(row(printers).retry)
    printers.until(lambda: system.sent)


def test_a_test_sheet_goes_to_the_printer_too(printers, system):
    printers.click(printers.page.side.buttons.test)
    printers.until(lambda: system.sent)
    assert system.sent[0][2].title == "Test sheet"
    assert printers.printed() == []


def test_elsewhere_a_printer_that_needs_help_is_told_in_a_bar(printed, system, heard):
    printed.window.go("attendees")
    system.now("1", JobState.PRINTING, troubles=(Trouble.NO_PAPER,))
    printed.until(lambda: any("Needs help" in one.title for one in heard))
    (told,) = [one for one in heard if "Needs help" in one.title]
    assert told.title == "2 badges on Office printer: Needs help"
    assert "Put in new sheets" in told.text
    told.offers[0].do()
    assert printed.window.place == "badges"


def test_nothing_lies_around_once_the_window_is_closed(printed, system):
    spool = printed.window.print_jobs._queue._spool._folder
    assert spool.is_dir()
    printed.window.close()
    printed.until(lambda: not spool.exists())
