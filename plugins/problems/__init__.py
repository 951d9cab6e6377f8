"""What is wrong with a site's content, said in one form everywhere."""

from problems.model import ContentError as ContentError
from problems.model import Location as Location
from problems.model import Problem as Problem
from problems.model import Severity as Severity
from problems.model import UnusableError as UnusableError
from problems.report import FORMATS as FORMATS
from problems.report import Gatherer as Gatherer
from problems.report import failing as failing
from problems.report import report as report
from problems.report import tell as tell
from problems.wording import counted as counted
from problems.wording import did_you_mean as did_you_mean
from problems.wording import nearest as nearest
