"""Names that only a whole document shows."""

from claims.features.names import names

FILLER = "The harbour was closed for two days and the ferry did not sail until the wind had gone down at noon. " * 2
ZH_FILLER = "港口关闭了两天，渡轮直到中午风停才开出，居民在岸边等候，超市的货架空了一半。" * 6


def _found(text: str) -> set[str]:
    return {mention.name for mention in names(text).mentions}


def test_a_common_word_that_only_begins_sentences_is_no_name() -> None:
    """Passengers by its ending, Tickets by its verb; a name that also stands within a sentence stays."""
    text = f"{FILLER}Passengers had to wait. Tickets will cost two crowns. Velmo sold buses to Holm. Later Velmo left."
    assert {"Velmo", "Holm"} <= _found(text)
    assert not {"Passengers", "Tickets"} & _found(text)


def test_a_person_without_a_title_is_known_by_being_said_again() -> None:
    """Before a predicate once, and elsewhere; what is said once stays unknown."""
    text = f"{ZH_FILLER}上周五纪云杉突然辞职。纪云杉是谁？很多人问纪云杉会去哪里。"
    assert "纪云杉" in _found(text)
    assert "纪云杉" not in _found(f"{ZH_FILLER}很多人问纪云杉去哪里。")


def test_a_work_in_quotation_marks_and_a_body_after_what_it_is() -> None:
    """软件“砚台”; 竞争对手岳芯; the short form of 远山集团."""
    text = f"{ZH_FILLER}远山集团发布了软件“砚台”。竞争对手岳芯上月也推出了产品。远山去年亏损三亿元。"
    assert {"砚台", "岳芯", "远山集团"} <= _found(text)
    assert sum(mention.name == "远山集团" for mention in names(text).mentions) == 2


def test_what_looks_like_a_person_by_its_letters_is_fitted() -> None:
    """A firm by what it sells, a person without the country behind her."""
    text = f"{FILLER}Kestrel Foods bought a mill. Paula Ruzic of Spain fell on the second bend."
    kinds = {mention.name: mention.type.value for mention in names(text).mentions}
    assert (kinds["Kestrel Foods"], kinds["Paula Ruzic"], kinds["Spain"]) == ("organisation", "person", "place")


def test_who_is_called_by_a_name_and_told_of_is_a_person_though_it_ends_like_a_river() -> None:
    """孟星河是登山家; a river is somewhere."""
    text = f"{ZH_FILLER}孟星河是登山家。孟星河去年没有回来。很多人喜欢孟星河。"
    assert any(one.name == "孟星河" and one.type.value == "person" for one in names(text).mentions)
    text = f"{ZH_FILLER}黄浦江是上海的河。在黄浦江两岸有很多人。黄浦江去年没有结冰。"
    assert not any(one.name == "黄浦江" and one.type.value == "person" for one in names(text).mentions)


def test_who_is_brought_up_by_what_befell_or_by_age_is_a_person() -> None:
    """38岁的贺长林, 委任梁咏珊为; many of a firm are no firm."""
    text = f"{ZH_FILLER}38岁的贺长林最先被救出。公司委任梁咏珊为行政总裁。前经纪人罗骁上个月回应。罗骁没有道歉。"
    assert {"贺长林", "梁咏珊", "罗骁"} <= _found(text)
    assert "Shareholders of Marlow" not in _found(f"{FILLER}Shareholders of Marlow will get four crowns a share.")
