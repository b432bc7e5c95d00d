"""Figures that a sentence gives only the parts of, and what they make of a claim."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLAIMS = [
    ("出席率超過九成", "會員共2,400人，昨天有{}人出席，會議開了3小時。", "2,250", "1,630"),
    ("该店营业额比去年下降三成以上", "该店今年营业额为{}万元，去年为300万元，员工减至12人。", "180", "262"),
    ("乘客連同機員共逾兩百人", "機上{}名乘客及9名機員全部平安，航班延誤四小時。", "196", "171"),
    ("这座水库每天平均供水超过两万吨", "7天里这座水库累计供水{}万吨，水位下降0.4米。", "16.8", "9.1"),
    ("诗人活到了八十岁以上", "这位诗人1901年生于绍兴，{}年病逝于上海，留下诗集九部。", "1988", "1962"),
    ("手術花了不到三小時", "手術從上午9時10分開始，到{}結束，醫療團隊共有11人。", "11時40分", "13時25分"),
    ("劇團成立於民國七十年代", "這個劇團{}年成立，至今演出過40部作品，走訪9個國家。", "1985", "1996"),
    ("这座粮库在2010年以前就已经建成", "粮库总投资2.1亿元，{}年11月建成投用，占地40亩，仓房12座。", "2008", "2013"),
    (
        "轻轨最早也要到2027年才能通车",
        "受地质条件影响，轻轨最新公布的通车时间为{}年3月，比原计划晚一年。",
        "2028",
        "2026",
    ),
    (
        "新校區要到九月以後才會啟用",
        "市立大學表示，新校區工程已近尾聲，預定{}中旬啟用，首批遷入三個學院。",
        "10月",
        "8月",
    ),
    (
        "登山隊是在中午以前登頂的",
        "登山隊凌晨兩點出發，於{}登上海拔7134米的頂峰，停留二十分鐘。",
        "上午10時40分",
        "下午2時40分",
    ),
    ("作家四十岁以前就拿到了这个奖", "林疏（1961年3月－2018年11月），湖南人，作家，{}年拿到这个奖。", "1998", "2004"),
    ("歌手二十歲出頭就發行了專輯", "洪雅（1988年10月4日－），屏東縣人，歌手，{}年推出首張專輯。", "2010", "2018"),
    ("全县的常住人口减少了", "2010年普查时全县常住人口为{}万人，到2020年为38.2万人。", "41.5", "35.1"),
    ("被告的刑期比检方求处的短", "检方求刑12年，法院昨天宣判，判处被告有期徒刑{}年，并科罚金300万元。", "9", "14"),
    ("獲救的移工當中菲律賓籍最多", "海巡署昨天救起31名移工，其中菲律賓籍{}人、印尼籍11人，其餘為越南籍。", "17", "7"),
    ("遇难者中儿童占多数", "事故共造成15人遇难，其中儿童{}人，司机也不幸身亡。", "9", "6"),
    ("報名人數跌破十萬人", "大考中心公布，今年的報名人數為{}7,812人，較去年減少4,206人。", "9萬", "10萬"),
    ("前局長二審被判十年以上徒刑", "二審改判前局長有期徒刑{}年6月，褫奪公權5年，可上訴。", "11", "8"),
    (
        "工厂大火烧了不止十二个小时",
        "工厂前晚9时许起火，出动56辆消防车，大火直到{}才完全扑灭。",
        "昨天上午11时",
        "昨天凌晨3时",
    ),
    (
        "法案以两票之差获得通过",
        "辩论九小时后，众议院以{}通过了移民法案，参议院预计下周审议。",
        "121票对119票",
        "131票对109票",
    ),
    ("这笔罚款超过公司利润的一半", "公司被处以{}亿元罚款，去年净利润为5.8亿元，公司表示将提起诉讼。", "3.2", "2.2"),
    ("最低氣溫跌破零下五度", "受寒流影響，山區今晨最低氣溫降至零下{}℃，積雪深12公分。", "6.3", "3.1"),
]
"""A claim, a sentence with a gap, what bears the claim out there and what does not."""


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), CLAIMS)
def test_a_figure_worked_out(claim: str, sentence: str, right: str, wrong: str) -> None:
    """One figure of the sentence decides whether the claim holds, whichever of the two is named first."""
    agreeing = {RelationKind.REFINES, RelationKind.CORROBORATES}
    for one, other in ((claim, sentence.format(right)), (sentence.format(right), claim)):
        assert compare_texts(one, other, given=True).kind in agreeing
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


def test_only_what_was_laid_side_by_side() -> None:
    """Among many statements nothing is worked out: too many figures would fit."""
    claim, sentence, _, wrong = CLAIMS[0]
    assert compare_texts(claim, sentence.format(wrong)).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("修复这座钟楼用了三年时间。", "钟楼昨天重新开放，自2018年5月封闭以来，工匠用了三年时间，更换了上千块砖。"),
        ("输气管道的铺设耗时两年。", "输气管道今晨通气，自2020年9月开工以来，铺设耗时两年，共穿越九条河流。"),
    ],
)
def test_yesterday_lies_nowhere(a: str, b: str) -> None:
    """From a known month to a yesterday that is not known no span is worked out."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


