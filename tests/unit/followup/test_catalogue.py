"""The catalogue of formats, and that its parts hang together."""

import subprocess
import sys
from pathlib import Path

import checkin.followup
from checkin.followup.columns import table_of
from checkin.followup.formats import FORMATS, format_for, format_named
from checkin.followup.material import Material
from checkin.importing.columns_words import meaning

_EACH_FIRST = """
import importlib, sys
for name in sys.argv[1:]:
    for known in [m for m in sys.modules if m.startswith("checkin.followup")]:
        del sys.modules[known]
    importlib.import_module(name)
"""


def test_every_module_can_be_the_first_that_is_imported():
    root = Path(checkin.followup.__file__).parent
    names = [
        ".".join(("checkin.followup", *path.relative_to(root).with_suffix("").parts))
        for path in root.rglob("*.py")
    ]
    done = subprocess.run(
        [sys.executable, "-c", _EACH_FIRST, *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert len(names) > 10


def test_every_format_has_a_name_of_its_own_and_can_be_found_by_it():
    assert len({one.name for one in FORMATS}) == len(FORMATS)
    for one in FORMATS:
        assert format_named(one.name.upper().replace("-", " ")) is one


def test_of_the_formats_with_one_ending_one_is_chosen():
    for ending in {one.ending for one in FORMATS}:
        mine = [f for f in FORMATS if f.ending == ending and f.chosen_by_ending]
        assert mine == [format_for(Path(f"list{ending}"))]


def test_the_importer_knows_what_our_headings_mean(evening):
    evening.guest(
        first_name="Zoë",
        phone="+44 20 7946 0000",
        payment="unpaid",
        amount_due="£12",
        first_time=True,
        plus_one="Bruno",
        note="by the window",
        permissions={"share": "no", "photos": "yes"},
    )
    event = evening.event
    people = list(event.read.attendees())
    whole = Material(
        event.read.event(), people, event.read.extras, [], "", evening.clock.now()
    )
    understood = {heading: meaning(heading) for heading in table_of(whole).headings}
    unknown = {h for h, field in understood.items() if field is None}
    assert unknown == {"First arrival", "Where"}
    fields = [one.field for one in filter(None, understood.values())]
    assert len(set(fields)) == len(fields) == 21
