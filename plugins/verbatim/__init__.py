"""How a publication is built from its facts: what a pelicanconf.py and publishconf.py import."""
