"""“My printer prints off”: printed, measured, kept and used, by keyboard too."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from checkin.badges import Calibration, Point, keep_calibration, kept_calibration

MEASURED = ("11.2", "10,8", "190.57", "277.83")


@pytest.fixture
def panel(hands):
    """Opened as somebody would who looks for it."""
    page = hands.page
    page.side.how.more.button.click()
    hands.click(page.side.how.choices.off)
    assert page.put_right.panel.isVisible()
    return page.put_right.panel


def kept(hands):
    return kept_calibration(hands.page.context.settings)


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    said = document[0].get_textpage().get_text_bounded()
    document.close()
    return said


def type_in(hands, panel, measured=MEASURED):
    for field, text in zip(panel.fields, measured, strict=True):
        field.edit.setFocus()
        field.edit.selectAll()
        hands.qtbot.keyClicks(field.edit, text)


def test_what_was_measured_is_said_in_words_and_kept(hands, panel):
    assert panel.now.text() == "Your printer for PDF files has no calibration yet."
    assert not panel.keep.isEnabled()
    type_in(hands, panel)
    assert panel.result.text() == (
        "It prints 1.2 mm too far right, 0.8 mm too low, 0.3 % too large."
    )
    hands.qtbot.keyClick(panel.fields[3].edit, Qt.Key.Key_Return)
    assert kept(hands).error_words().startswith("prints 1.2 mm too far right")
    assert "That is put right on each page." in panel.now.text()
    assert panel.fields[0].text() == ""


def test_the_badges_are_printed_with_it_and_the_preview_is_not_moved(hands, panel):
    hands.until(lambda: hands.page.previewer.pdf)
    before = hands.page.previewer.pdf
    keep_calibration(hands.page.context.settings, "", Calibration(Point(2, 3)))
    assert hands.page.previewer.pdf == before
    hands.page.print()
    hands.until(lambda: hands.opened)
    document = pypdfium2.PdfDocument(hands.opened[0])
    first = document[0].get_textpage()
    moved = min(first.get_charbox(n)[0] for n in range(20))
    document.close()
    document = pypdfium2.PdfDocument(before)
    seen = min(document[0].get_textpage().get_charbox(n)[0] for n in range(20))
    document.close()
    assert moved - seen == pytest.approx(2 * 72 / 25.4, abs=0.01)


def test_the_test_sheet_is_printed_with_what_is_kept_or_without(hands, panel):
    hands.click(panel.test)
    hands.until(lambda: len(hands.opened) == 1)
    assert "Printed without calibration." in words_of(hands.opened[0])
    assert panel.with_it.isHidden()
    type_in(hands, panel)
    panel.keep.click()
    assert panel.with_it.isChecked()
    panel.test.click()
    hands.until(lambda: len(hands.opened) == 2)
    assert "Printed with the calibration" in words_of(hands.opened[1])
    panel.with_it.click()
    panel.test.click()
    hands.until(lambda: len(hands.opened) == 3)
    assert "Printed without calibration." in words_of(hands.opened[2])


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (("0.4", "0.4", "7.48", "10.9"), "look like inches"),
        (("10", "10", "181", "264"), "too small; between the crosses"),
    ],
)
def test_what_can_not_be_is_said_and_not_kept(hands, panel, measured, said):
    type_in(hands, panel, measured)
    assert said in panel.result.text()
    assert not panel.keep.isEnabled()
    hands.qtbot.keyClick(panel.fields[0].edit, Qt.Key.Key_Return)
    assert kept(hands) == Calibration()


def test_what_is_no_length_is_marked_in_its_field(hands, panel):
    type_in(hands, panel, ("10", "ten", "190", "277"))
    assert panel.fields[1].edit.property("wrong")
    assert panel.result.isHidden()
    assert not panel.keep.isEnabled()


def test_the_length_that_is_typed_is_shown_in_the_drawing(hands, panel):
    before = panel.drawing.grab().toImage()
    panel.fields[2].edit.setFocus()
    assert panel.drawing.grab().toImage() != before
    assert "C: from it to the cross on the right" in (
        panel.drawing.accessibleDescription()
    )


def test_it_is_taken_back_by_undo_and_by_reset(hands, panel, heard):
    type_in(hands, panel)
    panel.keep.click()
    was = kept(hands)
    panel.reset.click()
    assert kept(hands) == Calibration()
    assert panel.reset.isHidden()
    (_kept, taken_back) = [one for one in heard if one.about == "calibration"]
    taken_back.offers[0].do()
    assert kept(hands) == was


def test_esc_and_the_cross_lead_back_to_where_one_came_from(hands, panel):
    hands.qtbot.keyClick(hands.page, Qt.Key.Key_Escape)
    side = hands.page.side
    assert side.panel is None
    assert side.how.choices.off.hasFocus()
    side.how.choices.off.click()
    assert side.panel is panel
    panel.left.emit()
    assert side.panel is None


def test_another_sheet_has_other_lengths(hands, panel):
    from checkin.badges import stock

    assert panel.fields[2].edit.accessibleName() == "C, should be 190 mm"
    hands.page.change(stock=stock("5395"))
    assert panel.fields[2].edit.accessibleName() == "C, should be 195.9 mm"
