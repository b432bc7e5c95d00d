"""Serves the reviewer on this computer's own address, to whoever has the token, one session for each tab."""

import asyncio
import contextlib
import json
import logging
import secrets
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from factcheck.errors import FactcheckError
from factcheck.settings import Settings, for_child
from factcheck.tui.serve.page import headers, page, static

HOST = "127.0.0.1"
"""The one address that is served: nobody but this computer reaches it."""
SESSIONS = 16
"""Tabs at once."""
LARGEST = 1 << 20
"""Bytes of one message from a tab: more than anyone pastes."""
CELLS = range(1, 1001)
"""Columns or rows that a tab may ask for."""
PATIENCE = 5.0
"""Seconds that a session has to end by itself."""


class CannotServe(FactcheckError):
    """The address is taken or not to be had."""

    def __init__(self, port: int, error: OSError) -> None:
        words = (error.strerror or str(error)).lower()
        super().__init__(f"port {port} of {HOST} cannot be used: {words}; --port names another, 0 takes any free one")


class Session(AppService):
    """One tab's program, as a child of this process."""

    def __init__(self, command: Sequence[str], told: Settings, websocket: web.WebSocketResponse) -> None:
        super().__init__(
            "factcheck review",
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,  # type: ignore[arg-type]  # it tells whether it did, which nobody asks
            download_manager=DownloadManager(),
        )
        self._arguments, self._told = command, told

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {
            **for_child(self._told),
            "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "TERM_PROGRAM": "textual",
            "TERM_PROGRAM_VERSION": version("textual-serve"),
            "COLUMNS": str(width),
            "ROWS": str(height),
        }

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        assert process.stdin is not None  # noqa: S101 - it is a pipe
        self._process, self._stdin = process, process.stdin
        return process

    async def _stopped(self) -> None:
        """Its output ends a moment before it does."""
        await self.stop()
        if self._process is not None:
            await self._process.wait()

    async def end(self) -> None:
        """Ask it to end, and end it if it does not."""
        try:
            with contextlib.suppress(TimeoutError, ConnectionError):
                await asyncio.wait_for(self._stopped(), PATIENCE)
        finally:  # also when the server itself is ended meanwhile
            if self._process is not None:
                if self._process.returncode is None:
                    with contextlib.suppress(ProcessLookupError):
                        self._process.kill()
                await self._process.wait()


@dataclass(eq=False)
class Server:
    """What is served to whom."""

    told: Settings
    options: Sequence[str] = ()
    """Of `factcheck review`."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    port: int = 0
    _sessions: set[Session] = field(default_factory=set)

    @property
    def url(self) -> str:
        """What one opens in the browser."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    @property
    def names(self) -> tuple[str, ...]:
        """What a browser on this computer calls the server; anything else is another site's name for it."""
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    def application(self) -> web.Application:
        """Page, its files, and the socket."""
        app = web.Application(middlewares=[self._guard()])
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws/{token}", self._socket),  # in the path, since the page's script writes its own query
                web.get("/static/{name}", self._static),
            ]
        )
        app.on_shutdown.append(self._end)
        return app

    # ── who may ──────────────────────────────────────────────────────────────────────────────────

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            refused = self._refused(request)
            try:
                response = refused or await handler(request)
            except web.HTTPException as error:
                response = web.Response(status=error.status, text=f"{error.reason}\n")
            if not response.prepared:
                response.headers.update(headers(self.names[0] if request.host not in self.names else request.host))
            return response

        return guard

    def _refused(self, request: web.Request) -> web.Response | None:
        """Why not, or None: another name for this computer (DNS rebinding), another site's page, no token."""
        if request.host not in self.names:
            return _no("this server answers to 127.0.0.1 only")
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.host}":
            return _no("another site's page may not use this server")
        if request.path.startswith("/static/"):
            return None
        if origin is None and request.path.startswith("/ws/"):
            return _no("only the page of this server may open a session")
        given = request.match_info.get("token") or request.query.get("token", "")
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            return _no("open the address that `factcheck serve` printed: it holds the token that is missing here")
        return None

    # ── what is there ────────────────────────────────────────────────────────────────────────────

    async def _page(self, request: web.Request) -> web.Response:
        size = _number(request.query.get("fontsize"), range(6, 73), 16)
        socket = f"ws://{request.host}/ws/{self.token}"
        title = f"factcheck: {self.told.title or 'review'}"
        return web.Response(text=page(title, socket, size), content_type="text/html")

    async def _static(self, request: web.Request) -> web.Response:
        found = static(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found[0], content_type=found[1])

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if len(self._sessions) >= SESSIONS:
            return _no(f"{SESSIONS} sessions are open already; close a tab first")
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=LARGEST)
        await socket.prepare(request)
        session = Session([sys.executable, "-m", "factcheck", "review", *self.options], self.told, socket)
        self._sessions.add(session)
        try:
            width = _number(request.query.get("width"), CELLS, 80)
            await session.start(width, _number(request.query.get("height"), CELLS, 24))
            await _listen(socket, session)
        finally:
            try:
                await session.end()
            finally:
                self._sessions.discard(session)
        return socket

    async def _end(self, app: web.Application) -> None:  # noqa: ARG002 - aiohttp's signature
        await asyncio.gather(*(session.end() for session in list(self._sessions)))


def _no(words: str) -> web.Response:
    return web.Response(status=403, text=f"Refused: {words}.\n")


def _number(text: str | None, allowed: range, otherwise: int) -> int:
    """A number from the address, where it is one and bearable."""
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if number in allowed else otherwise


async def _listen(socket: web.WebSocketResponse, session: Session) -> None:
    """What the tab sends, to the program; what is no message of the page's ends the session."""
    async for message in socket:
        if message.type != WSMsgType.TEXT:
            return
        try:
            kind, *rest = json.loads(message.data)
            told = rest[0] if rest else None
            if kind == "stdin":
                await session.send_bytes(str(told).encode("utf-8", "replace"))
            elif kind == "resize" and isinstance(told, dict):
                width, height = int(told["width"]), int(told["height"])
                if width in CELLS and height in CELLS:
                    await session.set_terminal_size(width, height)
            elif kind == "ping":
                await socket.send_json(["pong", told])
            elif kind == "blur":
                await session.blur()
            elif kind == "focus":
                await session.focus()
        except (ValueError, KeyError, TypeError):
            return


async def serve(server: Server, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT, SIGTERM or SIGHUP; `ready` is told the address. Raises CannotServe."""
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, server.port)
        try:
            await site.start()
        except OSError as error:
            raise CannotServe(server.port, error) from error
        server.port = int(runner.addresses[0][1])
        ready(server.url)
        await stop.wait()
    finally:
        await runner.cleanup()
