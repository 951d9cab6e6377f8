"""The theme's stylesheets and scripts: put together, made small, named by their content."""

from assets.plugin import register as register
