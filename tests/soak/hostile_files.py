"""Files made to do harm: (the command that takes it, the file's name, what it holds)."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from tests.evidence.readers.test_docx import W, docx, p

MB = 1024**2
Case = tuple[str, str, Callable[[], bytes]]
BIDI = "a\u202e\u2066b\u2069\u200b\u200d\ufeff\u00ad\u2028c\u061c"


def cases() -> Iterator[Case]:
    """All of them."""
    for command, suffix, some in (
        ("import", "jsonl", _json_lines()),
        ("import", "json", _json()),
        ("import", "yaml", _yaml()),
        ("import", "csv", _csv()),
        ("import", "xlsx", _xlsx()),
        ("add", "html", _html()),
        ("add", "pdf", _pdf()),
        ("add", "docx", _docx()),
        ("add", "srt", _subtitles()),
        ("add", "txt", _text()),
    ):
        for name, make in some.items():
            yield command, f"{name}.{suffix}", make


def _row(words: str) -> bytes:
    return json.dumps({"statement": words}).encode() + b"\n"


def _json_lines() -> dict[str, Callable[[], bytes]]:
    return {
        "deep lists": lambda: b'{"statement": ' + b"[" * 200_000,
        "deep objects": lambda: b'{"a":' * 200_000,
        "line of 20 MB": lambda: _row("x" * 20 * MB),
        "line without end": lambda: b'{"statement": "' + b"x" * 20 * MB,
        "a million empty lines": lambda: b"\n" * MB,
        "nul": lambda: b'{"statement": "a\\u0000b"}\n',
        "raw nul": lambda: b'{"statement": "a\x00b"}\n',
        "lone surrogate": lambda: b'{"statement": "a\\ud800b"}\n',
        "surrogates the wrong way round": lambda: b'{"statement": "\\udc00\\ud800"}\n',
        "not utf-8": lambda: b'{"statement": "\xff\xfe"}\n',
        "nan": lambda: b'{"statement": "x", "quantities": [{"text": "x", "low": NaN}]}\n',
        "infinity": lambda: b'{"statement": "x", "quantities": [{"text": "x", "low": -Infinity}]}\n',
        "too large a number": lambda: b'{"statement": "x", "quantities": [{"text": "x", "low": 1e400}]}\n',
        "a number of 100 000 digits": lambda: b'{"statement": "x", "quantities": ' + b"9" * 100_000 + b"}\n",
        "the same field twice": lambda: b'{"statement": "x", "statement": "y"}\n',
        "bidi": lambda: _row(BIDI),
        "a string alone": lambda: b'"statement"\n',
        "packed": lambda: gzip.compress(_row("x" * 200 * MB)),
        "offsets beyond all bounds": lambda: (
            b'{"statement": "x", "evidence": [{"document": "a", "start": -1, "end": 1e300}]}\n'
        ),
    }


def _json() -> dict[str, Callable[[], bytes]]:
    return {
        "deep": lambda: b"[" * 500_000,
        "deep and closed": lambda: b"[" * 100_000 + b"]" * 100_000,
        "a text of 20 MB": lambda: b'[{"statement": "' + b"x" * 20 * MB + b'"}]',
        "broken off": lambda: b'[{"statement": "x"}, {"sta',
        "lossless and empty": lambda: b'{"factcheck": 1}',
        "lossless and deep": lambda: b'{"factcheck": 1, "ledger": ' + b"[" * 100_000,
        "lossless and wrong": lambda: (
            b'{"factcheck": 1, "dossier": {"uuid": [], "title": {}, "created": 7}, "ledger": {"seq": "x", "hash": 1, '
            b'"entries": [null]}, "sources": {}, "documents": [1], "claims": [[]], "relations": null}'
        ),
        "utf-16": lambda: '[{"statement": "x"}]'.encode("utf-16"),
    }


def _yaml() -> dict[str, Callable[[], bytes]]:
    aliases = "\n".join(
        [
            "a0: &a0 [x, x, x, x, x, x, x, x, x]",
            *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)),
        ]
    )
    merges = "\n".join(["a0: &a0 {k: v}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 26))])
    return {
        "alias bomb": aliases.encode,
        "merge bomb": merges.encode,
        "python object": lambda: b"- statement: !!python/object/apply:os.system ['touch hacked']\n",
        "deep": lambda: b"[" * 20_000,
        "a scalar of 20 MB": lambda: b"- statement: " + b"x" * 20 * MB,
        "many documents": lambda: b"---\n- statement: x\n" * 20_000,
    }


def _csv() -> dict[str, Callable[[], bytes]]:
    return {
        "a stray quote": lambda: b'statement,reason\n"x,y\n' + b"a,b\n" * 100_000,
        "a cell of 20 MB": lambda: b"statement\n" + b"x" * 20 * MB + b"\n",
        "nul": lambda: b"statement\na\x00b\n",
        "a thousand columns": lambda: b"statement," + b",".join(b"c%d" % n for n in range(1000)) + b"\nx\n",
        "a million columns": lambda: b"statement\nx" + b"," * MB + b"\n",
        "the same column twice": lambda: b"statement,statement\nx,y\n",
        "formulas": lambda: b'statement,reason\n"=HYPERLINK(""http://x"")",@SUM(1)\n+1,-1\n',
        "not utf-8": lambda: b"statement\n\xff\xfe\xfd\n",
    }


def _workbook(sheet: str, **parts: bytes) -> bytes:
    file = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    content = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName='
        '"/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        'worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type='
        f'"{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet
        if sheet.startswith("<!")
        else f'<worksheet xmlns="{main}">{sheet}</worksheet>',
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def _cell(at: str, words: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>'


def _xlsx() -> dict[str, Callable[[], bytes]]:
    head = f"<row r='1'>{_cell('A1', 'statement')}</row>"
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet>&l9;</worksheet>'
    return {
        "bomb": lambda: _workbook(f"<sheetData>{head}</sheetData>", bomb__xml=bytes(300 * MB)),
        "billion laughs": lambda: _workbook(doctype),
        "cell of 20 MB": lambda: _workbook(
            f"<sheetData>{head}<row r='2'>{_cell('A2', 'x' * 20 * MB)}</row></sheetData>"
        ),
        "formula": lambda: _workbook(f"<sheetData>{head}<row r='2'><c r='A2'><f>1+1</f></c></row></sheetData>"),
        "last row of all": lambda: _workbook(
            f"<sheetData>{head}<row r='1048576'>{_cell('XFD1048576', 'x')}</row></sheetData>"
        ),
        "five thousand parts": lambda: _workbook(
            f"<sheetData>{head}</sheetData>", **{f"p__{number}": b"x" for number in range(6000)}
        ),
        "cut off": lambda: _workbook(f"<sheetData>{head}</sheetData>")[:-40],
        "path upward": lambda: _workbook(f"<sheetData>{head}</sheetData>", **{"..__..__hacked": b"x"}),
    }


def _html() -> dict[str, Callable[[], bytes]]:
    return {
        "deep": lambda: b"<div>" * 100_000 + b"x",
        "node of 20 MB": lambda: b"<p>" + b"flood " * (20 * MB // 6),
        "attribute of 20 MB": lambda: b'<p title="' + b"x" * 20 * MB + b'">flood',
        "a million tags": lambda: b"<p>" + b"<b>x</b>" * MB,
        "unclosed": lambda: b"<table><tr><td>" * 50_000 + b"flood",
        "entities": lambda: b"<p>" + b"&#x202e;&#0;&#xd800;&#x1b;[31m&amp;" * 10_000,
        "scripts only": lambda: b"<script>" + b"alert(1);" * 10_000 + b"</script>",
        "doctype": lambda: b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;',
        "wrong encoding": lambda: b"<meta charset=utf-7><p>+ADw-script+AD4-",
        "comments": lambda: b"<!--" * 500_000 + b"<p>flood",
        "bidi": f"<p>{BIDI}</p>".encode,
    }


def _pdf() -> dict[str, Callable[[], bytes]]:
    bomb = zlib.compress(b"BT /F1 12 Tf (x) Tj ET\n" * (10 * MB))
    return {
        "cut off": lambda: b"%PDF-1.7\n1 0 obj\n<<",
        "noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000,
        "pages that hold themselves": partial(
            _pdf_file, b"<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 1000000000>>", b"<<>>"
        ),
        "bomb": partial(
            _pdf_file,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            b"<</Filter/FlateDecode/Length %d>>stream\n" % len(bomb) + bomb + b"\nendstream",
        ),
        "deep": partial(_pdf_file, b"[" * 100_000),
    }


def _pdf_file(*objects: bytes) -> bytes:
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    for number, one in enumerate(objects, 2):
        body += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    return body + b"trailer\n<</Root 1 0 R/Size 9>>\n%%EOF"


def _docx() -> dict[str, Callable[[], bytes]]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return {
        "bomb": lambda: docx(p("x"), word__bomb=bytes(300 * MB)),
        "paragraph of 20 MB": lambda: docx(p("x" * 20 * MB)),
        "a million paragraphs": lambda: docx(p("x") * 500_000),
        "billion laughs": lambda: docx(
            "", word__document=f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><w:document xmlns:w="{W}">&l9;</w:document>'
        ),
        "external entity": lambda: docx(
            "", word__document='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
        ),
        "deep": lambda: docx("<w:tbl><w:tr><w:tc>" * 20_000),
        "cut off": lambda: docx(p("x") * 100)[:-60],
        "path upward": lambda: docx(p("x"), **{"..__..__hacked": "x"}),
    }


def _subtitles() -> dict[str, Callable[[], bytes]]:
    time = b"1\n00:00:01,000 --> 00:00:02,000\n"
    return {
        "line of 20 MB": lambda: time + b"x" * 20 * MB,
        "times out of bounds": lambda: b"1\n99999999999:00:00,000 --> -1:00:00,000\nx\n",
        "tags without end": lambda: time + b"<" * MB,
        "a million blank lines": lambda: time + b"x\n" + b"\n" * MB,
        "cues without words": lambda: time * 10_000,
        "bidi": lambda: time + BIDI.encode(),
    }


def _text() -> dict[str, Callable[[], bytes]]:
    return {
        "nul": lambda: b"The fire\x00 burned down three warehouses. " * 100,
        "line of 20 MB": lambda: "港口大火".encode() * (20 * MB // 12),
        "noise": lambda: bytes(range(256)) * 1000,
        "bidi": lambda: BIDI.encode() * 1000,
        "lone surrogate in utf-16": lambda: b"\xff\xfe" + b"a\x00\x00\xd8b\x00" * 100,
        "one letter a line": lambda: b"x\n" * MB,
        "combining": lambda: "e\u0301".encode() + "\u0301".encode() * MB,
    }