AGES_AND_PARTS = [
    ("何川当上院长时已年过五十", "何川1928年3月生于昆明，{}年5月出任医学院院长，任期六年。", "1981", "1971"),
    ("這位教師年近六十才拿到學位", "這位教師1940年6月生於嘉義，{}年夜間部畢業，育有三女。", "1998", "1985"),
    (
        "选手最后一次参加世锦赛是在三十五岁以后",
        "选手生于1960年5月，先后参加1985年、1991年和{}年三届世锦赛。",
        "1997",
        "1993",
    ),
    ("船队比原计划提前三天到港", "船队原计划用40天到港，实际只用了{}天，航程八千海里。", "37", "33"),
    ("学院的女生多于男生", "学院现有学生2,400人，其中女生{}人，另有教师160人。", "1,500", "900"),
    ("车祸的死者以老人为主", "车祸造成18人死亡，其中老人{}人，另有9人受伤。", "13", "5"),
    ("该国的黄金储备在上半年有所下降", "该国黄金储备1月底为412吨，6月底为{}吨，价格上涨3%。", "398", "428"),
    ("小镇一月份的平均气温在冰点以下", "小镇七月平均气温16.8℃，一月平均气温为{}4.2℃，年降水量900毫米。", "零下", ""),
]


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), AGES_AND_PARTS)
def test_ages_parts_and_plans(claim: str, sentence: str, right: str, wrong: str) -> None:
    """An age without its unit, the last of several times, what was planned, and who are the most are worked out."""
    agreeing = {RelationKind.REFINES, RelationKind.CORROBORATES}
    assert compare_texts(claim, sentence.format(right), given=True).kind in agreeing
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


