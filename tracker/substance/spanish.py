"""The Spanish word lists.

In: nothing. Out: `LISTS`. Texts in Spanish oblige by the future tense (`la ley establecerá`), so
its endings count as a duty, as does `deberá`.
"""

from __future__ import annotations

from tracker.substance.modal_words import ModalWords
from tracker.substance.phrases import table, word_set
from tracker.substance.word_lists import WordLists

_LAW = "derecho|legislación|ley|leyes|constitución|ordenamiento"

_MODALS = ModalWords(
    words=table(
        """
duty: deberá|deberán; debe|deben; tendrá|tendrán la obligación de; está|están|estará
    |estarán obligado
    |obligados|obligada|obligadas a; se compromete|comprometen a; se obliga|obligan a;
    ha|han de; habrá|habrán de; tiene|tienen el deber de; es|será deber del|de
soft: debería|deberían; procurará|procurarán; se esforzará|esforzarán <2> por; propenderá
    |propenderán;
    considerará|considerarán la posibilidad de; alentará|alentarán; se alienta a;
    tratará|tratarán de; intentará|intentarán; estudiará|estudiarán la
    posibilidad de; velarán en lo posible
option: podrá|podrán; puede|pueden; tendrá|tendrán derecho a; tiene|tienen derecho a;
    tendrá|tendrán la facultad de; tiene|tienen la facultad de; estará|estarán facultado|facultados
    |facultada|facultadas para; está|están facultado|facultados|facultada|facultadas para;
    no estará|estarán obligado|obligados|obligada|obligadas a; no está|están obligado|obligados
    |obligada|obligadas a; no será|serán necesario|obligatorio
ban: no <1> podrá|podrán; no <1> puede|pueden; no <1> deberá|deberán; no <1> debe|deben;
    queda|quedan prohibido|prohibida|prohibidos|prohibidas; se prohíbe|prohíben; está
    |están prohibido
    |prohibida|prohibidos|prohibidas; se abstendrá|abstendrán de; en ningún caso <1> podrá|podrán;
    ni <2> podrá|podrán; será|serán prohibido|prohibida
soft ban: no <1> debería|deberían
"""
    ),
    softening=table(
        """
soft: procurar; esforzarse <2> por; considerar la posibilidad; tratar de; intentar; propender
"""
    ),
    only=frozenset(("solo", "sólo", "solamente", "únicamente", "exclusivamente")),
    skipped=frozenset(
        (
            *(
                "ser",
                "también",
                "asimismo",
                "no",
                "se",
                "además",
                "igualmente",
                "haber",
                "lo",
                "la",
            ),
            *(
                "le",
                "les",
                "en",
                "su",
                "caso",
                "cuando",
                "corresponda",
                "proceda",
                "siempre",
                "por",
            ),
        )
    ),
    joins=frozenset(("y", "o", "pero")),
    finite=frozenset(("es", "son", "ha", "han", "está", "están")),
    nobody=frozenset(("ningún", "ninguna", "nadie", "ninguno")),
    adverb="mente",
    openers=frozenset(("que", "quien", "quienes", "si", "cuando", "pero", "donde", "cuyo", "cuya")),
    prefaces=frozenset(
        (
            *(
                "en",
                "para",
                "sin",
                "por",
                "con",
                "cuando",
                "si",
                "conforme",
                "al",
                "a",
                "una",
                "tras",
            ),
            *(
                "mediante",
                "desde",
                "salvo",
                "asimismo",
                "además",
                "ante",
                "dentro",
                "de",
                "durante",
            ),
        )
    ),
    future=("rá", "rán"),
    infinitives=("ar", "er", "ir"),
    not_future=frozenset(("habrá", "habrán", "podrá", "podrán", "será", "serán", "tendrá")),
    negation=frozenset(("no", "ni", "tampoco")),
)

