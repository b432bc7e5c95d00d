"""Two Chinese statements in words of their own: denials, doers, ranks, times, states. Each case in both scripts."""

from functools import cache

import pytest
from opencc import OpenCC

from claims.compare import compare_texts, features_of
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS
AGREE = {RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.DUPLICATES}


@cache
def _script(name: str) -> OpenCC:
    return OpenCC(name)


def kinds(a: str, b: str) -> set[RelationKind | None]:
    """The relation of two statements as written in traditional and in simplified characters."""
    return {compare_texts(_script(way).convert(a), _script(way).convert(b), given=True).kind for way in ("s2t", "t2s")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("喝檸檬水可以溶解腎結石。", "醫師說明，檸檬水不能溶解腎結石，只能減緩結石形成。"),
        ("網傳公告是衛生局發出的。", "網傳公告與衛生局無關，內容也有多處錯字。"),
        ("這款奶粉含有三聚氰胺。", "檢驗結果顯示，這款奶粉中沒有三聚氰胺。"),
        ("法官認為這項罰則違憲。", "這項罰則並不違反憲法。"),
        ("手機輻射會導致腦瘤。", "沒有研究顯示手機輻射與腦瘤有關。"),
        ("碼頭的爆炸炸傷五名工人。", "碼頭爆炸時現場無人受傷。"),
    ],
)
def test_a_denial_reaches_over_its_clause(a: str, b: str) -> None:
    """One says what the other denies, wherever in the clause it stands and in whatever form."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("喝醋減肥的說法沒有科學根據。", "沒有證據支持喝醋能減肥。"),
        ("考生不得使用計算機。", "考生禁止使用計算機。"),
        ("研究團隊拒絕了藥廠的邀約。", "藥廠資助了另一個研究團隊。"),
        ("鎮上沒有人不認識這位老師。", "這位老師鎮上人人都認識。"),
        ("涼茶不能治感冒。", "涼茶不能治感冒，目前也沒有臨床試驗支持這種說法，孕婦尤其不宜。"),
        ("該國女性直到1971年才能投票。", "該國女性於1971年獲得投票權，此前一直無權投票。"),
    ],
)
def test_two_denials_of_one_thing_do_not_clash(a: str, b: str) -> None:
    """Each denies in words of its own, only the past or another thing is denied, or the denial is denied."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("車站的壁畫由羅文海繪製。", "繪製車站壁畫的是留法畫家蘇宛君。"),
        ("市立劇院由建築師邵一平設計。", "市立劇院出自日本建築師岡田之手。"),
        ("補選由工黨的范立仁勝出。", "自由黨的紀曉嵐在補選中勝出。"),
        ("船難的起因是船長操作失當。", "調查認定，船難是由引擎故障引起的。"),
        ("畫家梁若水是雕刻家梁石的獨生女。", "梁若水與雕刻家梁石是一對姐弟。"),
        ("霧山縣的縣治設在東屏鎮。", "西嶺鎮是霧山縣的縣治。"),
    ],
)
def test_another_one_in_the_same_role(a: str, b: str) -> None:
    """Who made it, who won, what caused it, how two are related, where the seat is."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("電影由白川執導。", "電影由新人演員何琳主演。"),
        ("大橋由荷蘭公司設計。", "大橋由本地營造廠承建。"),
        ("1996年，章敏當選議長。", "2008年，邱立當選議長。"),
        ("阮家的長子是律師。", "阮家的次女在日本教書。"),
    ],
)
def test_other_roles_and_other_times(a: str, b: str) -> None:
    """Another deed, another time or another person leaves room for both."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1643年的紅石之戰，北方聯軍擊敗了南方諸侯。", "紅石之戰以南方諸侯擊潰北方聯軍告終。"),
        ("東嶺隊在決賽中落敗。", "東嶺隊在決賽中取得勝利。"),
        ("南塔的高度高於北塔。", "北塔比南塔高。"),
    ],
)
def test_the_winner_of_one_loses_in_the_other(a: str, b: str) -> None:
    """Who wins and who has more, whichever way round it is told."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("去年出口額高於進口額。", "去年的進口額低於出口額。"),
        ("在第二輪，東嶺隊主場輸給海灣隊。", "在第二輪，海灣隊客場贏了東嶺隊。"),
        ("彭立的父親是礦工。", "彭立是一名礦工的兒子。"),
    ],
)
def test_one_thing_told_the_other_way_round(a: str, b: str) -> None:
    """More than B is what less than A says; the father of one is what the son of the other says."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("論產量，該礦在全國各礦中居首。", "該礦的產量僅次於北方的鐵山礦。"),
        ("全體隊員都通過了體檢。", "只有一半隊員通過體檢。"),
        ("島上的官方語言只有法語。", "法語和英語同為島上的官方語言。"),
        ("自來水價格明年起調漲。", "明年的自來水價格維持不變。"),
        ("港口去年的貨運量上升了一成。", "港口去年的貨運量比前年少。"),
        ("溫泉池全年開放。", "溫泉池只在冬季開放。"),
    ],
)
def test_ranks_wholes_and_changes(a: str, b: str) -> None:
    """First and second, all and half, the only one and one of two, a change and none."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("《晨鐘》創刊於1921年。", "直到1925年，《晨鐘》才發行創刊號。"),
        ("詩人簡遠山出生於檳城。", "在怡保出生的簡遠山，十六歲出版詩集。"),
        ("穀倉的大火發生在擴建工程動工之前。", "穀倉失火時，擴建工程早已完工。"),
        ("丁薇是第一位登上該峰的女性。", "早在丁薇之前，已有兩名女性登上該峰。"),
        ("照片是上週在車站拍到的。", "照片早在2013年就已流傳，是國外車站的舊照片。"),
        ("石塔始建於宋代。", "石塔位於城東，始建於1420年，1985年重修。"),
    ],
)
def test_what_happens_once(a: str, b: str) -> None:
    """Another time or place for what happens once, another order, another first, another dynasty."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("體育館於1987年動工。", "體育館在1991年落成啟用。"),
        ("石塔始建於唐代。", "石塔位於城東，始建於公元806年，1985年重修。"),
        ("他先學木工，後來改行當廚師。", "他當廚師之前學過木工。"),
    ],
)
def test_other_stages_and_the_same_order(a: str, b: str) -> None:
    """Begun in one year and opened in another; a year within the dynasty; the same order."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("小說家谷風終身未婚。", "谷風與妻子育有一女。"),
        ("歌手邱冷於1990年病逝。", "邱冷1990年死於車禍。"),
        ("環評已經完成。", "環評仍在進行，預計明年才會完成。"),
        ("聖約翰堂是一座天主教堂。", "聖約翰堂屬於長老會。"),
        ("電廠歸州政府所有。", "電廠是一家私人企業的資產。"),
        ("《晚鐘》是一份日報。", "《晚鐘》每週出刊一次。"),
    ],
)
def test_states_that_exclude_each_other(a: str, b: str) -> None:
    """Married or not, done or under way, of one church or another, public or private."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("廟會週日登場。", "為期九天的廟會週日登場，吸引了二十萬名遊客。", RelationKind.REFINES),
        ("議會否決了修正案。", "議會以五十八票對四十二票否決了修正案。", RelationKind.REFINES),
        ("被告獲判無罪。", "法院認定被告無罪。", RelationKind.CORROBORATES),
        ("渡輪停駛。", "公司表示，渡輪停駛。", RelationKind.CORROBORATES),
    ],
)
def test_how_much_more_one_says(a: str, b: str, kind: RelationKind) -> None:
    """What holds all of the other and a figure more refines it; who says it makes it no fuller."""
    assert kinds(a, b) == {kind}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("从南岸坐船怎么去北岸？", "从北岸坐船怎么去南岸？"),
        ("这首歌是谁写的？", "这首歌是什么时候写的？"),
        ("穿灰色外套的人牵着一条黑狗。", "穿黑色外套的人牵着一条灰狗。"),
        ("她比父亲更了解这位邻居。", "她比这位邻居更了解父亲。"),
        ("老师请朋友替他的学生画了一幅像。", "学生请老师替他的朋友画了一幅像。"),
    ],
)
def test_the_same_words_of_other_things(a: str, b: str) -> None:
    """Two questions, or other things described in the same words: no relation, and no conflict."""
    assert kinds(a, b) == {None}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("朝南的一面有四扇窗，朝北的一面只有一扇。", "朝北的一面只有一扇窗，朝南的一面有四扇。"),
        ("这种药饭前饭后都可以吃。", "这种药饭后饭前都可以吃。"),
        ("巴西和秘鲁有时差吗？", "秘鲁和巴西有时差吗？"),
    ],
)
def test_clauses_and_lists_in_another_order(a: str, b: str) -> None:
    """Clauses, members of a list and a noun that stays with the first of them change nothing."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("claim", "holds", "fails"),
    [
        (
            "议长在任超过十二年。",
            "他1970年当选议员，1978年出任议长，1991年辞职。",
            "他1970年当选议员，1978年出任议长，1987年辞职。",
        ),
        (
            "蓝港队净胜三球。",
            "决赛中，蓝港队以4比1击败南屿队，第三次捧杯。",
            "决赛中，蓝港队以3比1击败南屿队，第三次捧杯。",
        ),
        (
            "该镇有过低于零下四十摄氏度的气温。",
            "该镇极端最高气温36.5摄氏度，极端最低气温零下43.7摄氏度。",
            "该镇极端最高气温36.5摄氏度，极端最低气温零下33.7摄氏度。",
        ),
        (
            "去年的营收比上年翻了一番还多。",
            "营收由前一年的6.2亿元升至去年的13.9亿元，员工增至1800人。",
            "营收由前一年的6.2亿元升至去年的9.9亿元，员工增至1800人。",
        ),
        (
            "火箭发射后不到十分钟进入轨道。",
            "火箭于上午9点12分升空，9点21分进入预定轨道。",
            "火箭于上午9点12分升空，9点27分进入预定轨道。",
        ),
        (
            "遗址距今超过四千年。",
            "经测定，遗址的年代约为公元前2300年，出土陶器六百余件。",
            "经测定，遗址的年代约为公元前1300年，出土陶器六百余件。",
        ),
        (
            "乔宇的得票率领先对手十个百分点以上。",
            "乔宇得票率为54.6%，对手为41.2%，投票率63%。",
            "乔宇得票率为48.6%，对手为41.2%，投票率63%。",
        ),
        (
            "车程缩短了一半以上。",
            "开通前，两地车程要6小时，如今最快只要2小时40分。",
            "开通前，两地车程要6小时，如今最快只要3小时40分。",
        ),
    ],
)
def test_what_is_reckoned_from_a_sentence(claim: str, holds: str, fails: str) -> None:
    """Terms of office, margins, extremes, multiples, lengths of time and points against the figures of a sentence."""
    assert kinds(claim, holds) <= AGREE
    assert kinds(claim, fails) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("棋手何立勛在名人賽決賽中不敵老將段知遠。", "何立勛拿下名人賽冠軍。"),
        ("民生黨的卓玉琴以兩千票之差輸給現任市長。", "卓玉琴贏得了市長選舉。"),
        ("北岸紡織於1998年併購了競爭對手永盛染整。", "永盛染整在1998年買下北岸紡織。"),
        ("畫家丁若水是雕塑家藍啟文的學生。", "藍啟文早年師從丁若水。"),
        ("瑤溪在青石鎮注入白水河。", "白水河於青石鎮匯入瑤溪。"),
        ("小說家程璧比妹妹程琬年長兩歲。", "程琬是程璧的姊姊。"),
        ("週日的聯賽中，藍鯨隊與飛鷹隊握手言和。", "週日的聯賽，藍鯨隊作客擊敗飛鷹隊。"),
        ("標槍選手吳冠庭在全運會決賽中名列第五。", "吳冠庭在全運會標槍決賽中獲得銀牌。"),
    ],
)
def test_two_who_have_exchanged_their_places(a: str, b: str) -> None:
    """The winner is the loser, the buyer the one bought, the teacher the pupil, whatever the words."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("主隊在半場時領先客隊五分。", "半場時客隊落後主隊五分。"),
        ("藍鯨隊擊敗了飛鷹隊。", "飛鷹隊敗給了藍鯨隊。"),
        ("永盛染整被北岸紡織收購。", "北岸紡織收購了永盛染整。"),
        ("沈若蘭在2011年的決賽中敗給鄧佳。", "沈若蘭在2013年的決賽中擊敗鄧佳。"),
        ("去年的死亡人數多於出生人數。", "去年出生人數少於死亡人數。"),
        ("名將柯天佑擊敗上屆冠軍羅賓。", "羅賓是上屆冠軍。"),
    ],
)
def test_one_relation_told_from_either_side(a: str, b: str) -> None:
    """What is told from the other side, of another time or of two meetings is no conflict."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("跨海大橋因颱風延至十月才通車。", "跨海大橋如期通車。"),
        ("莫里島原為法國屬地，1975年宣布獨立。", "莫里島至今仍是法國屬地。"),
        ("墜機事故中無一人生還。", "墜機事故的兩名乘客獲救。"),
        ("這口古鐘由青銅鑄成。", "這口古鐘是鑄鐵的，重約一噸。"),
        ("藍尾鴝是本島的留鳥。", "藍尾鴝每年十月飛往南洋過冬。"),
        ("執行長白永川將繼續擔任原職。", "董事會解除了白永川的執行長職務。"),
        ("這種黴斑病是一種真菌性疾病。", "這種黴斑病由細菌引起。"),
        ("車禍沒有造成人員死亡。", "車禍造成一名騎士死亡。"),
    ],
)
def test_more_states_that_exclude_each_other(a: str, b: str) -> None:
    """Late or in time, ruled or free, saved or lost, of bronze or of iron: only one of the two can be."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("教務長宣布，開學典禮延後一週。", "教務長說，畢業旅行如期舉行。"),
        ("該島曾是荷蘭的殖民地。", "該島於1949年宣布獨立。"),
        ("地震沒有造成任何人死亡。", "地震中無人死亡。"),
        ("除了機長以外，全員獲救。", "機組人員全員獲救，機長罹難，無一旅客生還。"),
        ("兩國斷絕了外交關係。", "兩國之間已無外交關係。"),
        ("上訴法院駁回了他的申請。", "他的申請未獲上訴法院批准。"),
        ("該隧道最長的一段為三公里。", "該隧道沒有任何一段超過四公里。"),
        ("黑客利用未修補的漏洞侵入系統。", "系統的漏洞被黑客利用。"),
    ],
)
def test_states_that_were_left_or_denied(a: str, b: str) -> None:
    """What was, what is denied, excepted or said of another thing clashes with nothing."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("除了行醫，葉慕然也寫過兩本詩集，還當過一屆縣議員，晚年移居花蓮。", "葉慕然曾經從政。"),
        ("《三月的河》原是廣播劇，1981年由導演石磊搬上大銀幕，獲得三項提名。", "《三月的河》曾拍成電影。"),
    ],
)
def test_a_far_fuller_statement_of_one_subject(long: str, short: str) -> None:
    """A short plain statement is taken for told by one on the same subject that says far more."""
    assert kinds(long, short) == {RelationKind.REFINES}


def test_a_month_in_a_title_is_no_date() -> None:
    """What a title says is no time and no figure of the statement."""
    assert features_of("《長街三月》是他的處女作。").dates == ()
    assert features_of("《十二怒漢》重映。").quantities == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("農委會說，今年鳳梨的產量比去年減少兩成。", "鳳梨乾的價格今年上漲一成。"),
        ("董事長吳明山昨日請辭。", "吳明山的弟弟將繼續擔任總經理。"),
        ("該藥廠的疫苗獲准上市。", "該藥廠的另一款新藥遭主管機關駁回。"),
        ("歌手安以晴的新專輯登上排行榜冠軍。", "安以晴的新單曲在排行榜上排名第五。"),
        ("國家隊主帥在賽後辭職。", "國家隊隊長表示自己會留任到世界盃結束。"),
        ("央行三月升息一碼。", "央行十一月宣布降息兩碼。"),
        ("水泥廠的營收成長一成。", "水泥廠的淨利衰退兩成。"),
    ],
)
def test_contraries_of_two_things(a: str, b: str) -> None:
    """Another part, quality or person than the one that both name, or another month, is no conflict."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("為穩定物價，央行週四宣布升息半碼。", "央行週四決定調降利率。"),
        ("縣內的外籍學生人數去年回升。", "縣內外籍學生人數去年再創新低。"),
        ("長篇小說《潮間帶》的主角是一名郵差。", "《潮間帶》的主人翁是個退休法官。"),
        ("這支球隊以台東為主場。", "這支球隊的主場設在花蓮。"),
        ("老畫家把所有作品捐給了美術館。", "老畫家將全部作品留給了三個女兒。"),
        ("該報訂戶首度突破五萬戶。", "該報訂戶仍不到五萬戶。"),
        ("英軍於1842年撤出該港。", "直到1850年，英軍仍駐守該港。"),
        ("1954年，奧地利人萊納率先登上卡普峰。", "卡普峰的首登者是法國人杜蘭。"),
        ("診所位於市場東側，隔壁是郵局。", "診所位於市場西側。"),
        ("作曲家一生只寫了一部歌劇。", "作曲家還寫過兩部歌劇。"),
        ("這座水庫完工後僅有一次洩洪。", "這座水庫從未洩洪。"),
        ("松嶺高1,870公尺，是安化縣境內第一高峰。", "安化縣的最高峰是鷹嘴山。"),
        ("商學院的前身是1921年設立的蠶桑講習所。", "商學院由一所女子中學改制而成。"),
        ("鎮上居民有七成為回民。", "鎮上的居民中，回民只占少數。"),
        ("這艘渡輪是船隊中最新的一艘。", "這艘渡輪是船隊中最老的一艘。"),
        ("銀行婉拒了政府的紓困方案。", "政府向銀行挹注了紓困資金。"),
        ("鐵路全線採單線行車。", "鐵路全線為複線。"),
    ],
)
def test_other_fillers_of_one_slot(a: str, b: str) -> None:
    """One thing rises and falls, one slot is filled twice, what is gone by then is still there later."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("檢察官起訴了前立委，求刑十二年。", "前立委的助理獲不起訴處分。"),
        ("導演的遺作在他病逝後於影展首映。", "導演沒能親眼看到遺作首映。"),
        ("教授的假說後來遭實驗推翻。", "後來的實驗證明教授的假說不成立。"),
        ("青石隧道施工期間曾多次湧水。", "機車不得駛入青石隧道。"),
        ("這家報社的記者全是兼職。", "這家報社沒有專職的記者。"),
        ("補選結果揭曉，無黨籍的譚雅以46%的得票率勝出。", "補選的投票率只有39%，落敗的候選人向譚雅祝賀。"),
        ("小島四面環山。", "小島周圍都是山，一到冬天就封路。"),
        ("不到三十歲，他已出版兩部小說。", "他在三十歲以前就出版了兩部小說。"),
    ],
)
def test_what_a_denial_leaves_open(a: str, b: str) -> None:
    """A denial of a deed, of a sort or of having seen it does not deny the thing that both speak of."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("鐘錶匠霍夫曼在1788年獲選為市議員。", "霍夫曼從未擔任任何公職。"),
        ("詩人路易莎二十歲時赴巴黎求學。", "路易莎一生從未出過國。"),
        ("地下湖泊裡長滿了水草。", "地下湖泊裡沒有任何植物。"),
    ],
)
def test_who_denies_the_general_denies_each_kind(a: str, b: str) -> None:
    """A councillor holds office, Paris lies abroad, water weed is a plant."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("村裡的住戶以老人居多。", "村裡的住戶大多是外籍移工。"),
        ("這條公路封閉三年後重新開放通車。", "這條公路自風災後一直封閉至今。"),
        ("渡輪冬季停航。", "渡輪全年行駛。"),
        ("依合約，水電費由房客負擔。", "水電費由房東支付。"),
        ("現任議員馬可欣連任失利。", "馬可欣連任成功。"),
        ("鼓手在樂團成立次年退團。", "鼓手一直待在樂團直到解散。"),
        ("新品種的產量比舊品種少兩成。", "新品種的產量高於舊品種。"),
    ],
)
def test_more_fillers_of_one_slot(a: str, b: str) -> None:
    """Most of them, who pays, when it runs and how it ended: told twice, and differently."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("博物館的主館因維修關閉。", "博物館的分館照常開放。"),
        ("氣象台解除了沿海的大風預警。", "山區的暴雨預警仍然生效。"),
        ("車手在環島賽第三站奪得站冠軍。", "車手的總成績排名第五。"),
        ("失竊的油畫已由警方尋回。", "與油畫同時失竊的兩尊銅雕仍下落不明。"),
        ("局長否認公車路線將大幅縮減。", "局方統計，公車的乘載率較去年下滑。"),
        ("法院判處主犯無期徒刑。", "法院認定從犯罪證不足，宣告無罪。"),
        ("燈會吸引二十萬人次參加，創下新高。", "燈會期間的酒駕案件比去年減少四成。"),
        ("小麥價格創下兩年新低。", "玉米價格連續三週上漲。"),
        ("議會通過了垃圾費徵收條例。", "議會否決了清潔隊擴編案。"),
        ("檢方以受賄罪起訴了前副市長。", "前副市長的辯護律師稱指控毫無根據。"),
        ("他一輩子沒有離開過這座村莊。", "他終身都住在這座村莊裡。"),
    ],
)
def test_contraries_of_two_parts_and_objects(a: str, b: str) -> None:
    """The main house and the branch, wheat and maize, one bill and another: of each its own is told."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("樂團原定五月來台演出，因主唱受傷，全數場次已辦理退票。", "樂團五月來台演出，門票全部售罄。"),
        ("候選人尹思齊在投票前宣布退選。", "尹思齊在投票中當選會長。"),
        ("該型客機於1982年投入國內航線，2009年全數除役。", "該型客機至今仍在國內航線服役。"),
        ("飯店去年的住房率較前年腰斬。", "飯店去年的住房率不降反升。"),
        ("拱北夜市每週三與週六營業，其餘日子改作停車場。", "拱北夜市每晚都有營業。"),
        ("電力公司的董事長由財政部指派。", "電力公司的董事長由員工選舉產生。"),
        ("教會於1901年設立了這所醫院，1976年移交縣政府經營。", "這所醫院至今仍由教會經營。"),
        ("雲安號是首艘穿越該海峽的客輪。", "在雲安號之前，已有兩艘客輪穿越該海峽。"),
        ("該片的對白以客語為主，旁白則用英語。", "該片從頭到尾使用閩南語。"),
        ("議員馬啟文一向反對調漲水費。", "馬啟文長年支持調漲水費。"),
    ],
)
def test_called_off_over_or_not_the_first(a: str, b: str) -> None:
    """What was called off did not come about, what was handed over is no longer kept, the first has none before it."""
    assert kinds(a, b) == {CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("小鎮的人口十年來減少了三成。", "小鎮的觀光客人數連年增加。"),
        ("何定邦比他的搭檔早三年退休。", "何定邦的搭檔比他晚三年退休。"),
        ("他精通多國語言。", "他精通法語、德語和俄語。"),
    ],
)
def test_one_comparison_from_either_side(a: str, b: str) -> None:
    """Earlier than he and later than the other is the same; inhabitants and visitors are two figures."""
    assert CONFLICT not in kinds(a, b)


@pytest.mark.parametrize(("text", "said"), [("寺塔建於十五世紀。", "十五世紀"), ("該城是17世纪落成的。", "17世纪")])
def test_a_century_is_a_time(text: str, said: str) -> None:
    """A century is read as a time also where no other word of time stands beside it."""
    assert [day.text for day in features_of(text).dates] == [said]
    assert kinds("普安寺磚塔落成於1532年，高七層。", "普安寺磚塔是十五世紀落成的。") == {CONFLICT}
