"""Contraries that one thing cannot be at once, told by two Chinese statements in words of their own."""

import re
import tomllib
from importlib.resources import files

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.alignment import Pair
from claims.compare.chinese import poles_zh
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("逃獄的囚犯李志雄昨晚在山區工寮就逮。", "李志雄越獄至今五天，仍逍遙法外。"),
        ("國道六號今晨發生坍方，雙向封閉。", "國道六號雙向暢通，今晨未受坍方影響。"),
        ("網購平台表示不會退費給消費者。", "網購平台已全數退款給消費者。"),
        ("新任領事已抵港，前天現身酒會。", "新任領事避不見面，未出席前天的酒會。"),
        ("兩名登山客上週失聯，至今遍尋不著。", "兩名登山客已平安下山。"),
        ("新版身分證保留結婚欄位。", "新版身分證取消結婚欄位。"),
        ("直航班機準點抵達。", "直航班機晚了七小時才抵達。"),
        ("貨車司機肇事後留在現場等候警方。", "貨車司機肇事後駕車逃離現場。"),
        ("河堤上的違建去年已拆除。", "議員今年勘查，河堤上的違建依然存在。"),
        ("梅雨過後，石潭水庫滿載溢流。", "梅雨過後，石潭水庫仍然見底。"),
    ],
)
def test_other_poles(a: str, b: str) -> None:
    """A thing is told at one pole in one statement and at the other one in the other."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("法院裁定羈押主嫌。", "法院駁回羈押主嫌的聲請。"),
        ("該筆土地交易合法。", "法院認定該筆土地交易並不合法。"),
    ],
)
def test_denied_pole(a: str, b: str) -> None:
    """A pole that is denied or turned down is the other one."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("被告江男獲法院裁定以十萬元交保。", "同案被告許女遭羈押禁見。"),
        ("北區圖書館照常開放。", "南區圖書館整修休館。"),
        ("工會支持加薪方案。", "資方反對縮短工時。"),
        ("議會否決捷運預算。", "議會通過長照預算。"),
        ("公司承認資料外洩。", "公司否認裁員傳聞。"),
        ("市長白紹宇支持興建第二焚化爐。", "市長白紹宇反對調漲公車票價。"),
        ("影星與舊東家和平分手。", "影星上月與女友復合。"),
        ("渡輪翻覆，乘客八人獲救。", "渡輪乘客三人溺斃。"),
        ("陪審團裁定首被告罪名成立。", "次被告獲撤銷控罪。"),
        ("總統府公開總統的健檢報告。", "總統府拒絕透露總統的休假行程。"),
        ("公糧收購價每公斤調高兩元。", "毛豬價格連跌三週。"),
    ],
)
def test_of_two_things(a: str, b: str) -> None:
    """Poles of two persons, places or matters exclude nothing, and do not make the two statements agree."""
    assert compare_texts(a, b, given=True).kind not in {CONFLICT, RelationKind.DUPLICATES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("纜車暫停服務。", "纜車因強風暫停服務三小時，下午兩點恢復行駛。"),
        ("漁船翻覆，船長失蹤。", "漁船「順發號」翻覆，船長失蹤，其餘四名船員獲救。"),
        ("孩子发烧要不要停药？", "孩子发烧可以继续吃药吗？"),
    ],
)
def test_both_poles_or_neither(a: str, b: str) -> None:
    """A statement that tells both poles tells of a change or of two, and a question tells neither."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


def test_what_is_to_come() -> None:
    """What will be does not clash with what is."""
    assert compare_texts("舊館將關閉。", "舊館照常開放。", given=True).kind is not CONFLICT


def test_fares_that_stay() -> None:
    """What stays as it is does not rise; one sort of fare may, while another stays."""
    assert compare_texts("渡輪票價明年維持不變。", "渡輪票價明年調漲一成。", given=True).kind is CONFLICT
    assert compare_texts("渡輪票價明年調漲一成。", "月票持有人的優惠維持不變。", given=True).kind is not CONFLICT


def test_table() -> None:
    """Every matter has two poles, each a regular expression."""
    table = files("claims.compare").joinpath("tables", "poles_zh.toml").read_text("utf-8")
    for matter, lines in tomllib.loads(table).items():
        poles = lines.strip().split("\n")
        assert len(poles) == 2, matter
        for pole in poles:
            re.compile(pole)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("行動電源長時間充電會起火，千萬不可整夜充電。", "實驗室測試，合格的行動電源整夜充電並不會起火。"),
        ("灣區居民多數信奉道教。", "灣區居民以佛教徒占大多數。"),
        ("消防局認定倉庫起火原因為電線短路。", "檢方查出倉庫大火係有人蓄意縱火。"),
        ("市議會財政小組否決了修建河堤的經費。", "修建河堤的經費申請獲財政小組批准。"),
    ],
)
def test_told_in_other_frames(a: str, b: str) -> None:
    """What should not be done is no denial; what was applied for came about once it was granted."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


