"""What the roles look like: themes, and the style sheet that the roles' names are looked up in."""

from textual.theme import Theme

ROLES: dict[str, str] = {
    "dim": "color: $text-muted;",
    "strong": "text-style: bold;",
    "head": "color: $text-accent; text-style: bold;",
    "key": "color: $text-accent; text-style: bold;",
    "margin": "color: $text-warning; text-style: bold;",
    "quote": "text-style: bold underline;",
    "other": "text-style: underline;",
    "differs": "color: $text-warning; text-style: bold reverse;",
    "add": "color: $text-success; text-style: bold reverse;",
    "del": "color: $text-error; text-style: bold reverse;",
    "good": "color: $text-success; text-style: bold;",
    "bad": "color: $text-error; text-style: bold;",
    "warn": "color: $text-warning; text-style: bold;",
    "cursor": "text-style: reverse;",
    "cursor-away": "text-style: bold underline;",
    "bar": "color: $text-accent;",
    "thumb": "color: $text-muted;",
}
"""Each role's style. Attributes say as much as colours do, so that nothing is lost without them."""

CLASSES = frozenset(f"sheet--{role}" for role in ROLES)
"""The same as classes of a screen's style sheet. Each screen has them once: in every widget they took a tenth of the
time to the first frame."""

VERDICT_ROLES = {
    "supported": "good",
    "refuted": "bad",
    "conflicting": "warn",
    "not_enough_evidence": "strong",
    "": "",
}

_roles = "\n".join(f".sheet--{role} {{ {style} }}" for role, style in ROLES.items())

CSS = (
    """
Screen { layout: vertical; background: $background; color: $foreground; }
.sheet { width: 1fr; height: 1fr; }
.line { height: 1; }
#title, #status { height: 1; }
#title, #footer { background: $panel; }
#rule { height: 1; color: $text-muted; }
#queue { height: 1fr; }
#lower { height: 1fr; min-height: 11; }
#claim { height: 2; }
#source { height: 1fr; }
.-wide #lower { layout: horizontal; }
.-wide #claim { width: 2fr; height: 1fr; padding-right: 2; }
.-wide #source { width: 3fr; height: 1fr; }
.-short #lower, .-short #rule { display: none; }
#about { height: auto; }
.head { height: auto; max-height: 6; }
#pair { height: 1fr; layout: vertical; }
.-wide #pair { layout: horizontal; }
.side { width: 1fr; height: 1fr; }
.-wide #left { padding-right: 2; }
Question { align: center middle; background: $background 60%; }
#box { width: 76; max-width: 100%; height: auto; max-height: 100%; border: round $accent; padding: 0 1;
       background: $surface; }
#box .sheet { height: auto; }
#box Input { margin: 1 0 0 0; border: tall $accent; }
Input > .input--cursor { text-style: reverse; }
TextArea { margin: 1 0 0 0; border: tall $accent; height: auto; max-height: 10; }
TextArea { background: $surface; color: $foreground; }
TextArea .text-area--cursor { text-style: reverse; }
TextArea .text-area--cursor-line { background: $surface; }
"""
    + _roles
)


THEMES = {
    "dark": Theme(
        name="dark",
        dark=True,
        primary="#7aa2f7",
        secondary="#8a8fb5",
        accent="#7fc8e0",
        warning="#e5c07b",
        error="#f0808f",
        success="#8fce8f",
        foreground="#dcdcdc",
        background="#16181d",
        surface="#1d2027",
        panel="#262a33",
        variables={"text-muted": "#9aa0ad"},  # Textual's own takes the contrast of no background: white, always
    ),
    "light": Theme(
        name="light",
        dark=False,
        primary="#1f4f99",
        secondary="#5a5f78",
        accent="#0b5c7a",
        warning="#8a5a00",
        error="#a3122b",
        success="#1d6b2f",
        foreground="#1b1b1b",
        background="#fbfaf7",
        surface="#f1efe9",
        panel="#e4e1d8",
        variables={"text-muted": "#595959"},
    ),
    "high-contrast": Theme(
        name="high-contrast",
        dark=True,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#00ffff",
        warning="#ffff00",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        variables={"text-muted": "#ffffff", "text-accent": "#00ffff", "text-warning": "#ffff00"},
    ),
}
NO_COLOUR = "ansi-dark"
"""Textual's theme that sends no colours at all under NO_COLOR; its others still send greys."""
