"""Tests of the contract between plugins."""
