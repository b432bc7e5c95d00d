"""Who or what: other names, other members of one class, or the same words with their roles exchanged."""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import paired_en, ranked_en
from claims.compare.facets import date
from claims.compare.facets.converse import compared_about, converse
from claims.compare.facets.fillers import (
    ALIKE,
    both_once,
    fillers,
    one_more,
    stands_for,
    titles,
    turned_comparison,
)
from claims.compare.facets.polarity import excepting
from claims.compare.facets.scope import contrasts, own_names
from claims.compare.needed import Cue
from claims.compare.slots import (
    coordinated,
    events_of_both,
    exchanged,
    may_be_one,
    passive,
    permuted,
    rebound,
)
from claims.compare.tokens import Tokens
from claims.compare.values import Finding, Verdict
from claims.model import Facet

RANKS = frozenset(["deputy", "vice", "assistant", "junior", "acting", "副", "代理"])


def ranks(pair: Pair) -> Iterator[Finding]:
    """The deputy of an office and its holder; the second-largest and the largest."""
    for tokens, other, own in ((pair.left, pair.right, pair.only_a), (pair.right, pair.left, pair.only_b)):
        for i in own:
            after = tokens.stems[i + 1] if i + 1 < len(tokens.stems) else ""
            if tokens.words[i] in RANKS and after in other.stems and RANKS.isdisjoint(other.words):
                yield stands_for("identity", 0.8, f"{tokens.words[i]} {after}", after)
                return
    for one, another in ranked_en.places(pair):
        of_one_list = one.thing == another.thing and (one.scope == another.scope or not (one.scope and another.scope))
        if (of_one_list or pair.closeness >= VERSIONS) and not (one.head and another.head):
            yield stands_for("identity", 0.8, one.said, another.said)
            return


def swapped_events(pair: Pair) -> Iterator[Finding]:
    """A beat B in one, B beat A in the other."""
    if not (pair.a.names and pair.b.names) or (pair.frames[0] & pair.frames[1]).isdisjoint(DIRECTED):
        return
    for one in events_of_both(pair)[0]:
        for other in events_of_both(pair)[1]:
            alike = one.frame == other.frame and one.frame in DIRECTED and one.negated == other.negated
            turned = one.before & other.after and one.after & other.before and not one.before & other.before
            if alike and turned:
                first, second = min(one.before & other.after), min(one.after & other.before)
                yield Finding(
                    facet=Facet.IDENTITY,
                    verdict=Verdict.CONFLICT,
                    weight=0.85,
                    reason=f"“{first}” and “{second}” have exchanged their roles ({one.frame})",
                )
                return


DIRECTED = frozenset({"wins", "acquires", "appoints", "leads", "elects", "kills", "pays"})
"""Frames that do not hold both ways round."""


def _office_holders(pair: Pair) -> Iterator[Finding]:
    """Another name right behind one office or trade: the architect A, the architect B."""
    if not pair.given or pair.cover < OFFICES:
        return
    mine, theirs = _titled(pair.left), _titled(pair.right)
    for title, name in mine.items():
        other = theirs.get(title)
        if not other or may_be_one(name, other):
            continue
        said = [word in pair.b.key for word in name.split()] + [word in pair.a.key for word in other.split()]
        if not any(said):
            yield stands_for("identity", 0.8, f"{title} {name}", f"{title} {other}")


def _titled(tokens: Tokens) -> dict[str, str]:
    """The offices and trades of a statement, each with the name right behind it."""
    found: dict[str, str] = {}
    for i, word in enumerate(tokens.words[:-1]):
        if word in titles() and not tokens.name[i] and tokens.name[i + 1] and tokens.clause[i] == tokens.clause[i + 1]:
            end = i + 1
            while end < len(tokens.words) and tokens.name[end] and tokens.clause[end] == tokens.clause[i]:
                end += 1
            found.setdefault(word, tokens.phrase(list(range(i + 1, end))))
    return found


OFFICES = 0.45
MEMBERS = {"en": 0.6, "zh": 0.42}
"""From this share of the shorter one's content on, another member of a class is another account of the same thing."""
_unique = Cue(
    r"\b(?:first|only|sole|last|youngest|oldest|earliest)\b|首位|首个|首名|首座|第一位|第一个|第一名|唯一|最早|首度|首次"
)


KIN = frozenset(
    map(words.stem, ("father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt"))
)
_NUMERALS = frozenset("第一二三四五六七八九十")


def _one_of_a_kind(pair: Pair) -> Iterator[Finding]:
    """Another name for what only one can be: the first, the only one."""
    if not pair.given or pair.cover < UNIQUE or not (_unique.search(pair.a.key) and _unique.search(pair.b.key)):
        return
    if pair.other_subject and (names := own_names(pair)) is not None:
        yield stands_for("identity", 0.8, *names)


UNIQUE = 0.5


def _other_member(pair: Pair) -> Iterator[Finding]:
    """Another member of one class, wherever it stands in two statements that otherwise tell the same."""
    least = MEMBERS[pair.a.language]
    if not pair.given or both_once(pair) or (pair.given_english and paired_en.agree(pair)):
        return
    if pair.closeness < ALIKE and pair.cover >= least and min(pair.left_over) <= 4:
        for mine, theirs in contrasts(pair):
            if {mine, theirs} <= KIN and min(pair.left_over) > 1:
                continue  # the son of a minister; his four sisters
            if mine[0] not in _NUMERALS and theirs[0] not in _NUMERALS and not one_more(pair, mine, theirs):
                yield stands_for("identity", 0.8, mine, theirs)
                return


def roles(pair: Pair) -> Iterator[Finding]:
    """The same words with two of them exchanged: who did it to whom."""
    if word := compared_about(pair):
        yield Finding(
            facet=Facet.IDENTITY, verdict=Verdict.CONFLICT, weight=0.85, reason=f"“{word}” is said the other way round"
        )
        return
    swapped = rebound(pair) or (not permuted(pair) and exchanged(pair))
    if not swapped or coordinated(pair) or excepting(pair) or passive(pair.a) != passive(pair.b):
        return
    if _voices_differ(pair) or date.moved_along(pair):
        return
    if converse(pair) or (turned_comparison(pair) and any(contrasts(pair))):
        return
    mine, theirs = swapped[0]
    yield Finding(
        facet=Facet.IDENTITY,
        verdict=Verdict.CONFLICT,
        weight=0.85,
        reason=f"“{mine}” and “{theirs}” have exchanged their roles",
    )


_BE = frozenset(["was", "were", "is", "are", "been", "be", "being"])


def _voices_differ(pair: Pair) -> bool:
    """Whether one has in the passive what the other has in the active: they were exported, it exported them."""
    for i, j in pair.both:
        word = pair.left.words[i]
        if not pair.left.content[i] or not word.endswith(("ed", "en", "n", "t")):
            continue
        voices = [
            not _BE.isdisjoint(tokens.words[max(0, at - 2) : at]) for tokens, at in ((pair.left, i), (pair.right, j))
        ]
        if voices[0] != voices[1]:
            return True
    return False


def findings(pair: Pair) -> Iterator[Finding]:
    """All that tells another identity."""
    yield from roles(pair)
    yield from ranks(pair)
    yield from swapped_events(pair)
    yield from _office_holders(pair)
    yield from _other_member(pair)
    yield from _one_of_a_kind(pair)
    yield from (finding for finding in fillers(pair) if finding.facet not in {Facet.PLACE, Facet.DESTINATION})
