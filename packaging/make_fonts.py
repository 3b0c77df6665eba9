"""Makes resources/fonts from the Noto fonts as Debian packages them.

    python packaging/make_fonts.py FOLDER

FOLDER holds what lies in usr/share/fonts of the unpacked packages fonts-noto-core and
fonts-noto-cjk, and the unpacked package of Noto Emoji (see resources/fonts/README.md
for the versions). Needs fonttools; the app itself does not. The same input gives the
same files.
"""

import json
import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"

BOTH_WEIGHTS = (
    "Sans SansArabic SansHebrew SansArmenian SansGeorgian SansEthiopic "
    "SansDevanagari SansBengali SansGurmukhi SansGujarati SansOriya SansTamil "
    "SansTelugu SansKannada SansMalayalam SansSinhala SansThai SansLao SansKhmer "
    "SansMyanmar SansThaana SansCherokee SansAdlam SansOlChiki SansMeeteiMayek "
    "SansLisu SansHanifiRohingya"
).split()
"""In the order in which they are asked for a letter: the first that has it wins."""

BOLD_ONLY = (
    "SerifTibetan SansJavanese SansBalinese SansSundanese SansCham SansTaiTham "
    "SansCanadianAboriginal"
).split()

REGULAR_ONLY = (
    "SansSyriac SansNKo SansTifinagh SansMongolian SansYi SansVai SansOsage "
    "SansTaiLe SansNewTaiLue"
).split()

CJK, CJK_NAME = "NotoSansCJK-Bold.ttc", "NotoSansCJKsc"
CJK_SIMPLIFIED_CHINESE = 2
"""The number of the face in the collection: 0 is Japanese, 1 Korean, 2 Chinese."""
OTHER_FORMS = {"jp": (0, "cp932"), "tc": (3, "cp950")}
"""Japanese and Traditional Chinese: the number of the face, and the character set whose
letters are taken where they look different from the Simplified Chinese ones."""

EMOJI = "NotoEmoji_400Regular.ttf"
PICTURES = 0x1F000
"""From here on the symbols are those of the emoji font, where it has them."""
NOT_ON_BADGES = {*range(0x10000, PICTURES), *range(0x1FB00, 0x1FC00)}
"""Symbols of lost scripts, numerals of the Maya, drawings of old home computers."""

DROPPED = "DSIG hdmx VDMX LTSH gasp meta STAT MATH vhea vmtx".split()
CURVE_ERROR = 1.0
"""How far a converted outline may stray, in thousandths of an em."""


def options(*features: str) -> subset.Options:
    """Without hints, which printing does not use."""
    made = subset.Options()
    made.hinting = False
    made.layout_features = list(features)
    made.name_IDs = ["*"]
    made.notdef_outline = True
    made.glyph_names = False
    made.recalc_timestamp = False
    made.drop_tables += DROPPED
    return made


def slimmed(path: Path) -> TTFont:
    """The font with all its letters and their shaping, without hints."""
    font = TTFont(path, recalcTimestamp=False)
    job = subset.Subsetter(options("*"))
    job.populate(glyphs=font.getGlyphOrder(), unicodes=set(font.getBestCmap()))
    job.subset(font)
    return font


def without(font: TTFont, letters: set[int]) -> TTFont:
    """The font without some of its letters."""
    job = subset.Subsetter(options("*"))
    job.populate(unicodes=set(font.getBestCmap()) - letters)
    job.subset(font)
    return font


def cjk_repertoire() -> set[int]:
    """What Chinese, Japanese and Korean names are written with."""
    wanted = set(range(0x3000, 0x3100))  # punctuation, kana
    wanted |= set(range(0x3105, 0x3130)) | set(range(0x3131, 0x318F))
    wanted |= set(range(0x31A0, 0x3200))
    wanted |= set(range(0x3400, 0x4DC0))  # extension A
    wanted |= set(range(0x4E00, 0xA000))  # the unified ideographs
    wanted |= set(range(0xAC00, 0xD7A4))  # hangul
    wanted |= set(range(0xF900, 0xFB00))  # compatibility: U+FA11 of Yamazaki
    wanted |= set(range(0xFF00, 0xFFF0))
    wanted |= set(range(0x20000, 0x30000))  # extension B: U+20BB7 of Yoshida
    return wanted


