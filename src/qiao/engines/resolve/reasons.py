"""Why a score is what it is, in the words of the two records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel, JaroWinkler, LCSseq

from qiao.engines.resolve.attribution import Ground
from qiao.engines.resolve.columns import forms_in, labels_of, numbers_in, place_of, stem
from qiao.engines.resolve.days import days_add
from qiao.engines.resolve.forms import Form
from qiao.engines.resolve.record import Record
from qiao.engines.resolve.result import Reason

_LIKE = 0.75
_SAME_SOUND = 0.8
_MOST_SHOWN = 8

_Found = tuple[Ground, str, int, tuple[str, ...]]
"""The ground, the reason's code, whether it speaks for (1) or against (-1), and its values."""


def reasons_for(
    left: Record, right: Record, added: Mapping[Ground, float], right_forms: Sequence[Form] | None = None
) -> tuple[Reason, ...]:
    """What speaks for and against two records being one, the strongest first.

    added     what each kind of evidence added to the score, in log odds; shared by the reasons of that kind. One that
              speaks the other way than the model took it is left out.
    right_forms   the forms of the right's names, where they are at hand.
    """
    added = {**added, Ground.DAYS: days_add(left, right)}
    one, other = _best_forms(forms_in(left), right_forms if right_forms is not None else forms_in(right))
    found = [
        *_of_names(one, other),
        *_of_places(left, right),
        *_of_domains(left, right, one, other),
        *_of_days(left, right),
    ]
    reasons = []
    for ground, code, sign, values in found:
        same = sum(1 for each in found if each[0] == ground and each[2] == sign)
        weight = added.get(ground, 0.0) / same
        if weight * sign > 0:
            reasons.append(Reason(code, round(weight, 3), values))
    return tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.code)))


def _best_forms(ones: Sequence[Form], others: Sequence[Form]) -> tuple[Form, Form]:
    """The two names that speak most for the records being one."""
    return max(((one, other) for one in ones for other in others), key=_closeness)


def _closeness(pair: tuple[Form, Form]) -> float:
    one, other = pair
    shared = len(set(one.words) & set(other.words))
    initials = bool(one.acronym and one.acronym in other.initials) or bool(
        other.acronym and other.acronym in one.initials
    )
    whole = max(len(one.words), len(other.words), 1)
    return shared / whole + Indel.normalized_similarity(one.joined, other.joined) + 0.8 * initials


def _of_names(one: Form, other: Form) -> Iterator[_Found]:
    if one.joined == other.joined and one.han == other.han:
        yield Ground.WORDS, "same_name", 1, (one.text, other.text)
    else:
        yield from _of_words(one, other)
        yield from _of_letters(one, other)
    if one.legal and other.legal and one.legal != other.legal:
        yield Ground.SPELLING, "other_legal_form", -1, (one.legal, other.legal)
    ours, theirs = numbers_in(one), numbers_in(other)
    if ours and theirs and ours != theirs:
        yield Ground.NUMBERS, "other_number", -1, (_listed(sorted(ours)), _listed(sorted(theirs)))
    elif ours and ours == theirs:
        yield Ground.NUMBERS, "same_number", 1, (_listed(sorted(ours)),)


def _of_words(one: Form, other: Form) -> Iterator[_Found]:
    ours, theirs = dict(zip(one.words, one.source, strict=True)), dict(zip(other.words, other.source, strict=True))
    shared = [word for word in one.words if word in theirs]
    same = [ours[word] for word in shared if ours[word] == theirs[word]]
    translated = [f"{ours[word]} = {theirs[word]}" for word in shared if ours[word] != theirs[word]]
    if same:
        yield Ground.WORDS, "same_words", 1, (_listed(same),)
    if translated:
        yield Ground.WORDS, "translated_words", 1, (_listed(translated),)
    stems, other_stems = set(map(stem, one.words)), set(map(stem, other.words))
    alone = [ours[word] for word in one.words if word not in theirs and stem(word) not in other_stems]
    theirs_alone = [theirs[word] for word in other.words if word not in ours and stem(word) not in stems]
    if alone:
        yield Ground.LONE_WORDS, "only_in_first", -1, (_listed(alone),)
    if theirs_alone:
        yield Ground.LONE_WORDS, "only_in_second", -1, (_listed(theirs_alone),)


def _of_letters(one: Form, other: Form) -> Iterator[_Found]:
    if one.acronym and one.acronym == other.acronym:
        yield Ground.ACRONYM, "same_acronym", 1, (one.acronym.upper(),)
    elif one.acronym and one.acronym in other.initials:
        yield Ground.ACRONYM, "initials", 1, (one.acronym.upper(), other.text)
    elif other.acronym and other.acronym in one.initials:
        yield Ground.ACRONYM, "initials", 1, (other.acronym.upper(), one.text)
    if one.han and other.han:
        short, long = sorted((one.han, other.han), key=len)
        if short != long and LCSseq.similarity(short, long) == len(short):
            yield Ground.HAN, "short_form", 1, (short, long)
    sounds, other_sounds = "".join(one.brand), "".join(other.brand)
    if sounds and other_sounds and bool(one.han) != bool(other.han):
        if JaroWinkler.similarity(sounds, other_sounds) >= _SAME_SOUND:
            yield Ground.SOUND, "same_sound", 1, (one.text, other.text)
    elif Indel.normalized_similarity(one.plain, other.plain) >= _LIKE:
        yield Ground.SPELLING, "like_spelling", 1, (one.text, other.text)


def _of_places(left: Record, right: Record) -> Iterator[_Found]:
    if left.city and right.city:
        if place_of(left.city) == place_of(right.city):
            yield Ground.TOWN, "same_town", 1, (right.city,)
        else:
            yield Ground.TOWN, "other_town", -1, (left.city, right.city)
    if left.country and right.country:
        if left.country == right.country:
            yield Ground.COUNTRY, "same_country", 1, (right.country,)
        else:
            yield Ground.COUNTRY, "other_country", -1, (left.country, right.country)


def _of_domains(left: Record, right: Record, one: Form, other: Form) -> Iterator[_Found]:
    for shared in sorted(left.identifiers & right.identifiers)[:3]:
        yield Ground.DOMAIN, "same_identifier", 1, (shared,)
    for shared in sorted(left.domains & right.domains)[:1]:
        yield Ground.DOMAIN, "same_domain", 1, (shared,)
        return
    for domains, form in ((right.domains, one), (left.domains, other)):
        called = {form.joined, form.acronym, *form.initials, *form.brand} - {""}
        named = [domain for domain in sorted(domains) if called & set(labels_of(domain))]
        if named:
            yield Ground.DOMAIN, "domain_named", 1, (named[0], form.text)


def _of_days(left: Record, right: Record) -> Iterator[_Found]:
    if left.days and right.days:
        shared = sorted(left.days & right.days)
        if shared:
            yield Ground.DAYS, "same_day", 1, (shared[0],)
        else:
            yield Ground.DAYS, "other_day", -1, (min(left.days), min(right.days))


def _listed(words: list[str]) -> str:
    shown = list(dict.fromkeys(words))[:_MOST_SHOWN]
    return ", ".join(shown)
