"""Settings of the property tests of this package."""

from hypothesis import settings

# The first call of a test may load a dictionary, which says nothing about the call.
settings.register_profile("evidence", deadline=None)
settings.load_profile("evidence")
