"""What headings and the formulas of crimes say of the legal function in Russian, Arabic and
Chinese.

In: nothing. Out: cues for headings and for words, by language. Few, and only words that stand for
one job: what they do not show stays `unclear`.
"""

from __future__ import annotations

from tracker.function.cues import Cue, cue

_ORDER = (
    "definition",
    "scope",
    "offence",
    "aggravating circumstance",
    "mitigating circumstance",
    "participation",
    "liability of legal persons",
    "sanction",
    "jurisdiction",
    "procedural power",
    "safeguard",
    "cooperation",
    "ground for refusal",
    "prevention",
    "assistance",
    "institution",
    "final clause",
    "purpose",
)


def headings(**words: str) -> tuple[Cue, ...]:
    """Heading cues from one expression a function, named with underscores."""
    return tuple(
        # An illegal interception is a crime and no power: the adjective wins over the noun.
        cue(name, 5 if name == "offence" else 4, "", words[key])
        for name in _ORDER
        if (key := name.replace(" ", "_")) in words
    )


def texts(**words: str) -> tuple[Cue, ...]:
    return tuple(
        cue(name, 7, "", words[key]) for name in _ORDER if (key := name.replace(" ", "_")) in words
    )


RUSSIAN_HEADINGS = headings(
    purpose=r"^(?:цели|цель|предмет)\b",
    definition=r"\bтермин|\bопределени[яе]\b",
    scope=r"\bсфера (?:применения|действия)\b",
    offence=r"\bкриминализаци|\bпреступлени[яей]|\bнезаконн|\bнеправомерн|\bпротивоправн",
    aggravating_circumstance=r"\bотягчающ",
    mitigating_circumstance=r"\bсмягчающ",
    participation=r"\bпокушени|\bсоучасти",
    liability_of_legal_persons=r"\bответственность юридических лиц\b",
    sanction=r"\bсанкци|\bнаказани|\bпреследовани|\bсрок[иа]? давности\b|\bконфискаци",
    jurisdiction=r"\bюрисдикци",
    procedural_power=r"\bобыск|\bизъяти|\bарест\b|\bоперативное обеспечение сохранности\b"
    r"|\bсбор данных\b|\bперехват",
    safeguard=r"\bгаранти|\bправа? человека\b|\bзащита\b",
    cooperation=r"\bсотрудничеств|\bвзаимн\w+ правов\w+ помощ|\bвыдача\b",
    ground_for_refusal=r"\bоснования для отказа\b|\bотказ\b",
    prevention=r"\bпредупреждени|\bпрофилактик",
    assistance=r"\bтехническ\w+ помощ|\bподготовка кадров\b|\bнаращивание потенциала\b",
    institution=r"\bконференция\b|\bсекретариат\b|\bкомитет\b|\bкомиссия\b",
    final_clause=r"\bвступление в силу\b|\bподписание\b|\bратификаци|\bприсоединение\b|\bпоправки\b"
    r"|\bденонсаци|\bдепозитарий\b|\bурегулирование споров\b|\bоговорки\b"
    r"|\bзаключительные положения\b",
)
RUSSIAN_TEXT = texts(
    purpose=r"\bцел(?:ь|и|ями) настоящ\w+ \w+ (?:является|являются|состо)",
    definition=r"\"[^\"]{1,60}\" означает\b",
    offence=r"\bпризна\w+ (?:\S+ ){0,4}уголовно наказуем|\bпризна\w+ (?:\S+ ){0,4}преступлени"
    r"|\bнаказывается\b",
    aggravating_circumstance=r"\bотягчающ\w+ (?:\w+ )?обстоятельств",
    mitigating_circumstance=r"\bсмягчающ\w+ (?:\w+ )?обстоятельств",
    participation=r"\bпокушени|\bсоучастник|\bсообщник|\bпособник",
    ground_for_refusal=r"\bможет (?:быть )?отказа(?:но|ть)\b",
    final_clause=r"\bвступает в силу\b|\bратификационн\w+ грамот|\bравно аутентичн",
)

