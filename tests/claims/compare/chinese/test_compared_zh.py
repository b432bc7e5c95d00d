"""Claims that set one thing, one time or one event against another, and sentences that give both."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

AGREEING = {RelationKind.REFINES, RelationKind.CORROBORATES}
CLAIMS = [
    (
        "北壁隧道的长度超过南坪隧道",
        "北壁隧道长{}公里，与全长8.2公里的南坪隧道同属一条铁路。",
        "9.6",
        "6.3",
    ),
    ("乐队的第三张专辑销量不如首张", "乐队的首张专辑1999年售出31万张，2004年的第三张专辑售出{}万张。", "22", "45"),
    ("民宿八月的入住率比七月低", "业者说，民宿7月入住率为71%，8月为{}%，平均房价每晚420元。", "63", "79"),
    ("画的成交价低于最低估价", "这幅画估价60万至90万元，5月3日以{}万元成交，买家没有透露身份。", "52", "75"),
    (
        "林映先出版了第一部诗集，后来才写小说",
        "林映1977年写出小说《北窗》，首部诗集《雨》则在{}年出版。",
        "1971",
        "1983",
    ),
    ("这部交响曲到作曲家去世后才首演", "沈澄（1890年—1944年）的这部交响曲{}年首演，全曲约50分钟。", "1951", "1938"),
    ("乐团成立同一年就签了唱片公司", "乐团1987年2月在泉州成立，{}与海声唱片签约。", "同年9月", "1990年9月"),
    ("参加比赛的女选手比男选手多", "本届比赛有{}名女选手和112名男选手参加，最小的13岁。", "128", "98"),
    ("馆内的油画比水彩画少得多", "馆藏油画{}幅、水彩画640幅、雕塑85件。", "210", "910"),
    ("产区酿的白酒比红酒多", "产区有葡萄园1,900公顷，其中白酒占{}，其余都是红酒。", "六成二", "两成六"),
    ("该校男教师不到女教师的一半", "该校有教师150人，其中男教师{}人，女教师104人。", "46", "66"),
    ("舰艇的造价超出预算一倍", "舰艇预算为3亿美元，实际造价{}亿美元，排水量2,800吨。", "6", "4"),
    ("影片的票房至少是成本的三倍", "影片以{}万元成本拍成，2016年上映，收得9,600万元票房。", "2,800", "5,200"),
    ("大桥在第二次世界大战结束后才通车", "大桥全长610米，1935年动工，{}年首度通车，1979年加宽。", "1951", "1940"),
    ("糖廠在日治時期結束前便已停業", "糖廠設立於1909年，年產砂糖三萬噸，{}年因虧損停業。", "1938", "1956"),
]


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), CLAIMS)
def test_two_values_decide_which_is_more_or_earlier(claim: str, sentence: str, right: str, wrong: str) -> None:
    """The figures or times of both, told by the words beside them, decide a comparison."""
    assert compare_texts(claim, sentence.format(right), given=True).kind in AGREEING
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("北岛的面积超过南岛", "群岛由七个岛屿组成，北岛长12公里，离岸40公里。"),
        ("他是参加过二战的老兵", "村里最后一位老兵1998年去世，终年81岁，葬在祖屋后山。"),
        ("这位作家先写诗后写小说", "这位作家1949年生，1977年获文学奖，1983年移居海外。"),
        ("影片的票房是成本的三倍", "影片2016年上映，收得9,600万元票房，观众320万人次。"),
        ("工厂在战后先后搬迁两次", "工厂1938年建成，1951年扩建，现有工人420名。"),
    ],
)
def test_what_is_not_told_of_both_decides_nothing(claim: str, sentence: str) -> None:
    """Where the other's figure or the time of either event is missing nothing clashes."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS
