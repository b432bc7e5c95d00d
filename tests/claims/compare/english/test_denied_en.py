"""Denials that leave the other statement true, and comparisons turned round."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Wanted, not done.
        ("Fans called on the manager to resign after the defeat.", "The manager said that he would not resign."),
        ("The union urged its members to strike in May.", "Members of the union did not strike in May, a report says."),
        # A negative word of its own.
        ("Bears are not found in the delta.", "Bears are absent from the delta, though wolves are found in it."),
        ("The pass cannot be used by buses in winter.", "The pass is unusable for buses in winter."),
        # Those that did and those that did not.
        ("Of twelve signatories nine have paid.", "Of the twelve signatories three have yet to pay."),
        # Not the tallest, except for one.
        ("The mast is the second tallest in the county.", "The mast is the tallest in the county except for Belmont."),
        # Not then, only later; not yet, and to come.
        ("The diary was not printed in her lifetime.", "The diary was printed only after her death."),
        ("The bridge has not been named yet.", "The bridge will be named after the town's first doctor."),
        # Called off, and so none took place.
        ("The cup was cancelled in 2020.", "In 2020 no cup was played because of the pandemic."),
        # The last then, none since.
        ("The yard has not launched a ship since 2003.", "The last ship was launched at the yard in 2003."),
        # None of them but the one; none of them, another man.
        (
            "Police shot and wounded a man who had taken three people hostage in a bank in Lime Street.",
            "None of the hostages in the Lime Street bank was hurt, and the man will live, police said.",
        ),
        ("The surgeon was the sole survivor of the march.", "None of the marchers lived except the surgeon."),
        # What is not ruled out is possible.
        ("The coach did not rule out a change.", "The coach said that a change was possible."),
        # Knew nothing of what others had.
        ("The heir said he knew nothing of the letters.", "The heir's uncle received the letters, a court heard."),
        # One relation told from both ends.
        ("Okoro finished ahead of Vance in the sprint.", "Vance finished behind Okoro in the sprint."),
        ("Alton lies north of Burwick.", "Burwick lies south of Alton."),
        # Few of the one are most of the other.
        ("Few of the pubs are open at noon.", "Most of the pubs are shut at noon."),
        ("The fair was cancelled twice, in 1919 and 1944.", "Except in 1919 and 1944 the fair was held each year."),
        # A change since then, a change on a day.
        (
            "Tin fell by 3 percent on Tuesday, the bourse said.",
            "Tin has risen by a tenth since the start of the month.",
        ),
        # Of somebody else, in a clause of its own.
        ("Dalby won the sprint, while Osei did not finish.", "Dalby finished first in the sprint."),
        ("The tenor, whom the critics never liked, sang on Friday.", "The tenor sang on Friday."),
        ("The opera was staged in 1901 but did not please.", "The opera was staged in 1901."),
        ("The judge has never won an election, though she stood in two.", "The judge stood in two elections."),
        # Not since then, last then.
        ("The yard has not built a ferry since 2003.", "The yard's last ferry came off the slip in 2003."),
        # All but so many, so many not; without, free of; ruled out, will not.
        ("All but three of the deputies backed the motion.", "Three deputies did not back the motion."),
        ("Moorings are free of charge in winter.", "No charge is made for moorings in winter."),
        ("The council will not sell the park.", "The council has ruled out selling the park."),
        ("The two have no children.", "The two are childless."),
        ("The kiosk will not open before 9 a.m.", "The kiosk will open at 9 a.m."),
        # So many in so many, with a comma.
        ("The defect affects one in 5,000 births.", "About one child in 5,000 is born with the defect."),
    ],
)
def test_a_denial_of_something_else_is_no_conflict(one: str, other: str) -> None:
    """Both may be true."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sheep outnumber cattle on the island.", "There are more cattle than sheep on the island."),
        ("Girls were outnumbered by boys at the school in 1990.", "Girls outnumbered boys at the school in 1990."),
        ("The pool is open until May.", "The pool is open from May."),
        ("Colonel Adeyo was deposed in 1966.", "Adeyo deposed President Marak in 1966."),
        ("She trained as a nurse and never visited Rome.", "She trained as a nurse and later visited Rome twice."),
        ("She wrote exclusively in Basque.", "She wrote in both Basque and French."),
        (
            "Mass is said in Latin, and Polish is used at school.",
            "Mass is said in Polish, and Latin is used at school.",
        ),
        ("The cook was the sole survivor of the wreck.", "All the crew survived the wreck, the cook among them."),
        ("The frog is active only at night.", "The frog is active only during the day."),
        ("The canal seldom freezes over.", "The canal freezes over each winter."),
        ("The inquiry was held with the consent of the king.", "The inquiry was held against the will of the king."),
        ("The oarsman Dalby won, while Osei did not row.", "Osei rowed in the race that Dalby won."),
        ("The yard has not built a ferry since 2003.", "The yard built a ferry in 2011."),
        ("The police have not ruled out arson.", "The police have ruled out arson."),
        ("Hardly anyone voted in the village.", "Most people in the village voted."),
        ("The troops came too late to save the town.", "The troops came in time to save the town."),
    ],
)
def test_what_is_turned_round_is_a_conflict(one: str, other: str) -> None:
    """More of these than of those, from then or until then, who did it to whom, never and later."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS
