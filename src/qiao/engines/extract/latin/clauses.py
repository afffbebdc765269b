"""Clauses of a sentence and whether what they say happened, is planned, is hoped or is denied."""

from __future__ import annotations

import re

from qiao.engines.extract.latin.page import Page, Sentence
from qiao.engines.extract.result import Modality

_CUT = re.compile(
    r";|(?<!\d):(?!\d)|,\s(?=(?:but|while|whereas|although|mais|tandis que|alors que|aber|"
    r"während|sondern|jedoch|doch)\b)"
    r"|,\s(?:et|and|und)\s(?=(?:nous|il|elle|ils|elles|on|we|he|she|they|it|wir|er|sie|es|I|je|ich)\b)"
    r"|\s(?=(?:while|whereas|but|tandis que)\s)|\s[–—]\s"
)
_DENIAL = {
    "en": r"\b(?:no|not(?! only)|never|neither|nor|without|denied|denies|deny|declined to|refused "
    r"to|ruled out|untrue)\b|n['’]t\b",
    "fr": r"\bn['’e]\s?(?:[^.;]{0,30}?)\b(?:pas|jamais|rien|ni|plus)\b|\baucune?\b|\bdément\w*|"
    r"\bnie(?:nt)?\b|\bsans (?:signer|accord)",
    "de": r"\b(?:nicht(?! nur)|kein(?:e[nrms]?)?|nie|niemals|weder|dementier\w*|bestreite\w*|"
    r"bestritt\w*|noch nichts)\b",
}
_HOPE = {
    "en": r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|would like|would welcome|aspires?|keen to|eager "
    r"to|wants? to|wanted to"
    r"|interest(?:ed)? in)\b",
    "fr": r"\b(?:esp[éè]r\w*|souhait\w*|aimerai\w*|voudrai\w*|désir\w*|ambitionn\w*|espoir)\b",
    "de": r"\b(?:hoff\w*|Hoffnung\w*|möchte\w*|wünsch\w*|Wunsch|würde gern\w*|anstreb\w*|"
    r"angestrebt\w*|strebt|streben)\b",
}
_PLAN = {
    "en": r"\b(?:will|shall|to be|plan(?:s|ned|ning)?|scheduled|intends?|intended|due to|due in|"
    r"expected|expects?|set to"
    r"|is to|are to|would|upcoming|proposed|preparing|is preparing|envisag\w+|aims? to|going "
    r"to|draft|agreed to sign"
    r"|next (?:month|year|spring|week|step))\b|['’]ll\b",
    "fr": r"\b(?:sera|seront|doit|doivent|devra|devront|devrait|devraient|prévoi\w*|prévue?s?|à "
    r"signer|à venir|va|vont"
    r"|compte(?:nt)?|envisage\w*|entend(?:ent)?|prochain(?:e|es|s|ement)?|planifi\w*|"
    r"projette\w*|projet d(?:e\s|['’]\w+)|d['’]ici"
    r"|\w{2,}(?:era|eront|ira|iront|dra|dront))\b",
    "de": r"\b(?:soll(?:en|te|ten)?|wird|werden(?! konnte)|plan(?:t|en|te)|geplant\w*|"
    r"beabsichtig\w*|vorgesehen\w*|will|wollen|demnächst"
    r"|bevorstehend\w*|in Vorbereitung|künftig\w*|Termin für|Entwurf|anvisiert\w*|steht bevor|"
    r"folgt im|kommende[nrs]?)\b",
}
_DONE = {
    "en": r"\b(?:signed|has|have|had|was|were|met|visited|opened|toured)\b",
    "fr": r"\b(?:a|ont|avait|avaient|a été|ont été|s['’]est|se sont)\s",
    "de": r"\b(?:wurde|wurden|worden|hat|haben|hatte|traf|trafen|besuchte[n]?|unterzeichnete[n]?)\b",
}


_LONGEST = 600


def _compile(rules: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(rule, re.IGNORECASE) for language, rule in rules.items()}


_DENIALS, _HOPES, _PLANS, _DONES = map(_compile, (_DENIAL, _HOPE, _PLAN, _DONE))


def clause_at(page: Page, sentence: Sentence, position: int) -> tuple[int, int]:
    """The clause of a sentence that holds a character."""
    # a "sentence" without stops may be a whole file; nobody's clause is longer than this
    start, end = max(sentence.start, position - _LONGEST), min(sentence.end, position + _LONGEST)
    for match in _CUT.finditer(page.text, start, end):
        if match.end() <= position:
            start = match.end()
        elif match.start() > position:
            end = match.start()
            break
    return start, end


def modality_of(text: str, language: str) -> Modality:
    """Denial before hope before plan; a clause that shows none of them states a fact."""
    if _DENIALS[language].search(text):
        return Modality.DENIAL
    if _HOPES[language].search(text):
        return Modality.HOPE
    plan = _PLANS[language].search(text)
    if plan is not None:
        return Modality.PLAN
    return Modality.FACT


def modality_at(page: Page, position: int, *, before: int = 0) -> Modality:
    """Modality of the clause around a character; a done verb nearer to it than the plan's word wins."""
    sentence = page.sentence_at(position)
    if sentence is None:
        return Modality.FACT
    start, end = clause_at(page, sentence, position)
    found = modality_of(page.text[start:end], sentence.language)
    if found is Modality.PLAN and _is_done_nearer(page.text, start, end, position, sentence.language):
        return Modality.FACT
    return found


def _is_done_nearer(text: str, start: int, end: int, position: int, language: str) -> bool:
    """As in "signed a contract that will bring 80 jobs": the contract is signed, the jobs are planned."""
    plans = [match.start() for match in _PLANS[language].finditer(text, start, end)]
    dones = [match.start() for match in _DONES[language].finditer(text, start, end)]
    plan = min((abs(place - position) for place in plans), default=10**9)
    done = min((abs(place - position) for place in dones if place < position), default=10**9)
    return done < plan
