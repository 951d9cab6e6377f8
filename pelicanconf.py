"""The facts of the site, and the settings for working on it; publishconf.py imports this."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined
from markdown.extensions.toc import slugify_unicode

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "plugins"))

# ruff: noqa: E402 - the plugins are found from here on
from strict_build import StrictPelican

# --- The site -------------------------------------------------------------------------
SITENAME = "The Kura Review"
PROMISE = "Every quotation names its source, and is checked against it."
LICENSE = (
    "Texts by the Review’s authors may be republished under CC BY 4.0."
    " Quoted words belong to those who said them."
)
# Where it is published; SITEURL is empty while one works on it.
PUBLISHED_AT = os.environ.get("SITE_URL", "https://kurareview.example").rstrip("/")
SITEURL = ""
TIMEZONE = "Asia/Tbilisi"

DEFAULT_LANG = "en"
LANGUAGES = ("en", "az", "hy", "ka", "ru", "tr", "fa")
# What is said above, in the other languages.
TRANSLATIONS = {
    SITENAME: {
        "az": "Kür İcmalı",
        "hy": "Կուրի հանդես",
        "ka": "მტკვრის მიმოხილვა",
        "ru": "Куринское обозрение",
        "tr": "Kura Dergisi",
        "fa": "بررسی کورا",
    },
    PROMISE: {
        "az": "Hər sitat mənbəyini göstərir və onunla tutuşdurulub.",
        "hy": "Ամեն մեջբերում նշում է իր աղբյուրը և համեմատված է դրա հետ։",
        "ka": "ყოველი ციტატა ასახელებს წყაროს და მასთან შედარებულია.",
        "ru": "Каждая цитата называет свой источник и сверена с ним.",
        "tr": "Her alıntı kaynağını belirtir ve kaynağıyla karşılaştırılmıştır.",
        "fa": "هر نقل‌قول منبع خود را نام می‌برد و با آن مقابله شده است.",
    },
    LICENSE: {
        "az": "Müəlliflərimizin mətnləri CC BY 4.0 şərtləri ilə yenidən dərc oluna bilər."
        " Sitat gətirilən sözlər onları deyənlərə məxsusdur.",
        "hy": "Մեր հեղինակների տեքստերը կարելի է վերահրապարակել CC BY 4.0 պայմաններով։"
        " Մեջբերված խոսքերը պատկանում են դրանք ասողներին։",
        "ka": "ჩვენი ავტორების ტექსტების გადაბეჭდვა ნებადართულია CC BY 4.0 პირობებით."
        " ციტატები მათ ავტორებს ეკუთვნის.",
        "ru": "Тексты наших авторов можно перепечатывать на условиях CC BY 4.0."
        " Процитированные слова принадлежат тем, кто их сказал.",
        "tr": "Yazarlarımızın metinleri CC BY 4.0 koşullarıyla yeniden yayımlanabilir."
        " Alıntılanan sözler, onları söyleyenlere aittir.",
        "fa": "بازنشر نوشته‌های نویسندگان ما با پروانهٔ CC BY 4.0 آزاد است."
        " نقل‌قول‌ها از آنِ گویندگان آن‌هاست.",
    },
}
# The sections in the order of the menu, and their names in other languages.
SECTIONS = {
    "Rivers": {
        "az": "Çaylar",
        "hy": "Գետեր",
        "ka": "მდინარეები",
        "ru": "Реки",
        "tr": "Nehirler",
        "fa": "رودها",
    },
    "Railways": {
        "az": "Dəmir yolları",
        "hy": "Երկաթուղիներ",
        "ka": "რკინიგზა",
        "ru": "Железные дороги",
        "tr": "Demiryolları",
        "fa": "راه‌آهن",
    },
    "Wine": {
        "az": "Şərab",
        "hy": "Գինի",
        "ka": "ღვინო",
        "ru": "Вино",
        "tr": "Şarap",
        "fa": "تاکستان",
    },
    "Birds": {
        "az": "Quşlar",
        "hy": "Թռչուններ",
        "ka": "ფრინველები",
        "ru": "Птицы",
        "tr": "Kuşlar",
        "fa": "پرندگان",
    },
    "Schools": {
        "az": "Məktəblər",
        "hy": "Դպրոցներ",
        "ka": "სკოლები",
        "ru": "Школы",
        "tr": "Okullar",
        "fa": "مدرسه‌ها",
    },
}

# How quotations are checked; {"strict": True} makes one without a snapshot an error, and
# {"most_quoted": 0.5} warns where more than half of an article is others' words.
QUOTATIONS: dict[str, object] = {}
# What machines are told of the site: the address of its licence, and its logo among the images.
STRUCTURED_DATA = {"license": "https://creativecommons.org/licenses/by/4.0/"}
# How pieces look where they are shared: see plugins/sharing.
SHARING = {"short_name": "Kura Review", "locales": {"en": "en_GB"}}
# Whom to tell of a weakness of the site, and until when that holds: security.txt.
SECURITY = {"contact": "mailto:security@kurareview.example", "expires": "2027-03-01"}
# A preview asks search engines not to come in.
PREVIEW = bool(os.environ.get("PREVIEW"))
# Metadata fields of the site's own, beside those that are known.
METADATA_FIELDS: list[str] = []

# The service that keeps the comments; `inv serve` has one of its own behind this path.
COMMENTS = {
    "provider": "isso",
    "url": "/isso",
    "privacy": {
        "en": "Comments are kept on our own server. Opening them sends it your address on the"
        " network, and nothing to anybody else. An e-mail address is optional and never shown.",
        "az": "Şərhlər öz serverimizdə saxlanılır. Onları açanda server şəbəkə ünvanınızı görür,"
        " başqa heç kimə heç nə göndərilmir. E-poçt ünvanı yazmaq məcburi"
        " deyil və heç vaxt göstərilmir.",
        "hy": "Մեկնաբանությունները պահվում են մեր սեփական սերվերում։ Դրանք բացելիս սերվերը տեսնում"
        " է ձեր ցանցային հասցեն, իսկ ուրիշ ոչ մեկին ոչինչ չի ուղարկվում։ Էլ․ փոստի հասցեն"
        " պարտադիր չէ և երբեք չի ցուցադրվում։",
        "ka": "კომენტარები ჩვენს სერვერზე ინახება. მათი გახსნისას სერვერი თქვენს ქსელურ მისამართს"
        " იგებს და სხვას არავის გადასცემს. ელფოსტის მითითება სავალდებულო არ არის და არასოდეს ჩანს.",
        "ru": "Комментарии хранятся на нашем собственном сервере. Когда вы их открываете, сервер"
        " узнаёт ваш сетевой адрес и никому его не передаёт. Адрес почты указывать не"
        " обязательно, и он никогда не показывается.",
        "tr": "Yorumlar kendi sunucumuzda tutulur. Onları açtığınızda sunucu ağ adresinizi görür,"
        " başka kimseye bir şey gönderilmez. E-posta adresi zorunlu değildir ve asla gösterilmez.",
        "fa": "دیدگاه‌ها در سرور خود ما نگهداری می‌شوند. با باز کردن آن‌ها، سرور نشانی شبکهٔ شما را"
        " می‌بیند و آن را به کس دیگری نمی‌دهد. نوشتن نشانی رایانامه"
        " اختیاری است و هرگز نمایش داده نمی‌شود.",
    },
}

# --- Where things are -----------------------------------------------------------------
PATH = "content"
ARTICLE_PATHS = [""]
ARTICLE_EXCLUDES = ["pages", "authors", "sources", "citations", "images", "extra"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA: dict[str, dict[str, str]] = {}
# plugins/settings puts LANGUAGES in the place of {languages}.
FILENAME_METADATA = (
    r"(?:(?P<date>\d{4}-\d{2}-\d{2})[-_])?(?P<slug>.+?)(?:\.(?P<lang>{languages}))?$"
)
WITH_FUTURE_DATES = False
CACHE_PATH = ".cache"

ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
ARTICLE_LANG_URL, ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/", "{lang}/{slug}/index.html"
DRAFT_URL, DRAFT_SAVE_AS = "drafts/{slug}/", "drafts/{slug}/index.html"
DRAFT_LANG_URL, DRAFT_LANG_SAVE_AS = "drafts/{lang}/{slug}/", "drafts/{lang}/{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
PAGE_LANG_URL, PAGE_LANG_SAVE_AS = "{lang}/{slug}/", "{lang}/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "sections/{slug}/", "sections/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
CATEGORIES_URL, CATEGORIES_SAVE_AS = "sections/", "sections/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "authors/", "authors/index.html"
# Lists are written for each language, by plugins/languages; sources by plugins/record.
DIRECT_TEMPLATES = ["404"]
PAGINATED_TEMPLATES = {
    "index": 20,
    "archives": 200,
    "category": 20,
    "tag": 20,
    "author": 20,
    "source": 20,
    "sources": 40,
}
DEFAULT_PAGINATION = 20
# Pelican's own pattern lets page 2 of the tag “u1” overwrite page 1 of “u12”.
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)


def section_id(heading: str, separator: str) -> str:
    """Return the id of a section of a text, which no part of the page around it has."""
    return f"on{separator}{slugify_unicode(heading, separator)}"


# --- How it is built ------------------------------------------------------------------
PELICAN_CLASS = StrictPelican
PLUGIN_PATHS = [str(ROOT / "plugins")]
PLUGINS = [
    "settings",
    "metadata",
    "quotations",
    "images",
    "record",
    "structured_data",
    "feeds",
    "languages",
    "read_on",
    "sharing",
    "comments",
    "search",
    "assets",
    "sitemaps",
    "site_check",  # the last: it reads what the others wrote
]
THEME = str(ROOT / "theme")
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
MARKDOWN = {
    # fast_markdown changes the time that is taken, and nothing else.
    "extensions": ["markdown.extensions.extra", "markdown.extensions.toc", "fast_markdown"],
    # Each section of a text has an address, and [TOC] lists them.
    "extension_configs": {
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {"slugify": section_id},
    },
    "output_format": "html5",
}
# text, json or github: how problems are printed.
PROBLEM_FORMAT = "text"
# Whether to read and check everything, and write nothing.
VERIFY_ONLY = False
# Whether to read what was built, and tell what is wrong with it: `inv check`.
CHECK_SITE = False
# Whether the front page lists drafts, for the eyes of their authors.
SHOW_DRAFTS = False

# Feeds need an absolute SITEURL: publishconf.py has them.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
