"""Looks at everything that can be used on a page, as a person with a keyboard would."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextBrowser,
    QWidget,
)

USED = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractItemView,
    QPlainTextEdit,
    QTextBrowser,
)
KEYED = "keyed"
"""A property: a key does the same, so that Tab need not stop there."""


def used(root: QWidget) -> Iterator[QWidget]:
    """Everything that can be pressed, typed into or chosen from, and is to be seen."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, USED) and widget.isVisible():
            inside = widget.parentWidget()
            if not isinstance(inside, QComboBox) and not _part_of_view(widget):
                yield widget


def _part_of_view(widget: QWidget) -> bool:
    """Headers, viewports and the list that drops out of a combo box."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView) or "Popup" in type(parent).__name__:
            return True
        if "ComboBoxPrivateContainer" in type(parent).__name__:
            return True
        parent = parent.parentWidget()
    return False


def name_of(widget: QWidget) -> str:
    """For a person who has to find it."""
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {name!r}"


def without_name(root: QWidget) -> list[str]:
    """What a screen reader can't call by a name."""
    return [name_of(w) for w in used(root) if not w.accessibleName().strip()]


def out_of_reach(root: QWidget) -> list[str]:
    """What Tab never comes to. One radio button of a group is enough."""
    chain, at = set(), root
    while at not in chain:
        chain.add(at)
        at = at.nextInFocusChain()
    return [
        name_of(w)
        for w in used(root)
        if w.isEnabled()
        and not w.property(KEYED)
        and not any(other in chain and _stops(other) for other in _group_of(w))
    ]


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _group_of(widget: QWidget) -> list[QWidget]:
    """The buttons among which the arrow keys go; else the widget alone."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return list(group.buttons()) if group else [widget]


def too_small(root: QWidget, least: int) -> list[str]:
    """What a pointer hardly hits: below `least` px. A search field counts whole."""
    return [
        f"{name_of(w)}: {w.height()} px"
        for w in used(root)
        if min(_target(w).height(), _target(w).width()) < least
    ]


def _target(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    plain = isinstance(widget, QLineEdit) and widget.property("plain")
    return parent if plain and parent is not None else widget


def cut_off(root: QWidget) -> list[str]:
    """Labels whose text does not fit, and whose end nobody sees."""
    return [
        f"{label.text()[:60]!r} needs {_needed(label)}, has {label.width()} px"
        for label in root.findChildren(QLabel)
        if label.isVisible() and label.text() and _is_cut(label)
    ]


def _needed(label: QLabel) -> int:
    return label.sizeHint().width()


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return _needed(label) > label.width() + 1


def beside_the_window(root: QWidget) -> list[str]:
    """What lies partly outside of the window and can't be scrolled to."""
    whole = QRect(QPoint(0, 0), root.size())
    return [
        name_of(w)
        for w in used(root)
        if not _scrolls(w)
        and not whole.contains(QRect(w.mapTo(root, QPoint(0, 0)), w.size()))
    ]


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
