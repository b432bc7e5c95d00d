"""One spelling for the English words that are spelt otherwise from country to country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.spelling import _RULES, one_spelling, spellings

PAIRS = """
colour color, labourers laborers, unfavourable unfavorable, neighbourhood neighborhood, harbouring harboring,
misbehaviour misbehavior, odour odor, savoury savory, legalised legalized, organisation organization,
organisational organizational, paralysed paralyzed, catalysing catalyzing, theatres theaters, kilometre kilometer,
centred centered, centrepiece centerpiece, sombre somber, catalogues catalogs, cataloguing cataloging,
dialogue dialog, travelled traveled, quarrelling quarreling, fuelled fueled, dialled dialed, counsellors counselors,
marvellous marvelous, medallist medalist, fulfil fulfill, fulfilled fulfiled, enrolment enrollment, skilful skillful,
programmes programs, greyish grayish, defences defenses, licence license, practised practiced, anaemia anemia,
paediatrician pediatrician, haemorrhage hemorrhage, encyclopaedia encyclopedia, snowploughs snowplows,
draughtsman draftsman, sceptics skeptics, storeys storys, judgement judgment, towards toward, tsars czars
"""


@pytest.mark.parametrize("pair", [pair.strip() for pair in PAIRS.split(",")])
def test_a_word_is_one_in_britain_and_america(pair: str) -> None:
    """The spellings of one word come out alike."""
    british, american = pair.split()
    assert one_spelling(british) == one_spelling(american)


@pytest.mark.parametrize(
    "word",
    [
        *(
            "hour",
            "tour",
            "contour",
            "troubadour",
            "concourse",
            "horizon",
            "citizen",
            "rogue",
            "vogue",
            "acre",
            "called",
        ),
        *("spelled", "quelled", "recalled", "retelling", "audience", "evidence", "programmed", "award", "shoulder"),
    ],
)
def test_other_words_stay_as_they_are(word: str) -> None:
    """What is spelt in one way everywhere is not touched."""
    assert one_spelling(word) == word


@pytest.mark.parametrize(
    "pair", [("colour", "color"), ("legalised", "legalized"), ("cancelled", "canceled"), ("theatre", "theater")]
)
def test_the_american_spelling_of_a_british_word(pair: tuple[str, str]) -> None:
    """What is written as in Britain in a table is found in an American text too."""
    assert spellings(pair[0]) == pair


ENDINGS = "our re red ogue ogued ize yze gramme ll lled lling e es ed ing er s ation able un"
PIECES = [*PAIRS.replace(",", " ").split(), *ENDINGS.split(), *"aeiolmnrst"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_a_rule_needs_what_it_says_it_needs(word: str) -> None:
    """A word without it comes out of the rule as it went in."""
    assert all(need in word or rule.sub(other, word) == word for need, rule, other in _RULES)
