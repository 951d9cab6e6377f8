"""The facts of the publication that tests are run on: invented, and no other's."""

import sys
from pathlib import Path

# The folder of a test may have a link to this file.
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "plugins"))

from verbatim.building import *

SITENAME = "The Kelp Review"
PROMISE = "Whoever is quoted here said so."
LICENSE = "Texts of the Kelp Review are free under CC BY-SA 4.0; quoted words are not ours."
PUBLISHED_AT = "https://kelp.example"
TIMEZONE = "Asia/Baku"
DEFAULT_LANG = "en"
LANGUAGES = ("en", "az", "hy", "ka", "ru", "tr", "fa")
TRANSLATIONS = {
    SITENAME: {
        "az": "Yosun İcmalı",
        "hy": "Ջրիմուռի հանդես",
        "ka": "წყალმცენარის მიმოხილვა",
        "ru": "Обозрение водорослей",
        "tr": "Yosun Dergisi",
        "fa": "بررسی جلبک",
    },
    PROMISE: {
        "az": "Burada kimdən sitat gətirilirsə, o bunu deyib.",
        "hy": "Ում այստեղ մեջբերում են, նա դա ասել է։",
        "ka": "ვისაც აქ ციტირებენ, მას ეს უთქვამს.",
        "ru": "Кого здесь цитируют, тот это сказал.",
        "tr": "Burada kimden alıntı yapılırsa, o bunu demiştir.",
        "fa": "هر که اینجا نقل شود، آن را گفته است.",
    },
    LICENSE: {
        "az": "Mətnlərimiz CC BY-SA 4.0 ilə azaddır; sitatlar bizim deyil.",
        "hy": "Մեր տեքստերն ազատ են CC BY-SA 4.0-ով. մեջբերումները մերը չեն։",
        "ka": "ჩვენი ტექსტები თავისუფალია CC BY-SA 4.0-ით; ციტატები ჩვენი არ არის.",
        "ru": "Наши тексты свободны по CC BY-SA 4.0; цитаты не наши.",
        "tr": "Metinlerimiz CC BY-SA 4.0 ile serbesttir; alıntılar bizim değildir.",
        "fa": "نوشته‌های ما با CC BY-SA 4.0 آزاد است؛ نقل‌قول‌ها از ما نیست.",
    },
}
SECTIONS = {
    "Tides": {
        "az": "Qabarmalar",
        "hy": "Մակընթացություններ",
        "ka": "მოქცევები",
        "ru": "Приливы",
        "tr": "Gelgitler",
        "fa": "جزر و مد",
    },
    "Ferries": {
        "az": "Bərələr",
        "hy": "Լաստանավեր",
        "ka": "ბორნები",
        "ru": "Паромы",
        "tr": "Feribotlar",
        "fa": "گذاره‌ها",
    },
    "Bread": {
        "az": "Çörək",
        "hy": "Հաց",
        "ka": "პური",
        "ru": "Хлеб",
        "tr": "Ekmek",
        "fa": "نان",
    },
    "Moths": {
        "az": "Kəpənəklər",
        "hy": "Ցեցեր",
        "ka": "ჩრჩილები",
        "ru": "Мотыльки",
        "tr": "Güveler",
        "fa": "شب‌پره‌ها",
    },
}
SECURITY = {"contact": "security"}
COMMENTS = {"provider": "isso", "url": "/isso", "privacy": "Comments are kept on our own server."}
# What pictures and cards cost is paid once.
CACHE_PATH = str(ROOT / ".cache")
