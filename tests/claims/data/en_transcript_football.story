⟪greeting|hey everyone welcome back to the channel⟫
⟪teaser|today we're going to break down
what just happened at northgate city⟫
so let's get straight into it
⟦on monday night the club sacked its manager
Paolo Brandt⟧
⟦he had been in charge for just eleven months⟧
⟦and he leaves the team sitting eighteenth in the table⟧
⟦with only nine points from fourteen games⟧
⟪opinion|honestly it's been painful to watch⟫
⟦brandt joined from Sporting Alvora
last january on a three and a half year deal⟧
⟦r@the athletic post|according to the Northern Post
the club will have to pay him around six million pounds
in compensation⟧
⟦r@Victor Salem|now the owner Victor Salem said in a statement
that results had not been good enough⟧
⟦r@Victor Salem|he also thanked brandt for his hard work⟧
⟪opinion|which i think is a bit rich
considering he sold their best striker in august⟫
⟦that striker Deion Marsh went to rovers
for forty two million⟧
⟦and he has already scored eight goals for them this season⟧
⟪rhetorical|so who's going to replace him⟫
⟦assistant coach Hanna Lund has been put in charge
until the end of december⟧
⟦she's the first woman ever to manage
a club in the top division⟧
⟦s@reports|reports are saying that former captain
Gary Owusu might be interested⟧
⟦but his agent denied that on tuesday⟧
⟦Owusu played over three hundred games for the club
and won the cup in 2011⟧
⟪opinion|look i don't want to be negative
but this squad just isn't good enough⟫
⟦they've conceded thirty one goals⟧
⟦which is the worst record in the league⟧
⟦and they haven't won away from home since march⟧
⟦the next match is on saturday against ashdown town⟧
⟦p|the club is also planning to sign
two new defenders in january⟧
⟪advertisement|before we go on a quick word from our sponsor⟫
⟪prediction|i reckon they'll go down by easter⟫
⟪rhetorical|anyway what do you guys think⟫
⟪advertisement|let me know in the comments
and don't forget to like and subscribe⟫
⟪greeting|see you in the next one⟫
