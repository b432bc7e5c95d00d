"""The only reader of the environment and of factcheck.toml.

What counts, first to last: the command's option, the variable (FACTCHECK_DB, FACTCHECK_REVIEWER), factcheck.toml
in the current folder, the default. The table [llm] stands in factcheck.toml alone.
"""

import getpass
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from evidence.text.clean import storable, unstorable
from factcheck.errors import FileProblem, SettingsProblem

FILE = "factcheck.toml"
DEFAULT_DB = "sqlite:///factcheck.db"
KEYS = {"db", "reviewer", "title"}
LLM_KEYS = {"api_key_env", "base_url", "model", "timeout"}
LLM_TIMEOUT = 60.0
"""Seconds for one answer of the language model."""
LONGEST_WAIT = 3600
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Llm:
    """Which language model `extract --llm` asks, and where."""

    model: str
    base_url: str
    """Of a server that speaks OpenAI's chat completions."""
    api_key_env: str | None = None
    """The variable that holds the key; None when the server wants none."""
    timeout: float = LLM_TIMEOUT

    def key(self) -> str | None:
        """The key, which is never stored or shown. Raises SettingsProblem."""
        if self.api_key_env is None:
            return None
        value = (os.environ.get(self.api_key_env) or "").strip()
        if not value:
            raise SettingsProblem(self.api_key_env, "is not set; [llm] in factcheck.toml says that it holds the key")
        if not re.fullmatch("[!-~]+", value):
            raise SettingsProblem(self.api_key_env, "holds a character that no key has")
        return value


@dataclass(frozen=True, slots=True)
class Settings:
    """What the tool was told before it starts."""

    db: str = DEFAULT_DB
    reviewer: str = "unknown"
    title: str | None = None
    llm: Llm | None = None


def load(folder: Path, *, db: str | None = None, reviewer: str | None = None) -> Settings:
    """The settings for a command started in `folder`. Raises SettingsProblem or FileProblem."""
    told, llm = _read(folder / FILE)
    return Settings(
        db=db or _variable("FACTCHECK_DB") or told.get("db") or DEFAULT_DB,
        reviewer=reviewer or _variable("FACTCHECK_REVIEWER") or told.get("reviewer") or _user(),
        title=told.get("title"),
        llm=llm,
    )


def terminal() -> tuple[str, bool]:
    """(what the terminal calls itself, whether it may show colours): TERM and NO_COLOR."""
    return os.environ.get("TERM", ""), not os.environ.get("NO_COLOR")


def _variable(name: str) -> str | None:
    value = os.environ.get(name)
    if value is not None and unstorable(value) is not None:
        raise SettingsProblem(name, f"{value!a} is not UTF-8")
    return value


def _read(path: Path) -> tuple[dict[str, str], Llm | None]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, None
    except OSError as error:
        raise FileProblem(path, error) from error
    except UnicodeDecodeError as error:
        raise SettingsProblem(path, f"not UTF-8 at byte {error.start}") from error
    try:
        told = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsProblem(path, f"not valid TOML: {error}") from error
    llm = _llm(path, told.pop("llm")) if "llm" in told else None
    for key, value in told.items():
        if key not in KEYS:
            known = f"{', '.join(sorted(KEYS))} and the table [llm]"
            raise SettingsProblem(path, f"unknown setting {key!r}; known are {known}")
        if not isinstance(value, str):
            raise SettingsProblem(path, f"{key} must be text in quotes")
        if unstorable(value) is not None:
            raise SettingsProblem(path, f"{key} holds a character that cannot be stored")
    return {key: value for key, value in told.items() if value}, llm


def _llm(path: Path, told: object) -> Llm:
    """The table [llm]. Raises SettingsProblem."""
    if not isinstance(told, dict):
        raise SettingsProblem(path, "llm must be a table: [llm]")
    for key in told:
        if key not in LLM_KEYS:
            raise SettingsProblem(path, f"unknown setting {key!r} in [llm]; known are {', '.join(sorted(LLM_KEYS))}")
    for key in sorted(LLM_KEYS - {"timeout"}):
        value = told.get(key)
        if value is None and key == "api_key_env":
            continue
        if not isinstance(value, str) or not re.fullmatch(r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,300}", value):
            raise SettingsProblem(path, f"{key} in [llm] must be text in quotes, without spaces")
    timeout = told.get("timeout", LLM_TIMEOUT)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not 0 < timeout <= LONGEST_WAIT:
        raise SettingsProblem(path, f"timeout in [llm] must be seconds, more than 0 and at most {LONGEST_WAIT}")
    if not _is_server(told["base_url"]):
        raise SettingsProblem(path, "base_url in [llm] must be like http://localhost:8000/v1, without name or password")
    return Llm(told["model"], told["base_url"], told.get("api_key_env"), float(timeout))


def _is_server(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:  # a port that is none
        return False
    return named and parts.scheme in {"http", "https"}


def _user() -> str:
    try:
        return storable(getpass.getuser())
    except (KeyError, OSError):  # a container without a user entry
        return "unknown"
