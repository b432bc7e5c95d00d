"""`re`, but what `compile` gives is compiled when it is first used: `from evidence.text import lazy_re as re`.

Reading language takes more than a thousand expressions, one text a few dozen of them: compiling them all takes longer
than reading and comparing hundreds of texts.
"""

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, cast

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "VERBOSE", "Match", "Pattern",
    "compile", "escape", "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip


class _Lazy:
    """Stands for an expression; from its first use on it has what the compiled one has.

    Flags that are written in the expression itself are known from then on.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, int(flags) | re.UNICODE

    def __getattr__(self, name: str) -> Any:
        """What the compiled expression has of this name; from now on nothing it has is asked for here."""
        if name not in _OFFERED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _OFFERED})
        return self.__dict__[name]


_OFFERED = [name for name in dir(Pattern) if not name.startswith("_")]


def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001  as `re` calls it
    """An expression that is found wrong, if it is, when it is first used. It is not what a match has as its `re`."""
    return cast("Pattern[str]", _Lazy(pattern, flags))
