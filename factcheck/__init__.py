"""factcheck: check claims across several accounts of one story."""

__version__ = "0.1.0"
