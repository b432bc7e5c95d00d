⟪greeting|Good evening and thanks for joining us⟫
⟪framing|We begin tonight with the fires in the west⟫
⟦The Juniper Creek fire has now burned
more than 84,000 acres in Teller County⟧
⟦and it is only 12 percent contained⟧
⟦r@officials|Officials say at least five people are dead⟧
⟦r@officials|and eleven others are still missing⟧
⟪opinion|It is hard to describe the scale of this⟫
⟦The fire broke out on Thursday afternoon
near the town of Marlow⟧
⟦and within six hours it had jumped the river⟧
⟦More than 20,000 residents were ordered to leave⟧
⟦but some of them refused to go⟧
⟦r@Sheriff Dale Montoya|Sheriff Dale Montoya told reporters this morning
that 340 homes have been destroyed⟧
⟦r@Sheriff Dale Montoya|He also said two deputies
were treated for smoke inhalation⟧
⟦Now investigators have not determined
what caused the fire⟧
⟦s|It is believed that a power line
may have started it⟧
⟦The utility Western Plains Power
shut down service to the area on Friday⟧
⟦r@Western Plains Power|The company says it is cooperating
with the investigation⟧
⟦In 2021 the same utility paid 90 million dollars
to settle claims over another blaze⟧
⟪rhetorical|So how did we get here again⟫
⟦r@National Weather Service|According to the National Weather Service
this has been the driest summer since 1988⟧
⟦r@National Weather Service|Winds reached 70 miles an hour on Friday⟧
⟪opinion|And that my friends is a recipe for disaster⟫
⟦Governor Ellen Pruitt declared a state of emergency
on Saturday⟧
⟦She has asked for 600 members
of the National Guard⟧
⟦p|and the president is expected to visit on Tuesday⟧
⟦Three shelters have opened in Denton⟧
⟦including one at the high school⟧
⟦Highway 16 remains closed in both directions⟧
⟪opinion|Our hearts go out to everyone affected⟫
⟪advice|If you can please donate⟫
⟪prediction|It's going to be a very long week⟫
⟪teaser|When we come back
the latest on the trade talks⟫
⟪advertisement|Stay with us⟫
