"""A text as the number and date grammars read it: one writing for figures, dashes, blanks and script.

The view has exactly one character for each of the text's, so an offset into one is an offset into both.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

_TO_ASCII = {
    **{0xFF10 + n: str(n) for n in range(10)},
    **{0xFF21 + n: chr(0x41 + n) for n in range(26)},
    **{0xFF41 + n: chr(0x61 + n) for n in range(26)},
    # Full-width commas and full stops stay: between figures they separate items, not thousands.
    **dict(zip(map(ord, "％＄￥：．＋－／（）＃＞＜"), "%$¥:.+-/()#><", strict=True)),
    **dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘"), "-"),
    **dict.fromkeys(map(ord, "～〜∼"), "~"),
    **dict.fromkeys(map(ord, "‘’ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t"), " "),
    **dict.fromkeys(map(ord, "○◯Ｏ"), "〇"),
}
_HAN = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
_SCRIPT_SAMPLE = 4000
"""Code points from which the script is told: enough for any claim, and the start of a document."""


@cache
def _one_for_one() -> dict[int, str]:
    from opencc import OpenCC  # noqa: PLC0415  18 ms that a purely English desk need not pay at import

    # One character to a line, so that no phrase is converted as a whole.
    simple = OpenCC("t2s").convert("\n".join(map(chr, _HAN))).split("\n")
    changed = {code: new for code, new in zip(_HAN, simple, strict=True) if new != chr(code) and len(new) == 1}
    return changed | _TO_ASCII


@cache
def _traditional_only() -> frozenset[str]:
    return frozenset(chr(code) for code in _one_for_one() if code >= _HAN[0] and code < 0xA000)


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_traditional_only()))}]")


@cache
def _changed() -> re.Pattern[str]:
    # One expression is several times as fast as asking of each character of a text.
    return re.compile(f"[{re.escape(''.join(map(chr, _one_for_one())))}]")


@cache
def _simplified_only() -> frozenset[str]:
    return frozenset(new for code, new in _one_for_one().items() if 0x3400 <= code < 0xA000) - _both_scripts()


def _both_scripts() -> frozenset[str]:
    # Simplified forms that are traditional characters as well: they tell nothing about the script.
    return frozenset(
        "后里余台只几周干面准复征云系于发冲出千谷斗丑板表别才参困卷据克腊了累蒙蔑秋舍胜松万郁岳占致制种朱筑姜借伙"
    )


def view(text: str) -> str:
    """The text with ASCII figures and dashes and simplified characters, as long as the original."""
    return text if text.isascii() or not _changed().search(text) else text.translate(_one_for_one())


def is_traditional(text: str, language: str | None = None) -> bool:
    """Whether a Chinese text is in traditional script: by its language tag, else by its characters."""
    tag = (language or "").casefold()
    if tag.startswith("zh-"):
        return any(part in tag for part in ("hant", "tw", "hk", "mo"))
    sample = text[:_SCRIPT_SAMPLE]
    found = _traditional().findall(sample)
    # Some simplified characters lie beyond the basic plane, where an expression asks for them one after the other.
    return bool(found) and len(found) > sum(map(_simplified_only().__contains__, sample))


def tidy(value: float) -> float:
    """The value without the dust of binary fractions: 9899.2 times 10⁸ is 989920000000."""
    return float(f"{value:.15g}")


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """A table of `tables/` by its file name without the ending."""
    return tomllib.loads(files("claims.features").joinpath("tables", f"{name}.toml").read_text(encoding="utf-8"))


def words(name: str, section: str, key: str = "words") -> list[str]:
    """The words of one entry, longest first, so that an alternation of them finds the longest."""
    entry = table(name)[section][key].strip()
    parts = entry.replace("\n", "").split("|") if name.endswith("_en") else entry.split()
    return sorted(parts, key=lambda word: (-len(word), word))
