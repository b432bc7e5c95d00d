"""A language model's server on loopback, for those who ask one."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.factcheck.language_model import Server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> "Iterator[Server]":
    """No proxy and no stranger's key stands between."""
    from tests.factcheck.language_model import listening  # noqa: PLC0415 - the extra is slow to import

    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID"):
        monkeypatch.setenv(f"OPENAI_{name}", "of-someone-else")
    with listening() as told:
        yield told
