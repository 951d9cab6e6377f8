"""Where a reader goes from a piece: its series, its neighbours, and what is like it."""

from read_on.plugin import register as register
