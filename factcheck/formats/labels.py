"""Headings and labels of reports in the reader's language."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class ReportLanguage(StrEnum):
    """Languages that a report's own words come in."""

    ENGLISH = "en"
    TRADITIONAL = "zh-Hant"
    SIMPLIFIED = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language."""

    language: str
    headings: dict[str, str]
    words: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.headings[name]

    def word(self, value: str) -> str:
        """A stored word, as readers of this language read it."""
        return self.words.get(value, value.replace("_", " "))


@cache
def labels(language: ReportLanguage) -> Labels:
    """The labels of a language."""
    tables = tomllib.loads(files("factcheck.formats").joinpath("labels.toml").read_text(encoding="utf-8"))
    chosen = dict(tables[language.value])
    words = chosen.pop("words")
    return Labels(language.value, chosen, words)
