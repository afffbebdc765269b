"""The words for events, with the modifiers that belong to them, by language and kind."""

from __future__ import annotations

import re

_EN_BEFORE = (
    r"(?:(?:business|trade|investment|investors?|networking|press|panel|food|gala|welcome|"
    r"opening|closing|technology|tech|"
    r"innovation|matchmaking|b2b|industry|start-?up|career|job|talent|export|joint|annual|"
    r"economic|kick-?off|closed-door|"
    r"technical|public|evening|alumni|supplier|science|academic|partner|pitch|energy|"
    r"round-?table|cooperation|farewell|"
    r"recruitment|information|diplomatic|community|signing|promotion(?:al)?|roadshow|"
    r"networking|breakfast|wine|book|film|"
    r"hydrogen|green|digital|health|safety|student|international|regional|bilateral)[ -])"
)
_EN = {
    "signing": r"signing ceremon(?:y|ies)|signing(?= (?:of|with|took|in|on))|ceremony",
    "roundtable": r"round-?tables?|round table(?: discussion)?s?|panel discussions?",
    "seminar": r"seminars?|symposi(?:um|a)|workshops?|webinars?|masterclass(?:es)?|briefings?|"
    r"presentations?(?= (?:event|evening))|"
    r"information sessions?|promotion events?|roadshows?",
    "conference": r"conferences?|summits?|congress(?:es)?|conventions?(?= (?:in|on))|forums?",
    "fair": r"fairs?|trade shows?|exhibitions?|expos?|showcases?",
    "reception": r"receptions?|(?:information|networking|welcome|business|alumni) evenings?|dinners?|"
    r"lunch(?:eon)?s?|galas?|banquets?|breakfasts?",
    "visit": r"(?:inward|return|official|working|exchange|inspection) visits?|site visits?|company "
    r"visits?|factory (?:tours?|visits?)|plant (?:tours?|visits?)|guided "
    r"tours?|study tours?|"
    r"lab(?:oratory)? tours?|walk-?throughs?|courtesy (?:calls?|visits?)",
    "meeting": r"matchmaking (?:events?|sessions?)|pitch (?:sessions?|events?|days?)|demo days?|"
    r"hackathons?|networking events?|"
    r"B2B meetings?|business meetings?|town halls?|meet-?ups?|working sessions?",
    "mission": r"trade missions?|business missions?|missions?(?= to [A-Z])|study trips?|fact-finding "
    r"(?:missions?|trips?)",
    "opening": r"opening ceremon(?:y|ies)|grand openings?|inaugurations?|ground-?breaking(?: ceremon(?:y|"
    r"ies))?|"
    r"ribbon-?cuttings?|topping[- ]out(?: ceremony)?",
}
_FR = {
    "signing": r"cérémonies? de signature|signature(?= (?:officielle|de|d['’]|du|des|avec))|cérémonies?",
    "roundtable": r"tables?[- ]rondes?|petits?[- ]déjeuners? d['’]affaires|tour de table",
    "seminar": r"séminaires?|ateliers? (?:de travail|thématiques?|participatifs?)|webinaires?|colloques?|"
    r"symposiums?|journées? (?:d['’]étude|d['’]information|technique|"
    r"portes ouvertes)s?|réunions? d['’]information|master ?class(?:es)?",
    "conference": r"conférences?(?: de presse)?|sommets?|congrès|forums?(?: économiques?| d['’]affaires)?|"
    r"assises",
    "fair": r"salons?(?: professionnels?)?|foires?|expositions?",
    "reception": r"réceptions?|dîners?(?: de gala| officiels?)?|déjeuners?(?: de travail| d['’]affaires)?|"
    r"cocktails?|galas?|"
    r"petits?[- ]déjeuners?|soirées? (?:de réseautage|networking|d['’]affaires|de clôture)",
    "visit": r"visites? (?:officielle|rectorale|retour|ministérielle|de travail|de site|"
    r"d['’]entreprises?|d['’]usine|guidée|de courtoisie|de terrain|"
    r"technique)s?|visites?(?= (?:de|du|des|"
    r"d['’]|chez|à|au))",
    "meeting": r"rencontres? d['’]affaires|rendez-vous d['’]affaires|rendez-vous b ?to ?b|"
    r"speed-?meetings?|réunions? de travail|"
    r"séances? de travail|hackathons?|rencontres? b2b|séances? de pitchs?|sessions? de pitchs?",
    "mission": r"missions? économiques?|missions? (?=(?:à|en|au|aux) [A-ZÉ])|missions? de prospection|"
    r"voyages? d['’]études?|"
    r"déplacements?(?= (?:à|en|au|aux) [A-ZÉ])",
    "opening": r"inaugurations?|cérémonies? d['’]ouverture|poses? de la première pierre",
}
_DE_BEFORE = r"(?:[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?-?)?"
_DE = {
    "signing": r"(?:feierliche )?(?:Vertrags)?[Uu]nterzeichnung(?:szeremonie|sfeier)?|Zeremonie|Festakt",
    "roundtable": rf"Runde[rnm]? Tisch(?:es|e)?|Round[- ]?[Tt]ables?|{_DE_BEFORE}[Gg]esprächsrunden?|"
    rf"Podiumsdiskussion(?:en)?|"
    r"Expertenrunden?",
    "seminar": rf"{_DE_BEFORE}(?:[Ss]eminare?s?|[Ww]orkshops?|[Ww]ebinare?s?|[Ss]ymposi(?:um|en)|"
    rf"[Ff]achtagung(?:en)?|"
    r"[Ii]nformationsveranstaltung(?:en)?|[Ii]nfoabend|[Tt]agung(?:en)?)|Roadshows?|Fachgespräche?s?",
    "conference": rf"{_DE_BEFORE}(?:[Kk]onferenz(?:en)?|[Kk]ongress(?:e|es)?|[Gg]ipfels?|"
    rf"[Ww]irtschaftsforums?|[Ww]irtschaftstag)"
    r"|Forum(?= (?:in|im|am|mit))",
    "fair": rf"{_DE_BEFORE}(?:[Mm]essen?|[Aa]usstellung(?:en)?|[Mm]esseauftritt)",
    "reception": rf"{_DE_BEFORE}(?:[Ee]mpfang(?:s|es)?|[Ee]mpfängen?|[Aa]bendessens?|[Mm]ittagessens?|"
    rf"[Gg]alas?|"
    r"(?:[Nn]etzwerk|[Ll]änder|[Uu]nternehmer|[Ww]irtschafts|[Gg]ala|[Ii]nfo)abend(?:s)?|[Ff]estessen)",
    "visit": rf"{_DE_BEFORE}(?:[Ff]irmenbesuche?s?|[Gg]egenbesuche?s?|[A-ZÄÖÜ][a-zäöü]+-Besuche?s?|"
    rf"[Uu]nternehmensbesuche?s?|[Bb]etriebsbesuche?s?|"
    rf"[Bb]etriebsbesichtigung(?:en)?|"
    r"[Ww]erks(?:besichtigung|führung|besuch|rundgang)(?:en)?|[Bb]esichtigung(?:en)?|"
    r"[Rr]undgang(?:s|es)?|[Rr]undgängen?|"
    r"[Bb]esuche?s?(?= (?:bei|beim|im|in|der|des|von|am)))",
    "meeting": rf"{_DE_BEFORE}(?:[Mm]atchmaking(?:-Veranstaltung)?|[Aa]rbeitstreffens?|"
    rf"[Nn]etzwerktreffens?|[Kk]ooperationsbörsen?|"
    r"[Uu]nternehmertreffens?|[Pp]itch-Sessions?|[Aa]rbeitssitzung(?:en)?|"
    r"[Aa]uftaktveranstaltung|[Aa]uftakttreffen)|Hackathons?|"
    r"Demo Days?",
    "mission": r"Delegationsreisen?|Wirtschaftsmission(?:en)?|Unternehmerreisen?|Studienreisen?|"
    r"Markterkundungsreisen?|Informationsreisen?",
    "opening": rf"{_DE_BEFORE}(?:[Ee]röffnung(?:sfeier|sveranstaltung)?(?= )|[Ee]inweihung(?:sfeier)?|"
    rf"[Ss]patenstich(?:s)?|"
    r"[Gg]rundsteinlegung|[Rr]ichtfest)",
}
_OFFICES = {
    "en": r"(?:[\w-]+ ){0,3}?(?:office|branch|bureau|plant|factory|cent(?:re|er)|lab(?:oratory)?|"
    r"facility|hub|subsidiary|"
    r"showroom|warehouse|desk|outpost|headquarters|incubator|campus|station|house|institute|"
    r"site|consulate)",
    "fr": r"(?:bureau(?:x)?|antenne|filiale|usine|centre|laboratoire|site|succursale|agence|"
    r"plateforme|incubateur|campus|"
    r"établissement|magasin|entrepôt|maison|consulat|représentation|showroom)(?: (?:de "
    r"liaison|de représentation|commercial[e]?|"
    r"de recherche|permanente?|technique|d['’]affaires|logistique|de production|"
    r"d['’]innovation|de contact))?",
    "de": r"(?:[A-ZÄÖÜ][a-zäöüß]+-?)?(?:[Bb]üro|[Nn]iederlassung|[Zz]weigstelle|[Ww]erk|[Ff]abrik|"
    r"[Zz]entrum|[Ll]abor|"
    r"[Vv]ertretung|[Ss]tandort|[Rr]epräsentanz|[Gg]eschäftsstelle|[Aa]ußenstelle|"
    r"[Tt]ochtergesellschaft|[Aa]nlaufstelle|"
    r"[Kk]ontaktstelle|[Hh]aus|[Ff]iliale|[Ii]nstitut|[Kk]onsulat|[Hh]ub)",
}
_NAMED = r"(?:[A-ZÀ-Ý][\w’'-]*(?: (?:of|de|du|für|[A-ZÀ-Ý0-9])[\w’'-]*){0,5})"
_OPENING = {
    "en": rf"(?P<verb>(?:(?:has|have|had) (?:officially )?)?(?:(?:re)?open(?:s|ed|ing)?|"
    rf"inaugurat(?:e|es|ed|ing)|unveil(?:s|ed|ing)?))\s(?:the |a |an |its |their |our |his |her |new |first |"
    rf"joint |small |own |second )*"
    rf"(?P<object>{_OFFICES['en']}\b|(?<=the ){_NAMED})",
    "fr": rf"(?P<verb>(?:(?:a|ont|avons|va|vont) )?(?:officiellement )?(?:ouv(?:re|rent|rir|rira|"
    rf"riront|ert)|inaugur(?:e|ent|é|er|era|"
    rf"eront)|implant(?:e|é|er)|cré(?:e|é|er|era)|install(?:e|é|er)))\s"
    rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|également|"
    rf"officiellement|aussi) )?(?:le |la |l['’]|un |une |son |sa |leur |notre |nouveau |"
    rf"nouvelle |premier |première |futur |officiellement )*(?P<object>{_OFFICES['fr']}\b|"
    rf"(?<=[le'’] ){_NAMED})",
    "de": rf"(?P<verb>eröffne(?:t|te|ten|n)|weih(?:t|te|ten)|richtet(?:e|"
    rf"en)?)\s(?:(?!\bin\b)[^.;:]){{0,60}}?"
    rf"\b(?:ein|eine|einen|das|die|den|ihr|ihre|ihren|sein|seine|seinen|unser|unsere)(?: "
    rf"[a-zäöü]+(?:e|es|en|er))* "
    rf"(?P<object>{_OFFICES['de']}\b)",
    "de-last": rf"(?P<verb>(?:ein|eine|einen|das|die|den|ihr|ihre|ihren|sein|seine)(?: [a-zäöü]+(?:e|"
    rf"es|en|er))* (?P<object>{_OFFICES['de']})\b"
    rf"(?: (?:in|im|am) [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)?(?: zu)? (?:eröffnet|eröffnen|einzuweihen))",
    "fr-noun": rf"(?P<verb>(?:ouverture|inauguration)\s(?:(?:à|en|au) [A-ZÀ-Ý][\w-]+ )?(?:d['’]une?|"
    rf"de la|du|de l['’]|de son|de sa)\s?(?:nouve(?:au|lle) )?"
    rf"(?P<object>{_OFFICES['fr']}(?: d['’][a-zéè]+)?)\b)",
    "en-passive": rf"(?P<object>{_OFFICES['en']})\b(?: (?:of|in|at|for|on) [^.;:,]{{0,40}}?)? "
    rf"(?P<verb>(?:was|were|has been|have been|will be)(?: officially| formally)? "
    rf"(?:(?:re)?opened|inaugurated|unveiled))",
    "fr-passive": rf"(?P<object>{_OFFICES['fr']})\b(?: (?:de|du|des|d['’]|à|en)[^.;:,]{{0,40}}?)? "
    rf"(?P<verb>(?:a été|ont été|sera|seront|est|vient d['’]être)(?: officiellement)? (?:inaugurée?s?|ouverte?s?))",
    "en-noun": rf"(?P<verb>opening of (?:the |a |an |its |our )?(?:new )?(?P<object>{_OFFICES['en']})\b)",
    "de-noun": rf"(?P<verb>Eröffnung (?:des|der|eines|einer|ihres|ihrer)(?: [a-zäöü]+(?:en|er|es))* "
    rf"(?P<object>{_OFFICES['de']}(?:s|es)?)\b)",
}


