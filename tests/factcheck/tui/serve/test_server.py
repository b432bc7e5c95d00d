"""Who is served and who is refused, and a session through the socket as a browser has it."""

import asyncio
import socket as sockets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestServer

from factcheck.settings import Settings
from factcheck.tui.serve.page import page, static
from factcheck.tui.serve.server import HOST, CannotServe, Server, serve
from tests.factcheck.tui.playing import played


@asynccontextmanager
async def served(url: str = "sqlite:///none.db") -> AsyncIterator[tuple[Server, ClientSession, str]]:
    """A running server, a browser without any headers of its own, and the server's address."""
    server = Server(Settings(db=url, reviewer="anna"), token="right")
    running = TestServer(server.application(), host=HOST)
    await running.start_server()
    assert running.port is not None
    server.port = running.port
    try:
        async with ClientSession() as browser:
            yield server, browser, f"http://{HOST}:{running.port}"
    finally:
        await running.close()


@played
async def test_the_page_needs_the_token() -> None:
    """With it the page, without it or with another a refusal that says where it is."""
    async with served() as (server, browser, base):
        assert server.url == f"{base}/?token=right"
        async with browser.get(server.url) as answer:
            assert answer.status == 200
            assert f'data-session-websocket-url="ws://{HOST}:{server.port}/ws/right"' in await answer.text()
        for path in ("/", "/?token=", "/?token=wrong", "/?token=rightt", "/?token=%C3%A9"):
            async with browser.get(base + path) as answer:
                assert answer.status == 403
                assert "holds the token" in await answer.text()


@played
async def test_every_answer_forbids_what_is_not_ours() -> None:
    """Scripts, styles, fonts and sockets of this server only; no framing, no sniffing, no referrer, nothing kept."""
    async with served() as (server, browser, base):
        for path in ("/?token=right", "/", "/static/textual.js", "/static/gone", "/gone?token=right"):
            async with browser.get(base + path) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "script-src 'self';" in policy
                assert f"connect-src 'self' ws://{HOST}:{server.port}" in policy
                assert "frame-ancestors 'none'" in policy
                assert "http" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cache-Control"] == "no-store"


HOSTS = ("evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", "")
ORIGINS = ("http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", None)


@pytest.mark.parametrize("host", HOSTS)
def test_another_name_is_refused(host: str) -> None:
    """A site that makes its own name point here (DNS rebinding) gets nothing, not even with the token."""

    @played
    async def ask() -> None:
        async with served() as (server, browser, base):
            for path in ("/?token=right", "/static/textual.js"):
                async with browser.get(base + path, headers={"Host": host.format(port=server.port)}) as answer:
                    assert answer.status in {400, 403}

    ask()


@played
async def test_the_other_name_of_this_computer_is_served() -> None:
    """localhost as well, with addresses and a policy of that name."""
    async with served() as (server, browser, base):
        headers = {"Host": f"localhost:{server.port}"}
        async with browser.get(f"{base}/?token=right", headers=headers) as answer:
            assert f"ws://localhost:{server.port}/ws/right" in await answer.text()
            assert f"ws://localhost:{server.port}" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("origin", ORIGINS)
def test_another_sites_page_opens_no_session(origin: str | None) -> None:
    """Not even with the token; and no socket without an Origin."""

    @played
    async def ask() -> None:
        async with served() as (server, browser, base):
            headers = {} if origin is None else {"Origin": origin.format(port=server.port)}
            with pytest.raises(WSServerHandshakeError) as refused:
                await browser.ws_connect(f"{base}/ws/right", headers=headers)
            assert refused.value.status == 403

    ask()


@played
async def test_the_session_needs_the_token_too() -> None:
    """In the path, where the page's script leaves it alone; one in the query does not count."""
    async with served() as (_, browser, base):
        for path in ("/ws/wrong", "/ws/wrong?token=right", "/ws/", "/ws"):
            with pytest.raises(WSServerHandshakeError) as refused:
                await browser.ws_connect(base + path, headers={"Origin": base})
            assert refused.value.status in {403, 404}


@played
async def test_only_the_pages_files_are_there() -> None:
    """The font and the script of the terminal, and nothing above or beside them."""
    async with served() as (_, browser, base):
        for name, type_ in (("textual.js", "text/javascript"), ("xterm.css", "text/css"), ("mono.ttf", "font/ttf")):
            async with browser.get(f"{base}/static/{name}") as answer:
                assert (answer.status, answer.content_type) == (200, type_)
        for name in ("", "server.py", "..%2fserver.py", "%2e%2e/%2e%2e/server.py"):
            async with browser.get(f"{base}/static/{name}") as answer:
                assert answer.status in {403, 404}


def test_the_page_asks_nobody_else_for_anything() -> None:
    """No address of another site in what we write, and titles are no markup."""
    made = page("<script>alert(1)</script>", 'ws://x"y', 16)
    assert "<script>alert" not in made
    assert "https://" not in made
    assert "http://" not in made
    css = static("page.css")
    assert css is not None
    assert b"//" not in css[0]


@played
async def test_a_session_in_a_tab(sample: str) -> None:
    """The program draws, obeys a key, follows the window's size, and ends with its tab; nothing of it is left."""
    async with served(sample) as (server, browser, base):
        socket = await browser.ws_connect(f"{base}/ws/right?width=100&height=30", headers={"Origin": base})
        drawn = b""

        async def until(words: bytes) -> None:
            nonlocal drawn
            while words not in drawn:
                message = await asyncio.wait_for(socket.receive(), 60)
                assert message.type in {WSMsgType.BINARY, WSMsgType.TEXT}, drawn[-500:]
                drawn += message.data if isinstance(message.data, bytes) else b""

        await until(b"to judge the claim")
        await socket.send_json(["resize", {"width": 90, "height": 25}])
        await socket.send_json(["ping", 7])
        await socket.send_json(["focus"])
        await socket.send_json(["stdin", "?"])
        await until(b"Keys: ")
        await socket.send_json(["stdin", "q"])
        await socket.send_json(["stdin", "4"])
        await until(b"saved:")
        assert len(server._sessions) == 1
        session = next(iter(server._sessions))
        await socket.close()
        while server._sessions:
            await asyncio.sleep(0)
        assert session._process is not None
        assert await session._process.wait() == 0


@played
async def test_what_is_no_message_ends_the_session(sample: str) -> None:
    """A tab that sends anything else is left."""
    async with served(sample) as (server, browser, base):
        for wrong in ("no json", "{}", '["resize", 3]', '["resize", {"width": "x", "height": 3}]'):
            socket = await browser.ws_connect(f"{base}/ws/right", headers={"Origin": base})
            await socket.send_str(wrong)
            if wrong == '["resize", 3]':
                await socket.send_bytes(b"binary")
            while (await asyncio.wait_for(socket.receive(), 60)).type not in {WSMsgType.CLOSE, WSMsgType.CLOSED}:
                pass
            await socket.close()
        while server._sessions:
            await asyncio.sleep(0)


@played
async def test_a_port_that_is_taken_is_one_sentence() -> None:
    """With the option that names another."""
    with sockets.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotServe, match=f"port {port} of 127.0.0.1 cannot be used: .*--port names another"):
            await serve(Server(Settings(), port=port), print)
