"""The badge of whoever stands at the desk comes out of the printer that is chosen."""

from dataclasses import replace

import pytest
from doubles import PrintSystemDouble
from PySide6.QtCore import Qt

from checkin.badges.printers import JobState, Printer, Trouble
from checkin.ui import printjobs

LABELS = Printer("labels", "Label printer", is_default=True, dots=203)


@pytest.fixture
def system(monkeypatch):
    monkeypatch.setattr(printjobs, "_LOOK_MS", 10)
    return PrintSystemDouble(LABELS)


@pytest.fixture
def around(around, system):
    return replace(around, print_system=system)


@pytest.fixture
def printed(volunteer, anna, system):
    """Anna's badge was sent to the label printer."""
    volunteer.until(lambda: volunteer.window.print_jobs.printers)
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F5)
    volunteer.until(lambda: system.sent)
    return volunteer


def test_it_is_noted_and_no_file_is_left(printed, anna, system, heard):
    name, pdf, options = system.sent[0]
    assert name == "labels"
    assert pdf.startswith(b"%PDF")
    assert options.title == "1 badge"
    assert printed.again(anna).printed == 1
    assert heard[-1].title == "The badge is sent to Label printer"
    assert not list(printed.page.session.path.parent.glob("*.pdf"))
    assert printed.word == "Admitted"


def test_a_printer_that_is_out_of_paper_is_told_at_the_door(printed, system, heard):
    system.now("1", JobState.PRINTING, troubles=(Trouble.NO_PAPER,))
    printed.until(lambda: "Needs help" in heard[-1].title)
    assert heard[-1].title == "1 badge on Label printer: Needs help"
    assert heard[-1].text.startswith("The printer has run out of paper.")
