"""What a word points back to: a name of its kind that was told of before, or nothing."""

import pytest

from claims.extract import extract


def statements(text: str) -> str:
    """The claims of a text, one to a line."""
    return "\n".join(claim.statement for claim in extract(text).claims)


FILLER = "The harbour stayed shut for two days and the ferry did not sail until the wind had gone down at noon. "
ZH_FILLER = "港口关闭了两天，渡轮直到中午风停才开出，居民在岸边等候，超市的货架空了一半。\n\n" * 6
VELMO = "Velmo, the Danish maker of buses, opened a plant in Holm in May 2024. "
MAYOR = "The mayor, Ida Bjork, opened the bridge on 3 May 2024. Harbour fees rose by 4% in June 2024.\n\n"
QINGHE = "青禾科技在梧州发布了写作软件“砚台”。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A common word that begins a sentence is no company.
        (
            f"{VELMO}{FILLER}\n\nPassengers are waiting for 40 buses. The company employs 900 people.",
            "The company [Velmo]",
        ),
        (VELMO + "It employs 900 people in four towns. Its sales rose by 4% in 2023.", "Its [Velmo] sales"),
        # Who holds an office, by the office.
        (MAYOR + "The mayor was elected in 2019 with 61% of the vote.", "The mayor [Ida Bjork] was"),
        # A body of a sort.
        (
            f"{VELMO}Kranz, an Austrian rival, sold 300 buses.\n\n{FILLER}The Austrian group lost a case in 2019.",
            "The Austrian group [Kranz] lost",
        ),
        # She and he are told apart by first names and by kin.
        (
            "Ida Bjork studied law in Oslo. Her father, Per Bjork, built 300 boats. He sold the yard in 1998.",
            "He [Per Bjork] sold",
        ),
        # Of a country, a kin, the only one of a sort.
        (
            f"Ida Bjork won in Holm ahead of the Italian Ana Ruzic.\n\n{FILLER}The Italian has won four times.",
            "The Italian [Ana Ruzic] has",
        ),
        (f"{ZH_FILLER}他的女儿纪晓棠自2015年起负责经营。她曾在出版社做编辑。", "她[纪晓棠]曾"),
        (f"{ZH_FILLER}晨钟书店昨日宣布六月底结业。晨钟书店的读者很多。书店位于解放路三号。", "书店[晨钟书店]位于"),
        (f"{ZH_FILLER}{QINGHE}这款软件支持42种语言。", "这款软件[砚台]支持"),
        (f"{QINGHE}该公司成立于2017年。", "该公司[青禾科技]成立"),
        (f"{QINGHE}去年完成2亿元融资，营业收入达到五亿元，总部设在梧州市。", "[青禾科技]营业收入"),
        ("青禾科技董事长纪云山今年七十一岁。市场上周下跌了3%。董事长表示今年将裁员300人。", "董事长[纪云山]表示"),
    ],
)
def test_a_word_means_the_name_of_its_kind(text: str, expected: str) -> None:
    """A role means who has it, `the company` a company, 这款软件 a work of that sort."""
    assert expected in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (VELMO + "The minister opened a second plant in June 2024.", "The minister ["),
        (VELMO + "The Swiss group bought 300 buses in 2023.", "[Velmo] bought"),
        (MAYOR + "The mayor of Oslo was elected in 2019.", "The mayor [Ida"),
        ("Ida Bjork studied law in Oslo. He was elected in 2019 with 61% of the vote.", "He [Ida"),
        ("Halm Hospital treated 58 people on 3 May 2024. The company will pay for the beds.", "The company [Halm"),
        ("Ida Bjork runs the yard. Police arrested a student. He was released on bail of 300 crowns.", "He [Ida"),
        ("Per Bjork runs the yard. Police arrested a student. He was released on bail of 300 crowns.", "He [Per"),
        (f"{QINGHE}这名男子去年被判处三年监禁。", "男子["),
        (f"{QINGHE}新的实验室主任上周到任。", "主任["),
    ],
)
def test_a_word_of_another_kind_means_nobody(text: str, wrong: str) -> None:
    """No subject is better than a wrong one."""
    assert wrong not in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tashi, a four-year-old male, was caught on Monday. Alan Raistrick, a farmer, lost eight ewes.\n\n"
            "Tashi was eating well. He came from Dresden."
        ),
        "A cat named Tashi was found on Monday by Amy Denton. Tashi was thin. He had lost a tooth.",
        "Amy Denton has a dog. Tashi is four and weighs 40kg. He was bred in Dresden.",
    ],
)
def test_an_animal_of_which_a_text_tells_may_be_he(text: str) -> None:
    """How old it is, that it is a cat: it is somebody whatever its name looks like."""
    assert "He [Tashi]" in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Her label, Northstar, spoke up. It is the second time that she has pulled out of a show.", "[Northstar]"),
        ("A bridge over the River Dove collapsed on Thursday, trapping eleven workers.", "[River Dove]"),
        ("Callum Birrell, the race director, denied it. The race was halted on Saturday.", "[Callum Birrell]"),
        (
            (
                "Port Ellery Athletic have signed Davor Milinko from FC Halvorn. He scored 19 goals. "
                "The club put up its prices by 6%."
            ),
            "club [Davor Milinko]",
        ),
    ],
)
def test_a_thing_or_a_body_is_no_person(text: str, wrong: str) -> None:
    """The race is not its director, the club not its winger."""
    assert wrong not in statements(text)
