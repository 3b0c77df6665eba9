"""Every list of the corpora is understood without a click, scored by the same rules."""

import json
import runpy
from pathlib import Path

import pytest

from checkin.importing import load, read_as_json

DATA = Path(__file__).parents[1] / "data"
CORPUS = DATA / "corpus"
FILES = sorted(
    path.with_name(path.name.removesuffix(".expected.json"))
    for folder in ("corpus", "more_lists")
    for path in (DATA / folder).glob("*.expected.json")
)
score_file = runpy.run_path(str(CORPUS / "score.py"))["score_file"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_list_is_understood_without_a_click(file):
    told = file.with_name(f"{file.name}.expected.json").read_text("utf-8")
    expected = json.loads(told)["attendees"]
    score = score_file(expected, read_as_json(load(file).people))
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
