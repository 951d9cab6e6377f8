"""What is wrong with a site's content, said in one form everywhere."""

from problems.log import tell
from problems.model import ContentError, Location, Problem, Severity
from problems.report import FORMATS, report

__all__ = ["FORMATS", "ContentError", "Location", "Problem", "Severity", "report", "tell"]
