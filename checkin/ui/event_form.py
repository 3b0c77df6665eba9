"""Name, day, time and place of an event: to make one, and to change it later."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.model.event import Event
from checkin.model.i18n import _
from checkin.ui.widgets.fields import Field

_EVENING = "18:30"


class EventForm(QWidget):
    """The fields of an event; `values` reads them, and says what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.title = Field(
            _("What is it called?"), example=_("Autumn Networking Evening")
        )
        self.day = Field(_("Day"), example="2026-11-26")
        self.starts = Field(_("Doors open"), example=_EVENING)
        self.ends = Field(_("Ends"), example="22:00")
        self.venue = Field(_("Where?"), example=_("The Old Customs House"))
        self.directions = Field(
            _("One line for the greeting screen"),
            example=_("Drinks are through the doors on the left."),
        )
        times = QHBoxLayout()
        times.setSpacing(16)
        times.addWidget(self.day, 3)
        times.addWidget(self.starts, 2)
        times.addWidget(self.ends, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self.title)
        box.addLayout(times)
        box.addWidget(self.venue)
        box.addWidget(self.directions)
        self._shown: Event | None = None
        self.setFocusProxy(self.title)

    def begin(self, name: str, today: date) -> None:
        """For a new event."""
        for field in self._fields():
            field.set_text("")
            field.say_wrong("")
        self.title.set_text(name)
        self.day.set_text(today.isoformat())
        self.starts.set_text(_EVENING)
        self._shown = None

    def show_event(self, event: Event) -> None:
        """For one that there is."""
        self._shown = event
        self.title.set_text(event.name)
        day, starts, ends = _texts(event)
        self.day.set_text(day)
        self.starts.set_text(starts)
        self.ends.set_text(ends)
        self.venue.set_text(event.venue)
        self.directions.set_text(event.directions)

    def values(self) -> Mapping[str, str] | None:
        """As in EVENT_FIELDS, empty ones too; None where something is wrong."""
        for field in self._fields():
            field.say_wrong("")
        name = self.title.text()
        if not name:
            self.title.say_wrong(_("An event needs a name."))
        day = self._day()
        start, end = self._time(self.starts), self._time(self.ends)
        if not name or day is False or start is False or end is False:
            return None
        starts, ends = self._times(day, start, end)
        return {
            "name": name,
            "starts": starts,
            "ends": ends,
            "venue": self.venue.text(),
            "directions": self.directions.text(),
        }

    def _times(
        self,
        day: date | bool | None,
        start: time | bool | None,
        end: time | bool | None,
    ) -> tuple[str, str]:
        """Start and end as the event file wants them; untouched ones to the letter.

        They may hold what the fields don't show: more days, seconds, a time zone.
        """
        shown = self._shown
        typed = (self.day.text(), self.starts.text(), self.ends.text())
        if shown is not None and typed == _texts(shown):
            return shown.starts, shown.ends
        last = _end_day(day, start, end)
        if shown is not None and isinstance(last, date):
            last += timedelta(days=_more_days(shown))
        return _moment(day, start), _moment(last, end) if end else ""

    def _fields(self) -> tuple[Field, ...]:
        return (
            self.title, self.day, self.starts, self.ends, self.venue, self.directions
        )  # fmt: skip

    def _day(self) -> date | bool | None:
        text = self.day.text()
        if not text:
            return None
        found = read_day(text)
        if found is None:
            self.day.say_wrong(_("Write the day like 2026-11-26."))
            return False
        return found

    def _time(self, field: Field) -> time | bool | None:
        text = field.text().replace(".", ":")
        if not text:
            return None
        try:
            return time.fromisoformat(text.rjust(5, "0"))
        except ValueError:
            field.say_wrong(_("Write the time like 18:30."))
            return False


def read_day(text: str) -> date | None:
    """2026-11-26, 26.11.2026 or 26/11/2026; None for anything else."""
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
    return None


def _texts(event: Event) -> tuple[str, str, str]:
    """Day, start and end of an event as the fields show them."""
    return event.starts[:10], event.starts[11:16], event.ends[11:16]


def _more_days(event: Event) -> int:
    """How many days later it ends than an evening that began then would."""
    try:
        starts = datetime.fromisoformat(event.starts)
        ends = datetime.fromisoformat(event.ends)
    except ValueError:
        return 0
    evening = _end_day(starts.date(), starts.time(), ends.time())
    assert isinstance(evening, date)
    return max(0, (ends.date() - evening).days)


def _moment(day: date | bool | None, at: time | bool | None) -> str:
    """ISO 8601 as the event file wants it; a day alone stays one."""
    if not isinstance(day, date):
        return ""
    return f"{day.isoformat()}T{at:%H:%M}" if isinstance(at, time) else day.isoformat()


def _end_day(
    day: date | bool | None, start: time | bool | None, end: time | bool | None
) -> date | bool | None:
    """An evening that ends at one in the morning ends the day after."""
    after_midnight = (
        isinstance(day, date)
        and isinstance(start, time)
        and isinstance(end, time)
        and end < start
    )
    if after_midnight and isinstance(day, date):
        return day + timedelta(days=1)
    return day
