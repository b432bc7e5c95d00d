"""The sample dossier's files: two digests in our own words, the claims in them, and what a desk decided."""

from importlib.resources import files

ARTICLE = "article.txt"
TRANSCRIPT = "transcript.txt"
CLAIMS = "claims.jsonl"
RELATIONS = "relations.jsonl"
DECISIONS = "decisions.jsonl"


def data(name: str) -> bytes:
    """The bytes of one of the files."""
    return files(__name__).joinpath(name).read_bytes()
