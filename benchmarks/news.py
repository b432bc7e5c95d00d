"""Made-up news to pair: events told again and again, in two languages and three scripts, by sources that differ.

Every event has a subject, drawn from a pool of names in which a few are in the news all the time (the n-th name is
drawn 1/n as often as the first, as in real news), a figure, and one to a dozen tellings in other words. Some
tellings give another figure, some add a detail. The documents teach the names that stand for one another:
「马洛克集团（Marlock）」. Everything is invented.
"""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from opencc import OpenCC

_HAN = "安柏岑达恩法格海伊杰卡兰马诺欧佩奇瑞森塔乌维希雅泽博川德丰古和嘉康林美宁普庆荣盛泰旺鑫永远智中"
_SYLLABLES = (
    *("mar", "ken", "vel", "tor", "lin", "dra", "sel", "bro", "nor", "ath", "wen", "cas", "pel", "rid", "gal", "hol"),
    *("ver", "ost", "tam", "ire", "lock", "ford", "burg", "wick"),
)
_SORTS = (
    ("集团", "Group"),
    ("科技", "Tech"),
    ("市", "City"),
    ("大学", "University"),
    ("银行", "Bank"),
    ("公司", "Holdings"),
)
_EVENTS: tuple[tuple[str, int, int, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "layoffs",
        20,
        20000,
        ("{s}宣布裁员{n}人，{d}", "{d}，{s}将裁减约{n}名员工", "知情人士称，{s}计划解雇{n}人，{p}受影响最大"),
        (
            "{S} will cut {n} jobs, {D}",
            "{D}, {S} said it is laying off {n} employees",
            "{S} plans to dismiss {n} workers, most of them in {P}, people familiar with the matter said",
        ),
    ),
    (
        "revenue",
        2,
        90,
        ("{s}第三季度营收{n}亿元，{d}", "{d}，{s}三季度收入达到{n}亿元"),
        (
            "{S} reported third-quarter revenue of {n}00 million yuan, {D}",
            "Revenue at {S} reached {n}00 million yuan in the third quarter, {D}",
        ),
    ),
    (
        "deal",
        1,
        300,
        ("{s}以{n}亿美元收购{p}，{d}", "{p}被{s}收购，作价{n}亿美元", "{d}，{s}同意出资{n}亿美元买下{p}"),
        (
            "{S} acquired {P} for {n} billion dollars, {D}",
            "{P} was bought by {S} in a deal worth {n} billion dollars",
            "{D}, {S} agreed to acquire {P} for {n} billion dollars",
        ),
    ),
    (
        "flood",
        2,
        800,
        ("{p}洪水造成{n}人死亡，{d}", "{d}，{p}的洪灾已致{n}人遇难", "{s}称{p}水灾死亡人数升至{n}人"),
        (
            "Floods in {P} killed {n} people, {D}",
            "{D}, the death toll from the flooding in {P} rose to {n}",
            "{S} said at least {n} people died in the floods in {P}",
        ),
    ),
    (
        "appoint",
        1,
        60,
        ("{s}任命{p}前高管为首席执行官，任期{n}年，{d}", "{d}，{s}的新任首席执行官来自{p}"),
        (
            "{S} appointed a former {P} executive as chief executive for {n} years, {D}",
            "{D}, a former executive of {P} was named chief executive of {S}",
        ),
    ),
    (
        "vote",
        100,
        900000,
        ("{p}选举有{n}人投票，{d}", "{d}，{p}的投票人数为{n}人"),
        ("{n} people voted in the election in {P}, {D}", "{D}, turnout in {P} was {n} voters"),
    ),
    (
        "lawsuit",
        1,
        90,
        ("{s}起诉{p}，索赔{n}万元，{d}", "{p}遭{s}起诉，对方要求赔偿{n}万元"),
        ("{S} sued {P} and asked for {n}0,000 yuan, {D}", "{P} was sued by {S} for {n}0,000 yuan"),
    ),
    (
        "launch",
        5,
        4000,
        ("{s}发布新产品，售价{n}元，{d}", "{d}，{s}在{p}推出一款{n}元的产品"),
        ("{S} released a product at {n} yuan, {D}", "{D}, {S} launched a device in {P} that costs {n} yuan"),
    ),
)
_LETTERS = "eeeettaaaooniiisshhrrdlucmwfygpbvk"
_CHARACTERS = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都"
    "两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
)
TOPICS = 20_000
"""Words that tell an event from others, the n-th drawn 1/n as often as the first."""
_TOPIC_ODDS = list(accumulate(1 / (place + 20) for place in range(TOPICS)))
TELLINGS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 9)
"""How often events are told: most once, some everywhere."""


@dataclass(frozen=True, slots=True)
class Name:
    """One thing under its names."""

    hans: str
    hant: str
    latin: str


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of the world."""

    event: int
    language: str
    """zh-Hans, zh-Hant or en."""
    statement: str
    names: tuple[str, ...]
    """As this claim writes them."""
    document: int
    figure: int


@cache
def _topics() -> list[tuple[str, str]]:
    """Made-up words in pairs: Chinese, English."""
    chance = random.Random(3)
    return [
        ("".join(chance.choices(_CHARACTERS[9:], k=2)), "".join(chance.choices(_LETTERS, k=chance.randint(4, 9))))
        for _ in range(TOPICS)
    ]


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def names_of(chance: random.Random, count: int) -> list[Name]:
    """`count` different names."""
    made: list[Name] = []
    taken: set[str] = set()
    while len(made) < count:
        latin = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()
        hans = "".join(chance.choices(_HAN, k=chance.choice((2, 3, 3))))
        sort = chance.choice(_SORTS)
        name = Name(hans + sort[0], _traditional().convert(hans + sort[0]), f"{latin} {sort[1]}")
        if taken.isdisjoint((name.hans, name.latin)):
            taken.update((name.hans, name.latin))
            made.append(name)
    return made


class World:
    """Names and the events around them; the same for the same seed."""

    def __init__(self, size: int, seed: int = 5, documents: int = 24) -> None:
        self.size = size
        self.documents = documents
        self._chance = random.Random(seed)
        self.names = names_of(self._chance, max(40, int(2 * size**0.75)))
        self._often = list(accumulate(1 / place for place in range(1, len(self.names) + 1)))

    def told(self) -> Iterator[Told]:
        """The claims, in the order in which they come."""
        chance, event, count = self._chance, 0, 0
        while count < self.size:
            tellings = min(chance.choice(TELLINGS), self.size - count)
            yield from self._event(chance, event, tellings)
            event, count = event + 1, count + tellings

    def _name(self, chance: random.Random) -> Name:
        return self.names[bisect(self._often, chance.random() * self._often[-1])]

    def _event(self, chance: random.Random, event: int, tellings: int) -> Iterator[Told]:
        _, low, high, zh, en = chance.choice(_EVENTS)
        subject, other = self._name(chance), self._name(chance)
        figure = int(low * (high / low) ** chance.random())
        topics = [_topics()[bisect(_TOPIC_ODDS, chance.random() * _TOPIC_ODDS[-1])] for _ in range(5)]
        for _ in range(tellings):
            said = figure if chance.random() < 0.8 else max(1, int(figure * chance.choice((0.5, 0.9, 1.2, 2))))
            language = chance.choice(("zh-Hans", "zh-Hant", "en", "en"))
            details = chance.sample(topics, chance.choice((1, 2, 3, 4)))
            if language == "en":
                detailed = "after the " + " and the ".join(word for _, word in details)
                template, used = chance.choice(en), (subject.latin, other.latin)
                text = template.format(S=used[0], P=used[1], n=f"{said:,}", D=detailed)
                text = text[0].upper() + text[1:] + "."
            else:
                used = (subject.hans, other.hans)
                detailed = f"此前曾有{'、'.join(word for word, _ in details)}之争"
                text = chance.choice(zh).format(s=used[0], p=used[1], n=said, d=detailed) + "。"
                if language == "zh-Hant":
                    text, used = _traditional().convert(text), (subject.hant, other.hant)
            named = tuple(dict.fromkeys(name for name in used if name in text))
            yield Told(event, language, text, named, chance.randrange(self.documents), said)


def document(world: World, number: int) -> str:
    """A document that teaches the names that stand for one another."""
    lines = [f"第{number}号消息汇编。"]
    lines += [f"{name.hans}（{name.latin}）发布公告。" for name in world.names[number :: world.documents]]
    return "\n".join(lines) + "\n"


def record(told: Told, number: int, length: int) -> dict[str, object]:
    """A claim as `factcheck import` takes it, quoting a place of its document, which has `length` code points."""
    start = number % max(1, length - 20)
    return {
        "external_id": f"n{number}",
        "statement": told.statement,
        "language": told.language,
        "entities": [{"name": name, "type": "organisation"} for name in told.names],
        "evidence": [{"document": f"news{told.document}.txt", "start": start, "end": start + 12, "stance": "supports"}],
    }
