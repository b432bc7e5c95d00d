"""The words of the evidence room: the strings that are stored, shown and exported. Quick to import."""

from enum import StrEnum

CONTEXT = 32
"""Code points of prefix and suffix kept with a quote, as the W3C text quote selector suggests."""


class Reliability(StrEnum):
    """How far a source can be trusted, on the Admiralty scale (NATO AJP-2.1); `F` is the default."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


RELIABILITY_WORDS = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}


class Independence(StrEnum):
    """Whether a document's origin is its own: `unknown` never counts as corroboration."""

    UNKNOWN = "unknown"
    SHARED = "shared"
    SHOWN = "shown"


class MarkKind(StrEnum):
    """What a stretch of a document is, where its format says so."""

    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"
    FURNITURE = "furniture"
    """Navigation, sharing, advertisements, disclaimers: on the page, but not what its author says."""
    CUE = "cue"
    """One cue of subtitles, with the time at which it begins."""
    PAGE = "page"


class QuoteState(StrEnum):
    """How a quote was found again in a text.

    `exact`: the same words at the same place of the same bytes. `moved`: the same words, elsewhere or in
    other bytes. `candidate`: a passage that resembles the quote, for a person to look at. `orphan`: nothing.
    """

    EXACT = "exact"
    MOVED = "moved"
    CANDIDATE = "candidate"
    ORPHAN = "orphan"
