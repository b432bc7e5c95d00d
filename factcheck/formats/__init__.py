"""Claim files in, reports out; one file each. Nothing here knows the database."""
