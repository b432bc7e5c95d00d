"""Documents for the tests of who copies whom."""

import hashlib
from datetime import UTC, datetime

from evidence.model import Document

STORM = (
    "国家气象中心今天发布台风红色预警，预计台风将于明晚登陆浙江沿海，中心附近最大风力可达十五级。"
    "沿海六个县已经停课，渔船全部回港避风，铁路部门停运了三十二趟列车。"
)
PORT = (
    "The fire broke out shortly after midnight in a warehouse where fertiliser was kept and spread to two others "
    "before dawn. Harbour workers had complained about the wiring for years, but the owner never replied to them."
)


def document(name: str, text: str, **known: str | None) -> Document:
    """A document with this text and what is known of it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=name, name=f"{name}.txt", sha256=digest, size=len(text), media_type="text/plain", encoding="utf-8",
        text=text, text_sha256=digest, language="und", retrieved=datetime(2025, 9, 1, tzinfo=UTC), **known,
    )  # fmt: skip
