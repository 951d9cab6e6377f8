"""The facts of this publication: all that its owner edits; publishconf.py imports this.

How it is built from them stands in plugins/verbatim; theme/README.md lists what can be stated.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "plugins"))

# What is stated below goes before what this brings.
from verbatim.building import *

# What it is called.
SITENAME = "The Kura Review"
# The sentence under the name; none where it is empty.
PROMISE = "Every quotation names its source, and is checked against it."
# On what terms its texts may be used, at the foot of each page.
LICENSE = (
    "Texts by the Review’s authors may be republished under CC BY 4.0."
    " Quoted words belong to those who said them."
)
# Where it is published; SITE_URL in the environment goes before it.
PUBLISHED_AT = "https://kurareview.example"
# Where its dates are.
TIMEZONE = "Asia/Tbilisi"

# The language at the root of the site, and all that it is written in.
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
QUOTATIONS = {}
# What machines are told of the site beside its licence: {"logo": "images/logo.svg"}.
STRUCTURED_DATA = {}
# How pieces look where they are shared: see plugins/sharing.
SHARING = {}
# The mailbox at this domain that is told of a weakness of the site: security.txt; none with {}.
SECURITY = {"contact": "security"}
# Metadata fields of the site's own, beside those that are known.
METADATA_FIELDS = []

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
