"""The table of actions: what stands in it works, and what works stands in it."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from checkin.resources import resource
from checkin.ui import actions
from checkin.ui.actions import ACTIONS, ActionSpec
from checkin.ui.places import PLACES
from checkin.ui.widgets.button import Button

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "checkin" / "ui").rglob("*.py"))
TABLE = ROOT / "checkin" / "ui" / "actions.py"
NAMES = {spec.name for spec in ACTIONS}
OF_THE_FORM = {"Enter", "Esc"}
"""Keys of whatever form has the focus; all others are the table's."""
SECTIONS = {
    "window": "Everywhere",
    "start": "First page",
    "attendees": "Attendees",
    "importing": "Import",
    "badges": "Badges",
    "door": "Door",
    "follow_up": "Follow-up",
}


def keys(spec: ActionSpec) -> list[QKeySequence]:
    """All keys that do it."""
    return QKeySequence.listFromString(spec.keys) if spec.keys else []


def written(key: QKeySequence) -> str:
    """As it stands on the keyboard and on the page of help."""
    return key.toString().replace("Return", "Enter")


def shared_keys(found: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Of (key, whose) pairs the keys that several have, and who they are."""
    owners = defaultdict(list)
    for key, whose in found:
        owners[key].append(whose)
    return {key: names for key, names in owners.items() if len(names) > 1}


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    """Calls in the window's code of a function or method of that name."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                own = getattr(called, "attr", getattr(called, "id", ""))
                if own == name:
                    yield path, node


def words_in(node: ast.expr) -> list[str]:
    """The texts written in an expression."""
    return [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


# -- the table itself


@pytest.mark.parametrize("place", SECTIONS)
def test_no_two_actions_of_a_place_share_a_key(place):
    of_place = [spec for spec in ACTIONS if spec.where == place]
    found = ((key.toString(), spec.name) for spec in of_place for key in keys(spec))
    assert shared_keys(found) == {}


def test_every_action_is_of_a_place_and_has_a_name_of_its_own():
    assert {spec.where for spec in ACTIONS} == set(SECTIONS)
    assert len(NAMES) == len(ACTIONS)


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.name)
def test_an_action_has_keys_that_qt_understands_and_an_icon_that_there_is(spec):
    for key in keys(spec):
        assert not key.isEmpty()
        assert Qt.Key.Key_unknown not in [key[n].key() for n in range(key.count())]
    if spec.icon:
        assert resource("icons", f"{spec.icon}.svg").is_file()


# -- the code


def test_every_action_that_the_code_names_is_in_the_table():
    """By the first text with a full stop in it, in each call that takes a name."""
    named = {
        (path.name, text)
        for function in ("action", "spec", "act")
        for path, call in calls(function)
        for argument in call.args[:3]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        for text in [argument.value]
    }
    assert named
    assert [(where, name) for where, name in sorted(named) if name not in NAMES] == []


def test_no_key_is_bound_outside_the_table():
    binding = [
        f"{path.name}:{call.lineno}"
        for function in ("QShortcut", "setShortcut", "setShortcuts")
        for path, call in calls(function)
        if path != TABLE
    ]
    assert binding == []


def test_a_key_cap_is_never_typed_by_hand():
    typed = [
        f"{path.name}:{call.lineno}: {text}"
        for function in ("Button", "SearchField", "set_keys", "draw_cap", "cap_width")
        for path, call in calls(function)
        for value in _caps(function, call)
        for text in words_in(value)
        if text and text not in OF_THE_FORM | NAMES
    ]
    assert typed == []


def _caps(function: str, call: ast.Call) -> list[ast.expr]:
    """What a call puts on a cap."""
    by_name = [word.value for word in call.keywords if word.arg == "keys"]
    if function in ("set_keys", "cap_width"):
        return by_name + call.args[:1]
    if function == "SearchField":
        return by_name + call.args[1:2]
    return by_name + (call.args[3:4] if function == "draw_cap" else [])


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.name)
def test_a_button_shows_the_key_that_its_action_has(spec, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    made = actions.action(owner, spec.name, lambda: None)
    button = Button.of(made, parent=owner)
    bound = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert button._keys == bound.replace("Return", "Enter")


# -- the window


def working(window: QWidget) -> Iterator[tuple[str, str]]:
    """(key, action) of all that a key does at this moment."""
    for made in window.findChildren(QAction):
        owner = made.parent()
        seen = isinstance(owner, QWidget) and owner.isVisible()
        if seen and made.isEnabled():
            for key in made.shortcuts():
                yield key.toString(), made.objectName()


@pytest.mark.parametrize("place", PLACES)
def test_a_key_does_one_thing_at_each_place(demo_window, place):
    demo_window.go(place)
    assert shared_keys(working(demo_window)) == {}


def test_a_key_does_one_thing_on_the_first_page(empty_window, demo_window):
    assert ("Ctrl+W", "window.close_event") in set(working(demo_window))
    demo_window.close_event()
    assert shared_keys(working(empty_window)) == {}
    assert ("Ctrl+O", "start.other") in set(working(empty_window))


def test_ctrl_o_and_ctrl_shift_s_open_and_copy_an_event(demo_window, dialogs, qtbot):
    control, shift = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    for key, held, title in (
        (Qt.Key.Key_O, control, "Open an event"),
        (Qt.Key.Key_S, control | shift, "Save a copy"),
    ):
        qtbot.keyClick(demo_window, key, held)
        (dialog,) = dialogs()
        assert dialog.windowTitle() == title
        dialog.close()


# -- the help


def keys_of(section: str) -> set[str]:
    """The first column of a section's table."""
    page = resource("help", "shortcuts.md").read_text("utf-8")
    text = page.partition(f"## {section}\n")[2].partition("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return {line.split("|")[1].strip() for line in rows[2:]}


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.name)
def test_the_page_of_shortcuts_lists_the_key_under_its_place(spec):
    listed = keys_of(SECTIONS[spec.where]) | keys_of("Everywhere") & OF_THE_FORM
    for key in keys(spec):
        assert written(key) in listed


@pytest.mark.parametrize("place", SECTIONS)
def test_the_page_of_shortcuts_lists_no_key_that_does_nothing(place):
    known = {
        written(key) for spec in ACTIONS if spec.where == place for key in keys(spec)
    }
    shortcuts = {
        key
        for key in keys_of(SECTIONS[place])
        if key.startswith("Ctrl+") or key[1:].isdigit()
    }
    assert shortcuts <= known


def test_a_key_that_is_held_does_its_deed_once(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    made = [actions.action(owner, spec.name, print) for spec in ACTIONS]
    assert not any(action.autoRepeat() for action in made)
