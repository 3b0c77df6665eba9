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
