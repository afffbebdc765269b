"""What a capitalised run names: a person, a place, an event, an organisation, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.mention import Mention
from qiao.engines.extract.latin.persons import looks_like_person
from qiao.engines.extract.latin.page import Page, Sentence, Token
from qiao.engines.extract.latin.roles import RoleSpan
from qiao.engines.extract.latin.runs import Run
from qiao.engines.extract.latin.vocabulary import (
    PARTIES,
    head_kind,
    is_common,
    is_german_noun,
    is_given_name,
    is_official,
    is_title,
)
from qiao.engines.extract.result import FactType
from qiao.engines.extract.latin.gazetteer import known_place

_LOCATIVE = {
    "en": frozenset("in near outside across throughout".split()),
    "fr": frozenset("à en".split()),
    "de": frozenset("in nach aus bei".split()),
}
_BOUND_FOR = {
    "en": frozenset("to from via through between at".split()),
    "fr": frozenset("de vers pour via depuis entre au aux".split()),
    "de": frozenset("von über zwischen ab im".split()),
}
_TRAVEL = re.compile(
    r"\b(?:travel\w*|trip|mission|visit|delegation|flew|fly|journey|return\w*|arriv\w*|head\w*|went|tour)\b[^.;]{0,25}$", re.I
)
_LEGAL_ENDS = frozenset("ltd limited inc plc llc gmbh ag kg se co corp sa sas".split())
_INVEST = re.compile(
    r"\b(?:invest\w*|stake|shares?|interest|confidence|participation|actions|Anteile?|Beteiligung|entrée au capital)"
    r"[^.;]{0,40}$",
    re.I,
)
EVENT_HEADS = frozenset(
    "expo fair summit conference congress symposium show week festival exhibition hackathon awards convention biennale gala "
    "messe kongress konferenz gipfel salon foire congrès sommet colloque rencontres assises semaine biennale days tage "
    "trophées webinar seminar workshop roadshow hannover-messe industriemesse fachmesse".split()
)
FAIR_NOUNS = frozenset("salon foire messe festival congrès konferenz kongress fachmesse leitmesse industriemesse".split())
_MAYBE_EVENT = frozenset(["forum", "dialogue", "dialog", "roundtable", "challenge"])
_AT_EVENT = frozenset("at during attended attending attend au lors beim zum auf participated".split())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a run: tokens before and after it, and the posts beside it."""

    page: Page
    sentence: Sentence
    run: Run
    role_before: RoleSpan | None
    role_after: RoleSpan | None
    known_lower: frozenset[str]
    previous: Mention | None = None

    @property
    def is_behind_person(self) -> bool:
        """Whether a person's name stands right before it, a comma or bracket between."""
        held = self.previous
        if held is None or held.type is not FactType.PERSON or held.start < self.sentence.start:
            return False
        return re.fullmatch(r"\s?[,(–—-]\s?|,\s(?:Firma|de la société|société)\s", self.page.text[held.end : self.run.start]) is not None

    def before(self, distance: int = 1) -> str:
        """The folded word `distance` tokens before the run, "" at the sentence's beginning."""
        position = self.run.first - distance
        return self.page.tokens[position].lower if position >= self.sentence.first else ""

    def after(self, distance: int = 0) -> str:
        position = self.run.last + distance
        return self.page.tokens[position].lower if position < self.sentence.last else ""

    @property
    def words(self) -> tuple[Token, ...]:
        return self.page.tokens[self.run.first : self.run.last]


def classify(around: Surroundings) -> FactType | None:
    """The type of what a run names, None when it is no name."""
    run = around.run
    if _text(around) in ("U.S", "U.K", "U.A.E", "E.U"):
        return None
    if run.is_legal and len(around.words) > 1:
        return FactType.ORGANISATION
    if _is_titled(around) and not run.head:
        return FactType.PERSON
    if _is_known_place(around):
        return FactType.PLACE
    if _is_party(around):
        return None
    if _is_territory_of_official(around):
        return FactType.PLACE
    if _is_signature(around) and not run.head:
        return FactType.PERSON
    if looks_like_person(around.words, has_head=bool(run.head)) and not _is_firm_like(around):
        return FactType.PERSON
    if _is_event(around) or around.before() in FAIR_NOUNS:
        return FactType.EVENT
    if run.head == "city" and around.sentence.language == "en" and _is_suffix_territory(around):
        return FactType.PLACE
    if run.head == "city" and around.before() in ("in", "im", "dans", "en", "aus"):
        return FactType.PLACE
    if run.head:
        return FactType.ORGANISATION if len(around.words) > 1 or _is_strong_single(around) else None
    if _is_beside_role(around):
        return FactType.PERSON
    if _is_located(around):
        return FactType.PLACE
    return FactType.ORGANISATION if _is_name(around) else None


