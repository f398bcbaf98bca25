"""What headings and words say of the legal function in French and Spanish.

In: nothing. Out: cues for headings and for words. More than formulas are known here, but not enough
to call `other` what they do not show.
"""

from __future__ import annotations

from tracker.function.cues import cue
from tracker.function.other_languages import headings, texts

FRENCH_HEADINGS = (
    cue(
        "institution",
        6,
        "",
        r"^(?:comit[ée]|commission|conf[ée]rence|conseil|organe|secr[ée]tariat)\b",
    ),
    *headings(
        purpose=r"^(?:objet|buts?|objectifs?)\b",
        definition=r"\bd[ée]finitions?\b|\bterminologie\b|\bemploi des termes\b",
        scope=r"\bchamp d['’]application\b|^port[ée]e\b|^relations?\b|^sans pr[ée]judice\b"
        r"|^zone d['’]application\b|^application$",
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
        r"|\btransfert de (?:techniques|technologies)|^financement\b",
        institution=r"\bconf[ée]rence des (?:[ée]tats )?parties\b|\bsecr[ée]tariat\b|\bcomit[ée]\b"
        r"|\bcommission\b|^organe\b|^prise de d[ée]cisions?\b|\b(?:droit de )?vote\b"
        r"|^suivi(?:$| et | de la mise en (?:œ|oe)uvre\b)",
        final_clause=r"\bentr[ée]e en vigueur\b|\bsignature\b|\bratification\b|\badh[ée]sion\b"
        r"|\bamendements?\b|\bd[ée]nonciation\b|\bd[ée]positaire\b"
        r"|\br[èe]glement des diff[ée]rends\b"
        r"|\bdiff[ée]rends?\b|^annexes?$|\br[ée]serves\b|\btextes authentiques\b"
        r"|\bdispositions finales\b|\bd[ée]clarations\b",
    ),
)
FRENCH_TEXT = (
    *texts(
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
    ),
    cue(
        "scope",
        5.5,
        "appli",
        r"\b(?:le pr[ée]sent|la pr[ée]sente|du pr[ée]sent|de la pr[ée]sente) \w+ (?:ne )?"
        r"s['’]applique(?:ra|nt)?\b",
    ),
    cue(
        "scope",
        3.5,
        "judice|disposition|atteinte|interpr",
        r"\baucune disposition d(?:u pr[ée]sent|e la pr[ée]sente)\b|\best sans pr[ée]judice\b"
        r"|\bs['’]entend sans pr[ée]judice\b|\best interpr[ée]t[ée]e? et appliqu[ée]e?\b"
        r"|\bne portent? (?:pas )?(?:atteinte|pr[ée]judice)\b",
    ),
    cue(
        "institution",
        6,
        "cr|institu|constitu",
        r"\bil est (?:par les pr[ée]sentes )?(?:cr[ée]{1,2}[ée]?|institu[ée]|constitu[ée])\b"
        r"|\best cr[ée]{2}e?\b",
    ),
    cue(
        "institution",
        4.5,
        "",
        r"\b(?:conf[ée]rence des (?:[ée]tats )?parties|comit[ée]|commission|secr[ée]tariat|organe"
        r"|assembl[ée]e|conseil)\b[^.;]{0,80}\b(?:adopte|examine|[ée]labore|[ée]tablit|arr[êe]te"
        r"|prend|peut|se r[ée]unit|tient|recommande|d[ée]cide|promeut|encourage|veille|assure|rend"
        r"|est compos[ée]e?)\b",
    ),
    cue(
        "institution",
        4,
        "majorit|consensus|une voix|droit de vote",
        r"\bmajorit[ée] (?:des|simple|absolue)\b|\bpar consensus\b|\bdispose d['’]une voix\b"
        r"|\bdroit de vote\b",
    ),
    cue(
        "institution",
        3,
        "rapport|compte",
        r"\b(?:rend(?:ent)? compte|(?:font|fait|pr[ée]sentent?) (?:\w+ )?rapports?)\b[^.;]{0,60}"
        r"\b(?:conf[ée]rence|comit[ée])",
    ),
    cue(
        "cooperation",
        4.5,
        "coop|accord",
        r"\bcoop[èe]rent\b|\bs['’]accordent (?:mutuellement )?[^.;]{0,30}\b(?:entraide|assistance)",
    ),
    cue(
        "assistance",
        3,
        "assistance|capacit|technologie|veloppement|financ",
        r"\bassistance technique\b|\brenforcement des capacit[ée]s\b|\btransfert de technologies?\b"
        r"|\bressources financi[èe]res\b|\b[ÉEée]tats (?:parties )?en d[ée]veloppement\b",
    ),
    cue(
        "safeguard",
        3,
        "consentement|droits|libert|connaissance",
        r"\bconsentement (?:libre,? )?pr[ée]alable\b"
        r"|\bpr[ée]alable,? (?:donn[ée] )?(?:librement )?et en"
        r" connaissance\b|\bdroits de l['’]homme\b|\blibert[ée]s fondamentales\b",
    ),
    cue(
        "final clause",
        4,
        "diff",
        r"\br[èe]glement (?:d['’]un|du|des|de tout|de leurs?) diff[ée]rends?\b|\bdiff[ée]rends?\b"
        r"[^.;]{0,80}\b(?:interpr[ée]tation|r[èe]gl\w+|n[ée]gociation|arbitrage)"
        r"|\bpr[ée]venir les diff[ée]rends\b",
    ),
)

