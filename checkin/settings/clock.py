"""The machine's own time: the only place that asks for it."""

from datetime import datetime

from checkin.model.clock import Instant


class SystemClock:
    """The clock on the wall of this machine."""

    def now(self) -> Instant:
        """This moment, with the local offset."""
        return Instant.from_datetime(datetime.now().astimezone())
