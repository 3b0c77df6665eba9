"""Two processes on one file: both write, and neither loses anything."""

import subprocess
import sys

from checkin.model.kinds import Kind

CHILD = """
import sys
from pathlib import Path
from random import Random
from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.settings import SystemClock
from checkin.store.eventfile import Desk, EventFile

path, name = Path(sys.argv[1]), sys.argv[2]
random = Random(name).randbytes
with EventFile.open(path, SystemClock(), Desk(DeskId(random(16)), name), random) as own:
    print("ready", flush=True)
    sys.stdin.readline()
    for n in range(60):
        with own.write() as write:
            said = {"fields": {"full_name": f"{name} {n}"}}
            write.append(Draft(Kind.ATTENDEE_LISTED, own.new_id(), said))
        own.checkpoint(force=n % 20 == 0)
"""


def start(path, name):
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_desks_write_at_the_same_time_and_both_succeed(path, opened):
    children = [start(path, name) for name in ("North", "South")]
    for child in children:
        assert child.stdout.readline() == "ready\n"
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        child.communicate(timeout=60)
        assert child.returncode == 0
    event = opened(path)
    assert event.read.tally("people") == 120
    assert event.check() == []
    listed = [e for e in event.entries() if e.kind == Kind.ATTENDEE_LISTED]
    assert len({e.desk for e in listed}) == 2
    arrived = event._conn.execute("SELECT clock FROM entries ORDER BY seq")
    clocks = [clock for (clock,) in arrived]
    assert clocks == sorted(set(clocks))  # read and advanced under the lock
