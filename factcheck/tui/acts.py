"""A decision on its way to the dossier, and what can come of it."""

from dataclasses import dataclass

from claims.judgement import ClaimDecision


@dataclass(frozen=True, slots=True)
class Act:
    """A decision on its way to the dossier."""

    decision: ClaimDecision
    keys: tuple[int, ...]
    """The claims it is for."""
    says: str
    """What the status line says of it when it is done."""
    advance: bool = True
    confirmed: bool = False
    over: bool = False
    """Saved over what another person did meanwhile, knowingly."""


@dataclass(frozen=True, slots=True)
class Done:
    """It is saved, or there was nothing to do."""

    says: str


@dataclass(frozen=True, slots=True)
class AskReason:
    """The rules want a reason in words."""

    act: Act
    title: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskConfirm:
    """Many claims at once."""

    act: Act
    title: str


@dataclass(frozen=True, slots=True)
class AskStale:
    """Another person saved first."""

    act: Act
    title: str
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be done, and why."""

    says: str


Answer = Done | AskReason | AskConfirm | AskStale | Refused
