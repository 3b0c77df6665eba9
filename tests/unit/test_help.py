"""The help: pages that link to each other, and that say what the program says."""

import re

import pytest
from PySide6.QtGui import QTextDocument

from checkin.model.verdict import Verdict
from checkin.model.words import headline
from checkin.resources import resource
from checkin.ui.actions import ACTIONS

FOLDER = resource("help")
PAGES = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.iterdir())}
WANTED = "start attendees import badges door follow-up settings shortcuts".split()
NEVER_SAID = "successfully invalid error record entry oops simply".split()


def cells(page: str) -> set[str]:
    """What stands in the tables of a page, without stars."""
    rows = [line for line in PAGES[page].splitlines() if line.startswith("|")]
    return {cell.strip(" *") for row in rows for cell in row.split("|")}


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]*)\)", text)


@pytest.fixture
def rendered(qapp):
    """The text that a reader of the page sees."""

    def render(page: str) -> str:
        document = QTextDocument()
        document.setMarkdown(PAGES[page])
        return document.toPlainText()

    return render


def test_every_place_of_the_window_has_a_page():
    assert set(PAGES) == {f"{name}.md" for name in WANTED}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_its_one_great_heading(page):
    headings = [line for line in PAGES[page].splitlines() if line.startswith("# ")]
    assert PAGES[page].startswith("# ")
    assert len(headings) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_link_leads_to_a_page(page):
    assert [link for link in links(PAGES[page]) if link not in PAGES] == []
    assert page not in links(PAGES[page])


def test_every_page_is_reached_from_another():
    linked = {link for text in PAGES.values() for link in links(text)}
    assert set(PAGES) == linked


@pytest.mark.parametrize("page", PAGES)
def test_qt_shows_a_page_without_marks_of_its_source(page, rendered):
    text = rendered(page)
    assert not re.findall(r"\*\*|\]\(|^#|\|", text, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_plainly(page):
    words = set(re.findall(r"\w+", PAGES[page].lower()))
    assert words.isdisjoint(NEVER_SAID)


@pytest.mark.parametrize("verdict", Verdict)
def test_the_page_of_the_door_explains_every_verdict(verdict):
    assert headline(verdict) in cells("door.md")


def key_of(keys: str) -> list[str]:
    """The keys of an action as the page writes them: of equal ones, the first."""
    first = keys.partition("; ")[0]
    return [key.replace("Return", "Enter") for key in first.split(", ") if key]


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.name)
def test_every_key_of_the_window_is_on_the_page_of_shortcuts(spec):
    assert set(key_of(spec.keys)) <= cells("shortcuts.md")
