"""A page is read as a whole: its subject carries on, and what stands around the text is held back."""

import pytest

from evidence.retrieval import rank
from tests.evidence.retrieval_material import later

PAGE = [
    "Home | News | Sport | Weather",
    "Volkan Energy reported record sales last year - Daily Ledger",
    "Volkan Energy reported record sales last year.",
    "It employs 3,100 people and paid no tax at all in 2021, accounts filed with the business register show.",
    "Sign up for our newsletter!",
    "Related: Volkan Energy reported record sales last year",
]


def test_a_sentence_is_read_with_those_before_it() -> None:
    """The subject was named there."""
    assert rank("Volkan Energy paid no tax in 2021", PAGE)[0].index == 3


def test_titles_and_menus_come_after_the_text() -> None:
    """A title that comes again says nothing that the sentence does not say."""
    order = [one.index for one in rank("Volkan Energy reported record sales", PAGE)]
    assert order.index(2) < min(order.index(1), order.index(5))
    assert order.index(3) < order.index(0)


@pytest.mark.parametrize(
    ("statement", "page", "first"),
    [
        (
            "The Alder dam holds 40 million tonnes of water",
            [
                "The Alder dam: questions and answers.",
                "The Alder dam lies above the town of Ferrin.",
                "Who pays for the Alder dam?",
                "The Alder dam was opened by the minister in 1971 after four years of work.",
                "Up to 40 million tonnes can be stored.",
                "A road leads across it.",
            ],
            4,
        ),
        (
            "龙潭水库的大坝出现裂缝",
            [
                "龙潭水库是全市最大的水库。",
                "龙潭水库的大坝高六十二米，由省水利厅设计。",
                "每年有数万人到龙潭水库的大坝游览。",
                "工程师说，没有发现裂缝。",
                "龙潭水库的门票为三十元。",
            ],
            3,
        ),
    ],
)
def test_what_the_page_is_about_tells_little(statement: str, page: list[str], first: int) -> None:
    """Every sentence is about the subject; what is said of it counts, also where it is denied."""
    assert rank(statement, page)[0].index == first


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_says_the_same_comes_first(language: str) -> None:
    """A statement put into the middle of a page that speaks of it leads the page, nearly always."""
    found = []
    for page in later(language):
        at = len(page.sentences) // 2
        said = page.claim.rstrip(".。") + ("." if language == "en" else "。")
        found.append(rank(page.claim, [*page.sentences[:at], said, *page.sentences[at:]])[0].index == at)
    assert sum(found) >= 0.97 * len(found)


def test_the_first_sentence_may_be_the_one() -> None:
    """News begins with what it has to tell."""
    page = [
        "Three hundred sheep were stolen from a farm near Orston on Sunday, police said.",
        "The farm belongs to the Weller family.",
        "It lies at the end of a long lane.",
        "Neighbours heard a lorry at night.",
    ]
    assert rank("Thieves stole 300 sheep near Orston", page)[0].index == 0


@pytest.mark.parametrize(
    ("statement", "page", "first"),
    [
        (
            "Workers at the Ostrand mill were locked in",
            [
                "The Ostrand mill burned for two days.",
                "The mill was built in the last century by the owner's grandfather.",
                "The owner spoke to us about that night.",
                "The owner denied all of it that night.",
            ],
            3,
        ),
        (
            "白云山索道停运半年",
            ["白云山索道建于一九九二年。", "索道长三公里。", "景区的经理说明了情况。", "景区的经理否认了传言。"],
            3,
        ),
    ],
)
def test_a_denial_bears_on_what_it_denies(statement: str, page: list[str], first: int) -> None:
    """It stands before a sentence beside it that shares as little with the statement."""
    order = [one.index for one in rank(statement, page)]
    assert order.index(first) < order.index(first - 1)


@pytest.mark.parametrize(
    ("statement", "page", "first", "after"),
    [
        (
            "The Lorne reservoir has run dry",
            [
                "A post shared by thousands says that the Lorne reservoir has run dry.",
                "The water board measured the level on Friday: it stands at 71 percent.",
                "The board also runs two museums in the valley.",
            ],
            1,
            2,
        ),
        (
            "月湖大桥出现裂缝",
            [
                "月湖大桥的夜景很美。",
                "网传月湖大桥出现裂缝，帖子配有照片。",
                "经市交通局查看，桥面、桥墩都完好，照片上的是桥边的旧码头。",
                "交通局还介绍了新的公交路线，欢迎市民乘坐。",
            ],
            2,
            3,
        ),
    ],
)
def test_what_is_known_of_a_rumour_stands_after_it(statement: str, page: list[str], first: int, after: int) -> None:
    """The sentence after one that tells the statement again bears more on it than the one after that."""
    order = [one.index for one in rank(statement, page)]
    assert order.index(first) < order.index(after)


@pytest.mark.parametrize(
    ("statement", "page", "first"),
    [
        (
            "Carla Brandt refused the prize",
            [
                "Carla Brandt was born in 1950 in a village by the sea.",
                "She studied music for six years.",
                "In 1998 she refused an award of the state.",
                "Her house is a museum today.",
            ],
            2,
        ),
        (
            "霍景山晚年捐出了全部藏书",
            [
                "霍景山是清末民初的藏书家，浙江宁波人。",
                "他年轻时在上海经商，常到旧书铺去。",
                "去世前两年，他把家里的书都捐给了省立图书馆。",
                "他的故居现在是一家茶馆。",
            ],
            2,
        ),
    ],
)
def test_who_is_named_at_the_top_is_no_news(statement: str, page: list[str], first: int) -> None:
    """The sentence that introduces the subject has its name alone, and yet does not bear on all that is said of it."""
    assert rank(statement, page)[0].index == first


@pytest.mark.parametrize(
    ("statement", "page", "told", "asked"),
    [
        (
            "Enamel pots give off lead",
            ["Readers write to us about their kitchens.", "", "In a test, nineteen of twenty pots gave off none."],
            "One wrote that enamel pots give off lead when they are heated.",
            "One asked whether enamel pots give off lead when they are heated.",
        ),
        (
            "老城墙要拆",
            ["居民们议论纷纷。", "", "文物局说，今年要修缮南段。"],
            "老城墙真的要拆。",
            "老城墙真的要拆吗。",
        ),
    ],
)
def test_a_question_bears_less_than_a_statement(statement: str, page: list[str], told: str, asked: str) -> None:
    """Also one that is only told, and a Chinese one that has lost its mark."""
    scores = [{one.index: one.score for one in rank(statement, [page[0], it, page[2]])}[1] for it in (told, asked)]
    assert scores[1] < scores[0]


def test_figures_may_be_rounded() -> None:
    """A number that is nearly the same bears on a statement; a year is no amount."""
    page = ["It was sold in 2014.", "It has 9,871 seats now.", "It has 52 doors now.", "It has 1,998 lamps now."]
    assert rank("The hall holds about 10,000 people", page)[0].index == 1


def test_scores_are_shares() -> None:
    """Between 0 and 1, on any page."""
    for page in (PAGE, [], [""], ["?", "?"], ["。"] * 3):
        assert all(0 <= one.score <= 1 for one in rank("油价上涨", page))