def _compile(rules: dict[str, str], before: str, flags: int) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(rf"(?<![\w-])(?:{before})(?:{rule})(?![\w-])", flags)) for kind, rule in rules.items()]


EVENTS: dict[str, list[tuple[str, re.Pattern[str]]]] = {
    "en": _compile(_EN, f"{_EN_BEFORE}{{0,2}}", re.IGNORECASE),
    "fr": _compile(_FR, "", re.IGNORECASE),
    "de": _compile(_DE, "", 0),
}
"""Kind and pattern by language."""

_ENTRY = r"^\s*(?:[-–—•*·]\s*)?(?:[\w./,() ]{0,24}?[:–—-]\s*)?"
BULLET_EVENTS: dict[str, list[tuple[str, re.Pattern[str]]]] = {
    "en": [
        ("visit", re.compile(rf"{_ENTRY}(?P<noun>[Vv]isit|[Tt]our)(?= (?:to|of|at))", re.MULTILINE)),
        ("meeting", re.compile(rf"{_ENTRY}(?P<noun>[Mm]eeting)(?= (?:with|at))", re.MULTILINE)),
    ],
    "fr": [
        (
            "meeting",
            re.compile(rf"{_ENTRY}(?P<noun>[Rr]encontre|[Rr]éunion|[Ee]ntretien)(?= (?:avec|chez))", re.MULTILINE),
        )
    ],
    "de": [
        ("meeting", re.compile(rf"{_ENTRY}(?P<noun>Treffen|Gespräch|Termin)(?= (?:mit|bei|beim))", re.MULTILINE)),
        ("visit", re.compile(rf"{_ENTRY}(?P<noun>Besuch)(?= )", re.MULTILINE)),
    ],
}
"""Nouns that are events only where they head an entry of a list."""

OPENING: dict[str, list[re.Pattern[str]]] = {
    language: [re.compile(rf"(?<![\w-]){rule}") for key, rule in _OPENING.items() if key[:2] == language]
    for language in ("en", "fr", "de")
}
"""A verb of opening and, in `object`, what it opens."""
