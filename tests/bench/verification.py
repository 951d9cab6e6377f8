"""What verification costs: 10,000 quotations against 2,000 snapshots of 5,000 words.

At most 10 s the first time, 3 s where the snapshots did not change, and 200 MB.
Every run measures the same texts.
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from citations import SnapshotCache
from verification import verify

SNAPSHOTS = 2_000
QUOTATIONS = 10_000
WORDS = 5_000
ALPHABETS = {
    "en": ("bcdfghklmnprstvw", "aeiou", "“”"),
    "ru": ("бвгджзклмнпрстфхцчшщ", "аеиоуыюяэё", "«»"),
}
Quoted = tuple[int, str]


def vocabulary(language: str) -> list[str]:
    """Return words that no language has, in its letters."""
    chance = random.Random(language)
    consonants, vowels, _ = ALPHABETS[language]
    return [
        "".join(
            chance.choice(consonants) + chance.choice(vowels) for _ in range(chance.randint(1, 4))
        )
        for _ in range(2_500)
    ]


def snapshot_text(number: int, language: str, words: list[str]) -> str:
    """Return the text of one work: sentences with quotation marks and dashes, in paragraphs."""
    chance = random.Random(number)
    marks = ALPHABETS[language][2]
    sentences = []
    for _ in range(WORDS // 14):
        sentence = " ".join(chance.choices(words, k=14)).capitalize() + "."
        if chance.random() < 0.3:
            sentence = marks[0] + sentence + marks[1]
        if chance.random() < 0.3:
            sentence = sentence.replace(" ", " — ", 1)
        sentences.append(sentence)
    return "\n\n".join(
        " ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)
    )


def quotations_from(text: str, number: int) -> Iterator[str]:
    """Return five quotations: one of them is shortened, has brackets, or at times is wrong.

    As in the sample publication, where 8 of 45 are edited.
    """
    chance = random.Random(f"quotations {number}")
    words = text.split()
    for kind in range(QUOTATIONS // SNAPSHOTS):
        at = chance.randrange(len(words) - 60)
        passage = words[at : at + chance.randint(8, 45)]
        if kind == 4 and number % 20 == 0:
            passage[4] = "wrong"
        elif kind == 4:
            passage[3:5] = ["[…]"] if number % 3 else ["[the minister]"]
        yield " ".join(passage)


def write_corpus(folder: Path) -> list[Quoted]:
    """Write the snapshots; return the quotations in the order of articles, not of snapshots."""
    words = {language: vocabulary(language) for language in ALPHABETS}
    quoted: list[Quoted] = []
    for number in range(SNAPSHOTS):
        language = ("en", "ru")[number % 2]
        text = snapshot_text(number, language, words[language])
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        quoted += [(number, quotation) for quotation in quotations_from(text, number)]
    return quoted


def check_all(folder: Path, quoted: list[Quoted]) -> tuple[float, Counter[str]]:
    """Return how long it takes to check everything, and what was found."""
    cache = SnapshotCache(folder / "cache")
    results: Counter[str] = Counter()
    start = time.perf_counter()
    for number, quotation in quoted:
        snapshot = cache.read(folder / f"{number}.txt")
        found = verify(quotation, snapshot, language=("en", "ru")[number % 2])
        results[found.result] += 1
    return time.perf_counter() - start, results


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quoted = write_corpus(folder)
        for label in ("first time", "snapshots unchanged"):
            seconds, results = check_all(folder, quoted)
            print(f"{label}: {seconds:.2f} s, {dict(results)}")
        random.Random(1).shuffle(quoted)
        seconds, _ = check_all(folder, quoted)
        print(f"snapshots unchanged, quoted in no order: {seconds:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory: {peak} MB")


if __name__ == "__main__":
    main()
