"""What a reviewer does, on its way to the dossier, and what can come of it."""

from dataclasses import dataclass

from claims.judgement import ClaimDecision
from factcheck.dossier import ClaimEdit, Part


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
class Edit:
    """A corrected wording or other tags."""

    edit: ClaimEdit
    keys: tuple[int, ...]
    says: str
    advance: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """Several claims in the place of one."""

    parts: tuple[Part, ...]
    keys: tuple[int, ...]
    says: str
    advance: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """One claim, the first, for all of them."""

    keys: tuple[int, ...]
    says: str
    advance: bool = False
    confirmed: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Judgements asked of somebody, or taken back from them."""

    name: str
    keys: tuple[int, ...]
    says: str
    blind: bool = False
    withdraw: bool = False
    advance: bool = False
    over: bool = False


AnyAct = Act | Edit | Split | Merge | Ask


@dataclass(frozen=True, slots=True)
class Done:
    """It is saved, or there was nothing to do."""

    says: str
    at: str | None = None
    """The claim to go to where other claims are in the queue now."""


@dataclass(frozen=True, slots=True)
class AskReason:
    """The rules want a reason in words."""

    act: Act
    title: str
    choices: tuple[str, ...]
    about: tuple[str, ...] = ()
    """What there is to know before one gives it."""


@dataclass(frozen=True, slots=True)
class AskConfirm:
    """Many claims at once."""

    act: Act | Merge
    title: str


@dataclass(frozen=True, slots=True)
class AskStale:
    """Another person saved first."""

    act: AnyAct
    title: str
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be done, and why."""

    says: str


Answer = Done | AskReason | AskConfirm | AskStale | Refused
