"""Time as the core sees it: handed in, never asked of the system."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A moment, and the offset of the local time that people saw beside it."""

    ms: int
    """Milliseconds since 1970 in UTC."""
    offset: int = 0
    """Minutes that local time was ahead of UTC."""

    @classmethod
    def from_datetime(cls, moment: datetime) -> "Instant":
        """From an aware datetime.

        Raises:
            ValueError: the datetime has no time zone.
        """
        ahead = moment.utcoffset()
        if ahead is None:
            raise ValueError("a moment needs its time zone")
        since = moment - datetime(1970, 1, 1, tzinfo=UTC)
        return cls(since // timedelta(milliseconds=1), ahead // timedelta(minutes=1))

    def local(self) -> datetime:
        """The aware datetime as people saw it."""
        zone = timezone(timedelta(minutes=self.offset))
        return datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone) + timedelta(
            milliseconds=self.ms
        )

    def hour_minute(self) -> str:
        """As on a clock on the wall: 18:42."""
        return self.local().strftime("%H:%M")

    def day_and_time(self) -> str:
        """With the day, where it may not be today: Thu 26 Nov, 18:30."""
        local = self.local()
        return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"

    def short(self, now: "Instant") -> str:
        """18:42; with the day where it is another than today's."""
        today = self.local().date() == now.local().date()
        return self.hour_minute() if today else self.day_and_time()

    def iso(self) -> str:
        """As in files for machines: 2026-11-20T18:42:07+00:00."""
        return self.local().isoformat(timespec="seconds")


class Clock(Protocol):
    """Tells the time; passed in, so that tests and the demo bring their own."""

    def now(self) -> Instant:
        """This moment."""
        ...
