"""Settings and keys: what can be set, what is set, and every key with the name under which it can be changed."""

from collections.abc import Iterator

from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.settings import FILE, save
from factcheck.tui import keys, look
from factcheck.tui.screens.base import ReviewScreen, bindings
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Line, Lines, fit, line, span, wrap, wrap_text
from factcheck.tui.views import labelled

LANGUAGES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
"""Of the report's own words, in the order in which the key goes round."""
KEYS, NAME = 16, 28
"""Cells of the columns of keys and of names."""


class SettingsScreen(ReviewScreen):
    """Colours, name, language, keys."""

    NAME = "settings"
    BINDINGS = bindings("settings")

    def body(self) -> Iterator[Widget]:
        """One sheet."""
        yield Sheet("text", thumb=self.review.glyphs.thumb)

    def hint(self) -> str:
        """What to do here."""
        return f"what you set here is kept in {FILE}; j and k scroll to the keys"

    def draw(self) -> None:
        """Everything."""
        self.sheet("title").say(" ", ("Settings and keys", "strong"))
        self.draw_status()
        sheet = self.sheet("text")
        top = sheet.top
        sheet.show(lambda cells: Lines(self._lines(cells)), lambda paper: top)

    def _lines(self, cells: int) -> list[Line]:
        review = self.review
        shown = {entry.name: keys.name(entry.keys[0]) for entry in review.registry[self.NAME]}
        theme = review.theme if review.theme in look.THEMES else "none: NO_COLOR is set"
        name = self.state.dossier.reviewer
        if review.told.reviewer != name:
            name += f" (from the next start: {review.told.reviewer})"
        lines = [line(("Settings", "head"))]
        for key, label, value in (
            (shown["theme"], "colours", theme),
            (shown["reviewer"], "your name", name),
            (shown["language"], "report", f"its own words in {LANGUAGES.get(review.language, review.language)}"),
        ):
            lines += wrap([span(value)], cells, indent=" " * 17, first=(fit(f"  {key}  {label}", 17), "key"))
        lines += [(), *labelled("kept in", str(review.folder / FILE), cells), ()]
        lines += wrap_text(
            f"Keys: the name at the right is what an action is called in the table [keys] of {FILE}; "
            "* marks those that you changed.",
            cells,
            "dim",
        )
        for screen, entries in review.registry.items():
            lines += [(), line((f"{keys.TITLES[screen]}  ", "head"), (f"[keys.{screen}]", "dim"))]
            lines += [_key_line(screen, entry, cells) for entry in entries]
        return lines

    # ── setting ──────────────────────────────────────────────────────────────────────────────────

    async def action_theme(self) -> None:
        """The next one."""
        names = list(look.THEMES)
        if self.review.theme not in names:
            self.say("NO_COLOR is set, so there are no colours to choose", "warn")
            return
        self.review.theme = names[(names.index(self.review.theme) + 1) % len(names)]
        await self._keep(f"colours: {self.review.theme}", theme=self.review.theme)

    def action_reviewer(self) -> None:
        """Who one is."""

        async def told(name: str) -> None:
            if name:
                self.review.rename(name)
                await self._keep(f"from the next start you are {name}", reviewer=name)

        self.ask_text("Your name", self.review.told.reviewer, told, "The ledger and the report show it.")

    async def action_language(self) -> None:
        """The next one."""
        names = list(LANGUAGES)
        at = names.index(self.review.language) if self.review.language in names else -1
        self.review.language = names[(at + 1) % len(names)]
        await self._keep(f"the report's own words: {LANGUAGES[self.review.language]}", language=self.review.language)

    async def _keep(self, says: str, **values: str) -> None:
        try:
            path = await self.review.slow(lambda: save(self.review.folder, **values))
        except FactcheckError as problem:
            self.say(f"{says}; for this session only: {problem}", "warn")
        else:
            self.say(f"{says}; kept in {path}", "good")
        self.draw()


def _key_line(screen: str, entry: keys.Key, cells: int) -> Line:
    own = entry.keys != next(one.keys for one in keys.SCREENS[screen] if one.action == entry.action)
    shown = " ".join(keys.name(key) for key in entry.keys)
    sign = "*" if own else " "
    does = max(10, cells - KEYS - NAME - 1)
    return line(
        (fit(f"{sign} {shown}", KEYS), "key"), fit(entry.does, does), " ", (fit(entry.name, NAME).rstrip(), "dim")
    )
