"""English number words: twenty-five, two thousand three hundred and five, three and a half million."""

from evidence.text import lazy_re as re

ONES = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(1, 20),
        strict=True,
    )
)
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
}
ABBREVIATED = {
    "k": 1000, "K": 1000, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "B": 10**9, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "T": 10**12, "thousand": 1000, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
SMALL = {**ONES, **TENS}

PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
"""What the last word of a mixed number adds: and a half, and three quarters."""


def part_of(written: str) -> float:
    """How much `and a half` and its like add to a whole number."""
    words = re.split(r"[-\s]", written.strip().lower())
    return (3 if "three" in words else 1) * PARTS[words[-1].rstrip("s")]


_word = re.compile(r"[A-Za-z]+")


def parse(written: str) -> float | None:
    """The value of number words, or None when they do not make up a number."""
    total = section = 0
    seen = False
    for word in map(str.lower, _word.findall(written)):
        if word in {"and", "a", "an"}:
            continue
        if word in SMALL:
            # "twenty five" adds up, "five twenty" does not.
            if section % 100 and not (word in ONES and SMALL[word] < 10 and section % 100 >= 20 and section % 10 == 0):
                return None
            section += SMALL[word]
        elif word in {"hundred", "dozen"}:
            section = (section or 1) * SCALES[word]
        elif word in SCALES:
            total += (section or 1) * SCALES[word]
            section = 0
        else:
            return None
        seen = True
    return float(total + section) if seen else None
