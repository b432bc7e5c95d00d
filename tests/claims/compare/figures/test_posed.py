"""Short claims that a long sentence answers only when one reckons."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "bears_out", "clashes"),
    [
        (
            "Over half of the crew of the Petrel deserted.",
            "Of the 64 men who had signed on in Hull, 37 deserted from the Petrel at Valport, and nine more were sick.",
            "Of the 64 men who had signed on in Hull, 17 deserted from the Petrel at Valport, and nine more were sick.",
        ),
        (
            "The bypass cost more than planned.",
            "Budgeted at 88 million euros, the 14-km bypass was opened in 2011, after a final cost of 117 million.",
            "Budgeted at 88 million euros, the 14-km bypass was opened in 2011, after a final cost of 79 million.",
        ),
        (
            "Ana Solheim was in her forties when she became rector.",
            "Solheim, born in May 1921, had published three books before the senate chose her as rector in June 1964.",
            "Solheim, born in May 1921, had published three books before the senate chose her as rector in June 1974.",
        ),
        (
            "The duo's second album reached the top five in Norway.",
            "Their second album, recorded in 12 days, took the duo to number 3 in Norway and was certified gold.",
            "Their second album, recorded in 12 days, took the duo to number 9 in Norway and was certified gold.",
        ),
        (
            "Ines Falk died at the age of 71.",
            "Ines Falk (9 March 1902 – 4 July 1973) was a chemist who held eleven patents in three countries.",
            "Ines Falk (9 March 1902 – 4 July 1983) was a chemist who held eleven patents in three countries.",
        ),
        (
            "Otto Brisk was head of the observatory for nine years.",
            "Brisk, a mathematician by training, was head of the observatory from 1961 to 1970, when illness ended it.",
            "Brisk, a mathematician by training, was head of the observatory from 1961 to 1978, when illness ended it.",
        ),
        (
            "The abbey of Sorn is more than 700 years old.",
            "The abbey of Sorn, whose library holds 4,000 prints, was founded in 1204 by monks from Trier.",
            "The abbey of Sorn, whose library holds 4,000 prints, was founded in 1704 by monks from Trier.",
        ),
        (
            "Harl beat Tove by a single goal.",
            "In front of 9,100 people and in pouring rain, Harl, the holders, beat Tove 4–3 after extra time.",
            "In front of 9,100 people and in pouring rain, Harl, the holders, beat Tove 4–1 after extra time.",
        ),
        (
            "The harbour handled less than 4 million tonnes in 2007.",
            "In 2005 the harbour handled 4.4 million tonnes and in 2007, after the strike, 3.6 million tonnes of ore.",
            "In 2005 the harbour handled 3.4 million tonnes and in 2007, after the strike, 4.6 million tonnes of ore.",
        ),
        (
            "The gorge has a maximum depth of over 300 metres.",
            "The gorge is 11 km long, has a mean depth of 180 m and at its deepest point goes down 340 m.",
            "The gorge is 11 km long, has a mean depth of 180 m and at its deepest point goes down 240 m.",
        ),
        (
            "Ines Torv was born before 1950.",
            "Ines Torv, who turned 60 in 2006, has led the choir since 1988 and made 31 records with it.",
            "Ines Torv, who turned 60 in 2016, has led the choir since 1988 and made 31 records with it.",
        ),
        (
            "Karl Omm became a judge in his thirties.",
            "Omm, born in 1901, was called to the bar in 1925 and appointed a judge in 1936.",
            "Omm, born in 1901, was called to the bar in 1925 and appointed a judge in 1946.",
        ),
        (
            "The bridge was the longest in the land until 1971.",
            "The bridge, 812 m long, was the longest in the land, a record that it lost to the Sund crossing in 1971.",
            "The bridge, 812 m long, was the longest in the land, a record that it lost to the Sund crossing in 1978.",
        ),
        (
            "The mosque was completed in the 1620s.",
            "Founded by a grain merchant in 1611, the mosque was completed fourteen years later by his son.",
            "Founded by a grain merchant in 1611, the mosque was completed forty years later by his son.",
        ),
        (
            "The tunnel was dug in less than a year.",
            "Begun in February 1926, the tunnel was finished in November of that year, nine lives later.",
            "Begun in February 1926, the tunnel was finished in November of the following year, nine lives later.",
        ),
        (
            "The reserve covers more than 500 hectares.",
            "Set up with 210 hectares and enlarged twice, the reserve now covers 640 hectares of marsh and forest.",
            "Set up with 510 hectares and cut down twice, the reserve now covers 340 hectares of marsh and forest.",
        ),
        (
            "The mean age of the jurors was below 40.",
            "The jurors, aged 24 to 61, had a mean age of 37.5 years, the highest in the history of the prize.",
            "The jurors, aged 24 to 61, had a mean age of 42.5 years, the highest in the history of the prize.",
        ),
        (
            "The board's decision was unanimous.",
            "Meeting in Graz on 4 May, the board took its decision by eleven votes to none after a short debate.",
            "Meeting in Graz on 4 May, the board took its decision by eight votes to three after a short debate.",
        ),
        (
            "Ida Roth gave up dancing before her fortieth birthday.",
            "Roth, born on 3 May 1931, gave up dancing in January 1971 and opened a school of her own in Metz.",
            "Roth, born on 3 May 1931, gave up dancing in August 1971 and opened a school of her own in Metz.",
        ),
        (
            "Men outnumbered women in the choir in 1999.",
            "In 1999 there were 64 singers in the choir, of whom 21 were women, and two conductors.",
            "In 1999 there were 64 singers in the choir, of whom 41 were women, and two conductors.",
        ),
        (
            "The last act runs longer than 40 minutes.",
            "Unlike the other three acts, which take about 25 minutes, the last act has a running time of 48 minutes.",
            "Unlike the other three acts, which take about 55 minutes, the last act has a running time of 34 minutes.",
        ),
        (
            "Eva Moll won the 1994 election by fewer than 3 percentage points.",
            "In May 1994 Moll was elected with 48.2% of the vote, ahead of Tom Ritt on 46.4% and a minor candidate.",
            "In May 1994 Moll was elected with 48.2% of the vote, ahead of Tom Ritt on 41.4% and a minor candidate.",
        ),
        (
            "The line has at least 20 stops.",
            "Opened in 1931, the line has 14 surface stops and 8 underground ones, and a depot at Marn.",
            "Opened in 1931, the line has 11 surface stops and 5 underground ones, and a depot at Marn.",
        ),
        (
            "Fewer than 12 gunboats of the class were completed.",
            "Sixteen gunboats of the class were ordered in 1912, of which 9 were completed and the others scrapped.",
            "Sixteen gunboats of the class were ordered in 1912, of which 14 were completed and the others scrapped.",
        ),
        (
            "The hall can hold less than 3,000 people.",
            "The hall, home of the orchestra since 1923, has had a capacity of 2,760 since its stalls were rebuilt.",
            "The hall, home of the orchestra since 1923, has had a capacity of 3,260 since its stalls were rebuilt.",
        ),
        (
            "Amber Lane was published before 1975.",
            "Amber Lane, written in 1969 and turned down nine times, was at last published on 3 May 1973.",
            "Amber Lane, written in 1969 and turned down nine times, was at last published on 3 May 1977.",
        ),
        (
            "As of May 2019, fewer than 500 wells had been drilled in Orre.",
            "By 12 May 2019 Orre had 431 drilled wells, 20 springs and 12 pumps.",
            "By 12 May 2019 Orre had 531 drilled wells, 20 springs and 12 pumps.",
        ),
        (
            "Fewer than six chapters of the serial were printed.",
            "The serial was dropped after four of the nine chapters that had been written.",
            "The serial was dropped after seven of the nine chapters that had been written.",
        ),
        (
            "Sister Maud lived past the age of 80.",
            "Sister Maud Ellis (4 May 1811 – 3 March 1894) was the first matron of the infirmary.",
            "Sister Maud Ellis (4 May 1811 – 3 March 1884) was the first matron of the infirmary.",
        ),
        (
            "Holm was bishop for more than twelve years.",
            "Holm was bishop of Varde from March 1921 to June 1936.",
            "Holm was bishop of Varde from March 1921 to June 1930.",
        ),
        (
            "The ferry capsized less than an hour after leaving port.",
            "With 212 people aboard the ferry left port at 06:10 and capsized at 06:52 in heavy seas.",
            "With 212 people aboard the ferry left port at 06:10 and capsized at 08:52 in heavy seas.",
        ),
        (
            "Sarn has eleven vineyards.",
            (
                "Sarn, a village of 400 on the southern slope, has seven red and four white vineyards, all run by "
                "families."
            ),
            (
                "Sarn, a village of 400 on the southern slope, has seven red and nine white vineyards, all run by "
                "families."
            ),
        ),
        (
            "Nadia Crewe came fourth in the final.",
            "Crewe, who had been second at the half, finished fourth in the final, 0.8 seconds behind the winner.",
            "Crewe, who had been second at the half, finished sixth in the final, 0.8 seconds behind the winner.",
        ),
        (
            "The Lorne is the second longest river in the province.",
            (
                "Rising at 1,300 metres, the Lorne is, at 212 km, the second-longest river in the province and rich "
                "in trout."
            ),
            (
                "Rising at 1,300 metres, the Lorne is, at 212 km, the fourth-longest river in the province and rich "
                "in trout."
            ),
        ),
        (
            "The congress is held every two years.",
            "The congress, which draws some 900 delegates, has been held biennially in Ghent since it began in 1974.",
            "The congress, which draws some 900 delegates, has been held annually in Ghent since it began in 1974.",
        ),
        (
            "Ugo Lanz rowed the course in under seven minutes.",
            "Lanz, who had trained alone on the lake all winter, rowed the course in a time of 6:48.2 on Sunday.",
            "Lanz, who had trained alone on the lake all winter, rowed the course in a time of 7:11.6 on Sunday.",
        ),
        (
            "Sales at Morrow fell last year.",
            (
                "Morrow, which makes hinges, had sales of £31 million last year, down on the £36 million of a year "
                "earlier."
            ),
            (
                "Morrow, which makes hinges, had sales of £39 million last year, against the £36 million of a year "
                "earlier."
            ),
        ),
        (
            "The opera Nerea was first performed after its composer's death.",
            "Nerea, an opera in two acts, was first performed in 1931; its composer, Luis Amat, had died in 1926.",
            "Nerea, an opera in two acts, was first performed in 1921; its composer, Luis Amat, had died in 1926.",
        ),
        (
            "Vera Lunt has been married twice.",
            "Lunt, a judge since 1991, lives near Arles with her second and present husband, the cellist Aldo Prin.",
            "Lunt, a judge since 1991, lives near Arles with her fourth and present husband, the cellist Aldo Prin.",
        ),
        (
            "More than 30 people were arrested.",
            "Police said 112 people took part in the march, of whom 14 were injured and 41 arrested.",
            "Police said 112 people took part in the march, of whom 41 were injured and 14 arrested.",
        ),
        (
            "The quake injured more than 200 people.",
            "The quake killed 31 people, injured 240 and left 180 homeless in the two coastal provinces.",
            "The quake killed 31 people, injured 180 and left 240 homeless in the two coastal provinces.",
        ),
        (
            "The organ cost under 500,000 euros.",
            "The organ, first estimated at 610,000 euros, was finished at a cost of 440 thousand in 2015.",
            "The organ, first estimated at 310,000 euros, was finished at a cost of 540 thousand in 2015.",
        ),
        (
            "In 1990 the parish had under 700 members.",
            "The parish counted 1,212 members in 1970, 844 in 1980, 655 in 1990 and 402 in 2000.",
            "The parish counted 1,212 members in 1970, 655 in 1980, 844 in 1990 and 402 in 2000.",
        ),
        (
            "Under half of the voters of Dunmore took part in 2014.",
            "In 2014, when turnout in Dunmore was 41.7 percent, the three-term mayor Ida Moss lost by 1,340 votes.",
            "In 2014, when turnout in Dunmore was 58.1 percent, the three-term mayor Ida Moss lost by 1,340 votes.",
        ),
        (
            "The weir was built for under 40 million crowns in less than four years.",
            "Work on the weir, which cost 36 million crowns, took three years and was led by the engineer Ada Bell.",
            "Work on the weir, which cost 36 million crowns, took five years and was led by the engineer Ada Bell.",
        ),
        (
            "Nilsen has scored more than 300 goals in all.",
            "Nilsen scored twice against Bryne on Sunday, taking her total to 307, and was named player of the match.",
            "Nilsen scored twice against Bryne on Sunday, taking her total to 287, and was named player of the match.",
        ),
        (
            "The line was not electrified before 1950.",
            "The line, opened in 1911 as a narrow-gauge tramway, was electrified in 1958 and closed in 1994.",
            "The line, opened in 1911 as a narrow-gauge tramway, was electrified in 1938 and closed in 1994.",
        ),
        (
            "The serial ran for more than six seasons.",
            "The serial was broadcast until 2003, with 104 episodes over seven seasons, and was sold to 30 countries.",
            "The serial was broadcast until 2003, with 104 episodes over five seasons, and was sold to 30 countries.",
        ),
        (
            "The atlas sold more than 6,000 copies by the end of the year.",
            "The atlas sold 2,600 copies in its first week and 7,000 by the end of the year, and was soon reprinted.",
            "The atlas sold 2,600 copies in its first week and 5,000 by the end of the year, and was soon reprinted.",
        ),
        (
            "The geyser has not erupted since 1950.",
            "The geyser erupted in 1902, 1929 and most recently in 1943, when three hikers were scalded.",
            "The geyser erupted in 1902, 1929 and most recently in 1963, when three hikers were scalded.",
        ),
        (
            "The fair began before 10 September.",
            "The fair, the fourth of its kind, began on 4 September 2016 and drew 21,000 people on its two days.",
            "The fair, the fourth of its kind, began on 14 September 2016 and drew 21,000 people on its two days.",
        ),
        (
            "The mill's turnover fell in 2018.",
            "In 2018 the mill had a turnover of €2.71 million (2017: €3.05 million) and took on three apprentices.",
            "In 2018 the mill had a turnover of €2.71 million (2017: €2.35 million) and took on three apprentices.",
        ),
        (
            "Less than half of the culvert lies under the railway.",
            "The culvert has a length of 53.9 m, of which 23.3 m lie under the railway.",
            "The culvert has a length of 53.9 m, of which 33.3 m lie under the railway.",
        ),
        (
            "Sunday's regatta drew more people than that of the previous year.",
            "A crowd of 22,418 watched Sunday's regatta, 1,200 more than in the previous year.",
            "A crowd of 22,418 watched Sunday's regatta, 1,200 fewer than in the previous year.",
        ),
        (
            "The play received mostly positive reviews.",
            "On Footlights the play holds an approval rating of 81% from 212 critics, with an average of 7.1.",
            "On Footlights the play holds an approval rating of 31% from 212 critics, with an average of 4.1.",
        ),
        (
            "Haldane resigned less than a month after taking office.",
            "Haldane took office on 2 January 1931 and resigned on 19 January, after the bank had collapsed.",
            "Haldane took office on 2 January 1931 and resigned on 9 March, after the bank had collapsed.",
        ),
        (
            "Kappel is among the three largest towns of the valley.",
            "With 8,300 inhabitants, Kappel is the second largest town of the valley after its capital, Ostrand.",
            "With 8,300 inhabitants, Kappel is the fifth largest town of the valley, well behind its capital, Ostrand.",
        ),
    ],
)
def test_what_is_reckoned_decides(claim: str, bears_out: str, clashes: str) -> None:
    """A share, two figures, a birth and a later year, a place on a list each answer a claim, both ways."""
    assert compare_texts(claim, bears_out, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS
    turned = compare_texts(clashes, claim, given=True)
    assert turned.kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The firm employs 900 people.",
         "The firm's foundry in Orle, opened in 1998, employs 240 people, most of them women."),
        ("The tower is the tallest in the city.", "The tower, the third tallest in the country, was finished in 2009."),
        ("Joblessness fell in 2016.",
         "Joblessness among the young stood at 19 percent in 2016, against 8 percent for all."),
        ("The label issued over 90 records.", "The label issued records between 1974 and 1985 and was sold in 1990."),
        # No claim at all: a sentence as long as the other, that tells of something else.
        ("Born in Addis Ababa, Abel Kiros crossed the line in 2:07:12 to win the Orne Marathon on Sunday in rain.",
         "Kiros went through the halfway mark in Orne in 61 minutes and 40 seconds before he broke away on the quay."),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_answer(claim: str, sentence: str) -> None:
    """A part's figure, a place on another list, two groups of one year and the two ends of a time decide nothing."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS
