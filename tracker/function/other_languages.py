"""What headings and the formulas of crimes say of the legal function in French, Spanish, Russian,
Arabic and Chinese.

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


def _headings(**words: str) -> tuple[Cue, ...]:
    """Heading cues from one expression a function, named with underscores."""
    return tuple(
        # An illegal interception is a crime and no power: the adjective wins over the noun.
        cue(name, 5 if name == "offence" else 4, "", words[key])
        for name in _ORDER
        if (key := name.replace(" ", "_")) in words
    )


def _text(**words: str) -> tuple[Cue, ...]:
    return tuple(
        cue(name, 7, "", words[key]) for name in _ORDER if (key := name.replace(" ", "_")) in words
    )


FRENCH_HEADINGS = _headings(
    purpose=r"^(?:objet|buts?|objectifs?)\b",
    definition=r"\bd[ée]finitions?\b|\bterminologie\b|\bemploi des termes\b",
    scope=r"\bchamp d['’]application\b|^port[ée]e\b",
    offence=r"\bincrimination\b|\binfractions?\b|\bill[ée]ga(?:le?s?|ux)\b|\billicites?\b",
    aggravating_circumstance=r"\baggravantes?\b",
    mitigating_circumstance=r"\batt[ée]nuantes?\b",
    participation=r"\btentative\b|\bcomplicit[ée]\b",
    liability_of_legal_persons=r"\bresponsabilit[ée] des personnes morales\b",
    sanction=r"\bsanctions?\b|\bpeines?\b|\bpoursuites?\b|\bprescription\b|\bconfiscation\b",
    jurisdiction=r"\bcomp[ée]tence\b",
    procedural_power=r"\bperquisition\b|\bsaisie\b|\binjonction de produire\b"
    r"|\bconservation rapide\b|\btechniques d['’]enqu[êe]te\b",
    safeguard=r"\bsauvegardes?\b|\bgaranties\b|\bdroits de l['’]homme\b|\bdroits humains\b"
    r"|\bprotection (?:de|des|du)\b",
    cooperation=r"\bcoop[ée]ration\b|\bentraide\b|\bextradition\b|\benqu[êe]tes conjointes\b",
    ground_for_refusal=r"\bmotifs? de refus\b|^refus\b",
    prevention=r"\bpr[ée]vention\b(?! des diff)|\bpr[ée]ventives?\b",
    assistance=r"\bassistance technique\b|\brenforcement des capacit[ée]s\b|\bformation\b"
    r"|\btransfert de (?:techniques|technologies)",
    institution=r"\bconf[ée]rence des (?:[ée]tats )?parties\b|\bsecr[ée]tariat\b|\bcomit[ée]\b"
    r"|\bcommission\b|^organe\b",
    final_clause=r"\bentr[ée]e en vigueur\b|\bsignature\b|\bratification\b|\badh[ée]sion\b"
    r"|\bamendements?\b|\bd[ée]nonciation\b|\bd[ée]positaire\b|\br[èe]glement des diff[ée]rends\b"
    r"|\br[ée]serves\b|\btextes authentiques\b|\bdispositions finales\b|\bd[ée]clarations\b",
)
FRENCH_TEXT = _text(
    purpose=r"\b(?:objet|objectif|but) (?:de la|du) pr[ée]sente? \w+ est\b",
    definition=r"«? ?[^»]{1,60}\"? (?:s['’]entend(?:ent)? d|d[ée]signe)",
    offence=r"\bcaract[èe]re d['’]infractions? p[ée]nales?\b|\b[ée]riger en infractions?\b"
    r"|\bconf[ée]rer le caract[èe]re d['’]infraction|\best puni d",
    aggravating_circumstance=r"\bcirconstances? aggravantes?\b",
    mitigating_circumstance=r"\bcirconstances? att[ée]nuantes?\b",
    safeguard=r"\btoute personne a (?:le )?droit\b|\bnul ne peut\b",
    participation=r"\b(?:tentative|complic\w+|instigat\w+)\b[^.;]{0,160}\binfractions?\b",
    ground_for_refusal=r"\bpeut (?:[êe]tre )?refus(?:er|[ée]e?)\b",
    final_clause=r"\bentrera? en vigueur\b|\binstruments? de ratification\b"
    r"|\bfont [ée]galement foi\b",
)

SPANISH_HEADINGS = _headings(
    purpose=r"^(?:objeto|objetivos?|finalidad|prop[óo]sitos?)\b",
    definition=r"\bdefiniciones\b|\bt[ée]rminos (?:utilizados|empleados)\b",
    scope=r"\b[áa]mbito de aplicaci[óo]n\b|\balcance\b",
    offence=r"\bpenalizaci[óo]n\b|\btipificaci[óo]n\b|\bdelitos?\b"
    r"|\bil[íi]cit[oa]s?\b|\bilegal(?:es)?\b",
    aggravating_circumstance=r"\bagravantes?\b",
    mitigating_circumstance=r"\batenuantes?\b",
    participation=r"\btentativa\b|\bcomplicidad\b",
    liability_of_legal_persons=r"\bresponsabilidad de las personas jur[íi]dicas\b",
    sanction=r"\bsanciones\b|\bpenas\b|^proceso,|\benjuiciamiento\b|\bprescripci[óo]n\b|\bdecomiso\b",
    jurisdiction=r"^(?:\w+ de (?:la )?)?jurisdicci[óo]n\b",
    procedural_power=r"\bregistro e incautaci[óo]n\b|\bincautaci[óo]n\b"
    r"|\borden de presentaci[óo]n\b"
    r"|\bconservaci[óo]n (?:r[áa]pida|acelerada)\b|\bt[ée]cnicas especiales de investigaci[óo]n\b",
    safeguard=r"\bsalvaguard(?:i)?as\b|\bgarant[íi]as\b|\bderechos humanos\b|\bprotecci[óo]n de\b"
    r"|\bderechos fundamentales\b|^derechos?\b",
    cooperation=r"\bcooperaci[óo]n\b|\basistencia (?:judicial|jur[íi]dica)\b|\bextradici[óo]n\b"
    r"|\binvestigaciones conjuntas\b",
    ground_for_refusal=r"\bmotivos? de denegaci[óo]n\b|\bdenegaci[óo]n\b",
    prevention=r"\bprevenci[óo]n\b(?! de controv)|\bpreventivas?\b",
    assistance=r"\basistencia t[ée]cnica\b|\bcapacitaci[óo]n\b|\bcreaci[óo]n de capacidad\b"
    r"|\btransferencia de tecnolog[íi]a\b",
    institution=r"\bconferencia de las partes\b|\bsecretar[íi]a\b|\bcomit[ée]\b|\bcomisi[óo]n\b"
    r"|\bconsejo\b|\btribunal\b|\bcongreso\b",
    final_clause=r"\bentrada en vigor\b|\bfirma\b|\bratificaci[óo]n\b|\badhesi[óo]n\b"
    r"|\benmiendas?\b|\bdenuncia\b|\bdepositario\b|\bsoluci[óo]n de controversias\b|\breservas\b"
    r"|\btextos aut[ée]nticos\b|\bdisposiciones finales\b|\bdisposiciones transitorias\b",
)
SPANISH_TEXT = _text(
    purpose=r"\b(?:objeto|objetivo|prop[óo]sito|finalidad) (?:de la|del) presente \w+ es\b",
    definition=r"\bpor \"[^\"]{1,60}\" se entender[áa]|\bse entender[áa] por\b|\bse entiende por\b",
    participation=r"\b(?:tentativa|c[óo]mplice|complicidad|instigador)\b[^.;]{0,160}"
    r"\b(?:delito|acto delictivo|infracci)",
    offence=r"\btipifi\w+ (?:[^ .;]{1,30} ){0,8}como (?:\w+ )?delitos?\b"
    r"|\bser[áa] castigado con\b",
    aggravating_circumstance=r"\bcircunstancias? agravantes?\b",
    mitigating_circumstance=r"\bcircunstancias? atenuantes?\b",
    safeguard=r"\b(?:toda persona tiene|todas las personas|nadie (?:puede|podr[áa]))\b",
    ground_for_refusal=r"\bpodr[áa] (?:ser )?denega(?:r|da)\b|\bpodr[áa] negarse\b",
    final_clause=r"\bentrar[áa] en vigor\b|\binstrumentos? de ratificaci[óo]n\b"
    r"|\bigualmente aut[ée]nticos\b",
)

RUSSIAN_HEADINGS = _headings(
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
RUSSIAN_TEXT = _text(
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

ARABIC_HEADINGS = _headings(
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
ARABIC_TEXT = _text(
    definition=r"يقصد بتعبير|يُقصد بتعبير",
    offence=r"لتجريم|\bتجرم\b|تجريم (?:الأفعال|الفعل|ما يلي)",
    participation=r"الشروع في|\bشريك|متواطئ|تواطؤ",
    aggravating_circumstance=r"ظروفا? مشدد|الظروف المشدد",
    mitigating_circumstance=r"ظروفا? مخفف|الظروف المخفف",
    ground_for_refusal=r"يجوز رفض",
    final_clause=r"يبدأ نفاذ|تتساوى في الحجية",
)

CHINESE_HEADINGS = _headings(
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
CHINESE_TEXT = _text(
    definition=r"(?:系|是)指",
    offence=r"(?:规定|确立|定)为(?:刑事)?犯罪|处以?.{0,12}(?:有期徒刑|罚金)",
    aggravating_circumstance=r"加重(?:处罚)?(?:的)?情节|从重处罚",
    mitigating_circumstance=r"(?:减轻|从轻)(?:处罚)?(?:的)?情节|从轻处罚",
    participation=r"未遂|从犯|共犯|教唆",
    ground_for_refusal=r"可以?拒绝",
    final_clause=r"生效|同等作准",
)