TIMES_AND_STRETCHES = [
    ("羽球隊連續五個賽季打進決賽", "2011年至{}年，羽球隊年年打進決賽，2013年奪冠，2017年降級。", "2015", "2013"),
    (
        "这名门将为同一球队效力十五年以上",
        "门将1958年生于里加，1976年加盟港队，{}年在该队退役，出场498次。",
        "1993",
        "1989",
    ),
    (
        "小说的德译本比原著晚了将近二十年才问世",
        "《井》1947年在利马出版，法译本1952年问世，德译本{}年推出。",
        "1966",
        "1956",
    ),
    ("棋手拿到世界冠军时还是个少年", "棋手{}年5月11日生，1993年2月夺得世界冠军，2015年退役。", "1974", "1970"),
    ("鋼琴家首次公開演出時還不滿十歲", "何慧（1961年－），鋼琴家，四歲習琴，{}年首度公開演出。", "1970", "1973"),
    (
        "博士是在三十岁生日之前拿到学位的",
        "韦伯，1972年9月4日生于汉堡，{}年6月获博士学位，现任教于里昂。",
        "2001",
        "2003",
    ),
    ("公司每卖出一双鞋大约能赚三十元", "公司去年售出运动鞋420万双，营业收入11.6亿元，净利润{}亿元。", "1.27", "2.27"),
    (
        "铁路隧道比公路隧道长出三公里以上",
        "铁路隧道长{}公里，1978年贯通，公路隧道长8.3公里，1986年通车。",
        "11.8",
        "9.8",
    ),
    (
        "两次月全食之间相隔了一年多",
        "上一次月全食发生在2018年1月31日，下一次则在{}日凌晨。",
        "2019年7月17",
        "2018年7月28",
    ),
    ("选手年龄全队最大，已过四十", "选手生于{}年8月，2012年9月参加残奥会时为全队最年长者。", "1971", "1975"),
    ("馆藏在1970年以前就已突破百万册", "该馆1908年有藏书3万册，1937年达42万册，{}年突破100万册。", "1966", "1976"),
    ("工人在罢工前的月薪最多只有三千元", "罢工历时16天；此前工人月薪为2400至{}元，罢工后工资提高24%。", "2900", "3900"),
    ("首都圈居民中外籍人士的比例略高于一成", "首都圈人口约374万，其中外籍居民占{}%，平均年龄36岁。", "11.2", "21.2"),
    ("礼堂建于十六世纪上半叶", "礼堂位于城东，{}年由公爵下令修建，塔楼高46米。", "1537", "1587"),
]


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), TIMES_AND_STRETCHES)
def test_times_of_the_deed_and_ends_of_stretches(claim: str, sentence: str, right: str, wrong: str) -> None:
    """A stretch of years is counted, a time is that of the deed, and both ends of a stretch lie within a bound."""
    agreeing = {RelationKind.REFINES, RelationKind.CORROBORATES}
    assert compare_texts(claim, sentence.format(right), given=True).kind in agreeing
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("首届比赛的参赛者还不足五千人", "比赛创办于1987年，首届仅有4318名选手报名，到2019年参赛人数已增至三万余人"),
        ("连环相撞事故共涉及二十六辆车", "连环相撞事故的伤者中，有二十六人被送往县医院，另有五人转至市里"),
        ("这种犬体重可超过三十公斤", "这种犬原产山区，公犬体重25至40公斤，母犬略小，寿命约十一年"),
    ],
)
def test_heads_and_open_stretches_leave_a_claim_open(a: str, b: str) -> None:
    """People are not vehicles, and what may be more than a bound may lie in a stretch across it."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence", "right", "wrong"),
    [
        ("她的世界排名已跌出前十名", "最新一期世界排名中，她由第七位降至第{}位，落后榜首2,100分。", "十二", "九"),
        ("这所学校的学生人数连续两年下滑", "该校2017年有学生412人，2018年385人，2019年{}人，教师28人。", "361", "396"),
    ],
)
def test_places_and_rows_of_years(claim: str, sentence: str, right: str, wrong: str) -> None:
    """A place lies among those spoken of or not; a fall in a row of years is one from each to the next."""
    agreeing = {RelationKind.REFINES, RelationKind.CORROBORATES}
    assert compare_texts(claim, sentence.format(right), given=True).kind in agreeing
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "true", "false"),
    [
        (
            "漁會的會員人數比五年前多。",
            "東澳漁會2015年有會員3,120人，2020年為3,466人。",
            "東澳漁會2015年有會員3,120人，2020年為2,966人。",
        ),
        (
            "多數受試者服藥後症狀改善。",
            "試驗納入240名患者，服藥八週後有157人症狀改善。",
            "試驗納入240名患者，服藥八週後有97人症狀改善。",
        ),
        (
            "《怒潮》的票房至少是成本的三倍。",
            "《怒潮》以2,800萬港元拍成，最終收得9,600萬港元票房。",
            "《怒潮》以2,800萬港元拍成，最終收得5,600萬港元票房。",
        ),
        (
            "鎮長選舉的勝者贏了不到一千票。",
            "鎮長選舉由羅仁傑當選，他拿下8,412票，唯一的對手范玉蘭得到7,903票。",
            "鎮長選舉由羅仁傑當選，他拿下8,412票，唯一的對手范玉蘭得到5,903票。",
        ),
        (
            "這部紀錄片片長超過兩小時。",
            "《無米樂》片長142分鐘，2009年於台北首映。",
            "《無米樂》片長112分鐘，2009年於台北首映。",
        ),
        (
            "她首次奪冠時還未滿二十歲。",
            "李雅婷生於1984年10月，2003年首奪全國冠軍，2010年退役。",
            "李雅婷生於1980年10月，2003年首奪全國冠軍，2010年退役。",
        ),
    ],
)
def test_what_a_long_sentence_decides(claim: str, true: str, false: str) -> None:
    """Against five years before, of most, at least so many times, by so many votes; “this film” is the one named."""
    assert compare_texts(claim, true, given=True).kind not in {RelationKind.CONFLICTS, None}
    assert compare_texts(claim, false, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("visitors", "kind"), [("210", RelationKind.REFINES), ("110", RelationKind.CONFLICTS)])
def test_how_many_times_as_much_is_asked_not_within_how_long(visitors: str, kind: RelationKind) -> None:
    """翻了两番 is four times as many; within ten years is only the frame."""
    sentence = f"该国入境旅客由2009年的50万人次增至2019年的{visitors}万人次，旅游收入占国内生产总值的一成。"
    assert compare_texts("该国入境旅客在十年内翻了两番。", sentence, given=True).kind is kind
