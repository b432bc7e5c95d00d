"""Figures, outcomes and times that two English reports of one event tell of other people, things or points; and not."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

OF_TWO = [
    (
        "Divers brought up six bodies from the ferry that sank off Orlo on Sunday, police said.",
        "Forty people hurt when the ferry sank off Orlo on Sunday were still being treated on Monday night.",
    ),
    ("The court awarded the farmers 3 million euros.", "The farmers had asked the court for 9 million euros."),
    (
        "The coach, sacked in May, had won three of his ten games.",
        "His successor as coach has won five of his ten games.",
    ),
    ("Profits rose by 4 percent.", "Revenue at the group rose 9 percent in the quarter, helped by a weaker krona."),
    ("The city has a population of 310,000.", "The metropolitan area of the city is home to 1.4 million people."),
    ("Landslides near Orlo have killed 9 people.", "Near Orlo 31 people had to be rescued from the landslides."),
    ("Barley rose to 5.20 dollars a bushel on Monday.", "Oats fell to 3.10 dollars a bushel on Monday."),
    ("Orlo's sales in Brazil fell 12 per cent in May.", "Orlo's sales worldwide rose 4 per cent in May."),
    ("Prices of houses in Orlo rose in May.", "Prices of office space in Orlo fell in May."),
    ("The bank reported a loss of $80m for May.", "The bank's Polish subsidiary earned $12m in May."),
    ("Minister Roth admitted that errors had been made.", "Former minister Wenk denied that errors had been made."),
    ("Prosecutors had urged the jury to convict Marr of arson.", "The jury acquitted Marr of arson."),
    (
        "The defence called on the judges to acquit the banker.",
        "Prosecutors want the banker jailed for six years.",
    ),
    (
        "The fire at the sawmill broke out at about 4 pm in a shed.",
        "Fire crews had the flames at the sawmill under control by midnight.",
    ),
    ("The Hawks won their first game by 91 points to 80.", "The Hawks lost their second game by 77 points to 85."),
]
OF_TWO += [
    ("Some 31,000 people watched Orlo's win over Tarn.", "Orlo's last home game against Tarn drew a crowd of 26,000."),
    (
        "A court sentenced the ringleader to 14 years in prison.",
        "Three other men got between two and five years.",
    ),
    ("Her first novel sold 800 copies.", "Her new novel has sold 140,000 copies in six months."),
    ("Some 250 guests had been invited to the ball in Orlo.", "About 180 guests came to the ball in Orlo."),
    ("The ship left Orlo with 2,100 passengers.", "Soon 140 passengers got off the ship, which had come from Orlo."),
    ("The number of flu patients in Lower Tarn rose to 410.", "In Upper Tarn the number of flu patients fell to 95."),
    ("Rice exports from Orlo rose by 9 per cent in May.", "In May Orlo's exports of rubber fell by 4 per cent."),
    ("Counsel for the nurse said that she would appeal.", "The victim's family said that they would not appeal."),
    ("Weber beat Novak 6–4, 6–4 in Madrid.", "Novak beat Weber 7–5, 6–3 in the quarter-finals in Rome."),
    (
        "Workers at Falk's plant in Ohio voted for the deal by 62 per cent.",
        "Workers at Falk's plant in Texas rejected the deal by 53 per cent.",
    ),
    ("Tests on the first batch showed no trace of lead.", "Tests on the third batch showed traces of lead."),
    ("No evidence was found that the mayor had known of it.", "It was found that the mayor's aides had known of it."),
    ("The first lorries crossed the border at Sarin on Sunday.", "No lorries have crossed the border at Dulma."),
]
OF_TWO += [
    ("The bank left its rate unchanged at 4.5% in March.", "The bank cut its key rate to 4.25% at its May meeting."),
    (
        "The painting, estimated before the sale at between 600,000 and 800,000 euros, drew seven bidders.",
        "Hammered down at 1.1 million euros, the painting went to a collector on the telephone.",
    ),
    (
        "Police in Orlo arrested a 34-year-old man at the scene of the robbery.",
        "A 27-year-old woman who drove the car in the Orlo robbery was detained two days later.",
    ),
    (
        "Nine-year-old Emma Lind was the youngest at this year's spelling contest.",
        "The winner of this year's spelling contest, Ravi Menon, is 13 and came third last time.",
    ),
    ("Wenk, the 29-year-old pilot, had flown 900 hours.", "The co-pilot, aged 41, had flown far more than 900 hours."),
    ("The first ballot ended with Ortiz on 38%.", "Mena won the run-off against Ortiz by 52% to 48%."),
    ("Her first album sold 30,000 copies.", "The follow-up to her album sold more than a million."),
    ("The hotel's east wing was undamaged.", "The roof of the hotel's west wing collapsed."),
    ("Women made up 31% of the firm's new engineers.", "Of all the firm's engineers, 18% were women last year."),
    ("Inflation in the services sector stood at 5.2%.", "Headline inflation eased to 3.4%."),
]
OF_TWO += [
    (
        "Prosecutors in Naples had asked for twelve years for the harbour master, Ciro Amato.",
        "A Naples court sentenced Ciro Amato, the former harbour master, to seven years.",
    ),
]
OF_TWO += [
    (
        "Judge Carla Menendez ruled that the strike was lawful and dismissed the company's application.",
        "The company's application was dismissed by Judge Carla Menendez, who found that the strike was legal.",
    ),
    (
        "The council voted unanimously to close the pool at the end of the season.",
        "Without a dissenting vote, the council decided that the pool would close at the end of the season.",
    ),
    (
        "The poem, which has 24 unrhymed stanzas, was published anonymously in 1822.",
        "The poem of 24 stanzas without rhyme came out in 1822; its author was not named.",
    ),
]
OF_ONE = [
    (
        "Unemployment rose to 4.7 percent, while prices were higher than a year earlier.",
        "Unemployment fell to 4.7 percent, while prices were higher than a year earlier.",
    ),
    ("The arrested man is 34 years old.", "Police in Orlo said the 27-year-old man whom they arrested was a baker."),
    ("Ravi Menon, 13, won.", "The winner of this year's spelling contest, 11-year-old Ravi Menon, came third before."),
    (
        "The fire that destroyed 300 homes began at a campsite on the northern shore.",
        "The blaze which burned down 300 homes started in a timber yard on the southern shore.",
    ),
    ("The bank cut its rate at its May meeting.", "At its meeting in May the bank left its rate unchanged."),
    (
        "Divers brought up six bodies from the ferry that sank off Orlo on Sunday, police said.",
        "Divers found eleven bodies in the ferry that sank off Orlo on Sunday, police said.",
    ),
    ("The court awarded the farmers 3 million euros.", "The farmers were awarded 9 million euros by the court."),
    ("Net profits rose by 4 percent in May.", "In May net profits at the group rose 9 percent."),
    ("The city has a population of 310,000.", "The city has a population of 1.4 million."),
    ("Her first novel sold 800 copies.", "Her first novel sold 1,400 copies."),
    ("Tests on the first batch showed no trace of lead.", "Tests on the first batch showed traces of lead."),
    ("The ship left Orlo with 2,100 passengers.", "There were 1,700 passengers on the ship when it left Orlo."),
    ("Rice exports from Orlo rose by 9 per cent in May.", "In May Orlo's exports of rice fell by 4 per cent."),
    ("Counsel for the nurse said that she would appeal.", "The nurse's counsel said that she would not appeal."),
    ("Weber beat Novak 6–4, 6–4 in Rome.", "Novak beat Weber 7–5, 6–3 in Rome."),
    ("Barley rose to 5.20 dollars a bushel on Monday.", "Barley fell to 3.10 dollars a bushel on Monday."),
    ("Minister Roth admitted that errors had been made.", "Minister Roth denied that errors had been made."),
    ("The jury convicted Marr of arson.", "The jury acquitted Marr of arson."),
    ("The three hikers were rescued near Orlo.", "The three hikers died near Orlo."),
    (
        "The fire at the sawmill broke out at about 4 pm in a shed.",
        "The fire at the sawmill broke out in a shed at midnight.",
    ),
]


@pytest.mark.parametrize(("one", "other", "clash"), [(*p, False) for p in OF_TWO] + [(*p, True) for p in OF_ONE])
def test_only_what_is_told_of_the_same_clashes(one: str, other: str, clash: bool) -> None:
    """The dead and the hurt, the asked and the given, the start and the end are two things; whichever comes first."""
    for a, b in ((one, other), (other, one)):
        assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
