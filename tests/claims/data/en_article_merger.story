⟪boilerplate|Markets / Deals⟫

⟦Orvane to buy Telvix for $4.6 billion in bet on hospital robots⟧

⟪boilerplate|Reuters-style staff report⟫
⟪boilerplate|May 6, 2024 7:15 AM EDT⟫
⟪boilerplate|Share on Facebook⟫

STOCKHOLM — ⟦r@Orvane|Swedish medical device maker Orvane AB said on Monday it had agreed to buy U.S. rival Telvix Inc. for about $4.6 billion in cash⟧, ⟦r@Orvane|expanding its business in surgical robots⟧.

⟦Orvane will pay $38.50 per share⟧, ⟦a premium of 31% to Telvix’s closing price on Friday⟧. ⟦Shares of Telvix jumped 28% in early trading⟧, while ⟦Orvane fell 4.3% in Stockholm⟧.

⟦The deal is Orvane’s largest since it acquired Danish pump maker Hjort in 2015⟧. ⟦p|The companies expect it to close in the fourth quarter⟧, ⟦subject to approval by regulators in the United States and the EU⟧.

⟦r@Chief Executive Karin Lindqvist|“This gives us a platform we could not have built ourselves,” Chief Executive Karin Lindqvist told analysts on a call.⟧ ⟦She declined to say how many jobs would be cut⟧. ⟦Lindqvist, who took over in 2021, previously ran the surgery unit at Medgrove⟧.

⟦Telvix, founded in 2009 and based in San Jose, California, makes robots used in knee and hip replacement⟧. ⟦It employs roughly 2,400 people⟧ ⟦and reported revenue of $612 million last year⟧, ⟦up from $540 million in 2022⟧. ⟦It has never made an annual profit⟧.

⟪opinion|The price looks steep for a company with such a patchy record.⟫ ⟪rhetorical|Is it worth the gamble?⟫

⟦r@Handels Securities|Analysts at Handels Securities called the price “full”⟧ ⟦r@Handels Securities|and cut their rating on Orvane to “hold”⟧. ⟦h@analysts|They said regulators could demand the sale of Orvane’s own knee unit⟧. ⟦r@sources|Orvane had approached Telvix twice before, in 2019 and again in 2022, sources told the newspaper Dagens Börs⟧, ⟦but both offers were rejected⟧.

**What happens next**

* ⟦p|Telvix shareholders will vote on June 20⟧
* ⟦The break-up fee is $140 million⟧
* ⟦Goldman Hale advised Orvane, and Perrin & Co. advised Telvix⟧

⟦Separately, Orvane reported first-quarter operating profit of 1.9 billion crowns⟧, ⟦missing the 2.1 billion crowns expected by analysts⟧. ⟦Sales in China fell 12%⟧. ⟦It blamed delayed tenders⟧ ⟦and no longer expects growth in the region this year⟧.

⟪prediction|Investors should brace for a long regulatory fight.⟫

⟪boilerplate|($1 = 10.85 Swedish crowns)⟫
⟪boilerplate|Reporting by A. Berg; editing by M. Tran⟫
⟪boilerplate|Our Standards: The Trust Principles.⟫
⟪disclaimer|This article is for information only and does not constitute investment advice.⟫
