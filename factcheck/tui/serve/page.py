"""The page and the headers: nothing comes from anywhere else, and nobody else may use what is here."""

from html import escape
from importlib.resources import files

FONT = "static/fonts/RobotoMono-VariableFont_wght.ttf"
STATIC = {
    "textual.js": ("static/js/textual.js", "text/javascript"),
    "xterm.css": ("static/css/xterm.css", "text/css"),
    "mono.ttf": (FONT, "font/ttf"),
}
"""What of textual-serve's files is served, under which name; its own page asks Google for a font, ours does not."""

STYLE = """
@font-face { font-family: "Roboto Mono"; src: url("/static/mono.ttf"); font-display: block; }
html, body { margin: 0; height: 100%; background: #16181d; color: #dcdcdc; font-family: "Roboto Mono", monospace; }
.textual-terminal { position: absolute; inset: 0; }
#ended { display: none; position: absolute; inset: 0; z-index: 2; align-items: center; justify-content: center;
         background: #16181d; }
body.-closed #ended { display: flex; }
a { color: #7fc8e0; }
"""


def headers(host: str) -> dict[str, str]:
    """What goes with every answer; `host` is the server's own name and port."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",  # the terminal sets its cells' styles as it draws
        "font-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": f"'self' ws://{host}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def page(title: str, socket: str, font_size: int) -> str:
    """The one page: a terminal as large as the window, and what is said when the session has ended."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/xterm.css">
<link rel="stylesheet" href="/static/page.css">
<script src="/static/textual.js"></script>
</head>
<body>
<div id="ended"><p>This session has ended; everything was saved. <a href="">Begin another one.</a></p></div>
<div id="terminal" class="textual-terminal" data-session-websocket-url="{escape(socket)}"
     data-font-size="{font_size}"></div>
</body>
</html>
"""


def static(name: str) -> tuple[bytes, str] | None:
    """(content, type) of a file that the page needs; None for any other name."""
    if name == "page.css":
        return STYLE.encode(), "text/css"
    if name not in STATIC:
        return None
    path, type_ = STATIC[name]
    return files("textual_serve").joinpath(path).read_bytes(), type_
