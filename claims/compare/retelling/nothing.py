"""Chinese ways to say that there was none of it at all, against what the other account tells of it.

    四根吊索一根都没断 (none of them broke)    其中一条钢索断裂 (one of them broke)
    现场一枪都没响过 (not a shot was heard)    警方开了三枪 (three shots were fired)

What is denied is what happened (断) or the thing of which there was none (枪), where the verb says no more than that it
was there, came or was had. Asked only of claims that answer to each other in two accounts.
"""

from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.crossing import glosses
from claims.compare.retelling.denials import affirmed
from claims.compare.values import Features, of_one, written
from evidence.text import lazy_re as re

_ONE = "[一半]"
_CLASSIFIER = (
    "[个名位座艘架台部枚间条张件所辆栋只头匹扇道处户根支枪颗发句声字次分毛块点滴丝口步封份家人棵篇幅起回通本场]"
)
_emphatic = re.compile(
    rf"(?P<topic>[^,。;:!?\s]{{0,8}}?){_ONE}(?P<unit>{_CLASSIFIER})(?P<thing>[\u3400-\u9fff]{{0,5}}?)(?:都|也)"
    rf"(?:还|从来|根本)?(?:没有?|未|不)(?P<verb>[\u3400-\u9fff]{{1,5}})"
)
_nobody = re.compile(
    r"(?P<topic>[^,。;:!?\s]{0,8}?)(?:没有?一[个名位]?人?|没有?人|无人|无一人?|谁[都也](?:没有?|不)|没有任何[^,。;]{0,4}?人)"
    r"(?P<verb>(?!员)[\u3400-\u9fff]{1,5})"
)
_wherever = re.compile(r"(?P<topic>)(?:哪有|哪来)(?:什么|的)?(?P<thing>[\u3400-\u9fff]{2,5})")
_flatly = re.compile(
    r"(?P<topic>[^,。;:!?\s]{0,8}?)(?:压根|根本|从来|从头到尾|自始至终|始终)(?:就|都)?(?:没有?|未|不)(?P<verb>[\u3400-\u9fff]{1,6})"
)
_SLIGHT = frozenset("有见收拿得到放听看响来去派做给领用开进出发")
"""Verbs that say no more of a thing than that it was there, came or was had."""
_EMPTY = "被把让对向从给再能会要想就都也还"


class Nothing(NamedTuple):
    """What there was none of: the words that say so, the thing and the verb; each may be empty."""

    words: str
    thing: str
    verb: str


def contradicted(pair: Pair) -> str | None:
    """The reason why the other account tells of what there was none of, or None."""
    if not pair.a.language == pair.b.language == "zh":
        return None
    for mine, theirs in ((pair.a, pair.b), (pair.b, pair.a)):
        for none in _none(mine):
            if _none(theirs):
                continue
            said = affirmed(theirs).text
            if (word := _told(none, said)) is not None:
                return f"one says “{none.words}”, the other tells of “{word}”"
    return None


def _told(none: Nothing, said: str) -> str | None:
    """The word in which a text tells of it, or None."""
    verb = none.verb.lstrip(_EMPTY) or none.verb
    if verb[:2] and len(verb) > 1 and verb[1] not in _COMPLEMENT_OF:
        if verb[:2] in said or not glosses(verb[:2], "zh").isdisjoint(glosses(said, "zh")):
            return verb[:2]
    elif verb and verb[0] not in _SLIGHT and re.search(rf"{verb[0]}(?:[{_COMPLEMENT_OF}裂伤开]|$|[,。;\x01])", said):
        return verb[0]
    if none.thing and (not verb or verb[0] in _SLIGHT):
        ends = (none.thing[-length:] for length in (4, 3, 2, 1) if length <= len(none.thing))
        return next((end for end in ends if end in said and (len(end) > 1 or end == none.thing)), None)
    return None


_COMPLEMENT_OF = "过着到上下出进来去起住成动完了"


@of_one
def _none(side: Features) -> tuple[Nothing, ...]:
    """What a claim says there was none of."""
    text = written(side)
    found = []
    for match in _emphatic.finditer(text):
        thing = match["thing"] or (match["unit"] if match["unit"] in _THINGS else "") or match["topic"][-2:]
        found.append(Nothing(match[0], thing, match["verb"]))
    found += [Nothing(match[0], "", match["verb"]) for match in _nobody.finditer(text)]
    found += [Nothing(match[0], match["thing"], "") for match in _wherever.finditer(text)]
    for match in _flatly.finditer(text):
        verb = match["verb"]
        rest = verb[2:] if len(verb) > 1 and verb[1] in _COMPLEMENT_OF else verb[1:]
        found.append(Nothing(match[0], rest if len(rest) > 1 else "", verb))
    return tuple(found)


_THINGS = frozenset("枪句声字步封篇")

__all__ = ["contradicted"]