def _is_suffix_territory(around: Surroundings) -> bool:
    """"Sarpy County", "Gyeonggi Province": the land, unless it is the sender."""
    home = around.page.home.casefold()
    last = around.words[-1].lower
    return last in ("county", "province", "prefecture") and _text(around).casefold() not in (home, "")


def _is_titled(around: Surroundings) -> bool:
    word, distance = around.before(), 1
    if word in (".", "-"):
        distance, word = 2, around.before(2)
    if not is_title(word) or len(around.words) > 5:
        return False
    token = around.page.tokens[around.run.first - distance]
    if word in ("m", "me", "mm", "fr", "hr") and not (token.is_capital and around.before() == "."):
        return False
    return token.is_capital or word in ("dr", "monsieur", "madame", "maître")


def _is_known_place(around: Surroundings) -> bool:
    text = _text(around)
    place = known_place(text)
    if place is None or (len(around.words) == 1 and head_kind(text.lower(), around.sentence.language) == "city"):
        return False
    if (around.run.is_initial and is_common(text.lower(), around.sentence.language)):
        return False
    if len(text) < 3:
        return False
    if _is_employer_in_front(around) and place.kind == "city":
        return False
    return not (around.role_before is not None and _is_single_name_role(around) and place.kind == "city")


_CLOSING = re.compile(
    r"(?:regards|wishes|sincerely|faithfully|cheers|thanks|best|yours|cordialement|amitiés|salutations|bien à (?:vous|toi)|respectueusement|amicalement|"
    r"grüßen?|grüsse|hochachtungsvoll|herzlichst|mfg)[^\n]{0,40}\n\s*$",
    re.IGNORECASE,
)


def _is_signature(around: Surroundings) -> bool:
    """A name alone on the line under a letter's closing words."""
    text, run = around.page.text, around.run
    if not 2 <= len(around.words) <= 4 or text[run.end : run.end + 1] not in ("", "\n", " ", ","):
        return False
    return _CLOSING.search(text[max(0, run.start - 90) : run.start]) is not None


def _is_employer_in_front(around: Surroundings) -> bool:
    """"Rio Tinto's autonomy chief": a firm that is called like a town."""
    role = around.role_after
    if around.after() not in ("'s",) or role is None or role.first - around.run.last > 4:
        return False
    return not is_official(role.text, around.sentence.language) and "secretary" not in role.text.lower()


def _is_territory_of_official(around: Surroundings) -> bool:
    """"Lohmündes Oberbürgermeister X", "Gdynia's mayor X"."""
    after, run = around.role_after, around.run
    if after is None or len(around.words) > 2 or run.head or not is_official(after.text, around.sentence.language):
        return False
    gap = around.page.text[run.end : after.start].strip().lower()
    if around.sentence.language == "de":
        return gap == "" and around.words[-1].lower.endswith("s")
    return gap in ("'s", "’s")


def _is_single_name_role(around: Surroundings) -> bool:
    """"Bürgermeister Wien" does not occur; a role right before a town's name makes it a family name."""
    role = around.role_before
    return role is not None and role.last == around.run.first and around.sentence.language != "fr"


def _text(around: Surroundings) -> str:
    return re.sub(r"\s+", " ", around.page.text[around.run.start : around.run.end])


def _is_party(around: Surroundings) -> bool:
    return around.before() == "(" and _text(around).lower() in PARTIES


def _is_firm_like(around: Surroundings) -> bool:
    """A firm that is called like a person: "the firm Martin Weber", quoted names."""
    return around.before() in ("firm", "company", "firma", "société", "entreprise", "unternehmen", "groupe", "maison")


def _is_event(around: Surroundings) -> bool:
    lowers = [token.lower for token in around.words]
    last = next((word for word in reversed(lowers) if not word.isdigit()), "")
    if last in EVENT_HEADS or lowers[0] in EVENT_HEADS or last.endswith(("messe", "kongress", "konferenz", "gipfel")):
        return len(lowers) > 1 or not around.run.is_initial
    if last in _MAYBE_EVENT or lowers[0] in _MAYBE_EVENT:
        near = (around.before(), around.before(2))
        named = lowers[0] in _MAYBE_EVENT and len(lowers) > 1
        return named or any(word in _AT_EVENT for word in near) or near == ("the", "to")
    return False


def _is_strong_single(around: Surroundings) -> bool:
    """One head noun alone names something only as an acronym or a compound name."""
    token = around.words[0]
    return (token.text.isupper() and len(token.text) > 1) or any(map(str.isupper, token.text[1:]))


