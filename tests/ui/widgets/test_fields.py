"""A field says what is wrong with it, and takes no files."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from checkin.ui.widgets.fields import Field, SearchField
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import tip


def test_what_is_wrong_is_said_with_an_icon_and_not_by_colour_alone(around, qtbot):
    field = Field("Name")
    qtbot.addWidget(field)
    field.show()
    icon = field.findChild(Icon)
    assert not icon.isVisible()
    field.say_wrong("Nobody is called that.")
    assert icon.isVisible()
    assert field.edit.accessibleDescription() == "Nobody is called that."
    qtbot.keyClicks(field.edit, "Zoe")
    assert not icon.isVisible()


def test_a_file_dropped_on_a_line_is_taken_by_the_window(window, tmp_path, qtbot):
    path = tmp_path / "guests.csv"
    path.write_text("Name\nZoë\n", "utf-8")
    edit = window.findChild(SearchField).edit
    taken = []
    window.dropping.dropped.connect(taken.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = edit.mapTo(window, QPoint(20, 8))
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    assert not edit.acceptDrops()
    QApplication.sendEvent(window, QDragEnterEvent(at, action, data, button, plain))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), action, data, button, plain))
    assert taken == [path]
    assert edit.text() == ""


def test_a_name_in_a_tooltip_is_no_markup():
    assert tip("Zoë & Co") == "Zoë & Co"
    assert tip("<b>Zoë</b>") == "<p>&lt;b&gt;Zoë&lt;/b&gt;</p>"
