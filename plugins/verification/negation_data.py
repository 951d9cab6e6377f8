"""The words that deny, by language: data, to be read and mended by those who speak it.

All words are in lower case; they are folded before they are compared.
"""

from __future__ import annotations

from typing import TypedDict


class Entry(TypedDict, total=False):
    """*words* deny as they are; *pattern* finds words by their beginning or end.

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
