"""What kind of claim a clause makes."""

from claims.features.cues import pattern
from claims.model import Kind


def kind_of(plain_text: str, language: str, *, attributed: bool, counted: bool) -> Kind:
    """The kind of a clause in its plain form; `counted` when it holds a quantity.

    A number makes it numerical even when somebody says it; what somebody says is else a quotation. Then causes
    go before positions, positions before properties, and everything else is an event.
    """
    if counted:
        return Kind.NUMERICAL
    if attributed:
        return Kind.QUOTATION
    if pattern("kinds", language, "causal").search(plain_text):
        return Kind.CAUSAL
    if pattern("kinds", language, "position").search(plain_text):
        return Kind.POSITION
    if pattern("checkability", language, "event").search(plain_text):
        return Kind.EVENT
    if pattern("kinds", language, "property").search(plain_text):
        return Kind.PROPERTY
    return Kind.EVENT
