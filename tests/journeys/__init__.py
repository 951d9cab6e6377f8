"""Whole ways through the site, as readers of different means go them."""
