"""French: the words of references in treaties and acts. Each list is explained by `Lexicon`."""

from __future__ import annotations

from tracker.references.lexicon import Lexicon, counted, forms, merged, words

LEXICON = Lexicon(
    units=merged(
        forms("article art | articles arts", "article"),
        forms("paragraphe par | paragraphes", "paragraph"),
        forms("alinéa al sous-alinéa | alinéas sous-alinéas", "subparagraph"),
        forms("sous-paragraphe | sous-paragraphes", "subparagraph"),
        forms("point lettre | points lettres", "point"),
        forms("section | sections", "section"),
        forms("sous-section | sous-sections", "subsection"),
        forms("chapitre | chapitres", "chapter"),
        forms("partie | parties", "part"),
        forms("titre | titres", "title"),
        forms("annexe appendice | annexes appendices", "annex"),
        forms("considérant | considérants", "recital"),
    ),
    bare=words("annexe appendice"),
    selves=words("article paragraphe alinéa section chapitre partie titre annexe appendice"),
    these=words("présent présente présents présentes"),
    those=words("dudit ladite ledit auxdits desdits desdites cet cette ce ces"),
    articles=words("le la les l"),
    of=words("de du des d"),
    attached=words("à au"),
    joins=words("et ou"),
    to=words("à au"),
    beside={
        "précédent": -1,
        "précédente": -1,
        "suivant": 1,
        "suivante": 1,
    },
    after_noun=True,
    ordinals=counted(
        "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième "
        "huitième neuvième dixième"
    ),
    instruments=words(
        "convention conventions traité traités accord accords protocole protocoles charte pacte "
        "règlement règlements directive directives décision loi lois code constitution statut "
        "déclaration résolution recommandation tfue tue"
    ),
    small=words("de du des d la le les l sur pour et à au aux en relatif relative contre no n"),
    fused=words("dudit desdits desdites"),
    thereof=words("celle-ci celui-ci"),
    provisions=words("dispositions articles"),
    by=words("par"),
    possessives=words("son sa ses leur leurs"),
    amending=(
        "est modifié comme suit",
        "est modifiée comme suit",
        "est ainsi modifié",
        "est ainsi modifiée",
        "sont ainsi modifiés",
        "est remplacé par le texte suivant",
        "est ainsi rédigé",
        "sont ainsi rédigés",
        "est abrogé",
        "sont abrogés",
    ),
)
