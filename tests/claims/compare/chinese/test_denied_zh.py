"""What is denied, by halves or twice, and what is said of one thing alone."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

SAME = [
    ("检查报告不得不推迟发布。", "检查报告只好推迟发布。"),
    ("店主沒給任何理由就把他解僱了。", "他被店主無故解僱，對方一個理由也沒說。"),
    ("航班誤點，讓他錯過了典禮。", "他因為航班誤點而沒趕上典禮。"),
    ("林家四兄弟都當過水手。", "林家四兄弟沒有一個不曾做過水手。"),
    ("委员会里律师不到四分之一。", "委员会有超过四分之三的成员不是律师。"),
    ("村里的垃圾一半以上没有经过分类。", "村里的垃圾经过分类的不到一半。"),
    ("她是在母親去世之後才搬到台東的。", "母親過世前，她並不住在台東。"),
    ("合唱团毫不犹豫地接受了邀请。", "合唱团接受了邀请。"),
    ("水手不停地划了三个小时。", "水手划了三个小时。"),
    ("老板好不容易才找到一间铺位。", "老板好容易才找到一间铺位。"),
    ("校方不得拒絕學生申請補考。", "學生要申請補考，校方不能不准。"),
    ("开会的时候尽量不要接电话。", "尽量别在开会时接电话。"),
    ("校方并未收到任何投诉。", "校方没有接获投诉。"),
    ("食堂的面没有奶奶做的好吃。", "奶奶做的面比食堂的好吃。"),
    ("今年的雨没有去年多。", "去年的雨比今年多。"),
    ("我們想把船停在碼頭，保安不讓停。", "保安不讓我們把船停在碼頭。"),
    ("下这么大的雪，谁还会上山呢？", "下这么大的雪，没有人会上山的。"),
    ("東區各里里長選舉，綠洲黨均未推出人選", "綠洲黨沒有在東區提名里長候選人"),
    ("她的店没能维持五年。", "她的店只开了三年。"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_no_clash(a: str, b: str) -> None:
    """A denial that is denied, the rest of a whole, a deed that fails in a word: both say the same."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("校方并未收到任何投诉。", "校方收到十二宗投诉。"),
        ("他差点儿就赶上那班船了。", "他差点儿没赶上那班船。"),
        ("食堂的面没有奶奶做的好吃。", "食堂的面比奶奶做的好吃。"),
        ("今年的雨量没有去年多。", "今年的雨量比去年多。"),
        ("工厂没有在海州设厂。", "工厂在海州设厂。"),
        ("校方不得拒绝学生补考。", "校方拒绝学生补考。"),
    ],
)
def test_a_clash(a: str, b: str) -> None:
    """What nearly came about did not; what is less than the other is not more."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("只有教师会员可以在夏季使用阅览室。", "教师会员只可以在夏季使用阅览室。"),
        ("只有老会员可以借书。", "连老会员也不能借书。"),
        ("弟弟很不喜欢吃苦瓜。", "弟弟不很喜欢吃苦瓜。"),
        ("她没吃饭就上学了。", "她吃了饭还没上学。"),
        ("只有四名委员对这份报告投了反对票。", "四名委员只对这份报告投了反对票。"),
    ],
)
def test_alone(a: str, b: str) -> None:
    """Members alone, or the reading room alone: the two do not say the same."""
    assert compare_texts(a, b, given=True).kind is None


def test_out_of_the_first() -> None:
    """Whoever is seventh is not among the first five."""
    a, b = "方晴在世锦赛女子十米气步枪项目中跻身前五名。", "方晴在世锦赛女子十米气步枪项目中名列第七。"
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
