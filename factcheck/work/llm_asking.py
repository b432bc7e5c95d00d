"""Asking a language model: any server that speaks OpenAI's chat completions with tool calls, one on this computer too.

    prompt, questions ─► model (pydantic-ai) ─► one answer of the right shape to each question, or one sentence

What comes back is as untrusted as what was sent; whoever asks checks it. Only these calls need the extra.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from evidence.text.clean import clean_line
from factcheck.errors import LlmProblem, SettingsProblem
from factcheck.settings import FILE, Llm

if TYPE_CHECKING:
    from pydantic_ai.models import Model

RULE = "llm"
"""The name under which what a model says is entered."""
RETRIES = 2
"""How often the model may correct an answer that is not of the right shape."""
_UNREADABLE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the libraries let through when a completion has fields of the wrong types."""
Answer = TypeVar("Answer", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks one model, question after question."""

    settings: Llm
    model: "Model | None" = None
    """Asked instead of the server: for tests, and for those who bring a model of their own."""

    @property
    def name(self) -> str:
        """The model's name, fit to be stored and shown."""
        return clean_line(self.settings.model if self.model is None else self.model.model_name)

    def ask(self, where: str, prompt: str, shape: type[Answer], questions: Sequence[str]) -> list[Answer]:
        """An answer to each question. Raises LlmProblem, which names `where`, or SettingsProblem."""
        key = self.settings.key() if self.model is None else None
        try:
            import openai  # noqa: F401, PLC0415 - the extra brings both
            from pydantic_ai.exceptions import AgentRunError, UserError  # noqa: PLC0415 - optional, and slow to import
        except ImportError as error:
            raise SettingsProblem(
                "--llm", 'the extra is not installed; `pip install "factcheck-desk[llm]"` brings it'
            ) from error
        try:
            return asyncio.run(self._answers(prompt, shape, questions, key))
        except (AgentRunError, UserError) as error:
            # What a server says may repeat its key or hold anything at all: it is neither shown nor chained.
            raise LlmProblem(where, _words(error, self.settings)) from None
        except _UNREADABLE as error:  # only library code runs here, over what the server sent
            problem = f"what the language model's server answers cannot be read ({type(error).__name__})"
            raise LlmProblem(where, problem) from None

    async def _answers(
        self, prompt: str, shape: type[Answer], questions: Sequence[str], key: str | None
    ) -> list[Answer]:
        told = self.settings
        if self.model is not None:
            return await _each(self.model, prompt, shape, questions, told.timeout)
        from openai import AsyncOpenAI  # noqa: PLC0415
        from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415
        from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415

        # A key is always given, or the client would take OPENAI_API_KEY and send it to whatever server this is.
        async with AsyncOpenAI(
            base_url=told.base_url, api_key=key or "none", timeout=told.timeout, max_retries=0
        ) as client:
            client.organization = client.project = None
            model = OpenAIChatModel(told.model, provider=OpenAIProvider(openai_client=client))
            return await _each(model, prompt, shape, questions, told.timeout)


async def _each(
    model: "Model", prompt: str, shape: type[Answer], questions: Sequence[str], timeout: float
) -> list[Answer]:
    from pydantic_ai import Agent  # noqa: PLC0415
    from pydantic_ai.settings import ModelSettings  # noqa: PLC0415

    agent: Agent[None, Answer] = Agent(
        model,
        output_type=shape,
        instructions=prompt,
        retries=RETRIES,
        model_settings=ModelSettings(request_timeout=timeout),
    )
    return [(await agent.run(question)).output for question in questions]


def fenced(text: str, task: str) -> str:
    """What strangers wrote, between two lines with a mark that it cannot hold, a digest of itself; then the task."""
    mark = f"=== document {hashlib.sha256(text.encode()).hexdigest()[:16]} ==="
    return f"{mark}\n{text}\n{mark}\n{task}"


def version_of(prompt: str) -> str:
    """A digest that changes with every letter of a prompt."""
    return hashlib.sha256(prompt.encode()).hexdigest()[:8]


def one_line(words: str) -> str:
    """One line without anything that hides or steers, fit to be stored."""
    return " ".join(clean_line(words).split())


def says_something(words: str) -> bool:
    """Whether there is more than a mark or two."""
    return len(words) > 1 and any(map(str.isalnum, words))


def asker_for(settings: Llm | None) -> Asker:
    """The model that factcheck.toml names. Raises SettingsProblem when it names none."""
    if settings is None:
        raise SettingsProblem(FILE, "has no table [llm] with model and base_url, which --llm needs")
    return Asker(settings)


def _words(error: Exception, told: Llm) -> str:
    """What went wrong, in words of ours."""
    from pydantic_ai.exceptions import (  # noqa: PLC0415
        ContentFilterError,
        ModelConnectionError,
        ModelHTTPError,
        ModelRequestTimeout,
        ModelTimeoutError,
        UnexpectedModelBehavior,
    )

    if isinstance(error, ModelHTTPError) and error.status_code in {401, 403}:
        source = f"look at {told.api_key_env}" if told.api_key_env else "api_key_env in [llm] names the variable for it"
        return f"the language model's server refuses the key (HTTP {error.status_code}); {source}"
    if isinstance(error, ModelHTTPError):
        return f"the language model's server answers with HTTP {error.status_code}"
    if isinstance(error, ModelTimeoutError | ModelRequestTimeout):
        return f"the language model did not answer within {told.timeout:g} seconds"
    if isinstance(error, ModelConnectionError):
        return f"the language model's server at {told.base_url} cannot be reached"
    if isinstance(error, ContentFilterError):
        return "the language model refuses to read this document"
    if isinstance(error, UnexpectedModelBehavior):
        return "the language model's answers are not of the right shape, or it refuses to answer"
    return f"the language model cannot be used ({type(error).__name__})"
