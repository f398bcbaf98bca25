"""The French word lists.

In: nothing. Out: `LISTS`. Treaties in French oblige by the present tense (`les États Parties
adoptent`), so a modal verb that comes in before the infinitive of such a verb changes its force.
An apostrophe parts words here: `s’efforcent` is `s efforcent`.
"""

from __future__ import annotations

from tracker.substance.modal_words import ModalWords
from tracker.substance.phrases import table, word_set
from tracker.substance.word_lists import WordLists

_LAW = "droit|droits|législation|lois|loi|constitution"

_MODALS = ModalWords(
    words=table(
        """
duty: doit|doivent|devra|devront; est|sont|sera|seront tenu|tenue|tenus|tenues de|d; s engage
    |engagent à;
    il incombe à|aux; a|ont l obligation de|d; est|sont obligé|obligés|obligée|obligées de
soft: devrait|devraient; s efforce|efforcent|efforcera|efforceront <2> de|d; est|sont encouragé
    |encouragés|encouragée|encouragées à; est|sont invité|invités|invitée|invitées à;
    envisage|envisagent|envisagera|envisageront de|d; s attache|attachent à; cherche|cherchent à;
    tente|tentent de; il est recommandé de|que
option: peut|peuvent|pourra|pourront; a|ont le <1> droit|pouvoir|faculté de|d; a|ont la faculté de
    |d;
    est|sont habilité|habilités|habilitée|habilitées à; est|sont autorisé|autorisés|autorisée
    |autorisées à; n est|sont pas tenu|tenue|tenus|tenues de|d; est|sont libre|libres de
ban: ne peut|peuvent|pourra|pourront; ne doit|doivent; il est interdit de|d; est|sont interdit
    |interdits|interdite|interdites; n est|sont pas autorisé|autorisés|autorisée|autorisées à;
    s abstient|abstiennent de
soft ban: ne devrait|devraient
"""
    ),
    softening=table(
        """
soft: s efforcer de|d; envisager de|d; chercher à; tenter de|d; s attacher à
"""
    ),
    only=frozenset(("seulement", "uniquement", "exclusivement")),
    skipped=frozenset(
        (
            *(
                "pas",
                "être",
                "avoir",
                "aussi",
                "également",
                "ne",
                "se",
                "s",
                "les",
                "le",
                "la",
                "l",
            ),
            *("en", "y", "lui", "leur", "donc", "toutefois", "cas", "échéant", "de", "d", "à"),
            *("si", "possible", "sans", "retard", "où", "nécessaire", "dans", "mesure", "du"),
        )
    ),
    joins=frozenset(("et", "ou", "mais")),
    finite=frozenset(("est", "sont", "a", "ont")),
    nobody=frozenset(("aucun", "aucune", "nul", "nulle")),
    adverb="ment",
    openers=frozenset(("que", "qu", "qui", "si", "lorsque", "lorsqu", "mais", "dont")),
    prefaces=frozenset(
        (
            *("dans", "en", "pour", "sans", "sous", "par", "après", "avant", "à", "aux", "sur"),
            *("lorsque", "lorsqu", "si", "conformément", "afin", "compte", "sauf", "aussi", "dès"),
        )
    ),
    infinitives=("er", "ir", "re"),
    present=True,
    negation=frozenset(("ne", "n")),
)

