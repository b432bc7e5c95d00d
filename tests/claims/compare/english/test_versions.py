"""Two versions of one sentence: a fact in the place of another, another noun or a contrary preposition in one slot."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Words of their own in one place of one build.
        ("The crew was saved by a passing ship off Rom.", "The crew was saved by an army helicopter off Rom."),
        ("The prize went to a trained welder from Hull.", "The prize went to a retired dentist from Hull."),
        # The same preposition, another noun.
        ("The saint is shown on a throne, holding a key.", "The saint is shown on a donkey, holding a key."),
        ("Her last sonata was dedicated to her niece.", "She dedicated her last sonata to the bishop."),
        # The same noun, a contrary preposition.
        ("In 1701 the fort was sold to the Duke of Marn.", "In 1701 the fort was sold by the Duke of Marn."),
        ("The guild ran the port after the siege of 1420.", "The guild ran the port until the siege of 1420."),
        # One end of a range.
        ("Ivo Lund (1 May 1903 – 6 June 1977) was a potter.", "Ivo Lund (1 May 1908 – 6 June 1977) was a potter."),
        # Times that changed places.
        (
            "The tool came out for phones in May and for tablets in June.",
            "The tool came out for tablets in May and for phones in June.",
        ),
        # Only with that.
        ("The moon can be seen only with a telescope.", "The moon can be seen with the naked eye from the coast."),
        # Alike in letters, not in meaning.
        ("Her grandfather was a coal miner and a singer.", "Her grandfather was a Baptist minister and a singer."),
        ("The park is open all year free of charge.", "The park is open all year for an entrance fee of £4."),
        # One edit in what is the same word by word.
        ("Wexler was the drummer of the band until 1979.", "Wexler was the bass player of the band until 1979."),
        ("Its leaves are opposite, dark green above.", "Its leaves are alternate, dark green above."),
        # None of what the other counts.
        ("The chapel has no windows on the north side.", "The chapel has three windows on the north side."),
        ("The drug has no effect on blood pressure.", "The drug lowers blood pressure."),
        # What was done later to what was closed that year.
        (
            "The rink closed in May 1961 and was torn down a year later.",
            "The rink closed in May 1961 but still stands.",
        ),
    ],
)
def test_a_fact_was_replaced(one: str, other: str) -> None:
    """The two cannot both be true."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crew was saved by a passing ship off Rom.", "The crew was saved by a passing vessel off Rom."),
        ("The ring road was closed to lorries in May.", "The ring road was closed to heavy vehicles in May."),
        ("The hall is used by the owner in winter.", "The hall is used by the landowner in winter."),
        ("Marsh declined the post, which went to Dee.", "Dee got the post when Marsh turned it down."),
        ("It is the only inn on the island open all year.", "No other inn on the island is open all year."),
        (
            "The union supports the canal but opposes the dam.",
            "While against the dam, the union is in favour of the canal.",
        ),
        ("Her father was a tailor and her mother a nurse.", "The child of a tailor and a nurse, she had two sisters."),
        (
            "The tool came out for phones in May and for tablets in June.",
            "In May the tool came out, for tablets in June.",
        ),
        (
            "Tarvane is used against fungi of the skin.",
            "Tarvane is a drug used against fungi in patients whose skin has not responded to other treatment.",
        ),
        ("Senator Ann Lee was born in Boise, ID.", "Senator Ann Lee was born in Boise, Idaho."),
        (
            "She was named for the prize four times, winning once.",
            "She won the prize and was named on three other occasions.",
        ),
        ("Prices of flats in the city rose 4 percent in May.", "Wages in the city rose by 9 percent in May."),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    """Nothing there excludes the other."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (
            "The two scientists repeated the experiment in 1932 and published the result.",
            "The two scientists abandoned the experiment in 1932 and published the result.",
            True,
        ),
        (
            "The airline cancelled all its flights to Karachi on Sunday because of the storm.",
            "The airline operated all its flights to Karachi on Sunday despite the storm.",
            True,
        ),
        (
            "The sloop was wrecked on the Farr Rocks in 1884, and all nine of her crew were drowned.",
            "The sloop was wrecked on the Farr Rocks in 1884, but all nine of her crew reached the shore.",
            True,
        ),
        ("The hall cost 3 million euros.", "The hall cost 3 million dollars.", True),
        ("The hall cost $3 million.", "The hall cost 3 million dollars.", False),
        (
            "The ship sank off Cape Orne in 1911 with the loss of nine lives.",
            "The ship foundered off Cape Orne in 1911 with the loss of nine lives.",
            False,
        ),
        (
            "The bridge was opened in 1932 although the tower was not yet finished.",
            "The bridge was opened in 1932, but the tower was not yet finished.",
            False,
        ),
        ("The poet lived in a hut by the lake.", "The writer lived in a hut by the lake.", False),
    ],
)
def test_another_deed_argument_or_money(one: str, other: str, clash: bool) -> None:
    """A deed of no like meaning, a reason turned about and other money clash; the same in other words does not."""
    for a, b in ((one, other), (other, one)):
        assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
