"""A page is fetched as it is, within limits, and never from inside the own network unless that is meant."""

import gzip
import hashlib
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from evidence.model import MarkKind
from factcheck.cli.main import run
from factcheck.dossier import Dossier
from factcheck.errors import FactcheckError, FetchProblem
from factcheck.work import fetch as fetching
from factcheck.work.fetch import fetch, is_public
from tests.conftest import Databases
from tests.evidence.readers.reading import data

PAGE = b"<html><p>The river rose by three metres.</p></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A server on the loopback address; `pages` holds what it does for each path."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                site.pages.get(self.path.partition("?")[0], send(404, b"nothing"))(self)

            def log_message(self, *words: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


def send(status: int = 200, data: bytes = PAGE, **headers: str) -> Answer:
    """Answer with this; names of headers are written with `_` for `-`."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in (
            {"Content_Length": str(len(data)), "Content_Type": "text/html; charset=utf-8"} | headers
        ).items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return answer


@pytest.fixture
def site() -> Iterator[Site]:
    """A server for one test."""
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def problem(url: str, **options: float) -> str:
    """The sentence with which a fetch ends."""
    with pytest.raises(FetchProblem) as refusal:
        fetch(url, allow_private=True, **options)  # type: ignore[arg-type]
    assert isinstance(refusal.value, FactcheckError)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_a_page_comes_as_it_is(site: Site) -> None:
    """With its address, its type as the server says it, and the time."""
    site.pages["/news/river"] = send()
    found = fetch(f"{site.url}/news/river#top", allow_private=True)
    assert (found.data, found.media_type) == (PAGE, "text/html; charset=utf-8")
    assert (found.final_url, found.redirects) == (f"{site.url}/news/river", ())
    assert found.url == f"{site.url}/news/river#top"
    assert found.retrieved.tzinfo is not None
    assert found.name == "river"
    sent = site.asked[0][1]
    assert sent["Host"] == site.url.removeprefix("http://")
    assert "Cookie" not in sent


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "127.0.0.1"),
        ("/a/b/", "b"),
        ("/a/report.pdf?x=1", "report.pdf"),
        ("/%E6%B4%AA%E6%B0%B4.html", "洪水.html"),
        ("/..%2F..%2Fetc%2Fpasswd", ".._.._etc_passwd"),
    ],
)
def test_the_name_is_the_last_part_of_the_address(site: Site, path: str, name: str) -> None:
    """Or the host; never a path."""
    site.pages[path.partition("?")[0]] = send()
    assert fetch(site.url + path, allow_private=True).name == name


def test_an_address_may_hold_other_letters(site: Site) -> None:
    """They are sent as RFC 3986 asks for."""
    site.pages["/%E6%B4%AA%20x"] = send()
    assert fetch(f"{site.url}/洪 x?q=水", allow_private=True).final_url == f"{site.url}/%E6%B4%AA%20x?q=%E6%B0%B4"


def test_redirects_are_followed_and_told(site: Site) -> None:
    """To the last address, which is the one that counts."""
    site.pages |= {"/1": send(301, Location="/2"), "/2": send(307, Location=f"{site.url}/3"), "/3": send()}
    found = fetch(f"{site.url}/1", allow_private=True)
    assert (found.data, found.redirects) == (PAGE, (f"{site.url}/2", f"{site.url}/3"))
    assert found.final_url == f"{site.url}/3"


def test_redirects_end(site: Site) -> None:
    """After five, and where they leave the web."""
    site.pages |= {"/1": send(302, Location="/1"), "/file": send(302, Location="file:///etc/passwd")}
    assert "more than 5 times" in problem(f"{site.url}/1")
    assert len(site.asked) == 6
    assert "'file:///etc/passwd' is not an address" in problem(f"{site.url}/file")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "https:///path",
        "http://[::1",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://" + "ü" * 70 + ".example/",
        "http://anna:secret@example.org/",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """Before anything is sent; a password would be stored."""
    assert problem(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("no address", False),
    ],
)
def test_the_own_network_is_known(address: str, public: bool) -> None:
    """Loopback, private, link-local, shared, reserved, and the same in the ways IPv6 has to write them."""
    assert is_public(address) is public


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "localhost", "localhost.", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:7f00:1]"]
)
def test_the_own_network_is_refused_however_it_is_written(site: Site, host: str) -> None:
    """It is the address that counts, not the name."""
    with pytest.raises(FetchProblem, match=r"private network|no such host"):
        fetch(f"http://{host}:{site.server.server_port}/")
    assert site.asked == []


def test_a_redirect_into_the_own_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address on the way is looked at, and the one that was looked at is connected to."""
    site.pages["/"] = send(302, Location="http://inside.example:1/")
    seen = {"outside.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    asked = []

    def look_up(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in seen[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(FetchProblem, match=r"http://inside.example:1/: lies inside a private network \(10\.0\.0\.1\)"):
        fetch(f"http://outside.example:{site.server.server_port}/")
    assert asked == ["outside.example", "inside.example"]  # once each: no second answer to be fooled by


@pytest.mark.parametrize("status", [204, 206, 304, 403, 404, 500])
def test_other_answers_are_told(site: Site, status: int) -> None:
    """With the server's own number."""
    site.pages["/"] = send(status, b"")
    assert f"the server answers {status}" in problem(site.url)


def test_a_packed_page_is_unpacked(site: Site) -> None:
    """What is kept is what was packed."""
    site.pages["/"] = send(data=gzip.compress(PAGE, mtime=0) + gzip.compress(b"more", mtime=0), Content_Encoding="gzip")
    assert fetch(site.url, allow_private=True).data == PAGE + b"more"


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        (gzip.compress(bytes(20_000_000), mtime=0), "gzip", "unpacks to more than 1 MB"),
        (gzip.compress(PAGE, mtime=0)[:-9], "gzip", "damaged"),
        (PAGE, "gzip", "damaged"),
        (zlib.compress(PAGE), "deflate", "packed as 'deflate'"),
        (PAGE, "br, gzip", "packed as 'br, gzip'"),
        (bytes(2_000_000), "identity", "more than 1 MB"),
    ],
)
def test_what_is_too_large_or_damaged_is_refused(site: Site, data: bytes, encoding: str, words: str) -> None:
    """Before it fills the memory."""
    site.pages["/"] = send(data=data, Content_Encoding=encoding)
    assert words in problem(site.url, max_bytes=1024**2)


def test_a_page_that_breaks_off_is_refused(site: Site) -> None:
    """Half a page is not the page."""
    site.pages["/"] = send(Content_Length="5000")
    assert "broke off after 51 of 5000 bytes" in problem(site.url)


def dribble(request: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, for ever."""
    request.send_response(200)
    request.end_headers()
    try:
        while True:
            request.wfile.write(b"x")
            time.sleep(0.05)
    except OSError:
        return


def dribble_headers(request: BaseHTTPRequestHandler) -> None:
    """Send a header that never ends."""
    try:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            request.wfile.write(b"x")
            time.sleep(0.05)
    except OSError:
        return


@pytest.mark.parametrize("answer", [dribble, dribble_headers, lambda request: time.sleep(3)])
def test_time_is_limited(site: Site, answer: Answer) -> None:
    """As a whole, not from byte to byte."""
    site.pages["/"] = answer
    start = time.monotonic()
    assert "took longer than 0.5 seconds" in problem(site.url, timeout=0.5)
    assert time.monotonic() - start < 2.5


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"])
def test_what_is_not_http_is_refused(site: Site, answer: bytes) -> None:
    """With a sentence."""

    def say(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(answer)

    site.pages["/"] = say
    assert "HTTP" in problem(site.url) or "reached" in problem(site.url)


def test_a_server_that_is_not_there_is_told(site: Site) -> None:
    """Nobody listens, nobody is known by that name, or it speaks no TLS."""
    free = socket.socket()
    free.bind(("127.0.0.1", 0))
    assert "could not be reached" in problem(f"http://127.0.0.1:{free.getsockname()[1]}/")
    free.close()
    assert "no secure connection" in problem(site.url.replace("http:", "https:"))
    assert "no such host" in problem("http://does-not-exist.invalid/")


def test_certificates_are_checked() -> None:
    """The standard settings of Python: the chain, the name, TLS 1.2 or newer."""
    plain = socket.socket()
    connection = fetching._Connection("https://example.org/", time.monotonic() + 1, allow_private=False)
    secured = connection._secured(plain)
    assert secured.context.verify_mode is ssl.CERT_REQUIRED
    assert secured.context.check_hostname
    assert secured.server_hostname == "example.org"
    secured.close()


def test_add_takes_a_page_from_its_address(
    site: Site, databases: Databases, capsys: pytest.CaptureFixture[str]
) -> None:
    """The bytes as received; what the page says of itself where the person says nothing; the way it came."""
    site.pages |= {
        "/old": send(301, Location="/news/harrow.html"),
        "/news/harrow.html": send(data=data("news_en.html")),
    }
    db = databases.new("sqlite")
    assert run(("--db", db, "add", f"{site.url}/old", "--allow-private", "--author", "Petra Lind")) == 0
    assert f"leads on to {site.url}/news/harrow.html" in capsys.readouterr().err
    with Dossier.open(db) as dossier:
        (document,) = dossier.documents()
        (event,) = (event for event in dossier.history() if event.kind == "document_added")
    assert (document.name, document.url) == ("harrow.html", f"{site.url}/news/harrow.html")
    assert document.sha256 == hashlib.sha256(data("news_en.html")).hexdigest()
    assert (document.title, document.author) == ("Larch valley flood: 1,400 leave homes", "Petra Lind")
    assert (document.source, document.published) == ("Ostrow Courier", "2025-08-26T07:04:00+02:00")
    assert (document.language, document.media_type) == ("en", "text/html")
    assert MarkKind.FURNITURE in {mark.kind for mark in document.marks}
    assert event.why == f"fetched from {site.url}/old → {site.url}/news/harrow.html (text/html; charset=utf-8)"


def test_add_refuses_the_own_network(site: Site, databases: Databases, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence, and nothing is added."""
    db = databases.new("sqlite")
    assert run(("--db", db, "add", site.url)) == 3
    assert "say --allow-private if that is meant" in capsys.readouterr().err
    with Dossier.open(db) as dossier:
        assert not list(dossier.documents())


def test_pages_of_one_name_are_no_versions_of_each_other(
    site: Site, databases: Databases, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same address again is one."""
    site.pages |= {"/a/index.html": send(), "/b/index.html": send(data=PAGE + b"<p>More rain fell.</p>")}
    db = databases.new("sqlite")
    for path, words in [("/a/", "added ("), ("/b/", "added ("), ("/a/", "already here")]:
        assert run(("--db", db, "add", f"{site.url}{path}index.html", "--allow-private")) == 0
        assert words in capsys.readouterr().out