def test_two_people() -> None:
    """A man and a woman of one name are two people."""
    found = compare_texts("陳姓女子在夜市被扒走皮夾。", "陳姓男子涉嫌在夜市兜售假名牌被捕。", given=True)
    assert found.kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("《浮世錄》收錄了十二篇短篇小說。", "《浮世錄》的封面由插畫家丁小滿繪製。"),
        ("該河段的水質評為優良。", "去年有四人在該河段戲水時失足。"),
    ],
)
def test_of_one_topic(a: str, b: str) -> None:
    """Two statements of one topic that tell no pole, move, state or figure alike do not agree."""
    assert compare_texts(a, b, given=True).kind is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("兩國談判破裂。", "兩國談判未能達成協議。"),
        ("總經理拒絕辭職。", "總經理表示不會下台。"),
        ("颱風天，全市商店幾乎都沒營業。", "颱風當天，全市店家大多關門。"),
    ],
)
def test_one_pole(a: str, b: str) -> None:
    """The same pole of the same thing is an agreement, denied or put in other words."""
    assert compare_texts(a, b, given=True).kind in {RelationKind.CORROBORATES, RelationKind.DUPLICATES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("泳客廖志明在白沙灣溺水，送醫後不治。", "溺水泳客廖志明經急救後恢復心跳，昨日已出院。"),
        ("礦坑坍塌，九名礦工無一生還。", "九名礦工受困兩天後全數被救出，均無生命危險。"),
        ("老牌歌星宋芝蘭今晨病逝。", "宋芝蘭經理人否認死訊，說她正在錄音。"),
        ("失聯婦人的遺體在河邊尋獲。", "失聯婦人昨晚平安返家，毫髮無傷。"),
    ],
)
def test_whether_they_lived(a: str, b: str) -> None:
    """Whoever was found dead was not saved, by whomever a clause says that it was seen to."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("山友高先生失聯三天後，被搜救隊尋獲。", "失聯三日的山友高先生已由搜救人員找到。"),
        ("一名釣客獲救。", "失蹤兩天的釣客被海巡艇救起，僅有擦傷。"),
        ("四名隊員獲救下山。", "搜救隊尋獲第五名隊員的遺體。"),
    ],
)
def test_lost_and_found(a: str, b: str) -> None:
    """Whoever was lost may be found; what describes somebody is not told of him now."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


