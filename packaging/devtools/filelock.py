"""A lock between processes: one sets up, the others wait."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from devtools.shell import ROOT, say

SETUP_LOCK = ROOT / ".venv.lock"
"""Held by the one start that sets up or installs."""
WAITING = "Another set-up is running; waiting for it to end."

if sys.platform == "win32":
    import msvcrt

    def _take(fd: int, *, wait: bool) -> bool:
        """Windows can't wait for ever: ask again until it is free."""
        while True:
            with contextlib.suppress(OSError):
                msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
                return True
            if not wait:
                return False
            time.sleep(0.2)
else:
    import fcntl

    def _take(fd: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def locked(path: Path, waiting: str = WAITING) -> Iterator[None]:
    """Hold the lock; `waiting` is said when another process has it.

    The system frees the lock when its holder ends, however it ends, and with it the
    steps that it started: an installer whose starter was killed still holds the lock.
    """
    fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    os.set_inheritable(fd, True)
    try:
        if not _take(fd, wait=False):
            say(waiting)
            _take(fd, wait=True)
        yield
    finally:
        os.close(fd)
