"""Whether what a Chinese statement denies is another matter than what the other affirms in some of the same words."""

from claims.compare.chinese.subjects_zh import said_of
from claims.compare.chinese.units_zh import units
from evidence.text import lazy_re as re

DISPUTES = frozenset(["否认", "驳斥"])
"""Words by which somebody disputes what others say."""
LONE = 2
"""Characters that make a word."""


def of_another_matter(word: str, bare: str, said: frozenset[str], denying: str, key: str) -> bool:
    """Whether a denial (its word, what it denies without what carries it) denies nothing that the other (key) affirms.

    `said` is what the other has in common with what is denied, `denying` the rest of what the denier says.
    """
    return said <= _WHERE or _another_first(bare, key) or (word in DISPUTES and _disputed(denying, key))


_WHERE = frozenset(["本国", "本地", "当地", "该国", "该市", "现场", "全国", "国内"])
"""What two things may have in common of which only one is told."""


def _another_first(bare: str, key: str) -> bool:
    """Whether it is denied that something was done for the first time, and the other tells so of another deed."""
    first = _first_time.match(bare)
    deed = bare[first.end() :] if first else ""
    return len(deed) >= LONE and not units(deed) & units(key)


_first_time = re.compile("首次|首度|第一次|头一次|初次|唯一一次")


def _disputed(denying: str, key: str) -> bool:
    """Whether the accused disputes a charge or a finding, or one disputes what another owns to: both were said."""
    owns = _owns.search(key)
    if owns is None:
        return _accused.search(denying) is not None and _charged.search(key) is not None
    one, other = said_of(denying, _end_of_subject(denying))[-LONE:], said_of(key, owns.start())[-LONE:]
    return min(len(one), len(other)) == LONE and one not in key and other not in denying


def _end_of_subject(denying: str) -> int:
    """Where ends what stands before a denial, whose own words are blotted out with commas."""
    at = denying.find(",,")
    return at if at >= 0 else len(denying)


_accused = re.compile("本人|被告|嫌[犯疑]|当事人|律师|辩方|辩护|涉案|家属|亲属")
_charged = re.compile("裁定|认定|指[控称责]|控[告罪]|起诉|检[察方]|检举|举报|涉嫌|警方|调查(?:组|局|小组|委员会)")
_owns = re.compile("承认|认罪|坦承|供认")
