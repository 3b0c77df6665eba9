"""Workbooks written part by part, as programs write them that no library stands for."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODS = "urn:oasis:names:tc:opendocument:xmlns"


def cell(place: str, text: str, attributes: str = "") -> str:
    """An inline string."""
    said = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
    return f'<c r="{place}" t="inlineStr" {attributes}>{said}</c>'


def number(place: str, value: object, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def row(n: int, *cells: str, attributes: str = "") -> str:
    """Strings become inline strings from column A on; those with < are cells."""
    made = [
        one if one.startswith("<") else cell(f"{chr(65 + i)}{n}", one)
        for i, one in enumerate(cells)
    ]
    return f'<row r="{n}" {attributes}>{"".join(made)}</row>'


def sheet(*rows: str, columns: str = "", after: str = "", space: str = MAIN) -> str:
    cols = f"<cols>{columns}</cols>" if columns else ""
    data = f"<sheetData>{''.join(rows)}</sheetData>"
    return f'<worksheet xmlns="{space}">{cols}{data}{after}</worksheet>'


def styles(*formats: str, space: str = MAIN) -> str:
    """Style 0 is plain; the others show numbers by these formats, in this order."""
    codes = "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode={quoteattr(one)}/>'
        for i, one in enumerate(formats)
    )
    used = "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(formats)))
    return (
        f'<styleSheet xmlns="{space}"><numFmts>{codes}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def write_xlsx(
    path: Path,
    sheets: dict[str, str],
    *,
    style_sheet: str = "",
    shared: str = "",
    properties: str = "",
    states: dict[str, str] | None = None,
    strict: bool = False,
    absolute: bool = False,
    compression: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """A workbook of these sheets; `absolute` names its parts from the root."""
    office = _STRICT_OFFICE if strict else _OFFICE
    root = "/xl/" if absolute else ""
    parts = [("worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))]
    texts = dict(zip((name for _kind, name in parts), sheets.values(), strict=True))
    for kind, text in (("styles", style_sheet), ("sharedStrings", shared)):
        if text:
            parts.append((kind, f"{kind}.xml"))
            texts[f"{kind}.xml"] = text
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{office}/{kind}" Target="{root}{name}"/>'
        for i, (kind, name) in enumerate(parts, 1)
    )
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{i}" r:id="rId{i}"'
        f' state="{(states or {}).get(name, "visible")}"/>'
        for i, name in enumerate(sheets, 1)
    )
    book = (
        f'<workbook xmlns="{STRICT if strict else MAIN}" xmlns:r="{office}">'
        f"{properties}<sheets>{listed}</sheets></workbook>"
    )
    rels = f'<Relationships xmlns="{_PACKAGE}/relationships">%s</Relationships>'
    first = (
        f'<Relationship Id="rId1" Type="{office}/officeDocument"'
        f' Target="{"/" if absolute else ""}xl/workbook.xml"/>'
    )
    with zipfile.ZipFile(path, "w", compression) as packed:
        packed.writestr("[Content_Types].xml", _types(texts))
        packed.writestr("_rels/.rels", rels % first)
        packed.writestr("xl/workbook.xml", book)
        packed.writestr("xl/_rels/workbook.xml.rels", rels % relations)
        for name, text in texts.items():
            packed.writestr(f"xl/{name}", text)
    return path


def _types(texts: dict[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{kind}.'
        f'{name.rpartition("/")[2].rstrip("0123456789.xml") or "worksheet"}+xml"/>'
        for name in texts
    )
    kinds = kinds.replace(f"{kind}.sheet+xml", f"{kind}.worksheet+xml")
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f"{kinds}</Types>"
    )


def write_ods(path: Path, *tables: str, styles: str = "") -> Path:
    """A workbook of LibreOffice of these <table:table>."""
    spaces = " ".join(
        f'xmlns:{name}="{_ODS}:{long}:1.0"'
        for name, long in (
            ("office", "office"), ("table", "table"), ("text", "text"),
            ("style", "style"), ("number", "datastyle"),
        )
    )  # fmt: skip
    content = (
        f'<office:document-content {spaces} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<m:manifest xmlns:m="{_ODS}:manifest:1.0"><m:file-entry m:full-path="/"'
        ' m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    return path


def ods_table(name: str, *rows: str, columns: str = "") -> str:
    return f'<table:table table:name="{name}">{columns}{"".join(rows)}</table:table>'


def ods_row(*cells: str, attributes: str = "") -> str:
    """Texts; those with < are cells."""
    made = [
        one
        if one.startswith("<")
        else f'<table:table-cell office:value-type="string"><text:p>{escape(one)}'
        "</text:p></table:table-cell>"
        for one in cells
    ]
    return f"<table:table-row {attributes}>{''.join(made)}</table:table-row>"
