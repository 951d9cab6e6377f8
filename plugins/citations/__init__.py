"""The record: which works are cited, the outlets they come from, and their files."""

from citations.citation import TYPES, read_citation
from citations.keys import (
    LANGUAGE_CODE,
    LONGEST_KEY,
    UNNAMED,
    citation_key,
    citation_key_from,
    free_key,
    slug_of,
    web_url,
)
from citations.library import Library
from citations.model import (
    FIELDS,
    NAME_FIELDS,
    Citation,
    Fields,
    Name,
    PartialDate,
    Source,
    looks_like_date,
    parse_date,
)
from citations.snapshots import SnapshotCache, SnapshotError
from citations.sources import read_source
from citations.yaml_files import (
    FieldsError,
    StatedFields,
    citation_text,
    read_fields,
    write_citation,
)

__all__ = [
    "FIELDS",
    "LANGUAGE_CODE",
    "LONGEST_KEY",
    "NAME_FIELDS",
    "TYPES",
    "UNNAMED",
    "Citation",
    "Fields",
    "FieldsError",
    "Library",
    "Name",
    "PartialDate",
    "SnapshotCache",
    "SnapshotError",
    "Source",
    "StatedFields",
    "citation_key",
    "citation_key_from",
    "citation_text",
    "free_key",
    "looks_like_date",
    "parse_date",
    "read_citation",
    "read_fields",
    "read_source",
    "slug_of",
    "web_url",
    "write_citation",
]
