"""The guests' screen welcomes, and says nothing that is nobody else's business."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from scanning import scan
from scenery import ZOE, guest, told

from checkin.model.event import Event
from checkin.model.ids import EventId, SubjectId
from checkin.model.verdict import Family, Verdict
from checkin.ui.door import greeting_screen
from checkin.ui.door.greeting import greeting_of, nobody
from checkin.ui.door.told import PlusOne

EVENT = Event(
    EventId(SubjectId(b"e" * 16)), "Autumn Evening", directions="Drinks on the left."
)


def test_whoever_is_admitted_is_welcomed_by_name():
    said = greeting_of(told(Verdict.ADMITTED), EVENT)
    assert (said.word, said.first, said.rest) == ("Welcome", "Zoë", "van der Berg")
    assert said.company == "Harbour Makers"
    assert said.directions == "Drinks on the left."


def test_somebody_who_comes_back_is_welcomed_back():
    said = greeting_of(told(Verdict.ALREADY_IN), EVENT)
    assert said.word == "Welcome back"


def test_somebody_who_leaves_is_said_goodbye_to():
    assert greeting_of(told(Verdict.LEFT), EVENT).word == "See you soon"


STOPS = [v for v in Verdict if v.family is Family.STOP]


@pytest.mark.parametrize("verdict", STOPS)
def test_a_refusal_is_one_moment_please_and_nothing_else(verdict):
    secret = replace(
        ZOE, details=replace(ZOE.details, email="zoe@example.org", note="owes £12")
    )
    said = greeting_of(
        told(verdict, secret, note="banned", amount_due="£12", code="4711"), EVENT
    )
    assert said.word == "One moment, please"
    assert said.spoken == "Autumn Evening. One moment, please"


@pytest.mark.parametrize("verdict", [Verdict.AMBIGUOUS, Verdict.QUESTION])
def test_a_question_leaves_the_screen_as_it_was(verdict):
    assert greeting_of(told(verdict), EVENT) is None


def test_a_welcome_shows_no_address_ticket_or_other_guest():
    who = guest(
        full_name="Zoë Berg", email="zoe@example.org", ticket_type="Member",
        plus_one="Bruno", note="vegan", phone="0123",
    )  # fmt: skip
    said = greeting_of(
        told(Verdict.ADMITTED, who, plus_one=PlusOne("Bruno"), booked_by="Ines"), EVENT
    )
    for secret in ("example.org", "Member", "Bruno", "vegan", "0123", "Ines"):
        assert secret not in said.spoken


def test_between_guests_everybody_is_welcome():
    assert nobody(EVENT, "18:42").spoken.startswith("Autumn Evening. Welcome to")


# -- the window


@pytest.fixture
def screen(volunteer):
    volunteer.press(Qt.Key.Key_F11)
    opened = volunteer.page.greeter.screen
    assert opened is not None
    volunteer.until(opened.isVisible)
    volunteer.window.activateWindow()
    volunteer.until(lambda: volunteer.page.hearing.scanner.listening)
    return opened


def test_a_scan_is_greeted(volunteer, anna, screen):
    assert screen.greeting.word == "Welcome to"
    volunteer.scan(anna.code)
    assert screen.greeting.first == "Anna"
    assert "Anna" in screen.accessibleName()


def test_a_greeting_stays_eight_seconds(volunteer, anna, screen):
    volunteer.scan(anna.code)
    timer = screen.findChild(QTimer)
    assert (timer.isActive(), timer.interval()) == (True, 8000)
    assert screen.greeting.first == "Anna"
    timer.timeout.emit()
    assert screen.greeting.word == "Welcome to"


def test_what_is_not_saved_is_one_moment_please(volunteer, anna, disk, screen):
    volunteer.scan(anna.code)
    assert screen.greeting.word == "One moment, please"
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")


def test_a_scan_that_comes_to_the_greeting_window_is_heard(volunteer, anna, screen):
    screen.activateWindow()
    volunteer.until(screen.isActiveWindow)
    scan(screen, anna.code)
    volunteer.until(lambda: volunteer.word == "Admitted")


def test_escape_on_the_greeting_closes_it(volunteer, screen):
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert volunteer.page.greeter.screen is None


def test_escape_at_the_desk_clears_first_and_then_closes_it(volunteer, anna, screen):
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_Escape)
    assert volunteer.idle
    assert volunteer.page.greeter.screen is screen
    volunteer.press(Qt.Key.Key_Escape)
    assert volunteer.page.greeter.screen is None


def test_the_same_key_closes_it(volunteer, screen):
    volunteer.press(Qt.Key.Key_F11)
    assert volunteer.page.greeter.screen is None


def test_it_goes_with_the_window_of_the_desk(volunteer, screen):
    volunteer.window.close()
    assert volunteer.page.greeter.screen is None


def test_it_goes_with_the_event(volunteer, screen, qtbot):
    gone = []
    screen.closed.connect(lambda: gone.append(True))
    volunteer.window.close_event()
    from guards import delete_later_is_now

    delete_later_is_now()
    assert gone


def test_a_monitor_that_is_unplugged_makes_it_a_window_and_is_told_of(
    volunteer, screen, heard
):
    screen.screen_used = monitor = QGuiApplication.primaryScreen()
    screen.showFullScreen()
    screen._gone(monitor)
    assert screen.isVisible()
    assert not screen.isFullScreen()
    assert heard[-1].title == "The guests’ monitor is gone"


def test_another_monitor_that_goes_changes_nothing(volunteer, screen, heard):
    screen._gone(QGuiApplication.primaryScreen())
    assert heard == []


@pytest.mark.parametrize("size", [(1280, 800), (640, 360), (1920, 400), (500, 900)])
def test_it_can_be_painted_at_any_size(volunteer, screen, size):
    volunteer.scan(
        volunteer.guest(
            first_name="Wilhelmina-Charlotte",
            last_name="Ashcombe-Winterbourne-Thistlethwaite",
            company="Society for the Preservation of Harbour Bells",
        ).code
    )
    screen.resize(*size)
    assert not screen.grab().isNull()


class Monitor:
    """Another one, at the right of the desk's."""

    def geometry(self) -> QRect:
        return QRect(1280, 0, 800, 600)


def test_with_a_second_monitor_it_fills_that(volunteer, monkeypatch):
    own = volunteer.window.screen()
    monitors = [own, Monitor()]
    monkeypatch.setattr(
        greeting_screen.QGuiApplication, "screens", staticmethod(lambda: monitors)
    )
    volunteer.press(Qt.Key.Key_F11)
    opened = volunteer.page.greeter.screen
    assert opened.isFullScreen()
    assert opened.screen_used is monitors[1]
