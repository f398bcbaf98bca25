"""Spanish: the words of references in treaties, acts and constitutions. Each list is explained by
`Lexicon`. An `inciso` is a paragraph in Chile and a point in Mexico; it is taken for whichever the
draft has."""

from __future__ import annotations

from tracker.references.lexicon import Lexicon, counted, forms, merged, words

LEXICON = Lexicon(
    units=merged(
        forms("artículo articulo art | artículos articulos arts", "article"),
        forms("párrafo inciso | párrafos incisos", "paragraph"),
        forms("apartado subpárrafo numeral | apartados subpárrafos numerales", "subparagraph"),
        forms("letra literal punto | letras literales puntos", "point"),
        forms("sección | secciones", "section"),
        forms("subsección | subsecciones", "subsection"),
        forms("capítulo | capítulos", "chapter"),
        forms("parte | partes", "part"),
        forms("título | títulos", "title"),
        forms("anexo apéndice | anexos apéndices", "annex"),
        forms("considerando | considerandos", "recital"),
    ),
    bare=words("anexo apéndice"),
    selves=words("artículo párrafo inciso apartado sección capítulo parte título anexo apéndice"),
    these=words("presente presentes este esta estos estas"),
    those=words(
        "dicho dicha dichos dichas ese esa referido referida citado citada mencionado mencionada "
        "señalado señalada aludido aludida mismo misma"
    ),
    articles=words("el la los las"),
    of=words("de del"),
    attached=words("a al"),
    joins=words("y o e u"),
    to=words("a al"),
    beside={
        "anterior": -1,
        "precedente": -1,
        "siguiente": 1,
    },
    after_noun=True,
    ordinals=counted(
        "primero/primer/primera segundo/segunda tercero/tercer/tercera cuarto/cuarta quinto/quinta "
        "sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima"
    ),
    instruments=words(
        "convención convenciones convenio convenios tratado tratados acuerdo acuerdos protocolo "
        "protocolos carta pacto reglamento reglamentos directiva directivas decisión ley leyes "
        "decreto código constitución estatuto declaración resolución recomendación tfue tue "
        "cuerpo texto"
    ),
    small=words("de del la el los las sobre para y a al en por contra relativo relativa no n"),
    fused=frozenset(),
    thereof=frozenset(),
    provisions=words("disposiciones artículos"),
    by=words("por"),
    possessives=words("su sus"),
    amending=(
        "se modifica como sigue",
        "queda modificado como sigue",
        "queda redactado",
        "queda redactada",
        "se sustituye por",
        "se reemplaza por",
        "reemplázase",
        "modifícase",
        "derógase",
    ),
)
