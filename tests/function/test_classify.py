"""The legal job of a provision: rules with evidence, weighed."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drafts import outline
from tracker.function import FUNCTIONS, LANGUAGES, functions
from tracker.function.cues import plain

MAKE = (
    "Each Party shall take such legislative and other steps as are needed to establish as "
    "criminal offences"
)


def one(heading: str, text: str) -> str:
    """An outline of one article."""
    return f"art_1 | Article 1 | {heading} | {text}"


CASES = {
    "offence by its words": (
        one("Putting out lamps", "Each Party shall make it a criminal offence to put out a lamp."),
        "offence",
    ),
    "offence by its first paragraph": (
        "art_1 | Article 1 | Putting out lamps |\n"
        "  art_1__para_1 | 1. | | Each Party shall establish this as a criminal offence.",
        "offence",
    ),
    "offence in the manner of a convention on terror": (
        one("", "Any person commits an offence if that person unlawfully sinks a lightship."),
        "offence",
    ),
    "offence in the manner of a convention on torture": (
        one("Wrecking", "Each State shall ensure that wrecking is an offence under its law."),
        "offence",
    ),
    "offence in the manner of a code": (
        one("Wrecking", "Whoever wrecks a lamp shall be punished with two years of rowing."),
        "offence",
    ),
    "offence in the manner of a statute, its verb behind the points": (
        one("Lamps", "A person who—\n")
        + "  art_1__point_a | (a) | | takes a lamp, or\n"
        + "  art_1__point_b | (b) | | sells one, commits an offence.",
        "offence",
    ),
    "offence whatever power its heading names": (
        one("Obstruction of search and seizure", f"{MAKE} the hindering of a search."),
        "offence",
    ),
    "offence whatever right its words name": (
        one("Breach of confidentiality", f"{MAKE} telling personal data without consent."),
        "offence",
    ),
    "offence that participation is a part of": (
        one("Participation in a band of wreckers", f"{MAKE} the founding of such a band."),
        "offence",
    ),
    "offence that ends with attempts": (
        one("Oil", f"{MAKE} the theft of oil and the attempt to commit such an offence."),
        "offence",
    ),
    "offence behind a definition": (
        "art_1 | Article 1 | Grease |\n"
        '  art_1__para_1 | 1. | | In this article, "grease" means the fat of lamps.\n'
        f"  art_1__para_2 | 2. | | {MAKE} the theft of grease.",
        "offence",
    ),
    "offence with a longer paragraph on help and reservations": (
        "art_1 | Article 1 | Lamps |\n"
        f"  art_1__para_1 | 1. | | {MAKE} the theft of lamps.\n"
        "  art_1__para_2 | 2. | | Parties shall cooperate with one another and provide mutual "
        "legal assistance at the request of the requesting Party, to the widest extent.\n"
        "  art_1__para_3 | 3. | | A Party may make a reservation at the time of signature.",
        "offence",
    ),
    "extraditable offences are no new crime": (
        one("Extradition", "Thefts of lamps are extraditable offences in every treaty."),
        "cooperation",
    ),
    "heavier punishment": (
        one("Courts", "Harm to many ships may count as an aggravating circumstance."),
        "aggravating circumstance",
    ),
    "heavier punishment without the word": (
        one("Nights", "Where the lamp was put out at night, the penalty shall be increased."),
        "aggravating circumstance",
    ),
    "lighter punishment": (
        one("Repentance", "A Party may provide for mitigating the punishment of who confesses."),
        "mitigating circumstance",
    ),
    "participation": (
        one("Helpers", f"{MAKE}, when committed intentionally, aiding such an offence."),
        "participation",
    ),
    "participation in points": (
        one("Helpers", f"{MAKE}, when committed intentionally:\n")
        + "  art_1__point_a | (a) | | aiding or abetting an offence set forth in article 3;\n"
        + "  art_1__point_b | (b) | | an attempt to commit such an offence.",
        "participation",
    ),
    "liability of legal persons": (
        one("Lamp companies", "A legal person can be held liable for taking part in offences."),
        "liability of legal persons",
    ),
    "sanction": (
        one("Fines", "Sanctions shall be effective, proportionate and dissuasive."),
        "sanction",
    ),
    "sanction and no offence": (
        one("", "A person guilty of an offence under section 3 is liable to a fine of 9 crowns."),
        "sanction",
    ),
    "jurisdiction": (one("Jurisdiction", "A Party acts at home."), "jurisdiction"),
    "jurisdiction by its words": (
        one("Wrecks at sea", "Each Party shall establish its jurisdiction over these offences."),
        "jurisdiction",
    ),
    "power": (
        one("Search and seizure of lamps", "Officers may enter a tower."),
        "procedural power",
    ),
    "power by its words": (
        one("Oil books", "Each Party shall empower its courts to order that books be shown."),
        "procedural power",
    ),
    "a power used for another State is cooperation": (
        one(
            "Expedited preservation of lamp books",
            "A Party may request another Party to order that books be preserved. The requested "
            "Party shall answer every request for preservation.",
        ),
        "cooperation",
    ),
    "safeguard": (one("Conditions and safeguards", "Powers are used with care."), "safeguard"),
    "safeguard by its words": (
        one("", "Everyone has the right to a lamp. No one shall be deprived of light."),
        "safeguard",
    ),
    "cooperation": (
        one("", "The Parties shall afford one another the widest assistance at sea."),
        "cooperation",
    ),
    "ground for refusal": (
        one("Grounds for refusal", "The requested Party may refuse help that would harm it."),
        "ground for refusal",
    ),
    "prevention": (
        one("Awareness", "Parties shall promote campaigns so as to prevent wrecking."),
        "prevention",
    ),
    "assistance": (
        one("Schools", "Parties shall offer training and technical assistance to keepers."),
        "assistance",
    ),
    "institution": (
        one("Lamps", "A Committee of keepers is hereby established. It shall meet once a year."),
        "institution",
    ),
    "institution for a matter that is another job": (
        one("Capacity-building committee", "The committee shall consist of nine keepers."),
        "institution",
    ),
    "final clause": (one("Force", "This Treaty shall enter into force at dawn."), "final clause"),
    "territory is no scope": (
        one("", "A State may, when signing, name the territory to which this Treaty shall apply."),
        "final clause",
    ),
    "definition by heading": (one("Use of terms", "For this Treaty:"), "definition"),
    "definition by its words": (one("", "“Lamp” means a light at sea."), "definition"),
    "purpose": (
        one("", "The purpose of this Treaty is to prevent wrecks by training and cooperation."),
        "purpose",
    ),
    "scope": (one("Ships", "This Treaty applies to ships at sea."), "scope"),
    "recital": ("rec_1 | | | Noting that ships are lost,", "recital"),
    "words that change another text": (
        one("Lamps Act", "Section 4 of the Lamps Act is amended by deleting the last word."),
        "other",
    ),
    "as much for two": (
        one("", "There is surveillance of the lamps. There is awareness of them."),
        "unclear",
    ),
    "institution by its votes": (
        one("", "Decisions on lamps shall be taken by consensus, else by a simple majority."),
        "institution",
    ),
    "institution that the Parties establish": (
        one("", "The Parties hereby establish a Council of keepers, which meets when it will."),
        "institution",
    ),
    "institution whose verb stands in its first point": (
        one("Lamp areas", "The Conference of the Parties, on the advice of the keepers:\n")
        + "  art_1__point_a | (a) | | shall take decisions on where lamps stand;\n"
        + "  art_1__point_b | (b) | | may undo them.",
        "institution",
    ),
    "institution by the office that its heading names": (
        one("Chief executive", "The keepers choose one of them for seven winters."),
        "institution",
    ),
    "institution that reviews": (
        one("Light kept", "How lamps are lit shall be monitored and reviewed periodically."),
        "institution",
    ),
    "the purposes and powers of a body are no purpose of the text": (
        one("Purposes, functions and duties of the Lamp Board", "The Board shall keep lamps."),
        "institution",
    ),
    "purpose of a part": (
        one("", "The objectives of this Part are to assist developing States in lighting lamps."),
        "purpose",
    ),
    "definition by what is deemed": (
        one("", "For the purpose of Article 4, a lamp is deemed to include its wick."),
        "definition",
    ),
    "scope without prejudice": (
        one("", "This Treaty, and all that is done under it, shall be without prejudice to tides."),
        "scope",
    ),
    "what is not altered": (one("Saving clause", "Old lamps stay as they are."), "scope"),
    "a principle that is applied is no scope": (
        one("Application of the principle of light", "States light lamps early."),
        "other",
    ),
    "cooperation in an aside": (
        one("", "The States, in keeping with old custom, shall, where they can, cooperate at sea."),
        "cooperation",
    ),
    "cooperation that may not be refused": (
        one("", "A request for assistance shall not be refused on the ground of bank secrecy."),
        "cooperation",
    ),
    "a refusal names the help": (
        one("Lamps of nobles", "Extradition to the requesting Party shall not be granted."),
        "ground for refusal",
    ),
    "sanction whose goods are seized first": (
        one(
            "", "Courts order the confiscation of proceeds; lamps are seized for the purpose of it."
        ),
        "sanction",
    ),
    "punished by penalties": (
        one("", "These deeds shall be punished by grave penalties whatever their reason."),
        "sanction",
    ),
    "power on board": (
        one("Ships", "An inspector may board and inspect a ship without lamps."),
        "procedural power",
    ),
    "power of an officer who finds something": (
        one("Dark ships", "Where an authorised officer finds a dark ship, he or she may move it."),
        "procedural power",
    ),
    "a person in custody is protected": (
        one("", "Any person who is taken into custody shall be guaranteed fair treatment."),
        "safeguard",
    ),
    "safeguard by its heading alone": (one("Right to light", "Light is for all."), "safeguard"),
    "safeguard by consent": (
        one("Old songs", "Songs are used only with the prior and informed consent of singers."),
        "safeguard",
    ),
    "no punishment is a safeguard": (
        one("Non-punishment", "Victims shall not be prosecuted for lamps that they had to break."),
        "safeguard",
    ),
    "prevention by its chapter": (
        "chp_1 | Chapter I | Preventive measures |\n"
        "  art_1 | Article 1 | Songs at school | Children learn songs of the sea.",
        "prevention",
    ),
    "measures against a crime make none": (
        one("Policies against bribery", "Parties publish who pays the keepers."),
        "prevention",
    ),
    "harm to nature is no crime to prevent": (
        one("Oil", "States adopt measures to prevent pollution of the harbour."),
        "other",
    ),
    "assistance for poor States": (
        one("", "Richer Parties shall assist developing States in buying oil."),
        "assistance",
    ),
    "disputes that are prevented": (
        one("Prevention of disputes", "Parties shall cooperate in order to prevent disputes."),
        "final clause",
    ),
    "arrangements until a dispute is settled": (
        one("", "Pending the settlement of a dispute, lamps stay lit."),
        "final clause",
    ),
    "short title": (one("", "This Act may be cited together as the Lamps Acts."), "final clause"),
    "words that are inserted in another text define nothing here": (
        one("", "Section 4 is substituted by the following: \"4. 'lamp' means a light.\""),
        "other",
    ),
    "none of them": (one("Gulls", "Gulls are fed."), "other"),
    "brackets of negotiators do not hide the words": (
        one("Lamps", "Parties shall [establish] it as [a] [criminal offence] to put out a lamp."),
        "offence",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_function(text: str, expected: str) -> None:
    draft = outline(text)
    found = functions(draft)
    assert found[draft.provisions[0].eid].name == expected


def test_every_function_has_a_case() -> None:
    assert {expected for _, expected in CASES.values()} == set(FUNCTIONS)


INSIDE = {
    "what is inside has the function of what holds it": ("Jurisdiction", "Home.", "jurisdiction"),
    "a heavier punishment inside": (
        "Prosecution and sanctions",
        "A Party may call it an aggravating circumstance that the lamp was critical.",
        "aggravating circumstance",
    ),
    "a lighter punishment inside": (
        "Prosecution and sanctions",
        "The penalty may be reduced where the lamp was lit again.",
        "mitigating circumstance",
    ),
    "a limit inside a power": (
        "Search of lamps",
        "The powers of this article shall be subject to article 4.",
        "safeguard",
    ),
    "a refusal inside help": (
        "Mutual assistance",
        "The requested Party may refuse to search a lamp.",
        "ground for refusal",
    ),
    "a definition inside a crime": (
        "Criminalization of wrecking",
        "In this article, the term “wreck” shall include a ship aground.",
        "definition",
    ),
    "a reservation inside a crime": (
        "Criminalization of wrecking",
        "A Party may make a reservation to this article when it signs.",
        "offence",
    ),
    "a refusal that names much help": (
        "Mutual assistance",
        "The requested Party may decline a request for assistance of another Party.",
        "ground for refusal",
    ),
    "no help is refused": (
        "Search of lamps",
        "A keeper may refuse to open a box of letters.",
        "procedural power",
    ),
    "a vote inside an amendment": (
        "Amendment",
        "The Conference of the Parties shall adopt it by a vote.",
        "final clause",
    ),
}


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    INSIDE.values(),
    ids=[name.replace(" ", "-") for name in INSIDE],
)
def test_what_is_inside(heading: str, text: str, expected: str) -> None:
    draft = outline(
        f"art_1 | Article 1 | {heading} |\n"
        "  art_1__para_1 | 1. | | All that is here is done as the law says, each in its turn.\n"
        f"  art_1__para_2 | 2. | | {text}"
    )
    found = functions(draft)
    assert found["art_1__para_2"].name == expected
    assert found["art_1__para_1"].name == found["art_1"].name
    assert found["art_1__para_1"].evidence.startswith("as what it stands in: ")


def test_points_only_name_the_matters_of_the_sentence_that_they_stand_in() -> None:
    draft = outline(
        "art_1 | Article 1 | Lamp Council | The Council shall adopt rules on:\n"
        "  art_1__point_a | (a) | | the training of keepers and technical assistance;\n"
        "  art_1__point_b | (b) | | mutual legal assistance and extradition."
    )
    assert {found.name for found in functions(draft).values()} == {"institution"}


def test_options_for_an_article_are_parts_of_it() -> None:
    draft = outline(
        "art_1 | Article 1 | Dark songs |\n"
        f"  art_1__point_a | Option 1 | | [{MAKE} the singing of dark songs.]\n"
        "  art_1__point_b | Option 2 | | [No such article.]"
    )
    article, *options = draft.provisions
    options = [replace(option, kind="hcontainer") for option in options]
    found = functions(replace(draft, provisions=(article, *options)))
    assert {function.name for function in found.values()} == {"offence"}


def test_a_crime_that_comes_back_as_an_aggravating_circumstance() -> None:
    before = outline(f"art_8 | Article 8 | Attacks on vital lamps | {MAKE} attacks on vital lamps.")
    after = outline(
        "art_9 | Article 9 | Prosecution and sanctions |\n"
        "  art_9__para_1 | 1. | | Sanctions shall reflect how grave the offence is.\n"
        "  art_9__para_2 | 2. | | A Party may provide for aggravating circumstances, among them "
        "that an offence concerned vital lamps."
    )
    assert functions(before)["art_8"].name == "offence"
    assert functions(after)["art_9"].name == "sanction"
    assert functions(after)["art_9__para_2"].name == "aggravating circumstance"


def test_a_chapter_speaks_for_what_has_no_words_of_its_own() -> None:
    draft = outline(
        "chp_1 | Chapter I | Final provisions |\n"
        "  art_1 | Article 1 | Implementation of the Treaty | Each Party does its part.\n"
        "  art_2 | Article 2 | Use of terms | For this Treaty:"
    )
    found = functions(draft)
    assert [found[eid].name for eid in ("chp_1", "art_1", "art_2")] == [
        "final clause",
        "final clause",
        "definition",
    ]


def test_unclear_tells_both() -> None:
    found = functions(outline(CASES["as much for two"][0]))["art_1"]
    assert "procedural power (surveillance)" in found.evidence
    assert "prevention (awareness)" in found.evidence


OTHER_LANGUAGES = {
    "fr": (
        "Interception illégale",
        "Chaque Partie confère le caractère d'infraction pénale à ceci.",
    ),
    "es": (
        "Interceptación ilícita",
        "Cada Parte adoptará medidas para tipificar como delito esto.",
    ),
    "ru": ("Незаконный перехват", "Каждая Сторона признает это в качестве уголовно наказуемых."),
    "ar": ("الاعتراض غير المشروع", "تعتمد كل دولة ما يلزم لكي تجرِّم هذا الفعل."),
    "zh": ("非法拦截", "各方应当将下列行为规定为犯罪。"),
}


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_an_illegal_interception_is_no_power_in_any_language(language: str) -> None:
    heading, text = OTHER_LANGUAGES[language]
    draft = replace(outline(one(heading, text)), language=language)
    assert functions(draft)["art_1"].name == "offence"


@pytest.mark.parametrize(
    ("language", "heading", "expected"),
    [
        ("fr", "Entrée en vigueur", "final clause"),
        ("fr", "Circonstances atténuantes", "mitigating circumstance"),
        ("es", "Asistencia judicial recíproca", "cooperation"),
        ("es", "Circunstancias agravantes", "aggravating circumstance"),
        ("fr", "Comité de renforcement des capacités", "institution"),
        ("fr", "Prévention des différends", "final clause"),
        ("es", "Órgano de fareros", "institution"),
        ("es", "Derecho de voto", "institution"),
        ("es", "Sin perjuicio", "scope"),
        ("ru", "Юрисдикция", "jurisdiction"),
        ("ru", "Использование терминов", "definition"),
        ("ar", "تسليم المجرمين", "cooperation"),
        ("zh", "适用范围", "scope"),
    ],
)
def test_headings_of_other_languages(language: str, heading: str, expected: str) -> None:
    draft = replace(outline(one(heading, "…")), language=language)
    assert functions(draft)["art_1"].name == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La présente Convention s'applique aux phares.", "scope"),
        ("fr", "Il est créé un comité des gardiens.", "institution"),
        ("fr", "Le Comité adopte son règlement.", "institution"),
        ("fr", "Les Parties coopèrent pour tenir les lampes allumées.", "cooperation"),
        (
            "fr",
            "Les chants ne servent qu'avec le consentement préalable des chanteurs.",
            "safeguard",
        ),
        ("fr", "Le règlement des différends se fait à la lampe.", "final clause"),
        ("es", "El presente Tratado se aplicará a los faros.", "scope"),
        ("es", "Se establece por el presente un consejo de fareros.", "institution"),
        ("es", "La Conferencia de las Partes examinará las lámparas.", "institution"),
        ("es", "Los Estados cooperarán para que ardan las lámparas.", "cooperation"),
        ("es", "Los cantos se usarán con el consentimiento previo de quien canta.", "safeguard"),
        ("es", "La solución de controversias se hará de noche.", "final clause"),
    ],
)
def test_words_of_other_languages(language: str, text: str, expected: str) -> None:
    draft = replace(outline(one("", text)), language=language)
    assert functions(draft)["art_1"].name == expected


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh", "de", ""])
def test_a_language_with_few_rules_or_none_is_not_guessed(language: str) -> None:
    draft = replace(outline(one("9", "9 8 7")), language=language)
    assert functions(draft)["art_1"].name == "unclear"


@given(
    st.lists(
        st.sampled_from([text for text, _ in CASES.values()]), min_size=1, max_size=3, unique=True
    ),
    st.sampled_from([*LANGUAGES, "de"]),
)
def test_every_provision_has_one_function_of_the_list_and_says_why(
    texts: list[str], language: str
) -> None:
    draft = outline("\n".join(t.replace("art_1", f"art_{n}") for n, t in enumerate(texts, 1)))
    found = functions(replace(draft, language=language))
    assert set(found) == {provision.eid for provision in draft.provisions}
    assert all(one.name in FUNCTIONS and one.evidence for one in found.values())


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()], ids=CASES.keys())
def test_the_evidence_is_words_of_the_provision(text: str) -> None:
    draft = outline(text)
    found = functions(draft)[draft.provisions[0].eid]
    if found.name in ("other", "unclear", "recital"):
        return
    words = plain(" ".join(f"{p.heading} {p.text}" for p in draft.provisions)).split()
    assert set(found.evidence.split()[:-1]) <= set(words)


HOSTILE = {
    "formula": "establish " * 20_000,
    "as a": "as a " * 50_000,
    "blanks": " " * 50_000 + "x",
    "quotes": "“" * 50_000,
    "persons": "any person who " * 20_000,
    "bodies": "the board " * 30_000,
    "help": "offence in accordance aiding " * 10_000,
    "authorities": "competent authorities may " * 10_000,
    "bodies between commas": "the conference, " * 15_000,
    "members of bodies": "each member of the " * 12_000,
    "States that do nothing": "states parties " * 15_000,
    "officers": "police officer " * 15_000,
    "committees in Spanish": "comité xra " * 20_000,
    "one word": "x" * 200_000,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_rules_are_safe_on_hostile_text(text: str, language: str) -> None:
    """A quarter of a million characters made to be slow take no time to speak of."""
    draft = outline(one("X", "y"))
    provision = replace(draft.provisions[0], text=text, heading=text[:5_000])
    start = time.perf_counter()
    functions(replace(draft, provisions=(provision,), language=language))
    assert time.perf_counter() - start < 5
