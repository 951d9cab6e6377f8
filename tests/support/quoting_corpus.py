"""A publication for measurements: articles that quote, works with their text, and outlets.

As in the sample publication, an article of about 900 words has three or four quotations,
one in six of them shortened, and most of what is quoted comes from a few outlets and people.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass
from pathlib import Path

from tests.support.corpus import LETTERS, SHARES, vocabulary

SENTENCES = 80
WORKS_AN_ARTICLE = 0.2
PEOPLE_AN_ARTICLE = 0.25
ARTICLES_AN_OUTLET = 80
SECTIONS = ("Rivers", "Railways", "Wine", "Birds", "Schools")
FIRST_DAY = datetime.datetime(2016, 1, 1, 8, tzinfo=datetime.UTC)
DAYS = 3650
PARAGRAPHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A cited work: its key, its language, and its sentences."""

    key: str
    language: str
    sentences: tuple[str, ...]


def write_publication(folder: Path, articles: int) -> None:
    """Write *articles* articles, and what they cite, into the content folder *folder*."""
    _Publication(folder, articles).write()


class _Publication:
    def __init__(self, folder: Path, articles: int) -> None:
        self.folder, self.number = folder, articles
        self.random = random.Random(articles)
        self.words = {language: vocabulary(language) for language in LETTERS}
        self.outlets = [f"outlet-{n}" for n in range(max(4, articles // ARTICLES_AN_OUTLET))]
        count = max(10, int(articles * PEOPLE_AN_ARTICLE))
        self.people = {language: self._people(language, count) for language in LETTERS}

    def write(self) -> None:
        for name in ("articles", "citations", "sources"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for number, slug in enumerate(self.outlets):
            text = f"Title: Outlet {number}\nCountry: GE\nLanguages: ka, en\n\nA daily.\n"
            (self.folder / "sources" / f"{slug}.md").write_text(text, encoding="utf-8")
        works = [self._work(n) for n in range(max(20, int(self.number * WORKS_AN_ARTICLE)))]
        by_language = {
            language: [work for work in works if work.language == language] or works
            for language in LETTERS
        }
        for number in range(self.number):
            [language] = self.random.choices(list(SHARES), weights=list(SHARES.values()))
            text = self._article(number, language, by_language[language])
            path = self.folder / "articles" / f"article-{number:06}.{language}.md"
            path.write_text(text, encoding="utf-8")

    def _people(self, language: str, count: int) -> list[str]:
        words = self.words[language]
        return [
            " ".join(w.capitalize() for w in self.random.sample(words, 2)) for _ in range(count)
        ]

    def _often(self, things: list[str] | list[Work]) -> int:
        """Return the place of one of *things*: the first are chosen most."""
        return int(len(things) * self.random.random() ** 3)

    def _work(self, number: int) -> Work:
        language = list(LETTERS)[number % len(LETTERS)]
        key = f"work-{number}"
        sentences = tuple(self._sentence(language) for _ in range(SENTENCES))
        outlet = self.outlets[self._often(self.outlets)]
        record = (
            f"type: article-newspaper\ntitle: {self._phrase(language, 6).capitalize()}\n"
            f"container: {outlet}\nURL: https://{outlet}.example/{number}\nlanguage: {language}\n"
            f"issued: 2015-03-14\naccessed: 2015-03-16\narchive: https://archive.example/{key}\n"
        )
        folder = self.folder / "citations"
        (folder / f"{key}.yaml").write_text(record, encoding="utf-8")
        (folder / f"{key}.txt").write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
        return Work(key=key, language=language, sentences=sentences)

    def _phrase(self, language: str, number: int) -> str:
        return " ".join(self.random.choice(self.words[language]) for _ in range(number))

    def _sentence(self, language: str) -> str:
        return self._phrase(language, self.random.randint(9, 22)).capitalize() + "."

    def _article(self, number: int, language: str, works: list[Work]) -> str:
        date = FIRST_DAY + datetime.timedelta(days=DAYS * number / self.number)
        head = (
            f"Title: {self._phrase(language, 7).capitalize()}\nDate: {date:%Y-%m-%d %H:%M}\n"
            f"Slug: article-{number:06}\nCategory: {self.random.choice(SECTIONS)}\n"
            f"Tags: tag {self.random.randrange(200)}\nAuthor: Author {self.random.randrange(20)}\n"
        )
        quoted = set(self.random.sample(range(PARAGRAPHS), self.random.choice([3, 4])))
        blocks = []
        for place in range(PARAGRAPHS):
            blocks.append(" ".join(self._sentence(language) for _ in range(4)))
            if place in quoted:
                blocks.append(self._quotation(language, works[self._often(works)]))
        return head + "\n" + "\n\n".join(blocks) + "\n"

    def _quotation(self, language: str, work: Work) -> str:
        at = self.random.randrange(SENTENCES - 2)
        words = " ".join(work.sentences[at : at + 2]).split()
        if self.random.random() < 1 / 6:
            words[4:7] = ["[…]"]
        people = self.people[language]
        person = people[self._often(people)]
        return f"> {' '.join(words)}\n>\n> — {person}, witness, [@{work.key}]"
