⟪boilerplate|Skip to main content⟫
⟪boilerplate|Home | Politics | Opinion | Sport⟫

# ⟦Harlow wins Brackenridge mayoral race by 212 votes after recount⟧

⟪boilerplate|By Dana Whitcombe and Luis Ortega⟫
⟪boilerplate|Published Nov. 14, 2023, 6:02 p.m. ET⟫

⟪boilerplate|Advertisement⟫

⟦r@county clerk|Challenger Marcia Harlow has been elected mayor of Brackenridge⟧, ⟦r@county clerk|defeating two-term incumbent Tom Devlin by just 212 votes, the county clerk said on Tuesday⟧.

⟦The recount, which took four days, covered all 48,310 ballots cast in the Nov. 7 election⟧. ⟦Ms. Harlow, 44, received 50.2 percent of the vote⟧, while ⟦Mr. Devlin took 49.8 percent⟧. ⟦On election night her lead had stood at 187⟧.

⟪opinion|It was a stunning finish to a campaign that few people will want to remember fondly.⟫

⟦Ms. Harlow, a former prosecutor, is the first woman to lead the city⟧. ⟦p|She will be sworn in on Jan. 2⟧.

⟦r@Ms. Harlow|“The voters have spoken, and they spoke twice,” she told supporters outside City Hall.⟧ ⟦r@Ms. Harlow|She said her first act would be to freeze the police budget⟧.

⟦Mr. Devlin has not conceded⟧. ⟦In a statement, his campaign manager, Joel Pratt, denied that the former mayor had pressured election staff⟧ ⟦but confirmed that he had called the clerk’s office three times during the recount⟧. ⟦p@people familiar|Mr. Devlin plans to file a lawsuit next week, according to two people familiar with his thinking⟧.

⟪boilerplate|Read more: What to know about the recount⟫

## A bitter campaign

⟦r@Campaign Finance Institute|The race drew more than $3.1 million in outside spending⟧, ⟦r@Campaign Finance Institute|the most in the city’s history, according to the Campaign Finance Institute of Ohio⟧. ⟦About two-thirds of it came from a group called Brackenridge Forward⟧, ⟦which is funded by the developer Calloway Partners Inc⟧. ⟦Calloway did not respond to a request for comment⟧.

⟦h@some analysts|Some analysts say the money may have backfired⟧. ⟦r@Priya Raman|Turnout in the six downtown precincts rose 11 points from 2019, said Priya Raman, a political scientist at Ohio Wesleyan University⟧. ⟦r@Priya Raman|“People were angry about the ads,” Dr. Raman said.⟧

⟪opinion|Whatever one thinks of the winner, the city badly needed a change.⟫ ⟪rhetorical|But can she govern a council that never wanted her?⟫ ⟪prediction|The coming months will be difficult.⟫

- ⟦Five of the nine council members endorsed Mr. Devlin⟧
- ⟦The city faces a $14 million deficit⟧
- ⟦Two council seats are vacant⟧

⟪boilerplate|Marcia Harlow greets supporters on Tuesday. (Photo: Ken Ito/Tribune)⟫

⟪boilerplate|Sign up for our morning newsletter⟫
⟪boilerplate|© 2023 Brackenridge Tribune. All rights reserved.⟫
