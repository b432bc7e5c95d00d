"""Who or what stands in one slot of two statements."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("李敏娜在决赛中以6–4、6–2击败张文静。", "决赛中，张文静以4–6、2–6负于李敏娜。", False),
        ("李敏娜在决赛中以6–4、6–2击败张文静。", "李敏娜在决赛中以6–4、6–3击败张文静。", True),
        ("极川X5手机的起售价低于4000元。", "极川发布新机X5，电池容量5000毫安时，起售价3799元，12日开始预售。", False),
        ("极川X5手机的起售价低于4000元。", "极川发布新机X5，电池容量5000毫安时，起售价4299元，12日开始预售。", True),
        ("林安可21比15击败头号种子，首次打进岚城公开赛决赛。", "林安可苦战76分钟挺进岚城公开赛冠军战。", False),
        (
            "《夏夜》是一张收录12首歌的专辑。",
            "《夏夜》是歌手简若棠的第二张专辑，共收录十首歌曲，其中三首由她作词。",
            True,
        ),
        ("The sonata was written for a princess.", "The sonata was composed for a princess.", False),
        ("The palace was begun by a composer.", "The palace was begun by a painter.", True),
        ("罗雁平在市长选举首轮拿到过半选票。", "市长选举首轮中，罗雁平以48.3%的得票率领先另外四名候选人。", True),
    ],
)
def test_what_only_looks_like_another_filler(one: str, other: str, clash: bool) -> None:
    """A score from the other side, the part measured in another clause, an article, a verb are no other fillers."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash
