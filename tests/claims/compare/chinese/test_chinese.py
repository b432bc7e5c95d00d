"""Two Chinese statements laid side by side: order, other rounds and parts, other words, and how much more one says."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("上卷由林若水翻译，下卷由陈大河翻译，全书共八百页", "上卷由陈大河翻译，下卷由林若水翻译，全书共八百页"),
        ("他先修完了法律课程，次年才通过会计考试", "他先通过会计考试，次年才修完了法律课程"),
    ],
)
def test_two_parts_exchanged(a: str, b: str) -> None:
    """What changed places across a verb is another account."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("小鎮以陶器和米酒聞名，離縣城不遠", "小鎮以米酒和陶器聞名，離縣城不遠"),
        ("全島沒有電力，道路也中斷了", "道路也中斷了，全島沒有電力"),
    ],
)
def test_lists_and_clauses_in_another_order(a: str, b: str) -> None:
    """The members of a list and whole clauses may stand in any order."""
    assert compare_texts(a, b, given=True).kind in {RelationKind.DUPLICATES, RelationKind.CORROBORATES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("張立群在準決賽獲勝", "張立群在決賽敗給日本選手"),
        ("該店首日賣出三百份便當", "該店第三週賣出九百份便當，店長很高興"),
        ("環線北段去年通車", "環線南段因地質問題尚未通車"),
    ],
)
def test_other_rounds_and_parts(a: str, b: str) -> None:
    """Another round, stage or part of a thing is no conflict."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


def test_a_denial_in_the_same_words() -> None:
    """One denies what the other says of the same subject."""
    assert compare_texts("白沙隧道免費通行", "白沙隧道照常收費，並無免費通行的措施", given=True).kind is CONFLICT


def test_by_length() -> None:
    """The longer one refines only when it says a good deal more."""
    short = "古鎮的石橋被洪水沖斷"
    long = "連日豪雨使溪水暴漲，古鎮的石橋昨夜被洪水沖斷，橋身中段十五公尺崩落溪中，縣府已派員封路"
    found = compare_texts(short, long, given=True)
    assert (found.kind, found.direction) == (RelationKind.REFINES, "b_to_a")
    assert compare_texts(short, "洪水把古鎮的石橋沖斷了", given=True).kind is not RelationKind.REFINES


def test_an_agreement_is_earned() -> None:
    """Two full statements that share only what both are about, and tell of it in other words, are no agreement."""
    a = "港务局昨天宣布，旧码头的仓库将改建为摄影博物馆，工程预计明年春天展开。"
    b = "舊碼頭倉庫的屋主控告港務局，指徵收的補償金遠低於市價，案件排期審理。"
    assert compare_texts(a, b, given=True).kind is None


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("北原州三月通胀率已跌破4%。", "统计署周一公布，北原州三月通胀率从二月的5.2%降至3.7%，粮价和油价都在回落。"),
        ("这名前校长被判刑八年以上。", "法院认定，前校长罗启明在2001年至2006年间挪用公款，判处其有期徒刑九年。"),
        ("阵风最大风速超过每小时90公里。", "气象台说，阵风登陆时最大风速为每秒30米，随后减弱。"),
        ("议会宣布加薪，这是六年来的首次加薪。", "时隔六年，议会再度加薪。"),
    ],
)
def test_what_a_long_sentence_bears_out_does_not_clash(claim: str, sentence: str) -> None:
    """The figure something fell to, the one of the very thing, of the same speed; the first in years is one more."""
    assert compare_texts(claim, sentence, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("全州65岁以上人口占两成。", "全州人口十年间增加八万。"),
        ("研究发现每日散步有助睡眠。", "研究称每周两次举重有助睡眠。"),
    ],
)
def test_ages_are_no_spans_of_time_and_habits_no_editions(a: str, b: str) -> None:
    """People over 65 and within ten years; every day and twice a week of two things."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("好鄰書店將併購大樂文具", "大樂文具將買下好鄰書店"),
        ("合歡主峰比奇萊主峰還要高", "奇萊主峰是全縣最高的山峰"),
        ("女排聯賽今年由飛鷹隊封后", "台電女排今年成功衛冕女排聯賽"),
        ("今年第一尾黑鮪由福財號捕獲", "今年第一尾黑鮪是滿漁發號釣到的"),
        ("黑松的創辦人是陳大文", "黑松公司由張文杞創立"),
        ("下週汽油每公升調降三角", "油價下週將漲0.3元"),
        ("在小琉球餵海龜並不違法", "小琉球禁止民眾餵食海龜"),
        ("護理師接種疫苗後出現嚴重過敏", "護理師打完疫苗並無任何不適"),
        ("綠島產卵的海龜是十年來最少", "綠島海龜產卵數創十年新高"),
        ("捷運綠線已經動工", "捷運綠線目前仍未開工"),
        ("台南捷運紅線週三起恢復正常班距", "台南捷運紅線週三仍維持減班行駛"),
        ("李姓駕駛酒測值超標", "警方：李姓駕駛並無酒駕"),
        ("客運工會決定如期罷駛", "客運工會宣布取消罷工行動"),
        ("蘭嶼機場因濃霧全日關閉", "蘭嶼機場上午起起降正常"),
        ("教育部將把高中學測延後舉行", "教育部：學測日期不變"),
        ("國道三號南下線車禍造成兩死", "國道三號南下車禍無人死亡"),
        ("這間餐廳獲得米其林一星", "這間餐廳今年摘下米其林二星"),
        ("失智老婦已由家屬接回", "失智老婦目前仍下落不明"),
        ("小鎮唯一的戲院本月底熄燈", "小鎮唯一的戲院將繼續營業"),
        ("紀念館禁止拍照", "參觀者可以在紀念館內拍照"),
        ("高捷博愛座已更名為優先席", "高捷的博愛座名稱維持不變"),
        ("沙田行人天橋工程進度嚴重落後", "沙田行人天橋工程提前完工"),
        ("該藥廠召回全部批號", "該藥廠只召回一個批號"),
        ("外送員撞人後逃之夭夭", "外送員撞倒老婦後停車協助"),
        ("兩岸直航航班下月增加", "兩岸直航航班下月減半"),
        ("白沙口岸改為二十四小時通關", "白沙口岸晚上十點就關閉"),
        ("遠聯超市員工加薪百分之五", "遠聯超市今年不打算替員工調薪"),
        ("雞蛋和豆漿同時吃沒有問題", "雞蛋不能跟豆漿一起吃"),
        ("該選手賽前藥檢呈陽性", "該選手賽前通過藥檢"),
        ("青山公園二十四小時開放", "青山公園只開放到晚上八點"),
        ("新疫苗只需接種一劑", "新款疫苗要打兩劑才有效"),
        ("白面琵鷺在關渡只有冬天才看得到", "白面琵鷺一年四季都棲息在關渡"),
        ("工會拒絕資方方案堅持罷工", "工會接受資方方案取消罷工"),
        ("國家公園夜間禁止進入", "國家公園夜間開放民眾觀星"),
    ],
)
def test_short_claims_of_two_accounts(a: str, b: str) -> None:
    """A plan turned about, the most of all, another doer or way, a rule and a record contradict each other."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("好鄰書店將併購大樂文具", "大樂文具將被好鄰書店買下"),
        ("合歡主峰比奇萊主峰還要高", "合歡主峰是全縣最高的山峰"),
        ("油價下週將漲0.3元", "米價下週調降三元"),
        ("英超熱刺炒掉主帥夏維斯", "熱刺已將領隊夏維斯解僱"),
        ("隧道內不可超車", "隧道嚴禁超車"),
        ("工會拒絕春季方案", "工會接受秋季方案"),
        ("風力發電機的回收費由業者負擔", "風力發電機的回收費用由廠商支付"),
        ("多喝水可預防腎結石", "喝水多的人比較不會得腎結石"),
        ("紀念館禁止拍照", "參觀者可以在紀念館內飲食"),
        ("強震過後核四廠運轉正常", "核四廠未受強震影響"),
        ("公司將裁掉三成員工", "公司計劃解僱百分之三十的職員"),
        ("兩岸直航航班下月減少", "兩岸直航航班下月減半"),
    ],
)
def test_short_claims_of_one_account(a: str, b: str) -> None:
    """The same told passively or in other words, and another price, contradict nothing."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("憲法法庭就死刑案宣判，認為死刑並未違憲", "大法官在死刑案中判定死刑合憲", False),
        ("憲法法庭就死刑案宣判，認為死刑並未違憲", "大法官在死刑案中判定死刑違憲", True),
        ("立委周世昌上會期出席率未達五成", "上個會期，立委周世昌缺席率超過一半", False),
        ("立委周世昌上會期出席率未達三成", "上個會期，立委周世昌缺席率不到一半", True),
        ("糖尿病患者不能吃水果是錯誤觀念", "糖尿病人其實可以吃水果", False),
        ("網傳「喝檸檬水抗癌」並非事實", "喝檸檬水能抗癌是謠言", False),
        ("大成銀行全年股息每股1.2港元", "大成銀行全年每股派息港幣一元二角", False),
        ("大成銀行全年股息每股1.2港元", "大成銀行全年每股派息港幣一元六角", True),
    ],
)
def test_one_thing_by_its_contrary(a: str, b: str, clash: bool) -> None:
    """Not against the law is lawful, who is not present is absent, a false belief is denied, ten 角 make one 元."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


def test_somebody_of_a_sort_is_named_by_the_other() -> None:
    """A scholar who was elected may be the professor whom the other claim names."""
    found = compare_texts("學者當選中研院院士", "台大化學系教授陳俊顯當選中研院院士", given=True)
    assert (found.kind, found.direction) == (RelationKind.REFINES, "b_to_a")


def test_what_a_thing_was_before_is_no_denial_of_what_it_is() -> None:
    """The festival that was not held for years is held again."""
    assert compare_texts("宜蘭童玩節復辦", "停辦多年的宜蘭童玩節重新舉辦", given=True).kind is not CONFLICT
