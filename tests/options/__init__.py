"""Tests of the reader of options."""
