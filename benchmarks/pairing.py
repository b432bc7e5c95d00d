"""Pairing claims by shared keys against rapidfuzz comparing all pairs, on made-up claims with planted rewrites.

Features and keys are read before the clock runs. The peer is `cdist` on one processor where numpy is installed, and
else the same row by row, which takes longer.
"""

import importlib.util
import random
from collections.abc import Iterator
from functools import cache
from tempfile import TemporaryDirectory
from time import perf_counter

from rapidfuzz import fuzz, process

from benchmarks.measure import Measured, timed
from claims.compare import Features, compare, features_of
from claims.pairing import candidates, keys_of
from factcheck.dossier import Dossier
from factcheck.work.engines import here
from factcheck.work.memory import uncollected

ALIKE = 80
"""From this ratio on, rapidfuzz calls two statements alike."""
ROWS = 500
"""Rows of the matrix at a time."""
_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都"
    "两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造"
    "百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
)
_LETTERS = "eeeettaaaooniiisshhrrdlucmwfygpbvk"


@cache
def _words() -> list[str]:
    chance = random.Random(7)
    return ["".join(chance.choices(_LETTERS, k=chance.randint(3, 9))) for _ in range(6000)]


def statements(size: int) -> list[str]:
    """Statements of 40–120 characters, one in ten a rewrite of an earlier one."""
    chance = random.Random(11)
    made: list[str] = []
    for _ in range(size):
        if made and chance.random() < 0.1:
            made.append(_rewritten(chance, chance.choice(made)))
        elif chance.random() < 0.5:
            made.append("".join(chance.choices(_HAN, k=chance.randint(20, 50))) + f"{chance.randint(2, 9999)}人。")
        else:
            drawn = [chance.choice(_words()) for _ in range(chance.randint(7, 16))]
            made.append(" ".join(drawn).capitalize() + f" {chance.randint(2, 9999)}.")
    return made


def _rewritten(chance: random.Random, statement: str) -> str:
    """One to three small changes."""
    letters = list(statement)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters))
        letters[at : at + 1] = chance.choice([[], [letters[at], letters[at]], [chance.choice(letters)]])
    return "".join(letters) or statement


def run(size: int) -> Iterator[Measured]:
    """Candidates and comparison over stored features and keys, and the share of alike pairs that were found."""
    texts = statements(size)
    features = [features_of(text) for text in texts]
    rows = [(key, number) for number, one in enumerate(features) for key in set(keys_of(one))]
    found: list[tuple[int, int]] = []
    ours = timed(lambda: found.extend(_compared(rows, features)))
    alike: set[tuple[int, int]] = set()
    theirs = timed(lambda: alike.update(_all_pairs(texts)))
    kept = len(alike & set(found)) / max(1, len(alike))
    peer = f"rapidfuzz over all pairs ({_way()})"
    job = f"pair and compare {size} claims, {len(found)} candidates, {kept:.1%} of {len(alike)} alike pairs found"
    yield Measured(job, ours, peer, theirs)
    matched = "the same by `match` in a dossier, from claims that are read to relations that are entered"
    yield Measured(matched, _matched(texts), peer, theirs)


def _matched(texts: list[str]) -> float:
    """Seconds of this process from the last claim read to the last relation entered; one process does it all."""
    read_at = 0.0

    def step(told: str) -> None:
        nonlocal read_at
        read_at = perf_counter() if told.endswith("new claims read") else read_at

    with TemporaryDirectory() as folder, Dossier.create(f"sqlite:///{folder}/pairing.db") as dossier:
        rows = ({"external_id": f"p{number}", "statement": text} for number, text in enumerate(texts))
        dossier.import_records(rows, "pairing")
        dossier.match(step, engine=here)
        return perf_counter() - read_at


def _compared(rows: list[tuple[int, int]], features: list[Features]) -> list[tuple[int, int]]:
    with uncollected():  # as `match` compares its pieces
        found = list(candidates(rows))
        for one, other in found:
            compare(features[one], features[other])
    return found


def _way() -> str:
    return "cdist" if importlib.util.find_spec("numpy") else "row by row"


def _all_pairs(texts: list[str]) -> Iterator[tuple[int, int]]:
    """The pairs at `ALIKE` or above, some rows at a time, so that the matrix does not fill the memory."""
    if _way() == "row by row":
        for number, text in enumerate(texts):
            rest = texts[number + 1 :]
            for _, _, at in process.extract(text, rest, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
                yield number, number + 1 + at
        return
    for start in range(0, len(texts), ROWS):
        matrix = process.cdist(texts[start : start + ROWS], texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
        for row, column in zip(*(places.tolist() for places in matrix.nonzero()), strict=True):
            if start + row < column:
                yield start + row, column
