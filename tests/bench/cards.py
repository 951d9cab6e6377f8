"""What a card costs: in milliseconds, and beside packing the same image in truecolour.

Cards are drawn in one process, their headlines in several languages; processor time counts, so
that other work on the machine adds little. At most 10 ms a card.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from sharing.drawing import draw
from sharing.fonts import stacks
from sharing.icons import COLORS
from sharing.model import Card
from tests.support.corpus import LETTERS, vocabulary

CARDS = 300
SITES = {"en": "Kelp", "ru": "Ламинария", "hy": "Լամինարիա", "az": "Laminariya", "fa": "کلپ"}
PERSIAN = "مهمان که خواب است صاحب‌خانه آهسته راه می‌رود زمستان پلیکان‌ها در تالاب".split()
FORMS = ("verbatim", "edited", "translated", "unchecked")


def cards(number: int) -> Iterator[Card]:
    """Yield cards, the same in every run: headlines of 3 to 14 words, half of them quoting."""
    chance = random.Random(1)
    words = {language: vocabulary(language) for language in LETTERS} | {"fa": PERSIAN}
    for count in range(number):
        language = chance.choice(list(words))
        title = [chance.choice(words[language]) for _ in range(chance.randint(3, 14))]
        quoted = len(" ".join(title[: len(title) // 2])) if count % 2 else 0
        yield Card(
            lang=language,
            rtl=language == "fa",
            site=SITES[language],
            title=" ".join(title),
            quoted=quoted,
            section=words[language][0],
            names=" ".join(words[language][count % 20 : count % 20 + 2]),
            record=" ".join(words[language][:6]),
            marks=tuple(chance.choices(FORMS, k=count % 7)),
        )


def in_truecolour(png: bytes) -> int:
    """Return how many bytes the same image has without a palette."""
    packed = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.convert("RGB").save(packed, "PNG")
    return packed.tell()


def main() -> None:
    """Measure, and print."""
    fonts = stacks({})
    wanted = list(cards(CARDS))
    draw(wanted[0], fonts, COLORS)
    began = time.process_time()
    drawn = [draw(card, fonts, COLORS) for card in wanted]
    drawing = time.process_time() - began
    began = time.process_time()
    large = sum(map(in_truecolour, drawn))
    packing = time.process_time() - began
    small = sum(map(len, drawn))
    print(f"Cards, each of {CARDS}")
    print(f"  drawn and packed             {1000 * drawing / CARDS:6.1f} ms  (at most 10 ms)")
    print(f"  unpacked and in truecolour   {1000 * packing / CARDS:6.1f} ms")
    print(f"  drawn, to that               {drawing / packing:6.2f}")
    print(f"  bytes                        {small / CARDS:6.0f}, in truecolour {large / CARDS:.0f}")


if __name__ == "__main__":
    main()
