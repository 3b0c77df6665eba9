"""Makes v1.checkin: an event file as version 1 of the format wrote it.

Made once, by that version, and kept as it is: `test_migrations.py` opens it with
every later one. When the format changes, write make_v2.py with a version 2; don't
run this again.

    python tests/data/old_files/make_v1.py
"""

from pathlib import Path
from random import Random

from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.store.eventfile import Desk, EventFile

TARGET = Path(__file__).with_name("v1.checkin")
GUESTS = ("Zoë Ångström", "Łukasz Nowak", "山田太郎", "Erased Guest")


class Evening:
    """18:32 in London, for ever."""

    def now(self) -> Instant:
        return Instant(1_763_663_520_000, 0)


def fill(event: EventFile) -> None:
    """A little of everything that version 1 knows."""
    source = event.new_id()
    people = [event.new_id() for _ in GUESTS]
    header = {"name": "Guests", "header": ["Table", "Diet"], "header_id": "h1"}
    main = {"list": event.main_list().hex()}
    with event.write(event.new_act()) as write:
        write.append(Draft(Kind.SOURCE_IMPORTED, source, header))
        for n, (who, name) in enumerate(zip(people, GUESTS, strict=True)):
            said = {
                "fields": {"full_name": name, "email": f"guest{n}@a.example"},
                "source": source.hex(),
                "header_id": "h1",
                "extra": [str(n), "vegan" if n else ""],
                "permissions": {"contact": "yes"},
            }
            code = {"code": event.new_code()}
            write.append(
                Draft(Kind.ATTENDEE_LISTED, who, said),
                Draft(Kind.CODE_GIVEN, who, code),
            )
    zoe, lukasz, taro, gone = people
    with event.write() as write:
        admitted = write.append(
            Draft(Kind.BADGE_PRINTED, zoe, {"name": GUESTS[0]}),
            Draft(Kind.CHECKIN_ADMITTED, zoe, main),
            Draft(Kind.CHECKIN_ADMITTED, lukasz, main),
            Draft(Kind.ATTENDEE_CORRECTED, taro, {"fields": {"company": "Tea"}}),
            Draft(Kind.PERMISSION_WITHDRAWN, zoe, {"purpose": "contact"}),
            Draft(Kind.QUESTION_ANSWERED, zoe, {"question": "q", "answer": "a"}),
            Draft(Kind.CHECKIN_REFUSED, taro, {**main, "verdict": "unpaid"}),
            Draft(Kind.ATTENDEE_ERASED, gone, {"suppress": ["ab12"]}),
        )
    event.undo(admitted[2].id)


if __name__ == "__main__":
    random = Random(1).randbytes
    desk = Desk(DeskId(random(16)), "Main door")
    with EventFile.create(TARGET, {"name": "V1"}, Evening(), desk, random) as made:
        fill(made)
