"""Short lists of the commonest words of six languages, by which a text is known to be a text.

Words of two letters and more, without capitals: particles, and what every treaty and statute says.
"""

from __future__ import annotations

_LISTS = {
    "en": """the of and to in or for by be shall that with this on as any not is are it its from
        which at such under may an other all have has their no where each more into been upon
        article articles chapter annex section paragraph paragraphs state states party parties
        convention agreement treaty general united nations international law act part present
        measures including accordance pursuant between within""",
    "fr": """le la les de des du et en un une dans pour par que qui ou au aux sur est ne pas ce
        cette ces son sa ses sont leur leurs il elle avec à être toute tout tous autres plus sans
        article articles chapitre annexe section paragraphe partie parties état états convention
        accord traité général générale nations unies international internationale droit présent
        présente mesures compris conformément entre""",
    "es": """el la los las de del y en un una que para por con se no su sus al lo como más o es
        son ser este esta estos estas cada cuando entre sin sobre todo todos otros podrá deberá
        artículo artículos capítulo anexo sección párrafo parte partes estado estados convención
        acuerdo tratado general naciones unidas internacional derecho presente medidas ley
        conformidad""",
    "ru": """на не что по от из за для или как это при его их до об со во ее все также может без
        если который которые которого настоящей настоящего настоящая этого этих такой таких быть
        она они был была были между также статья статьи статье глава приложение пункт пункта
        раздел государство государства государств участник участники участников конвенции
        конвенция соглашение соглашения договор общие право меры соответствии организации
        объединенных наций""",
    "ar": """في من على إلى أن التي الذي هذا هذه أو عن مع كل أي لا ما بين ذلك تلك كان يكون بعد
        قبل غير إذا قد ولا وفي ومن وعلى أية عند حيث لها له بها به المادة الفصل الباب الفقرة
        المرفق دولة الدول الدولة طرف الأطراف الاتفاقية الاتفاق المعاهدة الأمم المتحدة القانون
        الدولي الدولية التدابير وفقا""",
}
COMMON_HAN = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老"
    "从动两长条约缔各应第款法律规定其按照任何施及与或者"
)
"""Characters of Chinese; more than a third of any text is made of them."""

KNOWN = frozenset(word for words in _LISTS.values() for word in words.split() if len(word) > 1)
"""The words of the lists."""
