"""Which figure of a long sentence a short claim means, and what it makes of the claim."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.labelled import versions

ANSWERS = [
    # What was expected has not come about.
    (
        "The painting was sold for more than £3 million.",
        "The painting, which had been expected to fetch £2 million, was sold at auction in June 2011 for £{} million.",
        ("3.4", "2.7"),
    ),
    # The number of cases is no part of the cases.
    (
        "The number of cases in Port Elm was below 250 on 12 April.",
        "On 12 April, officials reported 19 new cases in Port Elm, bringing the total to {}.",
        ("243", "261"),
    ),
    # What is told of the first in a series is none of the second.
    (
        "Season two had more than 20 episodes.",
        "Season one consisted of 13 episodes, season two of {} and the third and last of ten.",
        ("22", "18"),
    ),
    # How far it lies above the mean is none of its own.
    (
        "In June 2009, temperatures rose above 40 degrees.",
        "A heatwave brought {} °C to the south in June 2009, some 9 degrees above the mean temperature.",
        ("41.6", "38.6"),
    ),
    # A mark that a claim gives is no answer to it.
    (
        "The crew had fewer than the usual 14 members.",
        "The lightship's crew, normally 14 men, numbered {} on the night of the storm.",
        ("eleven", "seventeen"),
    ),
    # About a dozen is no just twelve.
    (
        "About a dozen people were arrested at the demonstration.",
        "Some 3,000 people took part in the demonstration, at which police made {} arrests.",
        ("13", "31"),
    ),
    # What a rival won is no answer.
    (
        "Night Ferry won at least five Golden Reels in 2004.",
        "At the 2004 Golden Reels, Night Ferry took home {}, while its closest rival, Quarry, won three of nine.",
        ("six", "four"),
    ),
    # The deed stands far behind its figure.
    (
        "More than half of the population of Oslava speaks Lern.",
        "According to the census, {}% of the population of Oslava spoke Lern as a first language and 38% spoke Dorish.",
        ("54.2", "46.8"),
    ),
    # A bound is given as near as it is known.
    (
        "The music video has more than 2 billion views.",
        "The music video, released on 4 May 2012, has received over {} billion views and 9 million likes.",
        ("2.1", "1.8"),
    ),
    # The subject stands in for the claim's name, behind words about place and time with names of their own.
    (
        "The construction of Halden Bridge cost less than $70 million.",
        "Built over five years between Orsk and Tarnow, the bridge was completed at a cost of ${} million in 1998.",
        ("64", "83"),
    ),
    (
        "Ilse Marten won at least 12 races in her career.",
        "In a career that took her to Kenya, Japan and Chile, the runner won {} races and set two national records.",
        ("14", "9"),
    ),
    (
        "More than 600 people fell ill with cholera in the 1903 outbreak in Varsk.",
        "The outbreak ended in December 1903 after a total of {} cases, most of them in the harbour, and 42 deaths.",
        ("655", "520"),
    ),
    # Two bounds in one claim: each has a figure of its own.
    (
        "The musical Lantern Street took over $40 million on a budget of less than $9 million.",
        "Lantern Street ran for 612 nights from May 2009 and took ${} million in all against a budget of $7.2 million.",
        ("43.5", "31.8"),
    ),
    # What it had when something else happened is another figure than the one at its peak.
    (
        "When Norvia Lines went bankrupt it had fewer than 20 ships.",
        ("Norvia Lines, founded in 1951, ran 34 ships to 18 ports at its peak in 1970 and had only {} ships left when "
        "it went bankrupt on 2 May 1984."),
        ("16", "22"),
    ),
    # What it was bought for is neither its sales nor what the buyer is worth.
    (
        "Orbix bought Tallon for roughly 300 million dollars.",
        ("In May 2012 Orbix, then valued at $5.1 billion, acquired the start-up Tallon, with 40 staff and sales of "
        "$22 million, for ${} million in cash."),
        ("310", "120"),
    ),
    # The time within which it was reached is the figure's own, not that of the figure before.
    (
        "Pale Harbour sold about three million copies in its first year.",
        ("Released in May 2001, Pale Harbour got a score of 74, sold 710,000 units in its opening month and {} million "
        "within a year, and was followed by two sequels and nine novels."),
        ("2.95", "1.7"),
    ),
    # Marks on a scale.
    (
        "The average rating of Salt Roads on the site Filmkreis is below 7/10.",
        "On Filmkreis the documentary holds an 81% approval score from 54 reviews, with an average rating of {}/10.",
        ("6.4", "7.6"),
    ),
    (
        "On Lesezeit, the atlas has an average rating of more than 3 out of 5.",
        "The atlas, which has 240 pages, has an average rating of {} out of 5 on Lesezeit from some 3,100 ratings.",
        ("3.45", "2.85"),
    ),
    # A stated share goes before what two counts would give, and an age group is no age.
    (
        "More than a fifth of the residents of Corvale were aged over 70.",
        ("In 2014 the parish of Corvale had 5,210 residents in 2,300 homes, of whom 17.5% were under the age of 16 "
        "and {}% were older than 70."),
        ("23.1", "15.4"),
    ),
    # The number of an occasion counts nothing.
    (
        "Northern Echo won more than three Golden Reels.",
        "At the 34th Golden Reels the film received nine nominations and won {} of them, among them Best Score.",
        ("five", "two"),
    ),
    # What was expected is another figure than the one that came.
    (
        "The appeal for the Ostrava organ raised over 800,000 euros.",
        ("Opened on 4 May 2011 with a target of 250,000 euros, the appeal for the organ had raised {} euros when it "
        "closed in June."),
        ("912,000", "688,000"),
    ),
    # What belongs to it stands behind its own figure.
    (
        "The Tarn library has passed 2 million members.",
        ("Tarn, a lending library founded in 1911 by two teachers, has {} million members and its branches are visited "
        "9.4 million times a year."),
        ("2.3", "1.6"),
    ),
    # A claim that names nobody, beside a sentence that has a name for it, or none.
    (
        "The academy has at least 300 members.",
        "Halden Hall, endowed in 1781 with an income of £900, now counts {} members in 41 countries and six prizes.",
        ("340", "260"),
    ),
    (
        "Fewer than 50 passengers were hurt in the derailment.",
        "The night express left the rails at 2.40 a.m. on 3 June 1958 near Tarn; {} passengers were injured.",
        ("37", "61"),
    ),
    (
        "The instrument has more than 3,000 pipes.",
        "Built by two brothers in 1742 for 600 ducats, the organ of St Ansgar has {} pipes and 44 stops.",
        ("3,120", "2,840"),
    ),
    # Words of one class tell the same measure and count the same things.
    (
        "Over 60 people were arrested on the night of the riot.",
        "Some 2,000 people took to the streets on 3 May; {} persons were taken into custody and a bank was burnt.",
        ("71", "48"),
    ),
    (
        "The series had more than four seasons.",
        "First shown in 1984, Harbour Lights was made in {} series with 41 episodes of half an hour each.",
        ("six", "three"),
    ),
    (
        "The scholar had two children.",
        "In 1822 she married a botanist, by whom she had {} children, and nine years later she published a grammar.",
        ("two", "four"),
    ),
    # At most is no majority, each year tells of what so many are, and who drew a crowd did not play to a draw.
    (
        "The fine imposed on Velm Shipping was at most three million dollars.",
        "After 14 months the court fined Velm Shipping ${} million for spilling oil worth $61 million.",
        ("2.4", "3.6"),
    ),
    (
        "The depot repairs over 4,000 bicycles each year.",
        "Run by 31 volunteers in a hall of 900 square metres, the depot repairs some {} bicycles annually.",
        ("4,600", "3,400"),
    ),
    (
        "The fair drew more than 20,000 visitors.",
        "Held from 3 to 9 May on the meadows of Orle, the fair offered 112 stalls and had {} visitors in all.",
        ("23,400", "17,900"),
    ),
    # A bound that is denied, and verbs that are bounds.
    (
        "The Orle terrier rarely weighs over 9 kg.",
        "The Orle terrier, first shown in 1907, stands 24 to 31 cm at the shoulder, weighs {} kg and lives 14 years.",
        ("6 to 8", "10 to 12"),
    ),
    (
        "The mast at Harl does not reach 150 metres.",
        "Raised in 1956 by a crew of 14, the mast at Harl is {} metres high and stands on three feet.",
        ("138", "164"),
    ),
    (
        "The mast at Harl surpasses 150 metres.",
        "Raised in 1956 by a crew of 14, the mast at Harl is {} metres high and stands on three feet.",
        ("164", "138"),
    ),
    (
        "Tin Summer has yet to sell half a million copies.",
        "Released on 3 March 2011 and translated into 14 languages, Tin Summer has sold {} copies.",
        ("420,000", "610,000"),
    ),
    # The stadium is the thing of that sort that the sentence opens with; the year of a census is no figure of it.
    (
        "The stadium holds exactly 18,000 people.",
        "Tarn Stadium, built for the 1986 games by a crew of 340, has a capacity of {}, of which 6,000 are standing.",
        ("18,000", "16,500"),
    ),
    (
        "Fewer than 300 people lived in Ostby in 2001.",
        "According to the 2001 census the hamlet of Ostby, 11 km west of Harl, had {} inhabitants, down from 480 once.",
        ("264", "336"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "sentence", "figures"), ANSWERS)
def test_the_figure_meant_decides(claim: str, sentence: str, figures: tuple[str, str]) -> None:
    """The figure that the claim is about bears it out or clashes with it, whatever others stand around."""
    kinds = [compare_texts(claim, sentence.format(figure), given=True).kind for figure in figures]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Seats at the first lecture cost between 5 and 12 euros.",
         "The hosts sell a pass for all seven lectures at 60 euros."),
        ("Marrow Ltd handed over 31 flats in the second quarter.",
         "Marrow has handed over 74 flats in the first nine months of the year, 16 short of its goal."),
        ("The members' renewal rate is 71 percent.", "Some 66 percent of those who had moved away went abroad."),
        ("More than 40 lands had joined the pact by noon.",
         "Only six chambers have so far approved the pact, which needs 30 approvals to come into force."),
    ],
)  # fmt: skip
def test_another_figure_is_not_meant(claim: str, sentence: str) -> None:
    """A pass for all of them and a longer time are other figures."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The debt equalled more than 80% of GDP.",
            "Public debt climbed to {84%|76%} of gross domestic product in 2014, from 71% two years before.",
        ),
        (
            "The workforce is larger than 5,000.",
            "The group employs {5,200|4,600} people, compared with 4,900 a year earlier, and runs 31 depots.",
        ),
        (
            "The video was viewed over two million times in 24 hours.",
            "Uploaded on 3 June, the trailer drew {2.4|1.7} million views within its first 24 hours, a record.",
        ),
        (
            "At least 70% of the over-60s had received a second dose.",
            "Of those over 60, {74.2|64.2}% had been given a second dose, while first doses stood at 88.1%.",
        ),
        (
            "He was paid at least 20 million for the role.",
            "For the sequel he received a salary of {$22|$18} million plus a share of the profits.",
        ),
    ],
)
def test_former_values_and_those_of_others_do_not_answer(claim: str, told: str) -> None:
    """Nor a time that both name, where the claim asks how often; a bare number of a salary is so much money."""
    right, wrong = versions(told)
    assert compare_texts(claim, right, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The death toll in Lombardia was below 5,000.",
            "By late March, Lombardia had {4,178|5,402} of the country's 6,820 deaths and almost half of its cases.",
        ),
        (
            "At least ten of the songs were written by Berg.",
            "Berg wrote {eleven|nine} of the album's 14 songs; the others are covers.",
        ),
        (
            "The channel's most popular video has over 50 million views.",
            "The channel has 3.4 million subscribers, and its most popular one has been viewed {56|46} million times.",
        ),
        (
            "About 2,000 people attended the funeral.",
            "The funeral was attended by some {2,000|6,000} mourners on 3 July.",
        ),
    ],
)
def test_a_part_answers_and_not_its_whole(claim: str, told: str) -> None:
    """Whatever owns the whole is no rival; the most popular is no share; two is not more than two."""
    right, wrong = versions(told)
    assert compare_texts(claim, right, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS
