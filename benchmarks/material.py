"""Made-up claims in Chinese and English over a made-up document, for the benchmarks."""

import json
import random
from pathlib import Path

TOWNS = ("临江", "永安", "青石", "Northfield", "Eastbridge", "Port Hale")
EVENTS = (
    "{town}水位在{n}小时内上涨{m}厘米，约{k}名居民转移",
    "{town}工厂宣布裁员{k}人，占员工总数的{m}%",
    "The council of {town} approved {n} projects worth {m} million euros, {k} people attended",
    "{town} counted {k} votes in {n} hours, a turnout of {m} per cent",
)


def document(size: int) -> str:
    """A text of `size` lines."""
    chance = random.Random(1)
    return "".join(_sentence(chance) + "\n" for _ in range(size))


def _sentence(chance: random.Random) -> str:
    event, town = chance.choice(EVENTS), chance.choice(TOWNS)
    return event.format(town=town, n=chance.randint(2, 90), m=chance.randint(1, 99), k=chance.randint(10, 9999))


def records(size: int, text: str, name: str) -> list[dict[str, object]]:
    """Claim records with one to three quotes each."""
    chance = random.Random(2)
    made: list[dict[str, object]] = []
    for number in range(size):
        quotes = []
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(text) - 60)
            quotes.append({"document": name, "start": start, "end": start + 40, "stance": "supports"})
        statement = f"{_sentence(chance)} ({number})"
        made.append(
            {
                "external_id": f"x{number}",
                "statement": statement,
                "language": "zh-Hans",
                "kind": "numerical",
                "certainty": "reported",
                "claimant": chance.choice(TOWNS),
                "tags": ["towns"],
                "entities": [{"name": chance.choice(TOWNS), "type": "place"}],
                "quantities": [{"text": str(number), "low": number, "high": number, "unit": "people"}],
                "evidence": quotes,
            }
        )
    return made


def write(path: Path, made: list[dict[str, object]]) -> None:
    """The records as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in made:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
