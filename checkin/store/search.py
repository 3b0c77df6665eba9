"""Finds attendees by what somebody types: the beginnings of words, then typos."""

from itertools import chain
from sqlite3 import Connection

from checkin.heap import let_go
from checkin.model.ids import AttendeeId, SubjectId
from checkin.model.names import search_words

_READ = 400
"""Hits looked at before the best are chosen: bounded, so that "a" is quick too."""

_CLOSE = 75.0
"""How alike (0 to 100) a mistyped name must be to be suggested."""
_WORDS = 20
"""So many words of names are looked at for each word that was typed."""
_AT_ONCE = 10_000
"""Names compared in one call, for which every other thread has to wait."""


def search(conn: Connection, text: str, limit: int) -> list[AttendeeId]:
    """Those with a word beginning with each word of `text`, best first."""
    words = search_words(text)
    if not words:
        return []
    rows = _hits(conn, words, "*")
    if len(rows) == _READ:  # the very one may be among those not looked at
        rows = list(dict.fromkeys(_hits(conn, words, "") + rows))
    rows.sort(key=lambda row: (not _whole_words(words, row[1]), row[1]))
    return [AttendeeId(SubjectId(own)) for own, _ in rows[:limit]]


def _hits(conn: Connection, words: list[str], ending: str) -> list[tuple[bytes, str]]:
    """Id and sort key of those who match."""
    return conn.execute(
        "SELECT a.id, a.sort_key FROM search s JOIN attendees a ON a.n = s.rowid"
        " WHERE s.words MATCH ? AND a.erased = 0 LIMIT ?",
        (matching(words, ending), _READ),
    ).fetchall()


def matching(words: list[str], ending: str) -> str:
    """What the search has to match; with the ending "*" the words may go on."""
    return " ".join(f'"{word}"{ending}' for word in words)


def _whole_words(words: list[str], name: str) -> bool:
    return set(words) <= set(search_words(name))


def similar(conn: Connection, text: str, limit: int) -> list[AttendeeId]:
    """Whom somebody who mistyped may have meant, best first.

    Those whose whole name is close, then those with a word close to each that was
    typed: "hanz" for Hans Weber.
    """
    wanted = sorted(search_words(text))
    keys: list[tuple[bytes, str]] = conn.execute(
        "SELECT id, sort_key FROM attendees WHERE erased = 0"
    ).fetchall()
    names = [sorted(search_words(key)) for _, key in keys]
    found = dict.fromkeys(_close(" ".join(wanted), names, limit))
    if len(found) < limit:
        found |= dict.fromkeys(_with_close_words(wanted, names))
    best = [AttendeeId(SubjectId(keys[i][0])) for i in list(found)[:limit]]
    let_go(keys, names)
    return best


def _close(wanted: str, names: list[list[str]], limit: int) -> list[int]:
    """Which whole names are close, the closest first."""
    from rapidfuzz import fuzz, process

    best: list[tuple[float, int]] = []
    for start in range(0, len(names), _AT_ONCE):
        some = [" ".join(name) for name in names[start : start + _AT_ONCE]]
        best += [
            (-score, start + i)
            for _, score, i in process.extract(
                wanted, some, scorer=fuzz.ratio, limit=limit, score_cutoff=_CLOSE
            )
        ]
    return [i for _, i in sorted(best)[:limit]]


def _with_close_words(wanted: list[str], names: list[list[str]]) -> list[int]:
    """Which names have a word close to each that is wanted, the closest first."""
    from rapidfuzz import fuzz, process

    words = set(chain.from_iterable(names))
    close = [
        {
            word: score
            for word, score, _ in process.extract(
                one, words, scorer=fuzz.ratio, limit=_WORDS, score_cutoff=_CLOSE
            )
        }
        for one in wanted
    ]
    if not all(close) or not close:
        return []
    scores = {}
    for i, name in enumerate(names):
        each = [
            max((some.get(word, 0.0) for word in name), default=0) for some in close
        ]
        if all(each):
            scores[i] = sum(each)
    return sorted(scores, key=lambda i: -scores[i])


def same_name(conn: Connection, name: str) -> list[AttendeeId]:
    """All whose whole name, folded and in any order of words, is this."""
    words = sorted(search_words(name))
    hits = [own for own, _key in _hits(conn, words, "")] if words else []
    return [AttendeeId(SubjectId(own)) for own in hits if words in _names(conn, own)]


def _names(conn: Connection, own: bytes) -> list[list[str]]:
    """The sorted words of the whole name, and of its parts where the list has them."""
    sql = "SELECT full_name, first_name, last_name FROM attendees WHERE id = ?"
    whole, first, last = conn.execute(sql, (own,)).fetchone()
    return [sorted(search_words(name)) for name in (whole, f"{first} {last}")]
