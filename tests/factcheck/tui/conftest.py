"""Dossiers to review: the sample, an empty one, one claim, long Chinese, and one that wishes us harm."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from factcheck.dossier import About, Dossier
from tests.conftest import Clock, Databases
from tests.factcheck.outside import outsider
from tests.factcheck.story import bring

LONG = (
    "根據二〇二五年八月二十六日的報導，馬克·扎克伯格為了組建「超級智能實驗室」，向人工智慧研究人員開出總值超過"
    "一億美元的薪酬方案，其中兩名資深研究人員（Rishabh Agarwal 與 Bert Maher）在同一天之內公開宣布離職，"
    "後者將加入 Anthropic，前者的去向尚未確定；公司方面對此不予置評，外界則認為薪酬落差是主因。"
)
HOSTILE = (
    "[bold red]Markup[/] and [@click=app.quit]a link[/] A[/",
    "\x1b]52;c;aGFja2Vk\x07 clipboard \x1b[2J cleared \x9b31m C1 \x00".replace("\x00", ""),
    "\u202eright to left\u202c zero\u200bwidth \u2066isolate\u2069 tag\U000e0041",
    "ａｂｃ ﷽ Z̷̢̛a̶l̷g̷o̷ 👩‍👩‍👧‍👦 e\u0301\u0301\u0301 \ufeff",
    "A\tB\nC\r\nD " + "x" * 300,
)


def _quote(document: str, text: str, exact: str) -> dict[str, Any]:
    start = text.index(exact)
    return {"document": document, "start": start, "end": start + len(exact), "exact": exact}


def _empty(dossier: Dossier) -> None:
    """Nothing at all."""


def _one(dossier: Dossier) -> None:
    text = "港口大火昨夜燒毀三座倉庫。\n消防局表示兩人受傷，火勢凌晨撲滅。\n"
    dossier.add(text.encode(), "article.txt", About(source="Harbour Daily", published="2025-09-01"))
    quote = _quote("article.txt", text, "昨夜燒毀三座倉庫")
    bring(dossier, [{"external_id": "w3", "statement": "The fire burned down three warehouses.", "evidence": [quote]}])


def _chinese(dossier: Dossier) -> None:
    text = "\n".join(["前文。" * 30, LONG, "後文，" * 40])
    dossier.add(text.encode(), "長文.txt", About(source="一家名字很長很長的新聞通訊社", published="2025-08-26"))
    other = text.replace("一億", "两亿")
    dossier.add(other.encode(), "另一篇.txt", About(source="视频", language="zh-Hans"))
    rows: list[dict[str, Any]] = [
        {"external_id": "long", "statement": LONG, "evidence": [_quote("長文.txt", text, LONG)]},
        {
            "external_id": "other",
            "statement": LONG.replace("一億", "两亿"),
            "evidence": [_quote("另一篇.txt", other, LONG.replace("一億", "两亿"))],
        },
        {"external_id": "short", "statement": "短。", "evidence": [_quote("長文.txt", text, "前文。")]},
        {"a": "long", "b": "other", "kind": "conflicts", "facet": "quantity", "reason": "一億不是兩億。"},
    ]
    bring(dossier, rows)


def _hostile(dossier: Dossier) -> None:
    text = "\n".join(HOSTILE)
    name = "\x1b[31m[red]evil[/].txt"
    dossier.add(text.encode(), name, About(source=HOSTILE[2], title=HOSTILE[0], url="javascript:alert(1)"))
    document = dossier.documents()[0].id
    rows: list[dict[str, Any]] = [
        {
            "external_id": f"h{number}",
            "statement": words,
            "claimant": HOSTILE[number % 3],
            "tags": [HOSTILE[0]],
            "entities": [{"name": HOSTILE[2]}],
            "evidence": [
                {"document": document, "start": number, "end": number + 20, "exact": text[number : number + 20]}
            ],
        }
        for number, words in enumerate(HOSTILE)
    ]
    rows.append({"a": "h0", "b": "h1", "kind": "conflicts", "facet": "identity", "reason": HOSTILE[1]})
    bring(dossier, rows)


def _sample(dossier: Dossier) -> None:
    dossier.build_sample()


KINDS: dict[str, Callable[[Dossier], None]] = {
    "empty": _empty,
    "one": _one,
    "chinese": _chinese,
    "hostile": _hostile,
    "sample": _sample,
}


class Shelf:
    """Fresh copies of ready dossiers, each built once."""

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._built: dict[str, Path] = {}

    def copy(self, kind: str, path: Path) -> str:
        """The URL of a copy at this path."""
        if kind not in self._built:
            url = self._databases.new("sqlite")
            with Dossier.open(url, reviewer="desk", title=f"the {kind} dossier", now=Clock()) as dossier:
                KINDS[kind](dossier)
            with outsider(url) as conn:  # in the order in which they came, whatever the rules make of them
                conn.execute(text("UPDATE claim SET priority = 0"))
            self._built[kind] = Path("/", url.removeprefix("sqlite:///"))
        shutil.copyfile(self._built[kind], path)
        return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def _shelf(databases: Databases) -> Shelf:
    return Shelf(databases)


@pytest.fixture
def ready(_shelf: Shelf, tmp_path: Path) -> Callable[[str], str]:
    """Gives the URL of a fresh copy of a dossier by its kind: empty, one, chinese, hostile, sample."""

    def copy(kind: str) -> str:
        return _shelf.copy(kind, tmp_path / f"{kind}.db")

    return copy


@pytest.fixture
def sample(ready: Callable[[str], str]) -> str:
    """A fresh copy of the sample dossier."""
    return ready("sample")
