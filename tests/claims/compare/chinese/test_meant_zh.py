"""Which of several figures of a Chinese sentence a claim with a bound means."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLAIMS = [
    ("山庄的老师超过三百人", "山庄学校有学生8,200名、老师{}名，分设九个学部。", "340", "260"),
    ("茶馆不到四十家", "老街全长1.2公里，现有茶馆{}家、饭馆96家和客栈51家。", "33", "48"),
    (
        "步道的終點在海拔兩千公尺以上",
        "步道長6.2公里，起點海拔1,240公尺，終點海拔{}公尺，約需三小時。",
        "2,130",
        "1,870",
    ),
    ("改建之后，剧场的座位超过两千个", "剧场2012年改建后座位由1,400个增至{}个，并加装了电梯。", "2,200", "1,800"),
    ("影片首周的票房不足三千万元", "影片5月3日公映，首周票房{}万元，最终累计1.4亿元，排名第九。", "2460", "3460"),
    (
        "林冬的全馬成績沒跑進三小時",
        "2021年南灣馬拉松，男子組冠軍用時2小時12分，林冬以{}完賽。",
        "3小時04分",
        "2小時54分",
    ),
    ("何山夺冠的用时不到2小时10分", "女子组冠军成绩为2小时29分，男子组由何山以{}夺冠。", "2小时08分", "2小时12分"),
    ("医院的外科床位不到两百张", "医院共有床位620张，其中内科230张、外科{}张。", "160", "260"),
    (
        "联盟在议会占有过半数席位",
        "四月的大选投票率为71%，在议会120个席位中，联盟赢得{}席，工人党赢得33席。",
        "67",
        "47",
    ),
    ("首播期间单集收视率从没跌破过1%", "首播时第一集收视率为1.82%，最高一集2.4%，最低的第9集为{}%。", "1.07", "0.87"),
    ("刊物的发行量已跌破十万份", "刊物2005年的发行量为23万份，2022年为{}份。", "9.4万", "11.4万"),
    ("影片首周票房突破三亿", "影片制作成本1.2亿元，首周票房{}元，最终票房6.8亿元。", "3.3亿", "2.3亿"),
    ("船队用不了三个小时就能到岛上", "航线长61海里，船队抵岛需{}，比旧船快了近两小时。", "2小时40分", "3小时40分"),
]


@pytest.mark.parametrize(("claim", "sentence", "true", "false"), CLAIMS)
def test_the_figure_beside_the_words_of_the_claim_is_meant(claim: str, sentence: str, true: str, false: str) -> None:
    """The figure that the claim's own words stand beside decides it, whatever other figures there are."""
    kinds = [compare_texts(claim, sentence.format(value), given=True).kind for value in (true, false)]
    assert kinds[0] in {RelationKind.REFINES, RelationKind.CORROBORATES}
    assert kinds[1] is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("后卫全场拿下至少20分", "后卫上半场得到13分，下半场再添11分，另有5个篮板。"),
        ("景区日均接待游客超过两万人次", "假期七天，景区累计接待游客16.2万人次，门票收入900万元。"),
        ("选手把个人最好成绩提高了一分钟以上", "他此前的个人最好成绩是2小时05分30秒，这次跑出2小时04分10秒。"),
    ],
)
def test_a_part_a_total_or_an_earlier_value_is_not_what_a_claim_means(claim: str, sentence: str) -> None:
    """What must be worked out from several figures is not read off one of them."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS
