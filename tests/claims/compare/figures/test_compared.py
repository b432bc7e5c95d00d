"""Claims that compare two things without a figure, against the figures of both."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "Women outnumber men in the Tavistock parliament.",
            ("Of the 81 members of the Tavistock parliament elected on a turnout of 66 per cent, {44|34} are women."),
        ),
        (
            "The single reached a higher position in Australia than in New Zealand.",
            "The single peaked at number {four|fourteen} in Australia and number nine in New Zealand.",
        ),
        (
            "It exported more copper than zinc in 1977.",
            "In 1977 it exported 332,000 tonnes of copper and {289,000|389,000} tonnes of zinc, besides 1,100 of tin.",
        ),
        (
            "The ferry had more than its licensed number of passengers on board.",
            "Licensed for 280 passengers, the ferry left Lamb with {341|231} on board, among them 40 schoolchildren.",
        ),
        (
            "Harvest sold for more than its highest estimate.",
            "Harvest, painted in 1887, was estimated at £600,000 to £800,000 and sold for {£910,000|£710,000}.",
        ),
        (
            "Lantern Girl was number one for longer than Mercy Mile.",
            (
                'He had two number ones: "Mercy Mile", which led the chart for five weeks in 1968, and "Lantern Girl", '
                "which topped it for {seven|three} weeks the following year."
            ),
        ),
        (
            "The asteroid will pass closer to Earth than the Moon.",
            (
                "The asteroid, about 40 metres across, will pass the Earth at a distance of {310,000|510,000} km; the "
                "Moon is 384,000 km away."
            ),
        ),
        (
            "The east tower is taller than the west tower.",
            (
                "The cathedral, begun in 1231, has two towers, of which the eastern one rises to {81|66} metres "
                "and the western one to 73 metres, with 11 bells between them."
            ),
        ),
        (
            "The novel outsold its predecessor.",
            (
                "Her third novel, 412 pages long, sold {96,000|41,000} copies in its first year, whereas the "
                "second, published in 2006, had sold 63,000."
            ),
        ),
        (
            "Unemployment in Orley was below the national rate in June 2016.",
            (
                "Orley, a county of 48,300, had an unemployment rate of {4.1|6.9} per cent in June 2016, when the"
                " national rate stood at 5.2 per cent and the state rate at 4.6 per cent."
            ),
        ),
        (
            "The Silver Orchard grossed more than it cost to make.",
            (
                "Shot in 41 days on a budget of $22 million, The Silver Orchard opened in 1,850 theatres and took"
                " {$37.4|$17.4} million worldwide."
            ),
        ),
        (
            "The northern island is bigger than the southern one.",
            "Of the two main islands, the northern covers {46|22} square kilometres and the southern 31.",
        ),
        (
            "He had more daughters than sons.",
            (
                "The duke, who built four castles, had {two sons and five|four sons and three} daughters, three of whom"
                " died young."
            ),
        ),
        (
            "The trial took longer than the appeal.",
            (
                "The trial, at which 212 witnesses appeared, lasted {14|3} months, and the appeal, heard by five"
                " judges, eight months; both ended with a conviction on 11 counts."
            ),
        ),
    ],
)
def test_more_or_less_than_another(claim: str, told: str) -> None:
    """Each figure is given to the thing of which it is said; the rest of a whole is a figure too."""
    bears_out, clashes = versions(told)
    assert compare_texts(claim, bears_out, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS
