"""The only reader of the environment and of factcheck.toml.

What counts, first to last: the command's option, the variable (FACTCHECK_DB, FACTCHECK_REVIEWER), factcheck.toml
in the current folder, the default. The tables [keys], [llm] and [match] and how the reviewer looks stand in
factcheck.toml alone; where [match] names no address of a cluster, RAY_ADDRESS may.
"""

import getpass
import os
import re
import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from evidence.text.clean import storable, unstorable
from factcheck.errors import FileProblem, SettingsProblem

FILE = "factcheck.toml"
DEFAULT_DB = "sqlite:///factcheck.db"
KEYS = {"db", "language", "reviewer", "theme", "title"}
TABLES = {"keys", "llm", "match"}
MATCH_KEYS = {"address", "engine"}
ENGINES = ("local", "ray")
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
class Matching:
    """Who works out what `match` suggests."""

    engine: str = "local"
    """One of ENGINES."""
    address: str | None = None
    """Of the Ray cluster; None lets Ray look for one on this machine and else start one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the tool was told before it starts."""

    db: str = DEFAULT_DB
    reviewer: str = "unknown"
    title: str | None = None
    llm: Llm | None = None
    theme: str | None = None
    """The terminal reviewer's colours."""
    language: str | None = None
    """Of the report's own words, when the terminal reviewer writes one."""
    keys: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """(screen or '' for all, action) → the keys that do it in the terminal reviewer."""
    matching: Matching = field(default_factory=Matching)


def load(folder: Path, *, db: str | None = None, reviewer: str | None = None) -> Settings:
    """The settings for a command started in `folder`. Raises SettingsProblem or FileProblem."""
    told = _read(folder / FILE)
    matching = told.get("match", Matching())
    return Settings(
        db=db or _variable("FACTCHECK_DB") or told.get("db") or DEFAULT_DB,
        reviewer=reviewer or _variable("FACTCHECK_REVIEWER") or told.get("reviewer") or _user(),
        title=told.get("title"),
        llm=told.get("llm"),
        theme=told.get("theme"),
        language=told.get("language"),
        keys=told.get("keys", {}),
        matching=replace(matching, address=matching.address or _variable("RAY_ADDRESS")),
    )


def terminal() -> tuple[str, bool]:
    """(what the terminal calls itself, whether it may show colours): TERM and NO_COLOR."""
    return os.environ.get("TERM", ""), not os.environ.get("NO_COLOR")


def in_browser() -> bool:
    """Whether this process draws for `factcheck serve` instead of a terminal."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def for_child(told: Settings) -> dict[str, str]:
    """The environment of a command that is to work on the same dossier under the same name."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")}
    return {**plain, "FACTCHECK_DB": told.db, "FACTCHECK_REVIEWER": told.reviewer, "TERM": "dumb"}


def save(folder: Path, **values: str) -> Path:
    """Set settings in factcheck.toml and leave every other line of it as it is; returns its path.

    Raises SettingsProblem for a file in which that cannot be done safely, and FileProblem.
    """
    path = folder / FILE
    before = _text(path) or ""
    lines = before.splitlines()
    tables = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    for name, value in values.items():
        line = f"{name} = {_quoted(value)}"
        at = next((at for at in range(tables) if re.match(rf"\s*{name}\s*=", lines[at])), None)
        if at is None:
            lines.insert(tables, line)
            tables += 1
        else:
            lines[at] = line
    after = "\n".join(lines) + "\n"
    try:
        as_wished = tomllib.loads(after) == {**_parsed(path, before), **values}
    except tomllib.TOMLDecodeError:
        as_wished = False
    if not as_wished:  # a text over several lines, say
        raise SettingsProblem(path, f"{', '.join(values)} cannot be set here without risk; please write it in by hand")
    try:
        partial = path.with_name(f".{FILE}.part")
        partial.write_text(after, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise FileProblem(path, error) from error
    return path


def _quoted(value: str) -> str:
    """A text as TOML writes it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def editor() -> list[str]:
    """The command of one's own editor, in words: VISUAL or EDITOR. Raises SettingsProblem when it cannot be read."""
    for name in ("VISUAL", "EDITOR"):
        try:
            command = shlex.split(_variable(name) or "")
        except ValueError as error:
            raise SettingsProblem(name, f"cannot be read as a command: {str(error).lower()}") from error
        if command:
            return command
    return []


def _variable(name: str) -> str | None:
    value = os.environ.get(name)
    if value is not None and unstorable(value) is not None:
        raise SettingsProblem(name, f"{value!a} is not UTF-8")
    return value


def _text(path: Path) -> str | None:
    """The file's text, None when there is none. Raises FileProblem or SettingsProblem."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileProblem(path, error) from error
    except UnicodeDecodeError as error:
        raise SettingsProblem(path, f"not UTF-8 at byte {error.start}") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsProblem(path, f"not valid TOML: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    """What the file says, its tables as what they stand for."""
    told = _parsed(path, _text(path) or "")
    readers = {"llm": _llm, "keys": _keys, "match": _match}
    read = {name: readers[name](path, told.pop(name)) for name in sorted(TABLES & told.keys())}
    for key, value in told.items():
        if key not in KEYS:
            known = f"{', '.join(sorted(KEYS))} and the tables [keys], [llm] and [match]"
            raise SettingsProblem(path, f"unknown setting {key!r}; known are {known}")
        if not isinstance(value, str):
            raise SettingsProblem(path, f"{key} must be text in quotes")
        if unstorable(value) is not None:
            raise SettingsProblem(path, f"{key} holds a character that cannot be stored")
    return {**{key: value for key, value in told.items() if value}, **read}


def _keys(path: Path, told: object) -> dict[tuple[str, str], tuple[str, ...]]:
    """The table [keys]: actions for all screens, and tables of one screen. Raises SettingsProblem."""
    if not isinstance(told, dict):
        raise SettingsProblem(path, "keys must be a table: [keys]")
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, value in told.items():
        if isinstance(value, dict):
            found |= {(name, action): _some_keys(path, f"keys.{name}", action, one) for action, one in value.items()}
        else:
            found["", name] = _some_keys(path, "keys", name, value)
    return found


def _some_keys(path: Path, table: str, action: str, value: object) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) and key for key in keys):
        raise SettingsProblem(path, f"{action!r} in [{table}] must be a key in quotes, or a list of them")
    return tuple(keys)


def _match(path: Path, told: object) -> Matching:
    """The table [match]. Raises SettingsProblem."""
    if not isinstance(told, dict):
        raise SettingsProblem(path, "match must be a table: [match]")
    for key, value in told.items():
        if key not in MATCH_KEYS:
            known = ", ".join(sorted(MATCH_KEYS))
            raise SettingsProblem(path, f"unknown setting {key!r} in [match]; known are {known}")
        if not isinstance(value, str) or not re.fullmatch("[!-~]{1,300}", value):
            raise SettingsProblem(path, f"{key} in [match] must be text in quotes, without spaces")
    engine = told.get("engine", ENGINES[0])
    if engine not in ENGINES:
        raise SettingsProblem(path, f"engine in [match] must be one of {', '.join(ENGINES)}")
    return Matching(engine, told.get("address"))


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
