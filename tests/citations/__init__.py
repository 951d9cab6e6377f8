"""Tests of the record: citations, sources, and their files."""
