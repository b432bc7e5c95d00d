"""Ready-made reasons, picked by number: a reviewer at speed never needs to type.

They are stored as they stand here, in the ledger and in the report, so they are whole sentences about the evidence.
"""

REFUTED = (
    "The quoted document itself says otherwise.",
    "A document closer to the event contradicts it.",
    "The figure does not match the one in the source.",
    "The date does not match the one in the source.",
    "It is attributed to the wrong person or organisation.",
    "It leaves out a condition that turns its meaning around.",
    "It was true earlier and no longer is.",
)
CHANGED = (
    "Looked again: the quote says something else than I first read.",
    "New evidence has come in since.",
    "Pressed the wrong key before.",
    "Discussed with another reviewer.",
    "The claim was compared with a conflicting one.",
)
ADJUDICATED = (
    "Both judgements were read; the quoted passage decides it.",
    "Both judgements were read; the source closer to the event decides it.",
    "One of them took the claim for a different one.",
    "One of them had not seen all the evidence.",
    "They were discussed, and both reviewers agree now.",
)
NOTES = (
    "Checked against the quoted passage word for word.",
    "Only one account says so.",
    "The wording is stronger than the source.",
    "The translation or transcription should be checked.",
    "Ask the author or the publisher.",
    "See the conflict with the other account.",
)
RELATION = (
    "They speak of different things.",
    "They speak of different times.",
    "The figures agree once units and rounding are considered.",
    "Both cannot be true.",
    "The words differ, the fact does not.",
)