QUALIFIERS = table(
    """
intent: intencional|intencionales|intencionalmente; doloso|dolosa|dolosamente; a sabiendas;
    con la intención de; deliberado|deliberadamente; de buena|mala fe; negligente|negligencia;
    con intención <1> delictiva|fraudulenta
right: sin derecho; sin autorización; ilícito|ilícita|ilícitas|ilícitamente; sin
    justificación; ilegítima|ilegítimo|ilegítimamente; ilegal|ilegalmente; lícito|lícita
degree: grave|graves|gravemente; sustancial|sustanciales|sustancialmente; significativo
    |significativa
    |significativos|significativas; serio|seria|serios|serias; manifiesto|manifiesta
    |manifiestamente;
    excepcional|excepcionales|excepcionalmente; considerable; suficiente|suficientes; importante
    |importantes; calificado|calificada
appropriateness: cuando proceda; según proceda; si procede; en su caso; según corresponda;
    cuando corresponda; de ser necesario; si es necesario; cuando sea necesario|apropiado
    |procedente;
    según el caso; en caso necesario; de ser procedente; cuando fuere necesario; si fuere necesario;
    de corresponder; mutatis mutandis; que correspondan; que sean necesarios|necesarias
appropriateness?: apropiado|apropiados|apropiada|apropiadas; adecuado|adecuados|adecuada|adecuadas;
    pertinente|pertinentes; idóneo|idónea|idóneos|idóneas
possibility: en la medida de lo posible; en lo posible; cuando sea posible; de ser posible;
    si es posible; en la <2> medida posible; dentro de sus|los <3> medios|recursos|posibilidades;
    en la medida en que; dentro de los límites de; cuando fuere posible; en todo lo posible
law: de conformidad con <5> """
    + _LAW
    + """; con arreglo a <5> """
    + _LAW
    + """; conforme a|al <4> """
    + _LAW
    + """; de acuerdo con|a <3> """
    + _LAW
    + """; en conformidad a|con <3> """
    + _LAW
    + """; en los términos que señale|determine|establezca la ley; en la forma que <3> ley;
    que determine|establezca|señale la ley; sin perjuicio de su <2> """
    + _LAW
    + """
condition: con sujeción a; siempre que; siempre y cuando; a condición de que; a menos que; solo;
    sólo;
    solamente; únicamente; exclusivamente; a reserva de; mientras; previa|previo <2> solicitud
    |acuerdo
    |consentimiento|informe|autorización; a solicitud de|del; a petición de|del;
    con el consentimiento|acuerdo de|del
exception: salvo; salvo que|cuando|en; excepto; con excepción de; con la excepción de; no obstante;
    a excepción de; exceptuando; fuera de los casos
reason: razonable|razonables|razonablemente; debidamente justificado|justificada|fundado|fundada;
    justificado|justificada|justificados|justificadas; legítimo|legítima|legítimos|legítimas;
    indebido|indebida|indebidamente
time: sin demora; sin dilación|dilaciones <1> indebida|indebidas; inmediatamente; de inmediato;
    prontamente; lo antes posible; a la brevedad; tan pronto como; en un plazo razonable;
    en cualquier momento; oportunamente; sin más trámite
rule: en principio; por regla general; normalmente; generalmente; preferentemente; principalmente
discretion: si lo estima|considera <2> necesario|conveniente|oportuno; a su discreción;
    cuando lo estime|considere <2> necesario|conveniente|oportuno; voluntariamente; voluntario
    |voluntaria
condition?: si; cuando; en caso de; en el caso de; en caso que; teniendo en cuenta; habida cuenta de
"""
)

SAFEGUARDS = table(
    """
-: servicio nacional de acceso a la justicia; tribunal constitucional; corte de apelaciones;
    cortes de apelaciones; ser oído|oída|oídos como|en|por; secreto bancario|tributario|oficial
    |militar; espera de <2> juicio|apelación
rights: derechos humanos; libertades fundamentales; derechos fundamentales; derechos y libertades;
    dignidad; dignidad humana; estado de derecho; debido proceso; presunción de inocencia;
    libertad de <1> expresión|pensamiento|conciencia|religión|prensa|reunión|opinión;
    discriminación;
    no discriminación; no discriminatorio|discriminatoria|discriminatorios|discriminatorias;
    discriminación arbitraria; igualdad ante la ley; interés superior del niño|de; tortura;
    apremios;
    derecho a la defensa; defensa jurídica; libertad personal; trato justo; seguridad individual
safeguard: salvaguardia|salvaguardias|salvaguarda|salvaguardas; garantía|garantías; condiciones y
    salvaguardias
proportionality: proporcional|proporcionales|proporcionalidad; proporcionado|proporcionada;
    principio|principios de legalidad|necesidad|proporcionalidad; legalidad; arbitraria
    |arbitrarias|arbitrario|arbitrarios|arbitrariamente; estrictamente necesario|necesaria
review: control judicial|jurisdiccional|independiente; supervisión judicial|independiente;
    orden judicial; autorización judicial; independiente|independientes|independencia; imparcial
    |imparciales|imparcialidad; revisión judicial; transparencia; rendición de cuentas;
    control de legalidad
remedy: recurso efectivo|eficaz|judicial; recurso|recursos <1> de protección|amparo; apelación;
    reparación; indemnización; derecho a ser oído|oída; ser oído|oída|oídos; acceso a la justicia;
    reclamación; reclamo|reclamos; asistencia jurídica|letrada; amparo; acción de protección
notification: notificará|notificar|informará|informar <2> a la persona|las personas|los afectados
    |interesado|interesados; decisión fundada; resolución fundada
privacy: vida privada; intimidad; privacidad; correspondencia; inviolabilidad; protección de <2>
    datos; datos personales; anonimato; comunicaciones privadas
confidentiality: confidencial|confidenciales|confidencialidad; secreto profesional; reserva; secreto
consent: consentimiento; consentimiento informado|libre|previo
"""
)

