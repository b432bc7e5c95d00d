"""What one named person was, in two versions of one English sentence: the chief pharmacist, the finance director.

Read from what stands behind a name (`Name, the …`, `Name, who was the …`) or before it (`as the …, Name`). Somebody may
be many things; but where all else is told in the same words, another office or trade is another account of him.
"""

from collections.abc import Iterator

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.values import Features, of_one
from claims.model import Facet
from evidence.text import lazy_re as re

ALIKE = 0.7
"""From this closeness on, two statements are versions of one sentence."""
ELSE = 1.0
"""So much content at most may either have for itself besides the role."""
_NAME = r"(?P<name>[A-Z][\w'\u2019-]+)"
_LEAD = r"(?:the|an?|its|their|his|her|(?:the )?[\w-]+['\u2019]s)"
_PHRASE = r"(?P<role>(?:[a-z][\w-]* ?){1,4})"
_behind = re.compile(
    rf"{_NAME}, (?:then |now )?(?:who (?:was|is|had been|has been|work(?:s|ed) as|served as)(?: then| now| later)? )?"
    rf"{_LEAD} {_PHRASE}"
)
_before = re.compile(rf"\b[Aa]s {_LEAD} {_PHRASE}, (?:[A-Z][\w'\u2019-]+ )*{_NAME}")
_end = re.compile(r"\b(?:of|at|in|for|from|with|to|on|by|who|whose|that|which|until|since|and|when|near|during)\b")
_PEOPLE = """
official officer man woman person boy girl resident local member employee worker staff expert figure native citizen
spokesman spokeswoman representative leader professional colleague friend partner veteran candidate participant one part
son daughter brother sister
"""
_ANYBODY = frozenset(map(words.stem, _PEOPLE.split()))
"""What people of any office or trade may be called."""
_ONE_TRADE = tuple(
    frozenset(map(words.stem, line.split()))
    for line in (
        "lawyer solicitor barrister attorney advocate counsel",
        "doctor physician medic gp clinician surgeon",
        "policeman policewoman constable inspector detective sergeant",
        "teacher schoolteacher schoolmaster headmaster headteacher lecturer professor tutor",
        "journalist reporter editor correspondent columnist writer author broadcaster",
        "politician lawmaker legislator mp senator deputy councillor minister",
        "soldier officer captain general colonel major lieutenant commander",
        "businessman businesswoman entrepreneur executive manager director head chief boss chairman president owner",
        "scientist researcher biologist chemist physicist engineer",
        "priest vicar pastor minister clergyman reverend parson",
        "artist painter sculptor photographer",
        "musician singer composer pianist violinist songwriter",
        "actor actress comedian performer",
        "carpenter joiner cabinetmaker",
        "sailor seaman skipper captain fisherman",
        "farmer grower rancher farmhand",
        "nurse midwife carer",
        "shopkeeper grocer trader merchant dealer",
    )
)
"""Offices and trades of which one person may be called by either."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another office or trade of one named person, where little else differs."""
    if pair.closeness < ALIKE or not pair.only_a or not pair.only_b:
        return
    mine = _roles(pair.a)
    theirs = _roles(pair.b) if mine else {}
    for name in mine.keys() & theirs.keys():
        one, other = mine[name], theirs[name]
        heads = words.stem(one[-1]), words.stem(other[-1])
        if heads[0] in pair.right.seen or heads[1] in pair.left.seen or _may_be_one(*heads):
            continue
        besides = (
            sum(tokens.weights[i] for i in own if tokens.words[i] not in role)
            for tokens, own, role in ((pair.left, pair.only_a, one), (pair.right, pair.only_b, other))
        )
        if max(besides) <= ELSE:
            yield Facet.IDENTITY, f"“{' '.join(one)}” stands where the other has “{' '.join(other)}”"
            return


def _may_be_one(one: str, other: str) -> bool:
    """Whether who is the one may be called the other; both are stems."""
    return bool({one, other} & _ANYBODY) or one in other or other in one or akin(one, other) or one_trade(one, other)


def one_trade(one: str, other: str) -> bool:
    """Whether two stems name offices or trades of which one person may be called by either: lawyer, solicitor."""
    return any({one, other} <= trade for trade in _ONE_TRADE)


@of_one
def _roles(side: Features) -> dict[str, tuple[str, ...]]:
    """The words for what each named person is said to be, the head last, by the last part of the name."""
    found: dict[str, tuple[str, ...]] = {}
    for pattern in (_behind, _before):
        for match in pattern.finditer(side.text):
            phrase = _end.split(match["role"])[0].split()
            if phrase and not phrase[-1].endswith(("ed", "ing")):
                found.setdefault(match["name"].lower(), tuple(phrase))
    return found


__all__ = ["clashes", "one_trade"]