QUALIFIERS = table(
    """
intent: intentionnel|intentionnels|intentionnelle|intentionnelles|intentionnellement; sciemment;
    délibéré|délibérément; dans l intention de|d; avec l intention de|d; intention frauduleuse
    |délictueuse; de bonne|mauvaise foi; négligence; frauduleusement|frauduleuse
right: sans droit; sans autorisation; illicite|illicites|illicitement; sans y être autorisé;
    illégal|illégale|illégalement; licite|légalement
degree: grave|graves|gravement; sérieux|sérieuse|sérieuses; substantiel|substantielle|substantielles
    |substantiellement; important|importants|importante|importantes; significatif|significative
    |significatifs|significatives; manifeste|manifestement; exceptionnel|exceptionnelle
    |exceptionnellement; considérable; suffisant|suffisante|suffisamment
appropriateness: le cas échéant; s il y a lieu; selon qu il convient; si nécessaire; au besoin;
    si besoin est; lorsque c est approprié; selon que de besoin; en tant que de besoin;
    lorsqu il y a lieu; en cas de besoin; si cela est nécessaire|approprié; selon le cas;
    lorsque cela est nécessaire|approprié; mutatis mutandis
appropriateness?: approprié|appropriés|appropriée|appropriées; adéquat|adéquate|adéquats|adéquates;
    pertinent|pertinents|pertinente|pertinentes; convenable
possibility: dans la mesure du possible; autant que possible; si possible; lorsque c est possible;
    dans toute la mesure possible; dans la <2> mesure possible; dans la limite de <2> moyens
    |ressources; lorsque cela est possible; aussi largement que possible; selon ses|leurs moyens
    |capacités; dans la mesure où; dans les limites de
law: conformément à|au <5> """
    + _LAW
    + """; sous réserve de|du|des <5> """
    + _LAW
    + """; en vertu de|du <4> """
    + _LAW
    + """; prévu|prévue|prévus|prévues par <3> """
    + _LAW
    + """; compatible|compatibles avec <4> """
    + _LAW
    + """; principes fondamentaux de <3> système|systèmes juridique|juridiques
condition: sous réserve de|du|des|d|que; à condition que|qu|de|d; à moins que|qu|de; seulement;
    uniquement; exclusivement; pour autant que|qu; tant que; aussi longtemps que; sur demande;
    à la demande de|du|des|d; avec le consentement de|du|des|d; avec l accord de|du|des|d
exception: sauf; sauf si|lorsque; excepté; à l exception de|du|des; hormis; nonobstant;
    à l exclusion de|du|des; par dérogation à|au|aux
reason: raisonnable|raisonnables|raisonnablement; dûment justifié|justifiés|justifiée|justifiées;
    justifié|justifiée; légitime|légitimes; indu|indue|indûment
time: sans retard <1> indu|injustifié|excessif; sans retard; sans délai; sans tarder; immédiatement;
    promptement; rapidement; dès que possible; dans les meilleurs délais; dans un délai raisonnable;
    à tout moment; en temps voulu|utile
rule: en principe; en règle générale; normalement; généralement; principalement; essentiellement
discretion: s il le juge|estime <2> nécessaire|approprié|utile; à sa|leur discrétion;
    lorsqu il le juge <2> nécessaire|approprié|utile; à titre volontaire; s ils le jugent <2>
    nécessaire|approprié|utile
condition?: si; lorsque; lorsqu; quand; en cas de; dans le cas où; compte tenu de; eu égard à
"""
)

SAFEGUARDS = table(
    """
-: protection des données personnelles dans le cadre du mandat; délégué à la protection des données;
    être entendu|entendue|entendus|entendues comme|en|par; attente d un? jugement|procès|appel;
    confidentialité intégrité et|l <2> disponibilité
rights: droits de l homme; droits humains; droits de la personne; libertés fondamentales;
    droits fondamentaux; droits et libertés; libertés publiques; dignité; dignité humaine;
    état de droit; procès équitable; présomption d innocence; liberté de <1> expression|pensée
    |religion|conscience|réunion|presse; discrimination; non discrimination; droits de la défense;
    intérêt supérieur de l enfant; torture; refoulement; traitement équitable
safeguard: garantie|garanties; conditions et sauvegardes; sauvegarde|sauvegardes
proportionality: proportionné|proportionnée|proportionnés|proportionnées|proportionnalité;
    nécessité;
    principe|principes de légalité|nécessité|proportionnalité; légalité; arbitraire; strictement
    nécessaire|nécessaires; société démocratique; disproportionné|disproportionnée
review: contrôle judiciaire|juridictionnel|indépendant; supervision judiciaire|indépendante;
    mandat judiciaire; indépendant|indépendante|indépendants|indépendantes|indépendance;
    impartial|impartiale|impartialité; autorisation judiciaire|préalable; autorité judiciaire;
    réexamen; transparence
remedy: recours; recours utile|effectif|juridictionnel; droit à réparation; réparation; appel;
    réclamation; droit de faire appel; indemnisation; dédommagement; accès à la justice;
    être entendu|entendue|entendus|entendues; aide juridictionnelle; plainte
notification: notifié|notifiée|notifier|informe|informé|informer <2> la|le|les|à personne|personnes
    |intéressé|intéressés|suspect; motivé|motivée|motifs de la décision
privacy: vie privée; respect de la vie privée; correspondance; droit à la vie privée; chiffrement;
    anonymat; protection des données; données à caractère personnel; protection de la vie privée
confidentiality: confidentiel|confidentielle|confidentiels|confidentielles|confidentialité;
    secret professionnel; secret|secrets d affaires; caractère confidentiel
consent: consentement; consentement éclairé; consentement préalable <4> éclairé; librement consenti
"""
)

