"""Between a client and a PostgreSQL server: passes everything on, and loses a commit or its answer when told to."""

import select
import socket
import threading
from contextlib import suppress
from pathlib import Path

COMMIT = b"COMMIT\x00"
_PIECE = 65_536


class Proxy:
    """Listens on a port of this machine. `lose` is what it does to the next commit: `question`, `answer` or nothing."""

    def __init__(self, server: Path) -> None:
        self._server = server
        self.lose: str | None = None
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        with client, server, suppress(OSError):
            server.connect(str(self._server))
            while True:
                for ready in select.select([client, server], [], [])[0]:
                    piece = ready.recv(_PIECE)
                    if not piece:
                        return
                    if ready is server:
                        client.sendall(piece)
                        continue
                    lose = self.lose if COMMIT in piece else None
                    if lose is not None:
                        self.lose = None
                    if lose == "question":
                        return
                    server.sendall(piece)
                    if lose == "answer":
                        server.recv(_PIECE)  # it is committed by now
                        return
