"""Stand-ins for a language model: one that always says the same, and a server of it on loopback."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic_ai.messages import ModelMessage, ModelResponse, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel


def parrot(**answer: object) -> FunctionModel:
    """A model that always gives this answer."""

    def say(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        return ModelResponse(parts=[ToolCallPart(info.output_tools[0].name, answer)])

    return FunctionModel(say, model_name="parrot")


@dataclass
class Server:
    """Speaks OpenAI's chat completions on loopback, with the answers it was told."""

    url: str = ""
    status: int = 200
    message: dict[str, object] = field(default_factory=dict)
    body: bytes | None = None
    """Sent instead of a completion."""
    silent: bool = False
    requests: list[tuple[str | None, dict[str, Any]]] = field(default_factory=list)
    headers: str = ""
    over: threading.Event = field(default_factory=threading.Event)

    def says(self, **answer: object) -> None:
        """Answer with this from now on."""
        self.calls(json.dumps(answer))

    def calls(self, arguments: str) -> None:
        """Answer with a tool call that has these arguments."""
        call = {"id": "1", "type": "function", "function": {"name": "final_result", "arguments": arguments}}
        self.message = {"content": None, "tool_calls": [call]}

    def reply(self) -> bytes:
        """The body of the answer."""
        if self.body is not None:
            return self.body
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **self.message}}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        told = {"id": "x", "object": "chat.completion", "created": 1, "model": "local", "choices": [choice]}
        return json.dumps({**told, "usage": usage}).encode()


@contextmanager
def listening() -> Iterator[Server]:
    """Such a server on 127.0.0.1 while the block runs."""
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            told.requests.append((self.headers["Authorization"], json.loads(self.rfile.read(size))))
            told.headers += str(self.headers)
            if told.silent:
                told.over.wait(30)
                return
            body = told.reply()
            self.send_response(told.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        told.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield told
        told.over.set()
        http.shutdown()
        thread.join()
