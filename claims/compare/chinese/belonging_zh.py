"""What belongs to a general Chinese word: councillors hold office, water weed is a plant, Vienna lies abroad."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _kinds() -> tuple[tuple["re.Pattern[str]", "re.Pattern[str]"], ...]:
    """General words, each with what belongs to it."""
    table = tomllib.loads(files("claims.compare").joinpath("tables", "belonging_zh.toml").read_text("utf-8"))
    return tuple((re.compile(each["general"]), re.compile(each["kinds"])) for each in table.values())


def of_kind(general: str, key: str) -> str:
    """What a folded statement tells that belongs to the general word of a phrase; empty when nothing does."""
    for word, kinds in _kinds():
        if word.search(general) and (match := kinds.search(key)):
            return match[0]
    return ""


def general_words(phrase: str, key: str) -> int:
    """How many characters of a phrase are general words of which a folded statement tells a kind."""
    return sum(len(match[0]) for word, kinds in _kinds() if (match := word.search(phrase)) and kinds.search(key))