def test_a_move_that_is_denied() -> None:
    """What did not rise did not double, and what made no difference did not fall by a third."""
    assert compare_texts("研究指飲茶使中風風險倍增。", "研究發現飲茶者中風風險並未上升。", given=True).kind is CONFLICT
    assert (
        compare_texts("研究指飲茶者中風風險沒有上升。", "研究發現飲茶者中風風險並未增加。", given=True).kind
        is not CONFLICT
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("連假期間國道夜間暫停收費。", "國道連假夜間免收通行費。"),
        ("別以為代糖比砂糖安全。", "代糖不比砂糖安全。"),
        ("橋樑並無安全疑慮。", "橋樑安全無虞。"),
        ("夜間停水措施取消。", "夜間恢復供水。"),
    ],
)
def test_said_by_its_contrary(a: str, b: str) -> None:
    """A pole that is denied, stopped, doubted or lifted is told as its contrary."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


def test_what_is_to_follow() -> None:
    """When a law is to come into force does not tell when it was passed."""
    a, b = "議會三讀通過《寵物專法》，明年上路。", "《寵物專法》昨天在議會表決時遭封殺。"
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("漁船的執照仍然有效。", "渔船的执照去年就过期了。"),
        ("倉庫裡的貨都有投保。", "仓库里的货没有投保。"),
        ("事發時後門上了鎖。", "事发时后门敞开着。"),
        ("警報器當晚沒有響。", "警报器当晚响了十分钟。"),
        ("被告表示將提出上訴。", "被告昨天放弃上诉。"),
        ("本屆展覽的人數創下歷年新高。", "本届展览的人数不及2019年的纪录。"),
        ("畫作已經退還原主。", "画作从来没有退给原主。"),
    ],
)
def test_contraries_of_two_accounts(a: str, b: str) -> None:
    """In force or expired, insured or not, locked or open, sounded or silent, appealed or not, given back or kept."""
    assert poles_zh.opposed(Pair(features_of(a), features_of(b))) is not None


def test_what_is_asked_is_not_told() -> None:
    """有没有 asks whether it is so."""
    assert poles_zh.opposed(Pair(features_of("倉庫有沒有投保？"), features_of("仓库投了保。"))) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("內湖之役以清軍大敗收場。", "清軍在內湖之役大捷。"),
        ("客運司機撞倒老翁後逃逸。", "肇事客運司機事發後留在現場報警。"),
        ("雷霆隊闖進總決賽。", "雷霆隊止步準決賽。"),
        ("美股週三收盤重挫四百點。", "美股週三終場大漲三百點。"),
        ("捷運工程較原定計畫延誤兩年完工。", "捷運工程比原訂時程提早完工。"),
    ],
)
def test_by_other_names(a: str, b: str) -> None:
    """One time, round or plan has several names; when something was is no part of it."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("台灣女籃擊敗泰國晉級八強。", "台灣女籃八強賽不敵日本。"),
        ("縣長承認認識廠商。", "縣長否認收賄。"),
        ("大樓驗收不合格，廠商限期改善。", "大樓改善後複驗合格。"),
    ],
)
def test_another_rival_matter_or_look(a: str, b: str) -> None:
    """Who beat one may lose to another, who owns to one thing deny another, what failed pass later."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("没有一位球员愿意接受减薪方案。", "全体球员都不愿意接受减薪方案。", False),
        ("沒有任何一家廠商願意參與社宅標案。", "所有廠商都不願意參與社宅標案。", False),
        ("没有一位球员愿意接受减薪方案。", "全体球员都愿意接受减薪方案。", True),
    ],
)
def test_none_is_willing(a: str, b: str, clash: bool) -> None:
    """Where not one does a thing, all do not."""
    assert (compare_texts(a, b, given=True).kind is CONFLICT) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("屏東昨晨地震奪走四條人命", "屏東昨天早上的地震未造成任何人死亡", True),
        ("北捷環狀線北環段尚未動工", "台北捷運環狀線北環段今年三月開挖", True),
        ("姆巴佩隨皇馬出戰香港表演賽", "姆巴佩因傷未能隨隊來港", True),
        ("桃園機場第三航廈北廊廳比原訂時程晚啟用", "桃機三航廈北廊廳提早啟用", True),
        ("流感疫苗保護力可維持終身", "流感疫苗的效力約半年到一年", True),
        ("流感疫苗保護力可維持終身", "流感疫苗自費接種約需一千元", False),
        ("姆巴佩隨皇馬出戰香港表演賽", "姆巴佩因傷未能踢滿全場", False),
    ],
)
def test_poles_of_short_claims(a: str, b: str, clash: bool) -> None:
    """What took lives was not without deaths; a short name is that of the whole; an injury is why, not what."""
    found = compare_texts(a, b, given=True)
    assert (found.kind is CONFLICT) is clash
    assert all(char.isprintable() for reason in found.reasons for char in reason)


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("健保卡遺失補發要收兩百元", "健保卡掉了可以免費補發", True),
        ("新北幼兒園餵藥案檢方以罪證不足不起訴", "新北檢對餵藥案三名老師提起公訴", True),
        ("周末航班取消", "平日航班如常開出", False),
    ],
)
def test_who_did_it_and_why_is_no_part(a: str, b: str, clash: bool) -> None:
    """What was done to a card, who decides and on what ground make no other thing of it."""
    assert (compare_texts(a, b, given=True).kind is CONFLICT) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("男嬰獲救後送醫不治", "獲救男嬰送醫後已無生命危險", True),
        ("男嬰獲救後送醫不治", "男嬰獲救後仍傷重死亡", False),
        ("新北市今年未編列敬老禮金", "新北敬老禮金今年每人發放1500元", True),
        ("基隆嶼開放登島", "基隆嶼目前禁止遊客上岸", True),
        ("合庫金去年獲利衰退", "合庫金全年稅後盈餘年增12%", True),
        ("周小姐未婚生子", "周小姐生子前已登記結婚", True),
        ("這支疫苗由德國藥廠研發", "這支疫苗由韓國公司代工", False),
    ],
)
def test_what_came_of_it(a: str, b: str, clash: bool) -> None:
    """What came before the contrary is not how it ended; who developed a thing need not have made it."""
    assert (compare_texts(a, b, given=True).kind is CONFLICT) is clash


def test_votes_in_favour_are_no_consent() -> None:
    """That the votes in favour (同意票) did not suffice is not that it was consented to."""
    found = compare_texts("公投案未能通過", "公投案同意票未達四分之一門檻，遭否決", given=True)
    assert found.kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("这期大乐透头奖槓龟", "本期大乐透头奖无人中奖", False),
        ("今晚大乐透头奖摃龟", "今晚大乐透没有人中头奖", False),
        ("今晚大乐透头奖摃龟", "今晚有人中了大乐透头奖", True),
        ("今晚大乐透头奖无人中奖", "今晚大乐透头奖由高雄一注独得", True),
    ],
)
def test_a_jackpot_is_won_or_not(one: str, other: str, clash: bool) -> None:
    """Nobody won it is what 摃龟 says."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash
