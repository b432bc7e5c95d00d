"""The one registry of keys: bindings, footer, help, palette and docs/keys.md are all made from it.

With a Chinese input method in full-width mode `１` and `？` arrive as other keys, so every printable key has its
full-width aliases. Shift with a digit, alt and ctrl+enter are not used: they differ between terminals.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.errors import SettingsProblem

CJK = {"[": "【「", "]": "】」", "/": "、", "-": "—", ".": "。"}
"""What Chinese input methods give for these keys besides the full-width form."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a key does on one screen."""

    action: str
    keys: tuple[str, ...]
    does: str
    """A sentence without its full stop, for the help screen and the documentation."""
    footer: str = ""
    """A word or two for the footer; '' keeps it out."""
    group: str = "Move"
    rank: int = 5
    """Which of them stay when the footer is too narrow for all: lower ones first."""

    @property
    def name(self) -> str:
        """What factcheck.toml calls it: `judge supported`, `move -1`."""
        return re.sub(r"[^\w-]+", " ", self.action).strip()


def _verdicts() -> tuple[Key, ...]:
    group = "Judge"
    return (
        Key(
            "judge('supported')",
            ("1",),
            "Supported: the documents bear it out; saves, and on to the next",
            "supported",
            group,
            1,
        ),
        Key("judge('refuted')", ("2",), "Refuted: the documents contradict it; asks why", "refuted", group, 1),
        Key("judge('conflicting')", ("3",), "Conflicting: the accounts contradict each other", "conflicting", group, 1),
        Key("judge('not_enough_evidence')", ("4",), "Not enough evidence to tell", "not enough", group, 1),
        Key("clear", ("0",), "Take the verdict or status away again", "", group),
        Key("surer(-1)", ("-",), "Less sure: confidence one step down, before or after the verdict", "", group),
        Key("surer(1)", ("=", "+"), "Surer: confidence one step up", "", group),
        Key("set_status('deferred')", ("d",), "Defer: leave it for later", "defer", group),
        Key("set_status('dismissed')", ("D",), "Dismiss: there is nothing to check", "", group),
        Key("set_status('needs_recheck')", ("R",), "Mark as to be checked again", "", group),
        Key("note", ("e",), "Write or change the reason", "", group),
        Key("note_editor", ("ctrl+e",), "Write the reason in your own editor ($EDITOR)", "", group),
        Key("tag", ("t",), "Tags, separated by commas", "", group),
        Key("edit", ("E",), "Correct the wording of the claim", "", group),
        Key("split", ("P",), "Split the claim into parts; afterwards each is judged by itself", "", group),
        Key("assign", ("a",), "Ask somebody for a judgement, blind or openly; all marked claims at once", "", group),
        Key("twins", ("T",), "Give the open duplicates of the claim just judged the same verdict", "", group),
        Key("undo", ("u",), "Undo your last act, however long ago", "undo", group, 2),
        Key("redo", ("ctrl+r",), "Redo what you undid", "", group),
    )


_EVERYWHERE = (
    Key("help", ("?", "f1"), "This list", "help", "Program", 0),
    Key("palette", ("ctrl+p",), "Find a command by name", "", "Program"),
)
_BACK = Key("back", ("escape", "q"), "Back", "back", "Program", 4)
_SCROLL = (
    Key("scroll(1)", ("j", "down"), "Down a line"),
    Key("scroll(-1)", ("k", "up"), "Up a line"),
    Key("scroll_page(1)", ("ctrl+d", "pagedown", "space"), "Down a page"),
    Key("scroll_page(-1)", ("ctrl+u", "pageup"), "Up a page"),
    Key("scroll_edge(-1)", ("g", "home"), "To the top"),
    Key("scroll_edge(1)", ("G", "end"), "To the bottom"),
)

SCREENS: dict[str, tuple[Key, ...]] = {
    "queue": (
        *_verdicts(),
        Key("move(1)", ("j", "down"), "Next claim"),
        Key("move(-1)", ("k", "up"), "Previous claim"),
        Key("move_page(1)", ("ctrl+d", "pagedown"), "A page down"),
        Key("move_page(-1)", ("ctrl+u", "pageup"), "A page up"),
        Key("move_end(-1)", ("g", "home"), "First claim"),
        Key("move_end(1)", ("G", "end"), "Last claim"),
        Key("next_open(1)", ("]",), "Next claim without a verdict"),
        Key("next_open(-1)", ("[",), "Previous claim without a verdict"),
        Key("open", ("enter",), "The claim in full: quotes, relations, history"),
        Key("pane", ("tab",), "Move in the queue or in the document below it"),
        Key("leave", ("escape",), "Back to the queue; drop the marks"),
        Key("search", ("/",), "Search the claims, in either Chinese script", "", "Find"),
        Key("match(1)", ("n",), "Next match", "", "Find"),
        Key("match(-1)", ("N",), "Previous match", "", "Find"),
        Key("filter", ("f",), "Show only some claims", "filter", "Find"),
        Key("clear_filter", ("x",), "Show all claims again", "", "Find"),
        Key("refresh", ("r",), "Load the queue again, with what others did", "", "Find"),
        Key("mark", ("space",), "Mark the claim; a verdict then goes to all marked ones", "", "Mark"),
        Key("mark_range", ("V",), "Mark everything from the last mark to here", "", "Mark"),
        Key("merge", ("M",), "Merge the marked claims into the one under the cursor", "", "Mark"),
        Key("copy", ("y",), "Copy the claim with its quote", "", "Mark"),
        Key("link", ("o",), "Open the document's web address; shows it first", "", "Mark"),
        Key("compare", ("c",), "Compare the claims of a conflict, or two marked claims", "compare", "Look"),
        Key("document", ("v",), "The whole document with all its claims marked", "", "Look"),
        Key("evidence", ("s",), "Search all documents for evidence, to support or refute the claim", "", "Look"),
        Key("history", ("h",), "Who did what, when and why", "", "Look"),
        Key("progress", ("p",), "How far the work is", "", "Look"),
        Key("report", ("w",), "Write the verdict report or the full export to a file", "report", "Look", 3),
        Key("bring", ("i",), "Bring claims or a document in from a file", "", "Program"),
        Key("settings", ("S",), "Colours, your name, the report's language, the keys", "", "Program"),
        *_EVERYWHERE,
        Key("quit", ("q",), "Quit; everything is saved already", "quit", "Program", 6),
    ),
    "claim": (
        *_verdicts(),
        *_SCROLL,
        Key("step(1)", ("]",), "Next claim"),
        Key("step(-1)", ("[",), "Previous claim"),
        Key("copy", ("y",), "Copy the claim with its quote", "", "Look"),
        Key("evidence", ("s",), "Search all documents for evidence for or against it", "evidence", "Look"),
        Key("compare", ("c",), "Compare the claims of its conflicts", "compare", "Look"),
        Key("document", ("v", "enter"), "The document with all its claims marked", "", "Look"),
        Key("history", ("h",), "History of the whole dossier", "", "Look"),
        *_EVERYWHERE,
        _BACK,
    ),
    "compare": (
        Key("decide('confirmed')", ("y",), "Yes, this is a conflict", "conflict", "Judge"),
        Key("decide('rejected')", ("x",), "No, this is no conflict", "no conflict", "Judge"),
        Key("course('acknowledged')", ("a",), "Acknowledge it: both stand, readers are told", "acknowledge", "Judge"),
        Key("course('deferred')", ("d",), "Defer it", "", "Judge"),
        Key("course('intractable')", ("i",), "It cannot be resolved", "", "Judge"),
        Key("course('open')", ("0",), "Open it again", "", "Judge"),
        Key("resolve('scope_difference')", ("1",), "Resolved: they speak of different things", "scope", "Resolve"),
        Key("resolve('temporal_change')", ("2",), "Resolved: it changed between the two", "time", "Resolve"),
        Key("resolve('precision_or_unit')", ("3",), "Resolved: precision or unit", "unit", "Resolve"),
        Key(
            "resolve('regional_term')",
            ("4",),
            "Resolved: regional words for the same thing",
            "regional",
            "Resolve",
        ),
        Key(
            "resolve('transcription_error')", ("5",), "Resolved: an error of transcription", "transcription", "Resolve"
        ),
        Key("resolve('one_is_wrong')", ("6",), "Resolved: one of them is wrong", "one wrong", "Resolve"),
        Key("note", ("e",), "Add a reason in words", "", "Judge"),
        Key("by_hand", ("m",), "Mark a conflict between these two claims by hand", "", "Judge"),
        Key("undo", ("u",), "Undo your last act", "undo", "Judge"),
        Key("redo", ("ctrl+r",), "Redo what you undid", "", "Judge"),
        Key("step(1)", ("]", "n"), "Next conflict", "next", "Move"),
        Key("step(-1)", ("[", "N"), "Previous conflict"),
        *_SCROLL,
        Key("quotes", ("enter", "c"), "Back to the two quotes"),
        *_EVERYWHERE,
        _BACK,
    ),
    "document": (
        *_SCROLL,
        Key("next_claim(1)", ("]", "tab"), "Next claim in the document", "next claim"),
        Key("next_claim(-1)", ("[",), "Previous claim in the document"),
        Key("open", ("enter",), "Go to this claim in the queue", "go there", "Look"),
        *_EVERYWHERE,
        _BACK,
    ),
    "evidence": (
        Key("add('supports')", ("s", "1"), "The passage supports the claim: make it evidence", "supports", "Judge", 1),
        Key("add('refutes')", ("r", "2"), "The passage refutes the claim", "refutes", "Judge", 1),
        Key("add('context')", ("c", "3"), "The passage helps to understand the claim", "context", "Judge", 1),
        Key("remove", ("x", "0"), "Take the passage away from the claim's evidence", "remove", "Judge", 2),
        Key("words", ("/",), "Look for other words", "words", "Find", 2),
        Key("own_words", ("w",), "Look for the claim's own words again", "", "Find"),
        Key("move(1)", ("j", "down"), "Next passage"),
        Key("move(-1)", ("k", "up"), "Previous passage"),
        Key("move_page(1)", ("ctrl+d", "pagedown", "space"), "A page down"),
        Key("move_page(-1)", ("ctrl+u", "pageup"), "A page up"),
        Key("move_end(-1)", ("g", "home"), "First passage"),
        Key("move_end(1)", ("G", "end"), "Last passage"),
        Key("pane", ("tab",), "Move in the list or in the document beside it"),
        Key("undo", ("u",), "Undo your last act", "undo", "Judge"),
        Key("redo", ("ctrl+r",), "Redo what you undid", "", "Judge"),
        *_EVERYWHERE,
        _BACK,
    ),
    "bring": (
        Key("take", ("y", "enter"), "Bring it in", "bring it in", "Import", 1),
        Key("take_good", ("a",), "Bring in the good rows and leave the others out", "good rows only", "Import", 2),
        Key("choose", ("/", "i"), "Choose another file", "other file", "Import", 3),
        *_SCROLL,
        *_EVERYWHERE,
        Key("back", ("escape", "q"), "Stop what is under way; back", "back", "Program", 4),
    ),
    "settings": (
        Key("theme", ("1", "t"), "The next colours: dark, light, high contrast", "colours", "Set"),
        Key("reviewer", ("2", "n"), "Your name, as the ledger shows it", "name", "Set"),
        Key("language", ("3", "l"), "The language of the report's own words", "language", "Set"),
        *_SCROLL,
        *_EVERYWHERE,
        _BACK,
    ),
    "first": (
        Key("begin('claims')", ("i", "1"), "Bring claims in from a file: CSV, JSONL, XLSX ..", "claims", "Begin", 1),
        Key("begin('document')", ("a", "2"), "Add a document and have claims proposed from it", "document", "Begin", 1),
        Key("sample", ("s", "3"), "Open the sample, a small story, to try this out", "sample", "Begin", 1),
        *_SCROLL,
        *_EVERYWHERE,
        Key("quit", ("q", "escape"), "Leave", "leave", "Program", 4),
    ),
    "sheet": (*_SCROLL, *_EVERYWHERE, _BACK),
}
"""The keys of each screen, in the order in which help and documentation list them."""

TITLES = {
    "queue": "The queue",
    "claim": "A claim in full",
    "compare": "Two claims in conflict",
    "document": "A document",
    "evidence": "Evidence for a claim",
    "bring": "Bringing a file in",
    "settings": "Settings and keys",
    "first": "Where to begin",
    "sheet": "History, progress and help",
}
NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "down": "↓",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def name(key: str) -> str:
    """A key as people read it."""
    return NAMES.get(key, key.replace("ctrl+", "Ctrl-"))


def aliases(key: str) -> str:
    """The characters that stand for a printable key with a full-width input method."""
    if len(key) != 1 or not "!" <= key <= "~":
        return ""
    return chr(ord(key) + 0xFEE0) + CJK.get(key, "")


def pressed(entry: Key) -> Iterator[str]:
    """Every key and alias that triggers the entry."""
    for key in entry.keys:
        yield key
        yield from aliases(key)


Registry = Mapping[str, Sequence[Key]]
"""Screens with their keys: ours, or ours as a user changed them."""
RESERVED = frozenset({"ctrl+c", "ctrl+q", "ctrl+m", "ctrl+i", "ctrl+j", "ctrl+h"})
"""Keys that always quit, or that a terminal does not tell from Enter, Tab and Backspace."""
NAMED = re.compile(r"ctrl\+[a-z]|f([1-9]|1[0-2])|left|right|insert|delete|backspace")


def check(registry: Registry = SCREENS) -> None:
    """Raise ValueError when two entries of one screen want the same key."""
    for screen, entries in registry.items():
        taken: dict[str, Key] = {}
        for entry in entries:
            for key in pressed(entry):
                if key in taken:
                    raise ValueError(f"{screen}: {key!r} is both {taken[key].name} and {entry.name}")
                taken[key] = entry


def overridden(told: Mapping[tuple[str, str], Sequence[str]], where: object) -> Registry:
    """Our keys with a user's in their place: (screen or '' for all, action) → keys. Raises SettingsProblem."""
    if not told:
        return SCREENS
    for (screen, action), new in told.items():
        _check_override(screen, action, new, where)

    def changed(screen: str, entry: Key) -> Key:
        own = told.get((screen, entry.name), told.get(("", entry.name)))
        return entry if own is None else replace(entry, keys=tuple(own))

    made = {screen: tuple(changed(screen, entry) for entry in entries) for screen, entries in SCREENS.items()}
    try:
        check(made)
    except ValueError as error:
        raise SettingsProblem(where, f"[keys] {error}; give one of them another key") from error
    return made


def _check_override(screen: str, action: str, new: Sequence[str], where: object) -> None:
    table = f"[keys.{screen}]" if screen else "[keys]"
    if screen and screen not in SCREENS:
        raise SettingsProblem(where, f"{table} names no screen; screens are {', '.join(SCREENS)}")
    some = [SCREENS[screen]] if screen else list(SCREENS.values())
    if not any(entry.name == action for entries in some for entry in entries):
        raise SettingsProblem(where, f"{table} no action is called {action!r}; S in the queue lists them")
    for key in new:
        known = len(key) == 1 and key.isprintable() and key != " "
        if key in RESERVED or not (known or key in NAMES or NAMED.fullmatch(key)):
            words = "is kept for the program" if key in RESERVED else "is no key; write a letter, ctrl+x, f2, enter .."
            raise SettingsProblem(where, f"{table} {action}: {key!r} {words}")


def footer(screen: str, cells: int, *, resolve: bool = False, registry: Registry = SCREENS) -> list[Key]:
    """The keys that fit into the footer, the most used ones first; the resolutions have a line of their own."""
    shown = [entry for entry in registry[screen] if entry.footer and (entry.group == "Resolve") == resolve]
    shown.sort(key=lambda entry: entry.rank)
    kept: list[Key] = []
    for entry in shown:
        if cells >= footer_width(entry):
            kept.append(entry)
            cells -= footer_width(entry) + GAP
    return [entry for entry in registry[screen] if entry in kept]


GAP = 2
"""Cells between two keys in the footer."""


def footer_width(entry: Key) -> int:
    """Cells of one key in the footer."""
    return len(name(entry.keys[0])) + 1 + len(entry.footer)


def documentation() -> str:
    """docs/keys.md."""
    parts = ["# Keys of the terminal reviewer", INTRODUCTION]
    for screen, entries in SCREENS.items():
        parts.append(f"## {TITLES[screen]}")
        groups: dict[str, list[Key]] = {}
        for entry in entries:
            groups.setdefault(entry.group, []).append(entry)
        for group, some in groups.items():
            rows = "\n".join(
                f"| {' '.join(f'`{name(key)}`' for key in entry.keys)} | {entry.does} | `{entry.name}` |"
                for entry in some
            )
            parts.append(f"| {group} | | |\n|---|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"


INTRODUCTION = (
    "Made from `factcheck/tui/keys.py`; `python -m factcheck.tui.keys` prints it. `?` shows the keys of the screen "
    "you are on.\n\n"
    "Every printable key also works as its full-width form (`１`, `？`, `【`), so a Chinese input method "
    "need not be switched off. The mouse works too: click a claim, a key in the footer, or turn the wheel.\n\n"
    "## Your own keys\n\n"
    "The last column is what an action is called in the table `[keys]` of `factcheck.toml`: there for every screen "
    "that has it, in `[keys.SCREEN]` for one of them (" + ", ".join(f"`{screen}`" for screen in SCREENS) + ").\n\n"
    '```toml\n[keys]\nundo = ["u", "ctrl+z"]\n\n[keys.queue]\n"judge supported" = "a"\n```\n\n'
    "A key is a character, `ctrl+` with a letter, `f1` to `f12`, or one of "
    + ", ".join(f"`{key}`" for key in NAMES if not key.startswith("f"))
    + ". The keys given take the place of the action's own. An action that does not exist, a key that is none, and a "
    "key that would mean two things are refused when the reviewer starts, in one sentence. `ctrl+c` and `ctrl+q` "
    "always quit."
)


if __name__ == "__main__":
    print(documentation(), end="")  # noqa: T201 - this is what running the module is for