LISTS = WordLists(
    modals=_MODALS,
    qualifiers=QUALIFIERS,
    safeguards=SAFEGUARDS,
    penalties=table(
        "sanction: multa|multas; prisión; presidio; pena|penas; sanción|sanciones; decomiso;"
        " comiso;"
        " castigado|castigada|castigados|castigadas; sancionado|sancionada; privación de libertad;"
        " inhabilitación; confiscación; penado|penada; reclusión"
    ),
    same=table(
        """
under: de conformidad con|a|al; con arreglo a|al; conforme con|a|al; de acuerdo con|a|al;
    en conformidad con|a|al; en virtud de|del; según lo dispuesto en|por; según
regarding: respecto de|del|a|al; con respecto a|al; en relación con|a|al; relativo|relativa
    |relativos|relativas a|al; referente|referentes a|al; en lo que respecta a|al; sobre; acerca de
to: con el fin de; a fin de; con el objeto de; con objeto de; para
illustration: en particular; especialmente; entre otros|otras; por ejemplo; particularmente
also: también; asimismo; además; igualmente
by: mediante; por medio de; a través de; por
in force: entrada en vigor; entrada en vigencia
body: órgano|órganos; organismo|organismos
must: deberá|deberán
year: doce meses; un año
years: veinticuatro meses; dos años
only: solo; sólo; solamente; únicamente
"""
    ),
    actors=table(
        "actor: parte|partes; estado|estados; miembro|miembros; comisión; consejo; comité;"
        " asamblea;"
        " conferencia; secretaría; secretario general; autoridad|autoridades; órgano|órganos;"
        " organismo|organismos; tribunal|tribunales; corte; ministro|ministros; gobierno|gobiernos;"
        " persona|personas; organización|organizaciones; presidente|presidenta; congreso; senado;"
        " cámara; contraloría; fiscal|fiscales; juez|jueces; municipalidad|municipalidades; banco;"
        " director|directora; depositario; legislador|administración"
    ),
    votes=table(
        "vote: mayoría; mayoría simple|absoluta|calificada; unanimidad; consenso; quorum|quórum;"
        " quintas partes; séptimas partes; dos tercios; tres quintos; cuatro séptimos; mitad"
    ),
    defines=table("means: se entenderá|entenderán por; significa; comprende; se entiende por"),
    light=word_set(
        "el la los las un una lo este esta estos estas ese esa esos esas dicho dicha dichos dichas "
        "su sus de del a al en se es son ha han sido ser le les aquel aquella aquellos así mismo "
        "misma presente referido referida ello ellos ellas con por y/o"
    ),
    conjunctions=("y", "o"),
    negations=frozenset(("no", "sin", "ni", "nunca", "ningún", "ninguna", "tampoco", "jamás")),
    measures=frozenset(
        (
            *("día", "días", "semana", "semanas", "mes", "meses", "año", "años", "hora", "horas"),
            *("por", "quintas", "tercios", "séptimas", "quintos", "unidades", "euros", "miembros"),
        )
    ),
    months=frozenset(
        (
            *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
            *("septiembre", "octubre", "noviembre", "diciembre"),
        )
    ),
    instruments=frozenset(
        (
            *("ley", "leyes", "reglamento", "directiva", "decisión", "resolución", "decreto"),
            *("convención", "convenio", "protocolo", "no", "nº", "n", "n°", "fuerza"),
        )
    ),
    divisions=frozenset(
        (
            *(
                "artículo",
                "artículos",
                "art",
                "párrafo",
                "párrafos",
                "inciso",
                "incisos",
                "literal",
            ),
            *("literales", "capítulo", "capítulos", "anexo", "anexos", "título", "apartado"),
            *("numeral", "numerales", "sección", "apartados", "transitoria", "disposición"),
        )
    ),
    connectors=frozenset(("a", "al", "y", "o", "de", "del", "el", "la", "los", "las", "e")),
    titles=frozenset(("relativo", "relativa", "sobre", "por")),
    anyone=frozenset(("persona", "individuo")),
    towards=frozenset(("a", "al", "por", "con")),
    definitions=frozenset(("definición", "definiciones", "términos")),
    narrowing=frozenset(("que", "quien", "cuyo", "de", "del", "por", "en", "a", "para", "con")),
    openers=frozenset(("si", "cuando")),
)
