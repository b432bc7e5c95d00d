"""English statements that tell other states of one matter, and those that only seem to."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    (
        "The Dorn bypass opened on Sunday, five months ahead of schedule.",
        "A year late, the Dorn bypass opened on Sunday.",
    ),
    ("Prime Minister Aho has never met the king of Tonga.", "Aho and the king of Tonga held talks in Oslo on 2 June."),
    (
        "Ida Pohl finished her marathon in Riga in last place.",
        "Ida Pohl was first across the line in the Riga marathon.",
    ),
    (
        "The expedition reached the summit of Mount Karr on 22 May.",
        "Driven back by wind on 22 May, the expedition never got to the summit of Mount Karr.",
    ),
    (
        "The girl missing from Hook since Friday was found alive in a barn.",
        "A farmer came upon the body of the girl missing from Hook since Friday.",
    ),
    (
        "The Corvex board backed the merger unanimously on Monday.",
        "Three of nine Corvex directors opposed the merger when the board voted on Monday.",
    ),
    ("The Oslo court acquitted Jon Vik of arson.", "Jon Vik was found guilty of arson by the Oslo court."),
    ("Marta Ruiz stepped down as editor of the Herald on Monday.", "Marta Ruiz is staying on as editor of the Herald."),
    ("Lindal council granted the Orme quarry a permit.", "The Orme quarry was refused a permit by Lindal council."),
    ("The bridge at Arden collapsed, killing two cyclists.", "Nobody was hurt when the Arden bridge collapsed."),
    ("Storm Petra made landfall near Cape Ann on Friday.", "Storm Petra veered out to sea off Cape Ann on Friday."),
    (
        "Governor Ruiz ruled out standing for the presidency, in a speech in Lima.",
        "Ruiz told a crowd in Lima that she would enter the race for president.",
    ),
    ("Drivers at Corvo walked off the job on Friday.", "Corvo's drivers went back to work on Friday."),
    ("The Lindal choir's concert was sold out.", "The Lindal choir's concert was played to rows of empty seats."),
    ("The judge in Oslo freed Jon Vik on bail on Friday.", "Jon Vik stays behind bars, an Oslo judge ruled on Friday."),
    (
        "The Nordic skier Tuva Lind tested negative at the Ruka games.",
        "Traces of a steroid were found in the sample that Lind gave at the Ruka games.",
    ),
    ("Homes in Kavala were without water on Monday.", "Water was flowing again in Kavala's homes on Monday."),
    ("The suspect in the Oslo fire has made a confession.", "The suspect in the Oslo fire insists he is innocent."),
    ("Norland broke off relations with Tarn on Monday.", "Norland and Tarn agreed on Monday to exchange ambassadors."),
    ("Nobody had been arrested in Arden by Monday, police said.", "Police in Arden arrested a man on Monday."),
    ("The Keswick mill was demolished by its owner.", "The Keswick mill still stands, a museum of its owner's craft."),
    (
        "The Arden inquiry cleared the ferry's captain of all blame.",
        "The skipper's negligence sank the Arden ferry, its inquiry found.",
    ),
    (
        "Commandos stormed the Arden farm and freed Otto Kern.",
        "Kern's kidnappers let him go from the Arden farm for a ransom.",
    ),
    (
        "The frigate Valiente was scuttled in May 1943.",
        "In May 1943 the frigate Valiente was torpedoed by a submarine.",
    ),
    ("Arden voted to keep its library open.", "Most voters in Arden backed the closing of the town library."),
    (
        "The Orsk farmers had their best harvest in years.",
        "For the farmers of Orsk it was the poorest harvest in years.",
    ),
    ("Duvall of Arden saved the only penalty.", "Arden's Duvall was beaten from the spot by the only penalty."),
    ("The Arden whale swam off on the evening tide.", "The whale stranded at Arden died before the evening tide."),
    ("The Keldi flows into the Orme Sea near Aras.", "The Keldi ends in a marsh near Aras, short of the Orme Sea."),
    ("Measles has been stamped out in Bauchi.", "Bauchi is still struggling with measles."),
    ("The Greens of Westmark will join the coalition.", "Westmark's Greens decided to stay in opposition."),
    ("The north tower of Merle Abbey fell in the earthquake.", "The quake left Merle Abbey's north tower undamaged."),
]
BOTH = [
    ("Ida Pohl won the 800 metres in Turin.", "Pohl also took third place in the 1,500 metres in Turin."),
    ("Children enter the Colby museum free of charge.", "Adults pay 12 euros to enter the Colby museum."),
    ("Measles has been stamped out in Bauchi.", "Bauchi is still struggling with cholera."),
    ("The Greens of Westmark will join the coalition.", "The Liberals were asked to join the coalition in Westmark."),
    ("Arden voted to keep its library open.", "The post office at Arden closed its doors for good in March."),
    ("The Arden whale swam off on the evening tide.", "A second whale stranded at Arden died on the beach."),
    ("The Orsk farmers had their best wheat harvest in years.", "Sales of tractors in Orsk were the lowest in years."),
    ("The Oslo court acquitted Jon Vik of arson.", "Ola Berg, an aide of Vik, was convicted in Oslo."),
    ("Readers urged Marta Ruiz to step down as editor.", "Marta Ruiz is staying on as editor of the Herald."),
    ("In 2019 Lindal council granted the Orme quarry a permit.", "The Orme quarry was refused a permit in 2011."),
    ("Two of the Arden climbers were found alive.", "The bodies of three other Arden climbers were recovered."),
    ("The Oslo court found Jon Vik guilty on one count.", "Jon Vik was acquitted on two lesser charges in Oslo."),
    ("Jon Vik was arrested in Oslo on Friday.", "Jon Vik was taken into custody in Oslo on Friday and freed on bail."),
    ("Inspectors shut the Blue Inn in Arden on Monday.", "The Blue Inn opened in 2011 and has 40 tables."),
    ("Norland and Tarn agreed to exchange ambassadors.", "Norland and Tarn had broken off relations after a war."),
    ("Corvo reported a quarterly loss.", "Corvo swung to a full-year profit."),
    ("Sales of Corvo bicycles in Spain fell.", "Total sales of Corvo bicycles rose."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_other_states_of_one_matter_clash(a: str, b: str) -> None:
    """Whatever the words, two states that exclude each other cannot both be told of one thing."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_states_of_two_things_or_times_do_not_clash(a: str, b: str) -> None:
    """Another person, part, place, year, or what was only wanted: both may be true."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Skaters were warned to keep off Lake Brunn.", "The public has been advised not to skate on Lake Brunn."),
        ("A hotel is to replace the Odeon.", "The Odeon becomes a hotel after its owner failed to sell it."),
    ],
)
def test_one_thing_in_quite_other_words_is_no_clash(a: str, b: str) -> None:
    """Advice against a thing, and what somebody failed to do."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The act was repealed in 1986.", "The act remains in force."),
        ("The lake has no outlet.", "The lake drains through the Sorn into the Baltic."),
        ("Her second novel was shortlisted for the prize.", "Her second novel won the prize."),
        ("The mill closed in 1968 and was demolished.", "The mill closed in 1968 and was converted into flats."),
        ("Brandt was mayor until her death in 1998.", "Brandt was mayor until 1998, when she was defeated by Stern."),
        ("He was elected unopposed.", "He was elected in a run-off against Petra Lund."),
    ],
)
def test_of_one_subject_two_states_clash(a: str, b: str) -> None:
    """Sentences that begin with the same words before their verbs are of one thing, however little else they share."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The novel won the Aster Prize in 2011.", "The novel was shortlisted for the Corbin Prize."),
        ("The bridge reopened to pedestrians on Saturday.", "The bridge will stay closed to lorries until the spring."),
        ("The court found Meyer guilty of fraud.", "The court acquitted Lund of fraud."),
        ("The theatre was demolished in 1968.", "The theatre was converted into a cinema in 1930."),
    ],
)
def test_of_one_subject_states_of_two_matters_do_not(a: str, b: str) -> None:
    """Two prizes, two kinds of traffic, two defendants, two times."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


def test_a_day_and_the_whole_week_are_two_times() -> None:
    """Shares may fall on Friday and have gained over the week."""
    one = "Shares in Ostra closed 4 percent lower on Friday."
    other = "Over the week as a whole Ostra's stock gained 2 percent."
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