ARABIC_HEADINGS = headings(
    purpose=r"^(?:بيان )?(?:ال)?(?:أغراض|غرض|أهداف|هدف)",
    definition=r"المصطلحات|تعاريف|تعريفات",
    scope=r"نطاق",
    offence=r"تجريم|الجرائم|غير المشروع",
    aggravating_circumstance=r"الظروف المشددة|ظروف مشددة",
    mitigating_circumstance=r"الظروف المخففة|ظروف مخففة",
    participation=r"الشروع|المشاركة والشروع|التواطؤ",
    liability_of_legal_persons=r"مسؤولية (?:الأشخاص|الهيئات) الاعتباري",
    sanction=r"الجزاءات|العقوبات|الملاحقة|التقادم|المصادرة",
    jurisdiction=r"الولاية القضائية",
    procedural_power=r"التفتيش|الضبط|التحفظ|اعتراض|أمر (?:الإبراز|تقديم)",
    safeguard=r"الضمانات|حقوق الإنسان|صون السيادة|حماية",
    cooperation=r"التعاون|المساعدة القانونية|تسليم المجرمين|التحقيقات المشتركة",
    ground_for_refusal=r"أسباب الرفض",
    prevention=r"الوقاية|المنع|التدابير الوقائية",
    assistance=r"المساعدة التقنية|بناء القدرات|التدريب",
    institution=r"مؤتمر (?:الدول )?الأطراف|الأمانة|اللجنة",
    final_clause=r"بدء النفاذ|التوقيع|التصديق|الانضمام|التعديل|الانسحاب|الوديع|تسوية المنازعات"
    r"|التحفظات|أحكام ختامية",
)
ARABIC_TEXT = texts(
    definition=r"يقصد بتعبير|يُقصد بتعبير",
    offence=r"لتجريم|\bتجرم\b|تجريم (?:الأفعال|الفعل|ما يلي)",
    participation=r"الشروع في|\bشريك|متواطئ|تواطؤ",
    aggravating_circumstance=r"ظروفا? مشدد|الظروف المشدد",
    mitigating_circumstance=r"ظروفا? مخفف|الظروف المخفف",
    ground_for_refusal=r"يجوز رفض",
    final_clause=r"يبدأ نفاذ|تتساوى في الحجية",
)

CHINESE_HEADINGS = headings(
    purpose=r"宗旨|目的",
    definition=r"术语|定义",
    scope=r"适用范围",
    offence=r"刑事定罪|犯罪$|非法",
    aggravating_circumstance=r"加重(?:处罚)?情节",
    mitigating_circumstance=r"(?:减轻|从轻)(?:处罚)?情节",
    participation=r"未遂|共犯|参与和",
    liability_of_legal_persons=r"法人(?:的)?责任",
    sanction=r"制裁|处罚|起诉|时效|没收",
    jurisdiction=r"管辖权",
    procedural_power=r"搜查|扣押|快速保全|提交令|拦截",
    safeguard=r"保障|人权|保护主权|保护",
    cooperation=r"合作|司法协助|引渡|联合侦查",
    ground_for_refusal=r"拒绝(?:的)?理由",
    prevention=r"预防",
    assistance=r"技术援助|能力建设|培训",
    institution=r"缔约(?:国|方)(?:大会|会议)|秘书处|委员会",
    final_clause=r"生效|签署|批准|加入|修正|退约|保存人|争端(?:的)?解决|保留|最后条款",
)
CHINESE_TEXT = texts(
    definition=r"(?:系|是)指",
    offence=r"(?:规定|确立|定)为(?:刑事)?犯罪|处以?.{0,12}(?:有期徒刑|罚金)",
    aggravating_circumstance=r"加重(?:处罚)?(?:的)?情节|从重处罚",
    mitigating_circumstance=r"(?:减轻|从轻)(?:处罚)?(?:的)?情节|从轻处罚",
    participation=r"未遂|从犯|共犯|教唆",
    ground_for_refusal=r"可以?拒绝",
    final_clause=r"生效|同等作准",
)
