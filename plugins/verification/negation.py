"""Words that deny, by language: their loss turns a sentence into its opposite.

The lists are data, to be read and mended by those who speak the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from verification.folding import caseless, fold
from verification.model import Caution


class Entry(TypedDict, total=False):
    """How a language denies: words in lower case, which are folded before they are compared.

    *words* deny as they are; *pattern* finds words by their beginning or end.

    Words in *except_for* (as they begin) only look like it.
    *after* are words that deny what stands before them.
    """

    words: str
    pattern: str
    except_for: str
    after: str


DATA: dict[str, Entry] = {
    "en": {
        "words": "not no never none nobody nothing nowhere neither nor without cannot hardly"
        " scarcely barely unless",
        "pattern": r".*n't",
    },
    "ru": {
        "words": "не ни нет без нельзя никогда никто никого никому никем ничто ничего ничему"
        " ничем ничей ничья ничьё ничьи ничьего ничьей ничьему ничьим ничьих ничьими ничьём"
        " ничью никак никакой никакая никакое никакие никакого никакому никаким никаком"
        " никакую никаких никакими нигде никуда ниоткуда ничуть отнюдь невозможно неверно"
        " неправда некому нечего незачем некуда вряд едва",
        "after": "нет нельзя",
    },
    "ka": {
        "words": "არ ვერ ნუ არა არაა აღარ აღარაა ვეღარ ნუღარ არც ვერც ნურც გარეშე არანაირი",
        "pattern": r"(?:(?:აღ)?არ(?:ავი|აფ|ასო|ასდრო|სად|საიდან|ცერთ)"
        r"|(?:ვე|ნუ)(?:ღა)?რ(?:ავ|აფ|ასო|ასდრო|სად|ცერთ)|არასწორ).*",
    },
    "hy": {
        "words": "ոչ ոչինչ ոչոք երբեք առանց մի՛ հազիվ անհնար անհնարին անկարելի",
        "pattern": r"չ.*",
        "except_for": "չափ չոր չար չին չնայ չեխ չիպ չիլ չամ",
        "after": "չէ չեն չեմ չես չենք չեք չէր չէին չէի",
    },
    "fa": {
        "words": "نه نیست هیچ بدون هرگز نباید نبود نشد نکرد ندارد نداشت",
        "pattern": r"(?:نمی|نخواه|نبای|نباش|ندار|نداشت|نکن|نکرد|نشد|نشو|نتوان|نیست|نبود).*"
        # The prefix alone would catch نام and نزدیک.
        r"|ن(?:رفت|گفت|دید|داد|خورد|خواند?|دانست|خواست|گرفت|ماند|رسید|گذاشت|ساخت|پرداخت|پذیرفت"
        r"|شناخت|نوشت|شنید|گذشت|فروخت|بست|گشت|گوی|رو|یافت|یامد|یاورد|یفتاد|ینداخت)"
        r"(?:د|م|ی|یم|ید|ند|ه.*)?",
        "after": "نیست نیستم نیستی نیستیم نیستید نیستند نبود نبودند نباشد نشد نکرد ندارد نداشت",
    },
    "az": {
        "words": "deyil yox yoxdur heç əsla",
        "pattern": r"deyil.*|..+s[ıiuü]z(?!m).*"
        r"|.+m(?:ay(?:[ıa].+|[ıa]c.*)|əy(?:[iə].+)|ad[ıa].*|əd[iə].*|[aə]z(?:[dlsa].*)?)"
        r"|.+m(?:as[ıa]|əs[iə])(?!$|n[ıiaə]|nd).*|.+m[aə]s[aə]"
        r"|.+m[aə](?:m[ıi]ş|m[aə]l[ıi]|m[aə][qkğy]).*"
        r"|.+m(?:ar(?:am|ıq)|ər(?:əm|ik))"
        r"|.+m[ıiuü]r(?:[aə]m|[ıiuü][qk]|s[aəıiuü].*|l[aə]r.*|d[ıiuü].*)?",
        "except_for": "dəmir kömür məmur təmir namaz fransız əmir ömür xəmir gəmir mamır"
        " vladimir teymur timur əhməd məhəmməd məmməd səməd ramazan",
        "after": "deyil deyildi deyildir deyiləm deyilsən deyilik deyilsiniz deyillər deyilmiş yox"
        " yoxdur yoxdu yoxdular yoxmuş",
    },
    "tr": {
        "words": "değil yok yoktur hiç asla kimse",
        "pattern": r"değil.*|..+s[ıiuü]z(?!m).*"
        r"|.+m(?:ay[ıa].+|ey[ie].+|ad[ıa].*|ed[ie].*|[ae]z(?:[dlsa].*)?)"
        r"|.+m(?:as[ıa]|es[ie])(?!$|n[ıiae]|nd).*|.+m[ae]s[ae]"
        r"|.+m[ae](?:m[ıi]ş|m[ae]l[ıi]|m[ae][kğy]).*"
        r"|.+m[ıiuü]yor.*",
        "except_for": "demir kömür memur hamur yağmur temiz fransız namaz ramazan muhammed",
        "after": "değil değildi değildir değilim değilsin değiliz değilsiniz değiller değilmiş yok"
        " yoktu yoktur yoktular yokmuş",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Negations:
    """How one language denies."""

    language: str
    words: frozenset[str]
    pattern: re.Pattern[str] | None
    except_for: tuple[str, ...]
    after: frozenset[str]

    def __contains__(self, word: str) -> bool:
        word = caseless(word, self.language)
        if word in self.words or word in self.after:
            return True
        return (
            self.pattern is not None
            and self.pattern.fullmatch(word) is not None
            and not word.startswith(self.except_for)
        )

    def among(self, words: Iterable[str]) -> list[str]:
        """Return those of *words* that deny."""
        return [word for word in words if word in self]

    def follows(self, word: str) -> bool:
        """Tell whether *word* denies what stands before it."""
        return caseless(word, self.language) in self.after


@cache
def negations(language: str) -> Negations:
    """Return how *language* denies; where it has no list, no word does."""
    base = language.partition("-")[0].lower()
    entry = DATA.get(base, {})
    pattern = entry.get("pattern")
    return Negations(
        language=base,
        words=_folded(entry.get("words", "")),
        pattern=re.compile(pattern) if pattern else None,
        except_for=tuple(_folded(entry.get("except_for", ""))),
        after=_folded(entry.get("after", "")),
    )


def missing_negations(language: str) -> Caution | None:
    """Return a caution where *language* has no list of negations; say it once for each."""
    base = language.partition("-")[0].lower()
    if base in DATA:
        return None
    return Caution(
        code="no-negation-list",
        message=f"no list of negations for the language “{language}”: read for yourself"
        " whether what was left out of its quotations changes their meaning",
    )


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())
