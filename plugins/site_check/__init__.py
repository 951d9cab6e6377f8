"""What a built site tells of itself: dead links, missing words, versions that do not answer."""

from site_check.plugin import register as register
