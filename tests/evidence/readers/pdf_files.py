"""PDF files written by hand, for tests: one object after the other, as ISO 32000 describes them."""

from collections.abc import Sequence

Line = tuple[float, float, float, str]
"""Left, baseline, size (points), words; Chinese words are drawn with a font that the file only names."""

_CHINESE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>"
    b"/DW 1000/W[1 95 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6"
    b"/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/StemV 93/CapHeight 880>>>>]>>"
)
_LATIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(pages: Sequence[Sequence[Line]], info: str = "", trailer: str = "", *, count: int | None = None) -> bytes:
    """A PDF of these pages. `info` and `trailer` are entries for its dictionaries, `count` is the claimed pages."""
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages) if count is None else count}>>".encode(),
        _LATIN,
        _CHINESE,
        f"<<{info}>>".encode(),
    ]
    for at, lines in enumerate(pages):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {7 + 2 * at} 0 R"
        objects.append(f"{page}/Resources<</Font<</L 3 0 R/C 4 0 R>>>>>>".encode())
        drawn = b"\n".join(_drawn(*line) for line in lines)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
    return written(objects, f"/Root 1 0 R/Info 5 0 R{trailer}")


def written(objects: Sequence[bytes], trailer: str) -> bytes:
    """Objects, numbered from 1, as a file with its cross-reference table."""
    file = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}{trailer}>>\nstartxref\n{len(file)}\n%%EOF\n".encode()
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _drawn(left: float, baseline: float, size: float, words: str) -> bytes:
    chinese = any(ord(character) > 0xFF and character not in "“”’–—•" for character in words)
    coded = words.encode("utf-16-be" if chinese else "cp1252")
    font = "C" if chinese else "L"
    return f"BT /{font} {size} Tf {left} {baseline} Td <{coded.hex()}> Tj ET".encode()
