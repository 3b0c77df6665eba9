"""The help panel: its pages, one after the other."""

import pytest
from PySide6.QtGui import QTextDocument

from checkin.ui import style
from checkin.ui.help.panel import HelpPanel
from checkin.ui.look import Look
from checkin.ui.tokens import DARK


@pytest.fixture
def panel(qtbot):
    made = HelpPanel()
    qtbot.addWidget(made)
    made.resize(380, 300)
    made.show_page("door")
    made.show()
    qtbot.waitExposed(made)
    return made


def documents(panel):
    return len(panel.findChildren(QTextDocument))


def test_each_page_begins_at_its_top(panel):
    bar = panel.text.verticalScrollBar()
    for name in ("badges", "shortcuts"):
        bar.setValue(bar.maximum())
        assert bar.value() > 0
        panel.show_page(name)
        assert bar.value() == 0
    panel.back.click()
    assert panel.page == "badges"
    assert bar.value() == 0


def test_pages_that_were_read_take_no_memory(panel, qapp):
    before = documents(panel)
    for name in ("badges", "shortcuts", "start"):
        panel.show_page(name)
    style.apply_if_other(qapp, Look(DARK, 1.3))
    assert documents(panel) == before
    assert panel.text.document().defaultFont().pixelSize() == Look(DARK, 1.3).px(15)
