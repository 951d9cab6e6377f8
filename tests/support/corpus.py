"""Commentary for measurements: made up word by word, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

LETTERS = {
    "en": ("bcdfghklmnprstvw", "aeiou"),
    "ru": ("бвгджзклмнпрстфхцчшщ", "аеиоуыюя"),
    "hy": ("բգդզժլխծկհձղճմնշչպջռսվտրց", "աեըիոու"),
    "az": ("bcçdfgğhxjkqlmnprsştvyz", "aeəıioöuü"),
}
SHARES = {"en": 15, "ru": 3, "hy": 1, "az": 1}
WORDS = 2500
PARAGRAPHS = 12


def vocabulary(language: str) -> list[str]:
    """Return the words of *language*, each of one to four syllables."""
    consonants, vowels = LETTERS[language]
    source = random.Random(language)
    words: set[str] = set()
    while len(words) < WORDS:
        syllables = range(source.randint(1, 4))
        words.add("".join(source.choice(consonants) + source.choice(vowels) for _ in syllables))
    return sorted(words)


class Author:
    """Writes articles of about 900 words: emphasis, links, headings, three or four block quotes."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.vocabularies = {language: vocabulary(language) for language in LETTERS}

    def articles(self, number: int) -> Iterator[str]:
        """Yield the Markdown of *number* articles."""
        for count in range(number):
            [language] = self.random.choices(list(SHARES), weights=list(SHARES.values()))
            yield self._article(count, self.vocabularies[language])

    def _article(self, count: int, words: list[str]) -> str:
        head = (
            f"Title: {self._words(words, 7).capitalize()}\n"
            f"Date: 2026-01-01 08:00\nSlug: article-{count:06}\nCategory: Rivers\n\n"
        )
        quoted = set(self.random.sample(range(PARAGRAPHS), self.random.choice([3, 4])))
        blocks = []
        for number in range(PARAGRAPHS):
            if number in (4, 8):
                blocks.append(f"## {self._words(words, 5).capitalize()}")
            blocks.append(self._paragraph(words, self.random.randint(3, 4), link=number % 3 == 0))
            if number in quoted:
                blocks.append(self._block_quote(words))
        return head + "\n\n".join(blocks) + "\n"

    def _words(self, words: list[str], number: int) -> str:
        return " ".join(self.random.choice(words) for _ in range(number))

    def _paragraph(self, words: list[str], sentences: int, *, link: bool = False) -> str:
        text = [self._sentence(words) for _ in range(sentences)]
        if link:
            text.insert(1, f"See [{self._words(words, 2)}](https://example.com/{len(text)}).")
        return " ".join(text)

    def _sentence(self, words: list[str]) -> str:
        chosen = self._words(words, self.random.randint(9, 22)).split()
        place = self.random.randrange(len(chosen))
        mark = self.random.choices(["", "*", "**", '"'], weights=[13, 3, 2, 2])[0]
        chosen[place] = f"{mark}{chosen[place]}{mark}"
        end = self.random.choice([".", ".", ".", "?", "; and so on.", " -- a fact."])
        return " ".join(chosen).capitalize() + end

    def _block_quote(self, words: list[str]) -> str:
        text = self._paragraph(words, self.random.randint(1, 2))
        middle = text.find(" ", len(text) // 2)
        return f"> {text[:middle]}\n> {text[middle + 1 :]}"
