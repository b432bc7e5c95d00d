"""Expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

import claims
import evidence
from evidence.text import lazy_re


def _modules() -> Iterator[ModuleType]:
    """All modules of what reads language."""
    for package in (claims, evidence):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def test_it_does_what_the_compiled_one_does() -> None:
    """Each way of looking for it finds the same, with places, groups and flags."""
    lazy, plain = lazy_re.compile(r"(?P<n>\d+) KM", re.IGNORECASE), re.compile(r"(?P<n>\d+) KM", re.IGNORECASE)
    text = "12 km and 7 KM"
    assert [one.span("n") for one in lazy.finditer(text, 3)] == [one.span("n") for one in plain.finditer(text, 3)]
    assert (lazy.sub("x", text), lazy.split(text), lazy.findall(text)) == (
        "x and x",
        ["", "12", " and ", "7", ""],
        ["12", "7"],
    )
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (plain.pattern, plain.flags, plain.groupindex)
    assert lazy.fullmatch("5 km")
    assert not lazy.match("a 5 km")


def test_it_waits_until_it_is_used() -> None:
    """What is wrong with it is found then; its words and flags are known before."""
    lazy = lazy_re.compile("(")
    assert (lazy.pattern, lazy.flags) == ("(", re.UNICODE)
    with pytest.raises(re.error):
        lazy.search("text")


def test_it_has_nothing_else() -> None:
    """A name that a compiled one lacks is an error, as it is there."""
    with pytest.raises(AttributeError):
        lazy_re.compile("a").find("a")  # type: ignore[attr-defined]


def test_all_that_stand_in_modules_can_be_compiled() -> None:
    """None is wrong, so that none is found so by somebody's text."""
    lazy = type(lazy_re.compile(""))
    found = [each for module in _modules() for each in vars(module).values() if isinstance(each, lazy)]
    assert len(found) > 500
    for each in found:
        re.compile(each.pattern, each.flags)
