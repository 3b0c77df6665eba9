"""Every list of the open corpus is understood without a click, scored by its rules."""

import json
import runpy
from pathlib import Path

import pytest

from checkin.importing import load, read_as_json

CORPUS = Path(__file__).parents[1] / "data" / "corpus"
FILES = sorted(
    path.name.removesuffix(".expected.json") for path in CORPUS.glob("*.expected.json")
)
score_file = runpy.run_path(str(CORPUS / "score.py"))["score_file"]


@pytest.mark.parametrize("file", FILES)
def test_a_list_is_understood_without_a_click(file):
    expected = json.loads((CORPUS / f"{file}.expected.json").read_text("utf-8"))
    score = score_file(expected["attendees"], read_as_json(load(CORPUS / file).people))
    assert score["passed"], score


def test_a_newer_version_changes_just_what_the_host_should_know_of(checkin, tmp_path):
    """What another export has new in its time stamps is no change of anybody."""
    expected = json.loads((CORPUS / "luma_v1_v2.diff.json").read_text("utf-8"))
    event = tmp_path / "evening.checkin"
    checkin("new", event, "--name", "Evening")
    checkin("import", event, CORPUS / "luma_v1.csv")
    newer = checkin("import", event, CORPUS / "luma_v2.csv", "--dry-run", "--json").json
    for what, key in (("new", "added"), ("changed",) * 2, ("withdrawn",) * 2):
        found = sorted(row["email"] for row in newer["rows"] if row["what"] == what)
        assert found == sorted(expected[key]), what