SPANISH_HEADINGS = (
    cue(
        "institution",
        6,
        "",
        r"^(?:comit[ée]|comisi[óo]n|conferencia|consejo|[óo]rgano|secretar[íi]a)\b",
    ),
    *headings(
        purpose=r"^(?:objeto|objetivos?|finalidad|prop[óo]sitos?)\b",
        definition=r"\bdefiniciones\b|\bt[ée]rminos (?:utilizados|empleados)\b",
        scope=r"\b[áa]mbito de aplicaci[óo]n\b|\balcance\b|^relaci[óo]n(?:es)?\b|^sin perjuicio\b"
        r"|^[áa]rea de aplicaci[óo]n\b|^aplicaci[óo]n$",
        offence=r"\bpenalizaci[óo]n\b|\btipificaci[óo]n\b|\bdelitos?\b"
        r"|\bil[íi]cit[oa]s?\b|\bilegal(?:es)?\b",
        aggravating_circumstance=r"\bagravantes?\b",
        mitigating_circumstance=r"\batenuantes?\b",
        participation=r"\btentativa\b|\bcomplicidad\b",
        liability_of_legal_persons=r"\bresponsabilidad de las personas jur[íi]dicas\b",
        sanction=r"\bsanciones\b|\bpenas\b|^proceso,|\benjuiciamiento\b|\bprescripci[óo]n\b"
        r"|\bdecomiso\b",
        jurisdiction=r"^(?:\w+ de (?:la )?)?jurisdicci[óo]n\b",
        procedural_power=r"\bregistro e incautaci[óo]n\b|\bincautaci[óo]n\b"
        r"|\borden de presentaci[óo]n\b"
        r"|\bconservaci[óo]n (?:r[áa]pida|acelerada)\b"
        r"|\bt[ée]cnicas especiales de investigaci[óo]n\b",
        safeguard=r"\bsalvaguard(?:i)?as\b|\bgarant[íi]as\b|\bderechos humanos\b"
        r"|\bprotecci[óo]n de\b"
        r"|\bderechos fundamentales\b|^derechos?\b(?! de voto)",
        cooperation=r"\bcooperaci[óo]n\b|\basistencia (?:judicial|jur[íi]dica)\b|\bextradici[óo]n\b"
        r"|\binvestigaciones conjuntas\b",
        ground_for_refusal=r"\bmotivos? de denegaci[óo]n\b|\bdenegaci[óo]n\b",
        prevention=r"\bprevenci[óo]n\b(?! de controv)|\bpreventivas?\b",
        assistance=r"\basistencia t[ée]cnica\b|\bcapacitaci[óo]n\b|\bcreaci[óo]n de capacidad\b"
        r"|\btransferencia de tecnolog[íi]a\b|^financiaci[óo]n\b",
        institution=r"\bconferencia de las partes\b|\bsecretar[íi]a\b|\bcomit[ée]\b|\bcomisi[óo]n\b"
        r"|\bconsejo\b|\btribunal\b|\bcongreso\b|^[óo]rgano\b|^adopci[óo]n de decisiones\b"
        r"|\b(?:derecho de )?voto\b|^(?:supervisi[óo]n|seguimiento)(?:$| y "
        r"| de la (?:implementaci[óo]n"
        r"|aplicaci[óo]n)\b)",
        final_clause=r"\bentrada en vigor\b|\bfirma\b|\bratificaci[óo]n\b|\badhesi[óo]n\b"
        r"|\benmiendas?\b|\bdenuncia\b|\bdepositario\b|\bcontroversias?\b|^declaraciones\b"
        r"|\breservas\b|^anexos?$"
        r"|\btextos aut[ée]nticos\b|\bdisposiciones finales\b|\bdisposiciones transitorias\b",
    ),
)
SPANISH_TEXT = (
    *texts(
        purpose=r"\b(?:objeto|objetivo|prop[óo]sito|finalidad) (?:de la|del) presente \w+ es\b",
        definition=r"\bpor \"[^\"]{1,60}\" se entender[áa]|\bse entender[áa] por\b"
        r"|\bse entiende por\b",
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
    ),
    cue(
        "scope",
        5.5,
        "aplica",
        r"\b(?:el|la|del) presente \w+ (?:no )?se aplica(?:r[áa]n?)?\b",
    ),
    cue(
        "scope",
        3.5,
        "perjuicio|dispuesto|interpretar|disposici",
        r"\bnada de lo dispuesto en (?:el|la) presente\b"
        r"|\bninguna disposici[óo]n del? (?:la )?presente\b"
        r"|\bse entender[áa](?:n)? sin perjuicio\b|\bse interpretar[áa] y aplicar[áa]\b",
    ),
    cue(
        "institution",
        6,
        "establec|crea",
        r"\b(?:se establece|queda establecid[oa]|se crea) (?:(?:por el|en virtud del) presente )?"
        r"(?:una?|el|la)\b",
    ),
    cue(
        "institution",
        4.5,
        "",
        r"\b(?:conferencia de las partes|comit[ée]|comisi[óo]n|secretar[íi]a"
        r"|[óo]rgano|asamblea|consejo)\b[^.;]{0,80}?\b\w{2,20}r[áa]n?\b",
    ),
    cue(
        "institution",
        4,
        "mayor|consenso|un voto|derecho de voto",
        r"\bmayor[íi]a (?:de|simple|absoluta)\b|\bpor consenso\b|\btendr[áa] un voto\b"
        r"|\bderecho de voto\b",
    ),
    cue(
        "institution",
        3,
        "inform",
        r"\b(?:informar[áa]n?|presentar[áa]n? (?:\w+ )?informes?)\b[^.;]{0,60}"
        r"\b(?:conferencia|comit[ée])",
    ),
    cue(
        "cooperation",
        4.5,
        "cooper|prestar",
        r"\bcooperar[áa]n\b|\bse prestar[áa]n [^.;]{0,30}\b(?:asistencia|ayuda)\b",
    ),
    cue(
        "assistance",
        3,
        "asistencia|capacidad|tecnolog|desarrollo|financier",
        r"\basistencia t[ée]cnica\b|\bcreaci[óo]n de capacidad\b|\btransferencia de tecnolog[íi]a\b"
        r"|\brecursos financieros\b|\bEstados (?:partes )?en desarrollo\b",
    ),
    cue(
        "safeguard",
        3,
        "consentimiento|derechos|libertades|informado",
        r"\bconsentimiento (?:libre, )?previo\b|\blibre, previo e informado\b|\bderechos humanos\b"
        r"|\blibertades fundamentales\b",
    ),
    cue(
        "final clause",
        4,
        "controversia",
        r"\b(?:soluci[óo]n|arreglo) (?:pac[íi]fic[oa] )?de (?:una |la |las |sus "
        r"|toda )?controversias?\b"
        r"|\bcontroversias?\b[^.;]{0,80}\b(?:interpretaci[óo]n|soluci[óo]n|resol\w+|negociaci[óo]n"
        r"|arbitraje)\b|\bprevenir (?:las )?controversias\b",
    ),
)
