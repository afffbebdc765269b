"""Rarer words that tie parties together; they claim characters after the common ones of `triggers`."""

from __future__ import annotations

from qiao.engines.extract.result import RelationKind

RARE: dict[str, list[tuple[RelationKind, str, bool]]] = {
    "en": [
        (RelationKind.SUBSIDIARY_OF, r"(?:its|their) (?:[\w-]+ ){0,2}(?:subsidiary|unit|arm|affiliate)(?! of)", False),
        (RelationKind.LED, r"(?:led|headed) up by|delegation (?:under|around)|spearheaded by", False),
        (
            RelationKind.LED,
            r"(?:travel\w*|return\w*|arriv\w*|came|went|land\w*|flew)\b[^.;:]{0,40}? with "
            r"(?:a|an|his|her|the)\b"
            r"[^.;:]{0,30}?\b(?:delegation|mission|group|party|team)|at the head of an? ",
            True,
        ),
        (
            RelationKind.INVESTED_IN,
            r"(?:put(?:s|ting)?|pour(?:s|ed|ing)?|commit(?:s|ted|ting)?|spend(?:s|ing)?|"
            r"plough(?:s|ed|ing)?)\b"
            r"[^;:]{0,60}?\b(?:into|to|in|on)",
            False,
        ),
        (
            RelationKind.INVESTED_IN,
            r"(?:plans?|planned|announced|unveiled|approved) (?:a|an|its|to "
            r"expand)\b[^.;:]{0,50}?\b(?:plant|factory|facility|"
            r"cent(?:re|er)|hub|warehouse|line)\b(?:[^.;:]{0,20}? (?:in|at))?",
            False,
        ),
        (RelationKind.INVESTED_IN, r"(?:holds?|owns?) [\w.,]+ ?(?:%|per ?cent) (?:of|in)|stakes? in", False),
        (
            RelationKind.OPENED,
            r"(?:was|were|has been|have been) (?:formally |officially )?(?:opened|inaugurated|unveiled)",
            True,
        ),
    ],
    "fr": [
        (RelationKind.SUBSIDIARY_OF, r"(?:sa|leur) filiale(?: [a-zéè]+)?", False),
        (
            RelationKind.LED,
            r"que (?:conduit|conduisait|conduira|dirige|dirigeait|mène|menait)|délégation autour d[eu']",
            False,
        ),
        (
            RelationKind.LED,
            r"à la tête d['’]une (?:délégation|mission)|accompagnée? d['’]une (?:délégation|mission)",
            True,
        ),
        (
            RelationKind.INVESTED_IN,
            r"(?:prévoi\w*|annonc\w*|projett?e\w*|implant\w*|"
            r"install\w*)\b[^.;:]{0,60}?\b(?:usine|unité|site|centre|atelier|"
            r"plateforme|entrepôt)\b[^.;:]{0,30}? (?:à|en|dans)",
            False,
        ),
        (RelationKind.INVESTED_IN, r"déti(?:ent|ennent) [\d,]+ ?% (?:du capital )?d[eu]", False),
        (RelationKind.OPENED, r"(?:a été|est|sera|ont été) (?:officiellement )?(?:inaugurée?s?|ouverte?s?)", True),
    ],
    "de": [
        (RelationKind.SUBSIDIARY_OF, r"(?:ihre|seine|deren|dessen) (?:[a-zäöü]+ )?(?:Tochter\w*|Ableger)", False),
        (
            RelationKind.LED,
            r"Delegation (?:um|mit)|an der Spitze (?:der Delegation )?(?:stand|steht|standen)|"
            r"Leiter(?:in)? der Delegation "
            r"(?:war|ist)",
            False,
        ),
        (
            RelationKind.LED,
            r"(?:reist|kam|flog|war|kehrt|besucht)\w*\b[^.;:]{0,50}? mit (?:einer|seiner|"
            r"ihrer|der)\b[^.;:]{0,25}?"
            r"(?:delegation|gruppe)",
            True,
        ),
        (
            RelationKind.INVESTED_IN,
            r"(?:plant|baut|errichtet|erweitert)\b[^.;:]{0,60}?\b(?:werk|fabrik|produktion|"
            r"standort|zentrum|halle)"
            r"(?:[^.;:]{0,20}? (?:in|im))?",
            False,
        ),
        (RelationKind.INVESTED_IN, r"hält [^.;:]{0,20}?(?:prozent|%)[^.;:]{0,20}? an", False),
        (RelationKind.OPENED, r"(?:wurde|wird|wurden) [^.;:]{0,30}?(?:eröffnet|eingeweiht)", True),
    ],
}
"""Kind, words, and whether the parties stand in front, by language."""
