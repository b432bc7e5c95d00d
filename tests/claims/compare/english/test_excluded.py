"""Constructions that exclude each other, whatever they tell of."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Orlo is the only port of the island with a dry dock.",
         "Orlo is one of four ports of the island with a dry dock.", True),
        ("Orlo is the only port of the island with a dry dock.",
         "No other port of the island than Orlo has a dry dock.", False),
        ("The potter Ana Ruse was an only child.", "The potter Ana Ruse was the second of five children.", True),
        ("Most of the weavers joined the strike in Lund.",
         "Hardly any of the weavers joined the strike in Lund.", True),
        ("Most of the weavers joined the strike in Lund.", "Few of the miners joined the strike in Lund.", False),
        ("The bank in Orle kept its rate at 4%, as most traders had expected.",
         "The bank in Orle kept its rate at 4%, a decision that surprised few traders.", False),
        ("The new timetable in Orle convinced most drivers.", "The new timetable in Orle convinced few drivers.", True),
        ("Pavel Horn crossed the desert alone in 1931.",
         "Pavel Horn crossed the desert in 1931 with two companions.", True),
        ("Dogs may not enter the reserve at Skalle.", "Dogs are allowed in the reserve at Skalle.", True),
        ("Dogs may not enter the reserve at Skalle.", "The reserve at Skalle is closed to dogs.", False),
        ("Fokine's last symphony was never performed.", "Fokine's last symphony was premiered in Turin.", True),
        ("The crash at Velm was caused by ice on the wings.", "The crash at Velm was caused by a bird strike.", True),
        ("The crash at Velm was caused by ice on the wings.", "The crash at Velm was due to icing.", False),
        ("All 41 aboard the Heron were rescued off Cape Lorn.",
         "The sinking of the Heron off Cape Lorn cost two lives; three men drowned.", True),
        ("The tremor struck Basra Hill at 3.10 a.m.", "The tremor struck Basra Hill shortly before noon.", True),
        ("The tremor struck Basra Hill at 11.40 a.m.", "The tremor struck Basra Hill shortly before noon.", False),
        ("Nine of the 14 cantons have banned fireworks.", "Only five of the 14 cantons still allow fireworks.", False),
        ("The minister will not attend the fair in Lyon.", "The minister will skip the fair in Lyon.", False),
    ],
)  # fmt: skip
def test_what_excludes_each_other(a: str, b: str, clash: bool) -> None:
    """The only one and one of several, most and hardly any, alone and with others, may and may not, another cause."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
    assert (compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Mira Holt taught history at the college in Sund for years.",
         "Mira Holt taught chemistry at the college in Sund for years.", True),
        ("Half of the valley is used for farming.", "Half of the valley is used for agriculture.", False),
        ("The choir sang carols, hymns and madrigals in Este.",
         "The choir sang madrigals, hymns and carols in Este.", False),
        ("They have six children.", "They have two sons and four daughters.", False),
        ("Velm had 4,210 inhabitants in 1990.", "Velm had 4,890 inhabitants in 2000, up from 4,210 in 1990.", False),
        ("Version 2.1 of the program came out in May 2012.",
         "Version 2.4 of the program came out in March 2013.", False),
    ],
)  # fmt: skip
def test_one_word_for_another(a: str, b: str, clash: bool) -> None:
    """Another noun in one slot clashes unless the two are akin; a list, a sum and a former value do not."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The abbess was buried in the chapel.", "The abbess was buried in the garden of her convent.", True),
        ("The abbess was buried in the chapel.", "The abbess was buried in the spring.", False),
        ("The comet was found by a clerk in 1901.", "The comet was found in 1901 by a group of sailors.", True),
        ("The road is closed to cyclists.", "The road is closed to bicycles.", False),
        ("The well was dug by the monks.", "The well was dug by hand.", False),
    ],
)  # fmt: skip
def test_what_a_verb_governs(a: str, b: str, clash: bool) -> None:
    """Another noun behind one verb and preposition clashes; times, manners and words alike do not."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sales of gas stoves rose in June.", "Sales of coal stoves fell in June."),
        ("The pilot was cleared of blame and acquitted.", "A second pilot was found guilty and convicted."),
        ("Captain Hale was the last to leave the ship.", "Nobody left the ship after Captain Hale."),
        ("The hut can be reached only on foot.", "There is no road to the hut."),
        ("The council approved the plan by 9 votes to 4.", "The council rejected a motion to meet on Sundays."),
        ("The minister said fees would not be raised.", "The minister said grants would be raised by 4 percent."),
        ("The siege of Arn ended on Friday.", "The siege of Arn had begun with a quarrel about salt."),
    ],
)
def test_what_only_seems_contrary(a: str, b: str) -> None:
    """Two things told apart by a word before their noun, another of its kind, a denial that says the same."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
