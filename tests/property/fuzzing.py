"""Lists broken in many ways at random, and what reading one may come to.

A seed gives the same file for ever, as long as the files it is made of stay the same.
"""

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbooks import (
    number,
    ods_row,
    ods_table,
    row,
    sheet,
    styles,
    write_ods,
    write_xlsx,
)

from checkin.importing import load
from checkin.model.errors import CheckinError

DATA = Path(__file__).parents[1] / "data"
_ZIP = b"PK\x03\x04"
_LARGEST = 200_000
"""Bytes; larger files are cut, so that each attempt is short."""

_TOKENS = (
    b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b'"', b'""', b"'", b",", b";",
    b"\t", b"|", b"\r", b"\n", b"\r\n", b"\x0b", b"\x1a", b"=", b"sep=;\n", b"@", b"<",
    b">", b"</table>", b"<table>", b"<tr><td>", b"&#x110000;", b"&lt;", b"<![CDATA[",
    b"<!--", b"]]>", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae", b"-1", b"0",
    b"99999999999", b"1e999", b"nan", b"true", b"Name", b"Email", b"First name",
    b"Total", b"%s", b"{0}", b"A1048576", b"XFD1", b' r="0"', b' s="-1"',
    b' hidden="1"', b' t="s"', b"<v></v>", b' table:number-rows-repeated="999"',
    b"charset=utf-7", b"charset=rot13", b"PK\x03\x04", b"PK\x05\x06",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a file came to."""

    said: str
    """The error's name, or "read"."""
    bug: str = ""
    """What must not be; empty where all is well."""


def whole_files(folder: Path) -> list[bytes]:
    """The lists that are broken: the corpus, and workbooks with everything in them."""
    marked = 'hidden="1"'
    text = sheet(
        row(1, "Name", "Email", "Code"),
        row(2, "Zoë", "zoe@example.org", number("C2", 7, 1)),
        row(3, "Jo", "jo@example.org", number("C3", 46280.5, 2), attributes=marked),
        columns='<col min="3" max="3" hidden="1"/>',
    )
    shown = styles("00000", "dd/mm/yyyy hh:mm")
    write_xlsx(folder / "all.xlsx", {"A": text, "Guests": text}, style_sheet=shown)
    again = 'table:number-rows-repeated="3" table:visibility="filter"'
    table = ods_table(
        "Guests", ods_row("Name", "Email"), ods_row("Zoë", "z@x.org", attributes=again)
    )
    write_ods(folder / "all.ods", table)
    kept = sorted([*(DATA / "corpus").iterdir(), *(DATA / "lists").iterdir()])
    paths = [*sorted(folder.iterdir()), *kept]
    lists = (p for p in paths if p.is_file() and p.suffix not in (".json", ".py"))
    return [path.read_bytes() for path in lists]


def broken(files: Sequence[bytes], seed: int) -> bytes:
    """One of the files, changed in one to five ways."""
    chance = random.Random(seed)
    content = chance.choice(files)
    if content.startswith(_ZIP) and chance.random() < 0.8:
        return _repacked(content, chance)
    return _changed(content[:_LARGEST], files, chance)


def _changed(content: bytes, files: Sequence[bytes], chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 5)):
        content = chance.choice(_WAYS)(content, files, chance)
    return content[: 2 * _LARGEST]


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """An archive of which one part is changed, and the rest fits together."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as whole,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        parts = {name: whole.read(name) for name in whole.namelist()}
        victim = chance.choice(sorted(parts))
        parts[victim] = _changed(parts[victim], list(parts.values()), chance)
        if chance.random() < 0.1:
            del parts[chance.choice(sorted(parts))]
        for name, part in parts.items():
            packed.writestr(name, part)
    return made.getvalue()


def _flipped(content: bytes, _files: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, _files: Sequence[bytes], chance: random.Random) -> bytes:
    a, b = _two_places(content, chance)
    return content[:a] if chance.random() < 0.5 else content[:a] + content[b:]


def _spliced(content: bytes, files: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(files)[:_LARGEST]
    a, b = chance.randint(0, len(content)), chance.randint(0, len(other))
    return content[:a] + other[b:]


def _doubled(content: bytes, _files: Sequence[bytes], chance: random.Random) -> bytes:
    a, b = _two_places(content, chance)
    return content[:b] + content[a:b] * chance.choice((1, 1, 2, 50)) + content[b:]


def _strewn(content: bytes, _files: Sequence[bytes], chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        a = chance.randint(0, len(content))
        token = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 2, 300))
        content = content[:a] + token + content[a + chance.choice((0, len(token))) :]
    return content


def _two_places(content: bytes, chance: random.Random) -> tuple[int, int]:
    a = chance.randint(0, len(content))
    return a, min(len(content), a + chance.choice((1, 10, 1000, 50_000)))


_WAYS: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    _flipped, _cut, _spliced, _doubled, _strewn,
)  # fmt: skip


def outcome_of(path: Path) -> Outcome:
    """Reads the file; whatever is neither people nor words for the user is a bug."""
    try:
        reading = load(path)
    except CheckinError as error:
        return Outcome(type(error).__name__, _speechless(error))
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return Outcome(type(error).__name__, f"{type(error).__name__}: {error}")
    width = len(reading.table.header)
    if {len(cells) for cells in reading.table.rows} != {width}:
        return Outcome("read", "rows of another width than the headings")
    rows = sorted(one.row for one in (*reading.people, *reading.problems))
    if rows != sorted(reading.table.numbers):
        return Outcome("read", "rows that are neither people nor told about")
    if any(len(one.problem) > 100_000 for one in reading.people):
        return Outcome("read", "a problem that nobody can read")
    return Outcome("read")


def _speechless(error: CheckinError) -> str:
    words = str(error)
    open_places = any(f"{{{name}}}" in words for name in ("file", "reason", "what"))
    return f"words with holes: {words[:200]}" if open_places or not words else ""