LISTS = WordLists(
    modals=_MODALS,
    qualifiers=QUALIFIERS,
    safeguards=SAFEGUARDS,
    penalties=table(
        "sanction: amende|amendes; emprisonnement; peine|peines; sanction|sanctions; confiscation;"
        " puni|punie|punis|punies; passible|passibles; réclusion; privation de liberté; déchéance"
    ),
    same=table(
        """
under: conformément à|au|aux; en application de|du|des; en vertu de|du|des; aux termes de|du|des
regarding: concernant; relatif|relative|relatifs|relatives à|au|aux; s agissant de|du|des;
    en ce qui concerne; au sujet de|du|des; à l égard de|du|des; ayant trait à|au|aux
to: afin de|d; en vue de|d; dans le but de|d; pour
illustration: notamment; en particulier; entre autres; par exemple
also: aussi; également; en outre; de plus
by: au moyen de|d|du|des; par
"""
    ),
    actors=table(
        "actor: partie|parties; état|états; membre|membres; commission; conseil; comité; assemblée;"
        " conférence; secrétariat; secrétaire général; autorité|autorités; organe|organes;"
        " tribunal;"
        " cour; ministre|ministres; gouvernement|gouvernements; personne|personnes; organisation"
        " |organisations; président|présidente; dépositaire; directeur; organisme|organismes"
    ),
    votes=table(
        "vote: majorité; majorité simple|absolue|qualifiée; unanimité; consensus; quorum;"
        " deux tiers;"
        " trois quarts; moitié"
    ),
    defines=table("means: désigne|désignent; s entend|entendent; on entend; comprend; signifie"),
    light=word_set(
        "le la les l un une des du de d ce cet cette ces c son sa ses leur leurs il elle ils elles "
        "en y se s est sont été être a ont au aux à ainsi donc qui lesdits ladite ledit dudit y "
        "compris présent présente celui celle ceux celles dans par sur"
    ),
    conjunctions=("et", "ou"),
    negations=frozenset(("ne", "n", "pas", "sans", "aucun", "aucune", "ni", "non", "jamais")),
    measures=frozenset(
        (
            *("jour", "jours", "semaine", "semaines", "mois", "an", "ans", "année", "années"),
            *("heure", "heures", "pour", "euros", "tiers", "quarts", "milles", "mètres"),
        )
    ),
    months=frozenset(
        (
            *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
            *("septembre", "octobre", "novembre", "décembre"),
        )
    ),
    instruments=frozenset(
        (
            "loi",
            "lois",
            "règlement",
            "directive",
            "décision",
            "résolution",
            "convention",
            "no",
            "nº",
        )
    ),
    divisions=frozenset(
        (
            *("article", "articles", "art", "paragraphe", "paragraphes", "alinéa", "alinéas"),
            *("chapitre", "chapitres", "annexe", "annexes", "partie", "titre", "section", "point"),
        )
    ),
    connectors=frozenset(("à", "et", "ou", "de", "du", "des", "l", "la", "le", "aux", "au", "d")),
    titles=frozenset(("relatif", "relative", "concernant", "portant", "sur")),
    anyone=frozenset(("personne", "individu")),
    towards=frozenset(("à", "au", "aux", "par", "de", "avec")),
    definitions=frozenset(("définition", "définitions", "terminologie", "termes")),
    narrowing=frozenset(("qui", "que", "dont", "de", "du", "des", "par", "dans", "à", "pour", "d")),
    openers=frozenset(("si", "lorsque", "lorsqu", "quand")),
)