def with_quadratic_curves(font: TTFont) -> None:
    """Turns CFF outlines into TrueType ones, which every printer path embeds."""
    glyphs, order, made = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        made[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf: Any = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, made
    font["glyf"] = glyf
    del font["CFF "]
    _fix_maxp(font["maxp"])
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def _fix_maxp(maxp: Any) -> None:
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs "
        "maxStackElements maxSizeOfInstructions maxComponentElements "
        "maxComponentDepth"
    ).split():
        setattr(maxp, field, 0)


def cjk(path: Path, number: int, letters: set[int]) -> TTFont:
    """One face of the collection, cut to these letters."""
    font = TTFont(path, fontNumber=number, recalcTimestamp=False)
    chosen = options()
    chosen.desubroutinize = True
    chosen.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    job = subset.Subsetter(chosen)
    job.populate(unicodes=letters)
    job.subset(font)
    with_quadratic_curves(font)
    return font


def different(path: Path, number: int, charset: str) -> set[int]:
    """The ideographs of a character set that this face draws in a form of its own."""
    usual = TTFont(path, fontNumber=CJK_SIMPLIFIED_CHINESE).getBestCmap()
    here = TTFont(path, fontNumber=number).getBestCmap()
    return {
        point
        for point in cjk_repertoire()
        if point >= 0x3400
        and here.get(point, usual.get(point)) != usual.get(point)
        and chr(point).encode(charset, "ignore")
    }


def ranges(points: set[int]) -> str:
    """Code points as `41-5A 61-7A`, in hexadecimal."""
    found: list[list[int]] = []
    for point in sorted(points):
        if found and point == found[-1][1] + 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return " ".join(f"{a:X}-{b:X}" if a < b else f"{a:X}" for a, b in found)


def save(font: TTFont, name: str, weight: str) -> dict[str, str]:
    """Writes the file; returns its line of the catalogue."""
    file = f"{name}-{weight.title()}.ttf"
    font.save(OUT / file)
    covered = {p for p in font.getBestCmap() if p >= 0x20}
    return {"file": file, "weight": weight, "covers": ranges(covered)}


def main(folder: Path) -> None:
    """Every file and the catalogue, faces.json."""
    OUT.mkdir(parents=True, exist_ok=True)
    here = {path.name: path for path in folder.rglob("*") if path.is_file()}
    wanted = [(name, weight) for name in BOTH_WEIGHTS for weight in ("bold", "regular")]
    wanted += [(name, "bold") for name in BOLD_ONLY]
    wanted += [(name, "regular") for name in REGULAR_ONLY]
    catalogue = []
    for name, weight in wanted:
        font = slimmed(here[f"Noto{name}-{weight.title()}.ttf"])
        catalogue.append(save(font, f"Noto{name}", weight))
    catalogue.append(
        save(cjk(here[CJK], CJK_SIMPLIFIED_CHINESE, cjk_repertoire()), CJK_NAME, "bold")
    )
    emoji = slimmed(here[EMOJI])
    pictures = {point for point in emoji.getBestCmap() if point >= PICTURES}
    symbols = slimmed(here["NotoSansSymbols2-Regular.ttf"])
    symbols = without(symbols, pictures | NOT_ON_BADGES)
    catalogue.append(save(symbols, "NotoSansSymbols2", "regular"))
    catalogue.append(save(emoji, "NotoEmoji", "regular"))
    for ending, (number, charset) in OTHER_FORMS.items():
        font = cjk(here[CJK], number, different(here[CJK], number, charset))
        catalogue.append(save(font, f"NotoSansCJK{ending}", "bold"))
    lines = ",\n ".join(json.dumps(face) for face in catalogue)
    (OUT / "faces.json").write_text(f"[{lines}]\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
