"""The lists of known systems, as they are shipped."""

import pytest

from checkin.importing import load
from checkin.importing.columns import FIELDS
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.importing.columns_words import SEVERAL
from checkin.importing.presets import looks_like, presets
from checkin.importing.vocabulary import simplified

ORDERED = (
    "Order #,Attendee #,Attendee Status,First Name,Last Name,Email,"
    "Buyer Email,Barcode #\n"
    "77,9001,Attending,Zoë,Bell,zoe@x.org,buyer@x.org,B1\n"
)


EVERY = [
    pytest.param(preset, id=f"{n} {preset.system}")
    for n, preset in enumerate(presets())
]


@pytest.mark.parametrize("preset", EVERY)
def test_a_preset_speaks_of_fields_that_there_are(preset):
    assert set(preset.columns.values()) <= {*FIELDS, EXTRA, IGNORE}
    assert all(word and word == simplified(word) for word in preset.needs)
    assert len(preset.needs) >= 2


@pytest.mark.parametrize("preset", EVERY)
def test_a_list_with_the_headings_of_a_preset_looks_like_its_system(preset):
    found = looks_like([*preset.needs, *preset.columns])
    assert found is not None
    assert found.system == preset.system


def test_a_list_of_a_known_system_is_named_and_read_as_that_writes_it(written):
    reading = load(written(ORDERED))
    assert reading.looks_like == "Eventbrite"
    taken = reading.mapping.taken_for()
    assert (taken["Barcode #"], taken["Order #"]) == ("external_code", EXTRA)
    assert taken["Buyer Email"] == "buyer_email"


def test_headings_that_only_resemble_a_system_make_no_such_list(written):
    reading = load(written("Name,E-mail,Attendee Status\nZoë,z@x.org,going\n"))
    assert reading.looks_like == ""


def test_what_the_user_says_outweighs_a_preset(written):
    reading = load(written(ORDERED), overrides=["Order #=external_code"])
    taken = reading.mapping.taken_for()
    assert taken["Order #"] == "external_code"
    assert taken["Attendee #"] != "external_code"


def test_where_columns_of_a_preset_are_rivals_the_first_one_with_cells_is_taken(
    written,
):
    header = "Order code,Position ID,Attendee name,Pseudonymization ID,Ticket secret"
    full = load(written(f"{header}\nAB,1,Zoë Bell,PSEU,secret\n"))
    assert full.people[0].fields["external_code"] == "secret"
    bare = load(written(f"{header}\nAB,1,Zoë Bell,PSEU,\n"))
    assert bare.people[0].fields["external_code"] == "PSEU"


@pytest.mark.parametrize("preset", EVERY)
def test_no_field_but_those_of_several_columns_is_given_twice(written, preset):
    header = ",".join(f'"{word}"' for word in preset.columns)
    cells = ",".join("x" for _word in preset.columns)
    taken = load(written(f"{header},Name\n{cells},Zoë\n")).mapping.taken_for()
    fields = [f for f in taken.values() if f not in {EXTRA, IGNORE, *SEVERAL}]
    assert len(fields) == len(set(fields))
