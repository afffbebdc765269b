"""The words for agreements, for signing them and for only talking about them."""

from __future__ import annotations

import re

_EN_MODIFIER = (
    r"(?:(?:strategic|cooperation|co-operation|collaboration|partnership|research|supply|"
    r"service|services|licen[cs]e|licensing|"
    r"lease|purchase|distribution|joint venture|trade|investment|technology|framework|"
    r"non-disclosure|confidentiality|"
    r"sister[- ](?:city|state)|twinning|exchange|development|rental|off-?take|shareholder|"
    r"land|preliminary|bilateral|tripartite|"
    r"commercial|sales|delivery|export|student exchange|academic|letting|tenancy|transfer|"
    r"production|manufacturing)\s)"
)
_PATTERNS: dict[str, list[tuple[str, str]]] = {
    "en": [
        (
            "letter_of_intent",
            r"(?:non-binding )?letters? of intent|\bLO[Ii]s?\b|letters? of interest|"
            r"declarations? of intent|"
            r"statements? of intent",
        ),
        (
            "memorandum",
            r"memorand(?:um|a|ums)(?: of (?:understanding|cooperation|agreement))?|\bMo[Uu]s?\b|\bMOUs?\b|"
            r"\bMOC\b",
        ),
        (
            "framework",
            rf"{_EN_MODIFIER}*framework (?:{_EN_MODIFIER})?agreements?|framework "
            rf"contracts?|{_EN_MODIFIER}*frameworks?"
            r"(?= (?:covers|with))",
        ),
        (
            "contract",
            rf"{_EN_MODIFIER}*(?:contracts?(?! (?:manufactur|research|work))|(?<!to )leases?(?!d)|"
            r"purchase orders?|"
            r"tenancy agreements?|lease agreements?|supply agreements?|purchase agreements?|"
            r"licen[cs]e agreements?|"
            r"service agreements?)",
        ),
        (
            "loose",
            rf"{_EN_MODIFIER}*(?:joint \w+ )?(?:agreements?|heads of (?:terms|agreement)|"
            rf"licen[cs]es?|accords?|pacts?|treat(?:y|ies)|joint ventures?|term sheets?|"
            rf"protocols?|deals?)",
        ),
        ("strategic_intent", r"(?:strategic )?cooperation intentions?|intentions? to cooperate"),
        (
            "partnership",
            r"(?:strategic |research |technology |long-term )?(?:partnerships?|cooperations?|"
            r"collaborations?)",
        ),
    ],
    "fr": [
        (
            "letter_of_intent",
            r"lettres? d['’]intention|déclarations? d['’]intention|lettres? d['’]intérêt|\bLO[Ii]s?\b",
        ),
        (
            "memorandum",
            r"protocoles? d['’](?:accord|entente)|mémorandums?(?: d['’](?:entente|accord)| de "
            r"coopération)?|"
            r"memorandums?(?: of understanding| d['’]entente)?|\bMo[Uu]s?\b",
        ),
        ("framework", r"accords?[- ]cadres?|conventions?[- ]cadres?|contrats?[- ]cadres?"),
        (
            "contract",
            r"contrats?(?: de (?:bail|location|fourniture|vente|licence|service|services|"
            r"recherche|distribution))?"
            r"|\bbaux\b|\bbail\b(?: commercial)?|conventions?(?: de (?:partenariat|"
            r"coopération|recherche|mise à disposition|mobilité|financement|collaboration))?|"
            r"promesses? de vente|compromis|compromis de vente|bons? de commande",
        ),
        (
            "loose",
            r"accords?(?: de (?:partenariat|coopération|principe|collaboration|jumelage|"
            r"confidentialité|licence|"
            r"distribution|recherche|coentreprise|libre-échange))?(?: stratégiques?| "
            r"bilatéra(?:l|ux))?|protocoles?(?: de coopération)?|ententes?|chartes?|pactes?",
        ),
        ("partnership", r"partenariats?(?: stratégiques?)?|jumelages?|coopérations?|coentreprises?"),
    ],
    "de": [
        ("letter_of_intent", r"(?:gemeinsame )?Absichtserklärung(?:en)?|Letters? of Intent|\bLo[Ii]s?\b|\bLOIs?\b"),
        ("memorandum", r"Memorand(?:um|ums|en|a)(?: of (?:Understanding|Cooperation))?|\bMo[Uu]s?\b"),
        (
            "framework",
            r"(?:Kooperations|Zusammenarbeits)?[Rr]ahmen(?:kooperations)?(?:vertrag|vertrags|"
            r"vertrages|verträge|verträgen|"
            r"vereinbarung|vereinbarungen|abkommen|abkommens)",
        ),
        (
            "contract",
            r"(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Vv]ertrag|[Vv]ertrags|[Vv]ertrages|"
            r"[Vv]erträgen?)\b(?!s)|Bestellungen",
        ),
        (
            "loose",
            r"(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Vv]ereinbarung|[Aa]bkommen|[Üü]bereinkunft|"
            r"[Üü]bereinkommen)(?:en|s)?|"
            r"Grundsatzeinigung|Eckpunktepapier",
        ),
        (
            "partnership",
            r"(?:Forschungs|Technologie|Städte|Hochschul|Entwicklungs|Energie|"
            r"Innovations)?(?:[Kk]ooperation(?:en)?|[Pp]artnerschaft(?:en)?|"
            r"[Zz]usammenarbeit)",
        ),
    ],
}
_ACTS = {
    "en": r"\b(?:sign(?:s|ed|ing)?|conclud\w+|enter(?:s|ed|ing)? into|seal(?:s|ed)|ink(?:s|ed)|"
    r"initial(?:l?ed)|reach(?:es|ed)|"
    r"sign(?:ature|atures)|agreed (?:on|to)|exchang\w+|struck|finali[sz]\w+|renew(?:s|ed)?|"
    r"formali[sz]\w+|establish(?:ed)?)\b",
    "fr": r"\b(?:sign\w+|conclu\w*|paraph\w+|scell\w+|pass(?:er|é|ée) (?:un|une)|ratifi\w+|"
    r"formalis\w+|renouvel\w+|conviennent|"
    r"convenu\w*|noué\w*|nouer)\b",
    "de": r"(?:unterzeichn\w+|unterschr\w+|geschlossen|schloss(?:en)?|schließ\w+|abgeschlossen|"
    r"Unterzeichnung|"
    r"vereinbar(?:t|te|ten)\b|besiegel\w+|paraphier\w+|Abschluss|Vertragsunterzeichnung|"
    r"signier\w+|verlänger\w+)",
}
_DISCUSSED = {
    "en": r"\b(?:discuss\w*|talk(?:s|ed|ing)?|negotiat\w+|explor\w+|consider\w*|debated?|raised|"
    r"spoke|review(?:ed)?|mentioned)\b",
    "fr": r"\b(?:discut\w+|évoqu\w+|question|négoci\w+|échang\w+|étudi\w+|abord\w+|explor\w+|"
    r"parl\w+|examin\w+|réfléch\w+)\b",
    "de": r"(?:\bbesprochen|\bbesprach|\bbesprechen|verhandel\w+|erörter\w+|diskutier\w+|\bsprach|"
    r"\bsprechen|gesprochen|sondier\w+|"
    r"thematisier\w+|Gespräche? über|\bprüf\w+|\bgeprüft|\bging es um)",
}
_WITH = {"en": r"\s(?:with|between|among)\b", "fr": r"\s(?:avec|entre)\b", "de": r"\s(?:mit|zwischen)\b"}


def _compile(rules: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(rule) for language, rule in rules.items()}


PATTERNS: dict[str, list[tuple[str, re.Pattern[str]]]] = {
    language: [
        (kind, re.compile(rf"(?<![\w-])(?:{rule})(?![\w])", 0 if language == "de" else re.IGNORECASE))
        for kind, rule in rules
    ]
    for language, rules in _PATTERNS.items()
}
"""Kind and pattern by language. "loose" and "partnership" are agreements only where they are signed or agreed."""

ACTS = {language: re.compile(rule, re.IGNORECASE) for language, rule in _ACTS.items()}
"""Words for making an agreement."""

DISCUSSED = {language: re.compile(rule, re.IGNORECASE) for language, rule in _DISCUSSED.items()}
"""Words for talking about one."""

WITH = _compile(_WITH)
"""What leads from the agreement to the other party."""
