"""The machine's own time: the only place that asks for it."""

import time

from checkin.model.clock import Instant


class SystemClock:
    """The clock on the wall of this machine."""

    def now(self) -> Instant:
        """This moment, with the local offset.

        Without a `datetime` on the way: an import asks for every guest's id.
        """
        ms = time.time_ns() // 1_000_000
        return Instant(ms, time.localtime(ms // 1000).tm_gmtoff // 60)
