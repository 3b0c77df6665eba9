"""Embeds the fonts of a document: subsets by glyph id, with the way back to letters.

ReportLab embeds letters, not glyphs; shaped text needs glyphs. So each face becomes
one composite font (Type 0, Identity-H) in which the codes are glyph ids, as section
9.7 of ISO 32000-1 describes, and the text stays searchable through ToUnicode.
"""

import zlib
from hashlib import sha256
from typing import Any

from checkin.typeset.faces import Face
from checkin.typeset.font import Font, load
from checkin.typeset.line import Line

_ATTRIBUTE = "checkin_fonts"
_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "STAT")
_SYMBOLIC = 4
_COLLECTION = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


class Fonts:
    """The faces used in one document. ReportLab asks it for its objects at the end."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._glyphs: dict[Face, set[int]] = {}
        self._letters: dict[Face, dict[int, str]] = {}

    def name(self, face: Face) -> str:
        """What the pages call the face."""
        return self._names[face]

    def note(self, line: Line) -> None:
        """Remembers the glyphs of a line, so that they get into the file."""
        for piece in line.pieces:
            if piece.face not in self._names:
                self._names[piece.face] = f"N{len(self._names) + 1}"
                self._glyphs[piece.face] = {0}
                self._letters[piece.face] = {}
            self._glyphs[piece.face].update(piece.gids)
        for face, letters in line.letters:
            self._letters[face].update(letters)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name for it
        """Adds the font dictionaries, widths and subsets to the document."""
        known = doc.idToObject["BasicFonts"].dict
        for face, name in self._names.items():
            told = self._letters[face]
            letters = {gid: told.get(gid, "") for gid in sorted(self._glyphs[face])}
            known[name] = _composite(doc, load(face), letters)


def fonts_of(canvas: Any) -> Fonts:
    """The fonts of the document that the canvas writes; made at the first question."""
    doc = canvas._doc  # noqa: SLF001 - ReportLab has no other way to add a font
    fonts = getattr(doc, _ATTRIBUTE, None)
    if fonts is None:
        fonts = Fonts()
        setattr(doc, _ATTRIBUTE, fonts)
        doc.delayedFonts.append(fonts)
    assert isinstance(fonts, Fonts)
    return fonts


def _composite(doc: Any, font: Font, letters: dict[int, str]) -> Any:
    from reportlab.pdfbase import pdfdoc

    name = f"{_tag(letters)}+{font.face.file.removesuffix('.ttf')}"
    widths = [part for gid in letters for part in (gid, _array([font.advances[gid]]))]
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": _COLLECTION,
            "CIDToGIDMap": "/Identity",
            "DW": 1000,
            "W": _array(widths),
            "FontDescriptor": doc.Reference(_descriptor(doc, font, name, letters)),
        }
    )
    return doc.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": _array([doc.Reference(descendant)]),
                "ToUnicode": doc.Reference(_stream(_to_unicode(letters))),
            }
        )
    )


def _descriptor(doc: Any, font: Font, name: str, letters: dict[int, str]) -> Any:
    from reportlab.pdfbase import pdfdoc

    boxes = [font.boxes[gid] for gid in letters]
    ascent, descent = font.vertical()
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": _SYMBOLIC,
            "FontBBox": _array(
                [
                    round(min(box.left for box in boxes)),
                    round(min(box.bottom for box in boxes)),
                    round(max(box.right for box in boxes)),
                    round(max(box.top for box in boxes)),
                ]
            ),
            "ItalicAngle": 0,
            "Ascent": round(ascent),
            "Descent": round(descent),
            "CapHeight": 714,
            "StemV": 80,
            "FontFile2": doc.Reference(_stream(subset(font, list(letters)))),
        }
    )


def subset(font: Font, gids: list[int]) -> bytes:
    """The font file with only these glyphs, which keep their ids."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.glyph_set.update(gids)
    wanted.drop_table_tag_set.update(
        int.from_bytes(table.encode("ascii"), "big") for table in _UNUSED_TABLES
    )
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    return bytes(hb.subset(font.hb_face, wanted).blob.data)


def _tag(letters: dict[int, str]) -> str:
    """Six capitals that name the subset, the same for the same glyphs."""
    digest = sha256(repr(list(letters)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _to_unicode(letters: dict[int, str]) -> bytes:
    pairs = [
        f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for gid, text in letters.items()
        if text
    ]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /Checkin def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _stream(content: bytes) -> Any:
    """A stream that is compressed here: ReportLab would wrap it in ASCII as well."""
    from reportlab.pdfbase import pdfdoc

    stream = pdfdoc.PDFStream()
    stream.content = zlib.compress(content)
    stream.dictionary["Filter"] = "/FlateDecode"
    stream.dictionary["Length1"] = len(content)
    return stream


def _array(items: list[Any]) -> Any:
    from reportlab.pdfbase import pdfdoc

    return pdfdoc.PDFArray(items)
