"""What search engines and researchers ask a site for: sitemaps, robots.txt, security.txt."""

from sitemaps.plugin import register as register
