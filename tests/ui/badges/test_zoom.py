"""How large the sheet is: the steps, and what stays in sight."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from checkin.badges import stock
from checkin.ui.badges.zoom import STEPS, Fit, Zoom, real_size

A4 = stock("L4785")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_whole_sheet_fits_both_ways():
    room = QSize(480, 600)
    size = real_size(A4) * Zoom().scale(A4, room)
    assert size.height() == pytest.approx(600)
    assert size.width() <= 480


def test_coming_closer_ends_at_the_largest_step_and_going_back_at_the_whole_sheet():
    zoom, scale, seen = Zoom(), 0.54, []
    for _more in range(9):
        zoom = zoom.closer(scale)
        scale = zoom.step
        seen.append(scale)
    assert seen[:5] == [0.75, 1.0, 1.5, 2.0, 3.0]
    assert seen[-1] == STEPS[-1]
    for _less in range(9):
        zoom = zoom.further(scale, 0.54)
        scale = zoom.step if zoom.fit is Fit.STEP else 0.54
    assert zoom == Zoom()


def test_a_small_label_can_be_seen_in_its_real_size():
    zoom = Zoom().further(2.6, 2.6)
    assert zoom == Zoom(Fit.STEP, 2.0)
    zoom = zoom.further(2.0, 2.6).further(1.5, 2.6)
    assert zoom == Zoom(Fit.STEP, 1.0)
    assert zoom.further(1.0, 2.6) == zoom


@pytest.fixture
def ground(hands):
    hands.until(lambda: hands.page.well.view.is_sharp)
    return hands.page.well.ground


def press(hands, key, held=CONTROL):
    hands.qtbot.keyClick(hands.window, key, held)


def test_keys_come_closer_to_the_sheet_and_back(hands, ground):
    view, small = ground.view, ground.view.paper().width()
    for _step in range(2):
        press(hands, Qt.Key.Key_Plus)
    assert view.paper().size() == real_size(A4).toSize()
    assert hands.page.well.whole.text() == "100%"
    hands.until(lambda: view.is_sharp)
    press(hands, Qt.Key.Key_Minus)
    assert hands.page.well.whole.text() == "75%"
    press(hands, Qt.Key.Key_0)
    hands.until(lambda: view.paper().width() == small)
    assert not hands.page.well.whole.isVisible()


def test_buttons_do_the_same(hands, ground):
    well = hands.page.well
    hands.click(well.closer)
    hands.click(well.closer)
    assert ground.scale == 1.0
    hands.click(well.further)
    assert ground.scale == 0.75
    hands.click(well.whole)
    assert ground.whole


def test_what_stands_under_the_mouse_stays_there(hands, ground):
    view, port = ground.view, ground.viewport()
    spot = QPointF(port.rect().center()) + QPointF(60, 40)
    place = view.place_at(view.mapFrom(port, spot.toPoint()))
    for _step in range(3):
        turn = QWheelEvent(
            spot,
            port.mapToGlobal(spot),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, turn)
    assert ground.scale == 1.5
    assert view.place_at(view.mapFrom(port, spot.toPoint())) == place


def test_shift_and_arrows_move_about_and_arrows_bring_a_place_into_sight(hands, ground):
    view = ground.view
    for _step in range(3):
        press(hands, Qt.Key.Key_Plus)
    view.setFocus()
    across, down = ground.horizontalScrollBar(), ground.verticalScrollBar()
    before = across.value(), down.value()
    hands.qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    hands.qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert across.value() > before[0]
    assert down.value() > before[1]
    assert view.cursor_place == 1
    for _row in range(4):
        hands.qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.cursor_place == 9
    seen = view.visibleRegion().boundingRect()
    assert seen.contains(view.box_of(9).center().toPoint())


def test_a_place_is_marked_where_it_is_seen_when_close(hands, ground):
    press(hands, Qt.Key.Key_Plus)
    hands.click_place(1)
    assert hands.page.wish.used == {1}