def _is_beside_role(around: Surroundings) -> bool:
    run, count = around.run, len([token for token in around.words if token.is_word])
    if count > 5 or any(token.text.isdigit() or token.text in "&+" for token in around.words):
        return False
    before, after = around.role_before, around.role_after
    if before is not None and before.last == run.first and (count > 1 or _is_title_like(before, around)):
        return True
    if count < 2 or around.is_behind_person:
        return False
    if before is not None and before.last < run.first and _is_apposed(around, before):
        return True
    if after is not None and after.first > run.last:
        between = around.page.text[run.end : after.start].strip().lower()
        if re.fullmatch(r"(?:\([^)]{1,25}\)\s*)?[,(:–—-]\s*(?:the|a|an|le|la|l['’]|der|die|als|its|sa|son)?", between):
            return True
    return around.after() == "(" and around.after(1) in PARTIES


_APPOSED = re.compile(
    r"(?:\s(?:of|at|for|de|du|des|d['’]|der|von|vom)\s?(?:the |la |l['’]|le )?[^,;.]{2,60})?,\s(?:(?:Dr|Mr|Mrs|Ms|M|Mme|Prof|Frau|Herr)\.?\s)?"
)
_DETERMINED = re.compile(
    r"(?:^|\b(?:its|their|the|our|his|her|a|son|sa|leur|notre|le|la|les|un|une|der|die|den|dem|das|ihr\w*|sein\w*|unser\w*)|['’]s?)"
    r"\s?(?:[a-zäöüé-]+\s){0,2}$",
    re.IGNORECASE,
)


def _is_apposed(around: Surroundings, role: RoleSpan) -> bool:
    """"its operations director, X", "the president of Y, X": a name behind the comma that closes a post."""
    page, sentence = around.page, around.sentence
    if not _APPOSED.fullmatch(page.text, role.end, around.run.start):
        return False
    return _DETERMINED.search(page.text, sentence.start, role.start) is not None


def _is_title_like(role: RoleSpan, around: Surroundings) -> bool:
    """Whether a post stands like a title before a family name: "Governor McAuliffe"."""
    word = role.text.lower().rstrip(".")
    if word in ("partner", "owner", "founder", "host", "client", "partenaire", "inhaber"):
        return False
    capital = role.text[:1].isupper()
    return (capital and around.sentence.language == "en") or (
        around.sentence.language == "de" and is_official(role.text, "de")
    ) or around.sentence.language == "de"


def _is_located(around: Surroundings) -> bool:
    """An unknown name behind a preposition of place, or the territory of an official."""
    language, words = around.sentence.language, around.words
    if len(words) > 3 or around.run.is_initial or any(token.text.isupper() and len(token.text) > 1 for token in words):
        return False
    if _holds_territory(around):
        return True
    if len(words) > 1 and language != "fr" and "-" not in _text(around):
        return False
    before = around.before()
    reach = around.page.text[max(around.sentence.start, around.run.start - 60) : around.run.start]
    if before in _LOCATIVE[language] and not (before == "in" and _INVEST.search(reach)):
        return before != "bei" and not (before == "en" and len(words) > 1) and not _is_camel(words[0])
    if before in ("of", "aus", "from") and around.before(2) in _LEGAL_ENDS and len(words) == 1:
        return True
    if before in ("à", "nach") or (before in _BOUND_FOR[language] and _TRAVEL.search(reach) and before in ("to", "von")):
        return True
    return False


def _holds_territory(around: Surroundings) -> bool:
    """"Mayor of West Yorkshire", "maire de Tétouan": what an official holds is a place."""
    role = around.role_before
    close = role is not None and around.run.first - role.last <= 2 and around.before() in ("of", "de", "d'", "von", "du", "the")
    return close and role is not None and is_official(role.text, around.sentence.language)


def _is_camel(token: Token) -> bool:
    return any(map(str.isupper, token.text[1:])) and "-" not in token.text


def _is_name(around: Surroundings) -> bool:
    """Whether a run without other evidence is a name, and so of an organisation."""
    words, language = around.words, around.sentence.language
    real = [token for token in words if token.is_word and not token.text.isdigit()]
    if not real or all(token.lower in around.known_lower or is_common(token.lower, language) for token in real):
        return False
    if len(real) == 1 and (len(real[0].text) < 3 or is_given_name(real[0].lower)):
        return False
    if len(real) > 1 or _is_camel(real[0]) or real[0].text.isupper():
        return True
    if around.run.is_initial:
        return False
    return _is_german_single(around) if language == "de" else len(real[0].text) > 2


def _is_german_single(around: Surroundings) -> bool:
    """A single German word is a name when it stands without an article where nouns need one, or in a firm's place."""
    token = around.words[0]
    if is_german_noun(token.lower) or head_kind(token.lower, "de"):
        return False
    before = around.before()
    if before in ("firma", "unternehmen", "start-up", "startup", "konzern", "gruppe", "hersteller", "tochter", "marke", "„", '"'):
        return True
    weak = token.lower.endswith(("en", "er", "e", "ungs", "ern"))
    bare = before in ("bei", "von", "mit", "durch", "sowie", "an", "und", ",", "(", "für", "gegen", ":")
    return bare and not weak
