"""The encoding of a text is told from its bytes, and the text comes out unchanged."""

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import Binary, Empty, Undecodable, UnknownEncoding, Unreadable, Unstorable
from evidence.readers.decoding import decode

SIMPLIFIED = (
    "昨夜的暴雨使江水在六小时内上涨了三米，下游四个村庄被淹。\r\n"
    "反对党以52.3%的得票率领先，执政党还没有承认失败。\r\n"
    "公司第三季度营收同比增长18%，净利润却下降了近一成。\r\n"
    "客队凭借补时阶段的点球，以2比1逆转取胜。\r\n"
)
TRADITIONAL = (
    "昨夜的暴雨使江水在六小時內上漲了三公尺，下游四個村莊被淹。\r\n"
    "反對黨以52.3%的得票率領先，執政黨還沒有承認失敗。\r\n"
    "公司第三季營收同比增長18%，淨利潤卻下降了近一成。\r\n"
    "客隊憑藉補時階段的罰球，以2比1逆轉取勝。\r\n"
)
ENGLISH = "The river rose three metres. Northwind Energy’s revenue fell 8 % – “a bad year”, the mayor said.\n"
readable = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1).filter(str.strip)
WIDE_ENCODINGS = ["utf-8", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SIMPLIFIED, encoding) for encoding in ["gb18030", *WIDE_ENCODINGS]),
        *((TRADITIONAL, encoding) for encoding in ["cp950", "gb18030", *WIDE_ENCODINGS]),
        *((ENGLISH, encoding) for encoding in ["cp1252", *WIDE_ENCODINGS]),
        ("鷄場嘅火災喺昨晚發生，冇人受傷，消防員用咗五個鐘頭先至救熄。", "big5hkscs"),
        ("Ночью река вышла из берегов и затопила три деревни.", "cp1251"),
        ("어젯밤 폭우로 강이 범람해 세 마을이 물에 잠겼다.", "cp949"),
        ("昨夜の大雨で川が氾濫し、三つの村が浸水した。市長は記者会見で、被害は限定的だと述べた。", "cp932"),
    ],
)
def test_a_text_without_a_signature_is_told(text: str, encoding: str) -> None:
    """In every encoding in which news is still found, both Chinese scripts."""
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(("text", "encoding"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "cp950")])
def test_twenty_characters_are_enough(text: str, encoding: str) -> None:
    """Any twenty characters in a row are told, also among Latin words."""
    for start in range(len(text) - 20):
        piece = text[start : start + 20]
        assert decode(piece.encode(encoding))[0] == piece
        mixed = f"Northwind {piece} Energy."
        assert decode(mixed.encode(encoding))[0] == mixed


@pytest.mark.parametrize(
    ("signature", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@given(text=readable)
def test_a_signature_is_certain_and_not_part_of_the_text(signature: bytes, encoding: str, text: str) -> None:
    """Whatever follows the signature comes out unchanged, line ends too."""
    assert decode(signature + text.encode(encoding)) == (text, encoding)


@given(readable)
def test_utf_8_is_always_told(text: str) -> None:
    """Every text without NUL that is valid UTF-8 is taken for UTF-8."""
    assert decode(text.encode()) == (text, "utf-8")


@given(readable, st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-32-be"]))
def test_an_encoding_that_is_named_is_used(text: str, encoding: str) -> None:
    """Nothing is guessed then."""
    assert decode(text.encode(encoding), encoding.upper()) == (text, encoding)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    """A text that can be stored and encodes back into the same bytes, or one of our own errors."""
    try:
        text, encoding = decode(data)
    except Unreadable:
        return
    assert text.strip()
    assert "\0" not in text
    text.encode()
    data.decode(encoding)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u3000".encode()])
def test_nothing_to_read_is_refused(data: bytes) -> None:
    """No bytes, only a signature, or only white space."""
    with pytest.raises(Empty):
        decode(data)


def test_random_bytes_are_no_text() -> None:
    """Noise with NUL in it is binary, noise without it in no encoding."""
    noise = random.Random(7)
    with pytest.raises(Binary):
        decode(noise.randbytes(2000))
    for _ in range(20):
        with pytest.raises(Undecodable):
            decode(bytes(noise.randrange(1, 256) for _ in range(400)))


def test_a_stray_nul_is_named_by_its_place() -> None:
    """One NUL does not make a text binary; it cannot be stored."""
    with pytest.raises(Unstorable) as refusal:
        decode("三个村庄被淹，市长\0说。".encode())
    assert refusal.value.offset == 9


def test_damaged_utf_8_is_not_read_as_something_else() -> None:
    """A file cut in the middle of a character is refused with the place, not turned into nonsense."""
    data = SIMPLIFIED.encode() + "洪水".encode()[:-1]
    with pytest.raises(Undecodable) as refusal:
        decode(data)
    assert (refusal.value.encoding, refusal.value.offset) == ("utf-8", len(SIMPLIFIED.encode()) + 3)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "a\0b", ""])
def test_an_encoding_that_does_not_exist_is_refused(encoding: str) -> None:
    """Also the codecs that do not give text."""
    with pytest.raises(UnknownEncoding):
        decode(b"flood", encoding)


def test_bytes_that_are_not_in_the_named_encoding_are_refused() -> None:
    """The refusal names the encoding and the first byte that is wrong."""
    with pytest.raises(Undecodable, match="byte 5 is not ascii"):
        decode("flood: 洪水".replace(": ", "").encode(), "ascii")
