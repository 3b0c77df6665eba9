"""The catalogue of kinds: frozen, and nothing that does not fit it is written."""

import json
from pathlib import Path

import pytest

from checkin.model.kinds import KINDS, BadEntry, Kind, check_data

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "data" / "kinds.json").read_text(encoding="utf-8")
)
"""A copy of the catalogue. A new kind is added here by hand; nothing else changes:
files of years ago, and desks of other versions, rely on it."""


@pytest.mark.parametrize("kind", GOLDEN)
def test_a_kind_is_for_ever_what_it_was(kind):
    spec, was = KINDS[kind], GOLDEN[kind]
    assert spec.about.value == was["about"]
    assert list(spec.keys[: len(was["keys"])]) == was["keys"]  # may grow at the end
    assert list(spec.needed) == was["needed"]
    assert list(spec.kept) == was["kept"]
    assert spec.version >= was["version"]


def test_a_new_kind_is_noted_in_the_golden_copy():
    assert set(KINDS) == set(GOLDEN)


def test_every_kind_has_a_spec_that_agrees_with_itself():
    assert set(KINDS) == {kind.value for kind in Kind}
    for spec in KINDS.values():
        assert set(spec.needed) <= set(spec.keys)
        assert set(spec.kept) <= set(spec.keys)
        assert len(set(spec.keys)) == len(spec.keys)


PERSONAL = {"fields", "extra", "name", "code", "answer", "note", "reason", "digest"}
"""Keys that can hold what identifies a person, in entries about people."""


def test_nothing_personal_is_on_the_white_list_of_an_erasure():
    for spec in KINDS.values():
        if spec.about.value.startswith("attendee"):
            assert not PERSONAL & set(spec.kept), spec.kind


def test_data_that_fits_its_kind_is_let_through():
    check_data(Kind.CODE_GIVEN, {"code": "X"})
    check_data("hologram.shown", {"whatever": 1})


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        (Kind.CODE_GIVEN, {}, "lacks code"),
        (Kind.CODE_GIVEN, {"code": "X", "colour": "red"}, "does not know colour"),
        (Kind.CODE_GIVEN, ["code"], "must be an object"),
        ("hologram.shown", None, "must be an object"),
    ],
)
def test_data_that_does_not_fit_is_refused_and_the_reason_given(kind, data, why):
    with pytest.raises(BadEntry, match=why):
        check_data(kind, data)
