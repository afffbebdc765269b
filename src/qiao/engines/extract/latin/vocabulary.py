"""Tests on single words: is it a head of organisation names, a post, a title, a common word?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from qiao.engines.extract.latin.lexicon import phrases, words, words_by_kind, words_by_language, words_of_kind

ACRONYMS_NOT_NAMES = frozenset(
    "ai ict iot r&d esg sme smes kmu pme eti b2b b2g co2 ev evs hr pr vip q&a gdp fdi mw gw "
    "kw faq pdf vr ar 5g 6g eur "
    "usd gbp chf cny rmb jpy krw sek nok dkk pln cad aud ceo cfo cto coo pdg dg mou mous loi "
    "lois nda ndas it eu ue usa "
    "us uk phd mba bsc msc id tv ok top tbc tbd tba asap rsvp eta ip led lng mro oem oems "
    "saas ki am pm gmt cet cest utc "
    "cc bcc re fw fwd aw wg ps pj nb mwh gwh kwh twh teu iso din ce vat tva mwst st nr no ii "
    "iii iv vi vii kv hgv rer "
    "tue tues weds thurs u.s u.k neb calif mass penn conn fla tex wash ore mich minn ill ind "
    "tenn ky ala ga nev ariz colo okla kans wis tel fax mobil "
    "i n q1 q2 q3 q4 h1 h2 m2 km2 cv qr ar/vr spd cdu csu fdp plr ps lr lrem udi modem".split()
)
PARTIES = frozenset(
    "labour conservative conservatives tory tories republican democrat democratic libdem "
    "greens green snp dup d r "
    "spd cdu csu fdp grüne grünen die linke afd fw freie wähler övp spö fpö neos svp sp "
    "mitte glp plr ps lr lrem "
    "renaissance horizons udi modem eelv pcf rn dvd dvg verts socialiste mr cdh vooruit n-va "
    "pp psoe pis po ko".split()
)
_HEAD_ENDINGS_DE = tuple(
    "universität hochschule akademie institut schule kolleg klinikum zentrum verband verein "
    "kammer vereinigung gesellschaft "
    "gewerkschaft netzwerk agentur behörde ministerium kommission verwaltung konsulat "
    "regierung kanzlei amt förderung bank "
    "sparkasse versicherung werke park zone hafen campus zeitung anzeiger rundschau kurier "
    "tageblatt nachrichten stiftung "
    "kreis stadt region cluster genossenschaft gruppe holding börse labor museum messe "
    "inkubator botschaft".split()
)
_ROLE_ENDINGS_DE = tuple(
    "führer leiter vorsitzende vorsitzender vorsitzenden präsident präsidenten bürgermeister "
    "bürgermeisters minister "
    "sprecher direktor direktors beauftragte beauftragter beauftragten vorstand chef rat "
    "sekretär dezernent kanzler rektor "
    "inhaber gründer manager referent koordinator konsul botschafter meister berater partner "
    "entwickler ingenieur "
    "beigeordneter beigeordnete beigeordneten gesellschafter "
    "gesellschafters teilhaber professor dekan anwalt leiters führers marschall förderer landesrat inspektor "
    "dolmetscher vertreter kommissar schatz".split()
)


FIRM_WORDS = (
    "firma",
    "unternehmen",
    "start-up",
    "startup",
    "konzern",
    "hersteller",
    "tochter",
    "anbieter",
    "zulieferer",
    "spezialist",
    "dienstleister",
    "bauer",
    "verlag",
)
"""Endings of German words for a firm, behind which its name follows."""


@lru_cache(maxsize=16384)
def head_kind(word: str, language: str) -> str:
    """Kind of organisation that a head noun announces, "" for another word. `word` in lower case."""
    kinds = words_by_kind("latin_org_heads.txt")
    found = kinds[language].get(word, "")
    if found or language == "en":
        return found
    if language == "de":
        found = _german_head(word)
    return found or _foreign_head(word)


_GENERIC_DE = re.compile(
    r"(?:partner|haupt|innen|alt|nachbar|heimat|schwester|gast|groß|klein|delegations|arbeits|"
    r"experten|ziel|teil|muster|"
    r"grenz|wachstums|mutter|tochter|ziel|test|pilot|millionen|hafen|export)(?:stadt|region|"
    r"universität|hochschule|gruppe|"
    r"schule|gesellschaft|kreis|land|zone|bank|zentrum|institut)s?"
)
"""Compounds that speak of a body without naming it."""


def _german_head(word: str) -> str:
    """The head at the end of a compound ("Gewerbezone"), also in the genitive ("Landkreises")."""
    if _GENERIC_DE.fullmatch(word):
        return ""
    kinds = words_by_kind("latin_org_heads.txt")["de"]
    for form in (word, word.removesuffix("es"), word.removesuffix("s")):
        if form in kinds:
            return kinds[form]
        for ending in _HEAD_ENDINGS_DE:
            if form.endswith(ending) and len(form) > len(ending) + 1:
                return kinds.get(ending, "association")
    return ""


def _foreign_head(word: str) -> str:
    """Reports in French and German name English-speaking firms and schools as they are."""
    kind = words_by_kind("latin_org_heads.txt")["en"].get(word, "")
    return "" if kind in ("publisher", "city") else kind


@lru_cache(maxsize=16384)
def is_role_head(word: str, language: str) -> bool:
    """Whether a word names a post. `word` in lower case; feminine and genitive forms count."""
    heads = words_of_kind("latin_roles.txt", "head")
    if word in heads[language] or word in ("ceo", "cto", "cfo", "coo", "vp", "svp", "evp", "md", "gov", "gm"):
        return True
    if language == "de":
        return _is_german_role(word)
    front, _, tail = word.rpartition("-")
    return bool(front) and (
        tail in heads[language]
        or (tail in ("general", "général", "generale", "designate") and front in heads[language])
    )


def _is_german_role(word: str) -> bool:
    heads = words_of_kind("latin_roles.txt", "head")["de"]
    forms = {word, word.removesuffix("innen"), word.removesuffix("in"), word.removesuffix("s"), word.removesuffix("en")}
    forms |= {form.removesuffix("n") for form in forms} | {form.removeprefix("vize") for form in forms}
    return any(form in heads or (len(form) > 6 and form.endswith(_ROLE_ENDINGS_DE)) for form in forms if form) and not (
        word.endswith(("ungsrat", "vorrat"))
    )


def is_role_modifier(word: str, language: str) -> bool:
    return word in words_of_kind("latin_roles.txt", "before")[language]


@lru_cache(maxsize=4096)
def is_official(role: str, language: str) -> bool:
    """Whether a post is held over a territory, so that the territory is its body."""
    officials = words_of_kind("latin_roles.txt", "official")[language]
    parts = re.split(r"[\s-]+", role.lower())
    stems = set(parts) | {part.removesuffix("in") for part in parts} | {part.removesuffix("n") for part in parts}
    return (
        bool(stems & officials)
        or role.lower().rstrip(".") in ("gov", "mayor")
        or any(
            part.removesuffix("in").endswith(("bürgermeister", "minister", "präsident"))
            for part in parts
            if language == "de"
        )
    )


def is_title(word: str) -> bool:
    return word in words("latin_titles.txt")


def is_given_name(word: str) -> bool:
    return word in words("latin_given_names.txt")


def is_person_word(word: str) -> bool:
    """Whether a word is somewhere a given or family name; weak evidence alone."""
    return word in words("latin_person_words.txt") or is_given_name(word)


def is_family_name_first(word: str) -> bool:
    return word in words("latin_family_names_first.txt")


def is_common(word: str, language: str) -> bool:
    """Whether a word may wear a capital at the start of a sentence or in a heading without being a name."""
    return word in words_by_language("latin_common_words.txt")[language]


def is_demonym(word: str, language: str) -> bool:
    if word in words_by_language("latin_demonyms.txt")[language]:
        return word not in ("suisse", "québec")
    return language == "de" and bool(re.fullmatch(r"(?:.+[-])?[a-zäöü]+isch(?:e|er|en|es|em)?", word))


@lru_cache(maxsize=16384)
def is_german_noun(word: str) -> bool:
    """Whether a German word ends like a common noun; in German every noun wears a capital."""
    exact, endings = _noun_forms()
    if word in exact:
        return True
    last = word.rsplit("-", 1)[-1]
    if last != word and last in exact:
        return True
    return any(word.endswith(ending) and len(word) >= len(ending) + 2 for ending in endings.get(word[-2:], ()))


def is_listed_noun(word: str) -> bool:
    """Whether a word is itself a listed common noun in one of its forms, compounds left out."""
    return word in _noun_forms()[0]


@cache
def _noun_forms() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Common nouns in all forms, and the ones long enough to end a compound by their last letters."""
    listed = words("latin_nouns_de.txt")
    suffixes = {word[1:] for word in listed if word.startswith("-")}
    listed = frozenset(word for word in listed if not word.startswith("-"))
    forms = set(listed)
    for noun in listed:
        forms |= {noun + ending for ending in ("s", "es", "n", "en", "e", "er", "in", "innen", "ern")}
    endings: dict[str, list[str]] = {}
    long = {noun + ending for noun in listed if len(noun) >= 4 for ending in ("", "s", "n", "en", "e", "in", "innen")}
    for form in (*long, *suffixes, *(suffix + "s" for suffix in suffixes)):
        if len(form) >= 4 or form in suffixes:
            endings.setdefault(form[-2:], []).append(form)
    return frozenset(forms), {key: tuple(held) for key, held in endings.items()}


@cache
def legal_form_pattern() -> re.Pattern[str]:
    """A legal form at the end of a name, with the comma that some put before it."""
    forms = "|".join(re.escape(form) for form in phrases("latin_legal_forms.txt"))
    return re.compile(rf"(?:,?[ \u00a0\n]|(?<=\w)\s)(?P<form>{forms})(?![\w-])")
