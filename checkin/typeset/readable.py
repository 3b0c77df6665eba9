"""What a reader of the PDF is told, so that names can be found and copied.

Each glyph says which letters it stands for (ToUnicode). Where glyphs are moved about,
as marks are, or stand in another order than the letters, the text is said beside them
(ActualText). Readers put letters that run from right to left in order by themselves,
and would turn a text said beside them as well: there it is said for one letter with its
marks at a time.
"""

import unicodedata
from collections.abc import Iterator

from checkin.typeset.font import Glyph
from checkin.typeset.runs import Run

_JOINERS = frozenset("\u200c\u200d")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def letters_of(
    text: str, glyphs: list[Glyph], *, turned: bool = False
) -> dict[int, str]:
    """The letters that each glyph stands for; of several in a cluster, the first.

    In text from right to left a bracket is told as it looks. A joiner is not told: it
    is set as the blank that a space is.
    """
    if turned:
        text = text.translate(_MIRRORED)
    ends = _ends(text, glyphs)
    found: dict[int, str] = {}
    for glyph in glyphs:
        end = ends.pop(glyph.cluster, 0)
        if end and text[glyph.cluster : end] not in _JOINERS:
            found.setdefault(glyph.gid, text[glyph.cluster : end])
    return found


def _ends(text: str, glyphs: list[Glyph]) -> dict[int, int]:
    """By cluster: where its letters end."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    return dict(zip(starts, [*starts[1:], len(text)], strict=True))


def spans(
    run: Run, glyphs: list[Glyph], letters: dict[int, str]
) -> Iterator[tuple[list[Glyph], str]]:
    """The glyphs in stretches, each with the text to say beside it; often none."""
    if run.turned:
        # A joiner has done its work, and its blank would be read as a space.
        seen = [one for one in glyphs if run.text[one.cluster] not in _JOINERS]
        yield from _from_right(run.text, seen)
    else:
        told = "".join(letters.get(glyph.gid, "") for glyph in glyphs)
        shared = len({glyph.cluster for glyph in glyphs}) < len(glyphs)
        moved = any(glyph.dx or glyph.dy or not glyph.advance for glyph in glyphs)
        yield glyphs, run.text if shared or moved or told != run.text else ""


def _from_right(text: str, glyphs: list[Glyph]) -> Iterator[tuple[list[Glyph], str]]:
    """From left to right: marks come before the glyph of the letter they are on."""
    ends = _ends(text, glyphs)
    plain: list[Glyph] = []
    group: list[Glyph] = []
    for glyph, following in zip(glyphs, [*glyphs[1:], None], strict=True):
        group.append(glyph)
        if following and _belongs(text, glyph, following):
            continue
        if len(group) == 1:
            plain += group
        else:
            if plain:
                yield plain, ""
            yield group, text[glyph.cluster : ends[group[0].cluster]]
            plain = []
        group = []
    if plain:
        yield plain, ""


def _belongs(text: str, glyph: Glyph, following: Glyph) -> bool:
    """Whether it is a mark on what stands to the right of it, or a part of that."""
    is_mark = unicodedata.category(text[glyph.cluster]).startswith("M")
    return is_mark or following.cluster == glyph.cluster
