"""What is wrong with a site's content, said in one form everywhere."""

from problems.model import ContentError, Location, Problem, Severity
from problems.report import FORMATS, report, tell

__all__ = ["FORMATS", "ContentError", "Location", "Problem", "Severity", "report", "tell"]
