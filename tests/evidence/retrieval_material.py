"""Posts with the claims they repeat among thousands of others, and pages cut into sentences: by hand, all invented.

The claims between which the right one has to be found are put together from halves of the labelled ones, which
share half their words with a right answer, and from made-up news.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random

DATA = Path(__file__).parent / "data" / "retrieval"


@dataclass(frozen=True, slots=True)
class Match:
    """A claim and a post that repeats it."""

    claim: str
    post: str


@dataclass(slots=True)
class Page:
    """A claim and the sentences of a page; `bearing` holds the places of those that bear on it."""

    claim: str
    sentences: list[str] = field(default_factory=list)
    bearing: set[int] = field(default_factory=set)


def matches(language: str, *, held_out: bool, file: str = "matches") -> list[Match]:
    """The labelled pairs of one half; `posts` has more of them, in English."""
    rows = [Match(*line.split("\t")) for line in _lines(f"{file}_{language}.tsv")]
    return rows[int(held_out) :: 2]


def pages(language: str, *, held_out: bool, file: str = "pages") -> list[Page]:
    """The labelled pages of one half."""
    found: list[Page] = []
    for line in _lines(f"{file}_{language}.txt"):
        mark, words = line[0], line[2:]
        if mark == "=":
            found.append(Page(words))
            continue
        if mark == "+":
            found[-1].bearing.add(len(found[-1].sentences))
        found[-1].sentences.append(words)
    return found[int(held_out) :: 2]


def web(language: str, *, held_out: bool) -> list[Page]:
    """Pages as they stand on the web: crumbs before them, among them and after them, and sentences of other pages."""
    half = pages(language, held_out=held_out, file="web")
    crumbs = _lines(f"crumbs_{language}.txt")
    return [_with_crumbs(page, half, crumbs, Random(number)) for number, page in enumerate(half)]


def _with_crumbs(page: Page, others: Sequence[Page], crumbs: Sequence[str], chance: Random) -> Page:
    title = page.sentences[0].rstrip(".。")
    told: list[tuple[str, bool]] = [(crumb.format(title), False) for crumb in chance.sample(crumbs, 5)]
    for place, sentence in enumerate(page.sentences):
        told.append((sentence, place in page.bearing))
        if chance.random() < 0.2:
            told.append((chance.choice(crumbs).format(title), False))
    rest = [one for other in others if other is not page for one in other.sentences]
    told += [(one, False) for one in chance.sample(rest, chance.randint(6, 40))]
    told += [(crumb.format(title), False) for crumb in chance.sample(crumbs, 5)]
    return Page(page.claim, [one for one, _ in told], {place for place, (_, bears) in enumerate(told) if bears})


def stories(language: str, *, held_out: bool, leading: bool = False) -> list[Page]:
    """Statements about pages, several about each; with `leading`, what bears most stands first, as in news."""
    half = [page for one in _stories(f"stories_{language}.txt")[int(held_out) :: 2] for page in one]
    return [_led(page, number % 2) for number, page in enumerate(half)] if leading else half


def sites(language: str, *, held_out: bool) -> list[Page]:
    """Statements about pages as they stand on the web, several about each: news, notices, entries, debunked rumours."""
    return [page for one in _stories(f"sites_{language}.txt")[int(held_out) :: 2] for page in one]


def reports(language: str, *, held_out: bool) -> list[Page]:
    """Statements that pages of fifteen kinds bear out or refute in other words, two about each."""
    return [page for one in _stories(f"reports_{language}.txt")[int(held_out) :: 2] for page in one]


def later(language: str) -> list[Page]:
    """More of the same, none of which was used for tuning."""
    return [page for one in _stories(f"later_{language}.txt") for page in one]


def _stories(file: str) -> list[list[Page]]:
    """The statements about each page."""
    found: list[list[Page]] = []
    told: list[str] = []
    for line in _lines(file):
        mark, words = line[0], line[2:]
        if mark == "-":
            if not told or (found and found[-1]):
                told = []
                found.append([])
            told.append(words)
            continue
        places, _, claim = words.partition(": ")
        found[-1].append(Page(claim, told, {int(place) - 1 for place in places.split()}))
    return found


def _led(page: Page, at: int) -> Page:
    """The page with its first bearing sentence put in that place."""
    order = [place for place in range(len(page.sentences)) if place != min(page.bearing)]
    order.insert(at, min(page.bearing))
    bearing = {place for place, was in enumerate(order) if was in page.bearing}
    return Page(page.claim, [page.sentences[was] for was in order], bearing)


def near(*, held_out: bool) -> tuple[list[Match], list[str]]:
    """English posts with their claims, and all claims of the file, of which several are near to each right one."""
    rows = [line.split("\t") for line in _lines("near_en.tsv")]
    pairs = [Match(claim, post) for claim, post, *_ in rows]
    return pairs[int(held_out) :: 2], [claim for first, _, *others in rows for claim in (first, *others)]


def crowd(language: str, size: int, file: str = "matches") -> list[str]:
    """That many claims, the labelled ones of both halves first."""
    right = [match.claim for half in (False, True) for match in matches(language, held_out=half, file=file)]
    chance = Random(size)
    crossed = [_crossed(a, b, language) for a, b in product(right, right) if a != b]
    crossed = chance.sample(crossed, min(len(crossed), size // 20))
    made = list(dict.fromkeys(_news(language)))
    chance.shuffle(made)
    return list(dict.fromkeys([*right, *crossed, *made]))[:size]


def average_precision(ranking: Sequence[int], right: set[int], depth: int = 5) -> float:
    """Average precision of the first places of a ranking, over as many right ones as could stand there."""
    hits, total = 0, 0.0
    for place, index in enumerate(ranking[:depth], 1):
        if index in right:
            hits += 1
            total += hits / place
    return total / min(len(right), depth)


def _lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _crossed(a: str, b: str, language: str) -> str:
    """The first half of one claim and the second of another."""
    if language == "zh":
        return a[: len(a) // 2] + b[len(b) // 2 :]
    first, second = a.split(), b.split()
    return " ".join(first[: len(first) // 2] + second[len(second) // 2 :])


def _news(language: str) -> Iterator[str]:
    """Every sentence of the made-up news: `news_{language}.txt` has a form and, line by line, what fills its places."""
    form, *choices = _lines(f"news_{language}.txt")
    for row in product(*(line.split("|") for line in choices)):
        yield form.format(*row)
