"""The only reader of the environment and of factcheck.toml.

What counts, first to last: the command's option, the variable (FACTCHECK_DB, FACTCHECK_REVIEWER), factcheck.toml
in the current folder, the default.
"""

import getpass
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from evidence.text.clean import storable, unstorable
from factcheck.errors import FileProblem, SettingsProblem

FILE = "factcheck.toml"
DEFAULT_DB = "sqlite:///factcheck.db"
KEYS = {"db", "reviewer", "title"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the tool was told before it starts."""

    db: str = DEFAULT_DB
    reviewer: str = "unknown"
    title: str | None = None


def load(folder: Path, *, db: str | None = None, reviewer: str | None = None) -> Settings:
    """The settings for a command started in `folder`. Raises SettingsProblem or FileProblem."""
    told = _read(folder / FILE)
    return Settings(
        db=db or _variable("FACTCHECK_DB") or told.get("db") or DEFAULT_DB,
        reviewer=reviewer or _variable("FACTCHECK_REVIEWER") or told.get("reviewer") or _user(),
        title=told.get("title"),
    )


def terminal() -> tuple[str, bool]:
    """(what the terminal calls itself, whether it may show colours): TERM and NO_COLOR."""
    return os.environ.get("TERM", ""), not os.environ.get("NO_COLOR")


def _variable(name: str) -> str | None:
    value = os.environ.get(name)
    if value is not None and unstorable(value) is not None:
        raise SettingsProblem(name, f"{value!a} is not UTF-8")
    return value


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise FileProblem(path, error) from error
    except UnicodeDecodeError as error:
        raise SettingsProblem(path, f"not UTF-8 at byte {error.start}") from error
    try:
        told = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsProblem(path, f"not valid TOML: {error}") from error
    for key, value in told.items():
        if key not in KEYS:
            raise SettingsProblem(path, f"unknown setting {key!r}; known are {', '.join(sorted(KEYS))}")
        if not isinstance(value, str):
            raise SettingsProblem(path, f"{key} must be text in quotes")
        if unstorable(value) is not None:
            raise SettingsProblem(path, f"{key} holds a character that cannot be stored")
    return {key: value for key, value in told.items() if value}


def _user() -> str:
    try:
        return storable(getpass.getuser())
    except (KeyError, OSError):  # a container without a user entry
        return "unknown"
