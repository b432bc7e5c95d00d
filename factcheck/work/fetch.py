"""Fetch a page: the only place where the program goes to the network, and only because a person gave an address.

What comes back is kept as it was received, after the content encoding is taken off. A server is a stranger: its
answer is limited in size and time, redirects are followed by hand and told, and addresses inside the own network
(private, loopback, link-local, a cloud's metadata service, …) are refused unless they are asked for. That is decided
on the address that is connected to, so that a name that answers differently the second time (DNS rebinding) gains
nothing. No proxy, cookie or password is used.

HTTP: RFC 9110 and 9112. Address blocks: IANA's special-purpose registries, as Python's `ipaddress` has them.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from evidence.model import Utc, Value
from evidence.text.clean import clean_line
from factcheck.errors import FetchProblem

TIMEOUT = 30.0
"""Seconds for everything together, redirects included; looking up a name is left to the system's own limit."""
MAX_BYTES = 100 * 1024**2
"""Bytes of a page, as sent and as unpacked."""
MAX_REDIRECTS = 5

_PIECE = 65_536
_REDIRECTS = {301, 302, 303, 307, 308}
_HEADERS = {
    "User-Agent": "factcheck-desk (claim verification; fetches one page when asked to)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.8",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Fetched(Value):
    """A page as received."""

    data: bytes
    url: str
    """The address that was asked for."""
    final_url: str
    """The address that answered, after all redirects."""
    media_type: str | None
    """As the server says it, with its parameters."""
    redirects: tuple[str, ...] = ()
    """The addresses on the way from `url`, which is not among them, to `final_url`, which is the last of them."""
    retrieved: Utc

    @property
    def name(self) -> str:
        """A file name: the last part of the final address's path, or its host."""
        parts = urlsplit(self.final_url)
        last = unquote(parts.path.rstrip("/").rpartition("/")[2])
        return re.sub(r"[\x00-\x1f/\\]", "_", last)[-200:] or (parts.hostname or "page")


def fetch(url: str, *, allow_private: bool = False, timeout: float = TIMEOUT, max_bytes: int = MAX_BYTES) -> Fetched:
    """Get the page at `url` (http or https), within `timeout` seconds and `max_bytes`. Raises FetchProblem."""
    deadline = time.monotonic() + timeout
    visited = [_normal(url, url)]
    while True:
        here = visited[-1]
        with _opened(here, deadline, timeout, allow_private=allow_private) as answer:
            if answer.status not in _REDIRECTS or answer.getheader("Location") is None:
                data = _body(here, answer, max_bytes)
                break
            visited.append(_normal(urljoin(here, answer.getheader("Location", "")), here))
        if len(visited) > MAX_REDIRECTS + 1:
            raise FetchProblem(url, f"leads on more than {MAX_REDIRECTS} times")
    return Fetched(
        data=data,
        url=url.strip(),
        final_url=visited[-1],
        media_type=answer.getheader("Content-Type"),
        redirects=tuple(visited[1:]),
        retrieved=datetime.now(UTC),
    )


def _normal(url: str, asked: str) -> str:
    """The address in ASCII, without its fragment. Raises FetchProblem for what is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("ascii" if url.isascii() else "idna").decode()
        port = parts.port
    except (ValueError, UnicodeError) as error:
        raise FetchProblem(asked, f"{url!r} is not a valid address") from error
    if parts.scheme.lower() not in {"http", "https"} or not re.fullmatch(r"[\w.-]+|[\da-fA-F:.]+", host):
        raise FetchProblem(asked, f"{url!r} is not an address that begins with http:// or https:// and a host")
    if parts.username is not None or parts.password is not None:
        raise FetchProblem(asked, "holds a user name or a password, which would be stored; leave it out")
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?[]")
    place = host if port is None else f"{host}:{port}"
    return urlunsplit(SplitResult(parts.scheme.lower(), place, path, query, ""))


@contextmanager
def _opened(url: str, deadline: float, timeout: float, *, allow_private: bool) -> Iterator[http.client.HTTPResponse]:
    """The server's answer. Everything that goes wrong while it is open becomes a FetchProblem."""
    connection = _Connection(url, deadline, allow_private=allow_private)
    left = max(0.0, deadline - time.monotonic())
    clock = threading.Timer(left, connection.cut)
    clock.daemon = True
    clock.start()
    try:
        connection.request("GET", connection.target, headers=_HEADERS)
        with connection.getresponse() as answer:  # has taken the socket over
            yield answer
        if connection.is_cut:
            raise TimeoutError
    except FetchProblem:
        if connection.is_cut:
            raise FetchProblem(url, f"took longer than {timeout:g} seconds") from None
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = connection.is_cut or isinstance(error, TimeoutError)
        raise FetchProblem(url, f"took longer than {timeout:g} seconds" if late else _words(error)) from error
    finally:
        clock.cancel()
        connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection that goes to an address it has looked at, and can be cut off from another thread."""

    def __init__(self, url: str, deadline: float, *, allow_private: bool) -> None:
        parts = urlsplit(url)
        self._secure = parts.scheme == "https"
        standard = 443 if self._secure else 80
        super().__init__(parts.hostname or "", parts.port or standard)
        self.default_port = standard  # decides whether the Host header names the port
        self.target = urlunsplit(("", "", parts.path, parts.query, ""))
        self.is_cut = False
        self._wire: socket.socket | None = None  # stays when http.client has handed its own on to the answer
        self._deadline = deadline
        self._allow_private = allow_private
        self._url = url

    def connect(self) -> None:
        """Connect to the first of the host's addresses that may be connected to and answers."""
        last: OSError | None = None
        for family, place in self._places():
            plain = socket.socket(family, socket.SOCK_STREAM)
            try:
                plain.settimeout(max(0.001, self._deadline - time.monotonic()))
                plain.connect(place)
                self.sock = self._wire = self._secured(plain) if self._secure else plain
                if isinstance(self.sock, ssl.SSLSocket):
                    self.sock.do_handshake()
            except OSError as error:
                plain.close()
                last = error
            else:
                return
        raise last or ConnectionError("no address of this host can be reached")

    def _secured(self, plain: socket.socket) -> ssl.SSLSocket:
        context = ssl.create_default_context()
        return context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)

    def _places(self) -> list[tuple[int, Any]]:
        """(family, address) of the host. Raises FetchProblem when none of them is public."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        places: list[tuple[int, Any]] = [(family, place) for family, _, _, _, place in found]
        allowed = [one for one in places if self._allow_private or is_public(str(one[1][0]))]
        if not allowed:
            raise FetchProblem(
                self._url, f"lies inside a private network ({places[0][1][0]}); say --allow-private if that is meant"
            )
        return allowed

    def cut(self) -> None:
        """End whatever is being waited for."""
        self.is_cut = True
        if self._wire is not None:
            with suppress(OSError):  # it may have ended by itself
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)  # the wire, whatever TLS thinks


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also the IPv4 address inside one of IPv6."""
    try:
        found: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if found.teredo is not None or found.is_site_local:
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _body(url: str, answer: http.client.HTTPResponse, max_bytes: int) -> bytes:
    if answer.status != http.HTTPStatus.OK:
        raise FetchProblem(url, clean_line(f"the server answers {answer.status} {answer.reason}"[:200]))
    raw = bytearray()
    while piece := answer.read(_PIECE):
        raw += piece
        if len(raw) > max_bytes:
            raise FetchProblem(url, f"holds more than {max_bytes // 1024**2} MB")
    length = answer.getheader("Content-Length", "")
    if length.isascii() and length.isdigit() and len(raw) != int(length):
        raise FetchProblem(url, f"broke off after {len(raw)} of {int(length)} bytes")
    encoding = answer.getheader("Content-Encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        return bytes(raw)
    if encoding in {"gzip", "x-gzip"}:
        return _unpacked(url, bytes(raw), max_bytes)
    raise FetchProblem(url, clean_line(f"is packed as {encoding[:40]!r}, which was not asked for"))


def _unpacked(url: str, data: bytes, max_bytes: int) -> bytes:
    """What gzip packed, one member after the other, up to the limit."""
    found = bytearray()
    while data:
        unpack = zlib.decompressobj(wbits=31)
        try:
            found += unpack.decompress(data, max_bytes + 1 - len(found))
        except zlib.error as error:
            raise FetchProblem(url, "is damaged: it does not unpack") from error
        if len(found) > max_bytes:
            raise FetchProblem(url, f"unpacks to more than {max_bytes // 1024**2} MB")
        if not unpack.eof:
            raise FetchProblem(url, "is damaged: it breaks off while unpacking")
        data = unpack.unused_data
    return bytes(found)


def _words(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no such host is known, or the network is down"
    if isinstance(error, ssl.SSLCertVerificationError):
        return clean_line(f"its certificate cannot be trusted ({error.verify_message})")
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, OSError):
        return f"could not be reached ({(error.strerror or str(error) or type(error).__name__).lower()})"
    return "the server's answer is not HTTP or breaks off"
