"""The measuring that all figures rest on."""

import pytest
from _measure import figure, interleaved, percentile


def test_every_round_runs_all_and_begins_with_another():
    order = []
    works = {name: lambda name=name: order.append(name) for name in "abc"}
    taken = interleaved(works, rounds=3, warm_up=0)
    assert "".join(order) == "abcbcacab"
    assert {name: len(samples) for name, samples in taken.items()} == dict.fromkeys(
        "abc", 3
    )


def test_the_warm_up_is_run_but_not_counted():
    calls = []
    taken = interleaved({"ours": lambda: calls.append(1)}, rounds=2, warm_up=3)
    assert len(calls) == 5
    assert len(taken["ours"]) == 2


@pytest.mark.parametrize(
    ("percent", "expected"), [(0, 1), (50, 50), (99, 99), (99.5, 100), (100, 100)]
)
def test_a_percentile_is_one_of_the_samples(percent, expected):
    assert percentile(list(range(100, 0, -1)), percent) == expected


def test_a_figure_is_one_line_with_its_bound(capsys):
    kept = figure("scan.p99", 1.62, "ms", size="100k", ratio=1.8, at_most=2.0)
    assert capsys.readouterr().out == (
        "scan.p99  100k  1.62 ms  ratio 1.8 (at most 2)  ok\n"
    )
    assert kept


def test_a_figure_that_falls_short_says_so(capsys):
    assert not figure("scan.rate", 212.4, "scans/s", at_least=300)
    assert capsys.readouterr().out == "scan.rate  212 scans/s (at least 300)  SHORT\n"


def test_the_ratio_is_judged_where_there_is_one(capsys):
    assert figure("badges", 5000, "badges/s", ratio=11.0, at_least=10)
    assert "5,000 badges/s  ratio 11 (at least 10)  ok" in capsys.readouterr().out


def test_a_figure_without_a_bound_is_not_judged(capsys):
    assert figure("file.size", 12, "MB")
    assert capsys.readouterr().out == "file.size  12 MB\n"
