"""factcheck: check claims across several accounts of one story.

`from factcheck import Dossier` is the way in for scripts; docs/api.md tells of it. What is named here is imported when
it is first used, so that `factcheck --help` need not load a database.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.judgement import ClaimDecision, RelationDecision
    from factcheck.dossier import About, Choice, Dossier, Filter, Format
    from factcheck.errors import FactcheckError, ImportRefused

__all__ = [
    "About",
    "Choice",
    "ClaimDecision",
    "Dossier",
    "FactcheckError",
    "Filter",
    "Format",
    "ImportRefused",
    "RelationDecision",
]

__version__ = "0.1.0"

_WHERE = {
    "About": "factcheck.dossier",
    "Choice": "factcheck.dossier",
    "ClaimDecision": "claims.judgement",
    "Dossier": "factcheck.dossier",
    "FactcheckError": "factcheck.errors",
    "Filter": "factcheck.dossier",
    "Format": "factcheck.dossier",
    "ImportRefused": "factcheck.errors",
    "RelationDecision": "claims.judgement",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used. Raises AttributeError."""
    if name not in _WHERE:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - not needed for --help

    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
