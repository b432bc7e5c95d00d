"""The terminal reviewer. Its state (`state.py`) knows no Textual; its texts are built as plain lines (`text.py`)."""
