"""Ways in which a second reader may be wrong, each applied to a true answer."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from tests.engines.extract.second.truth import Annotated, Said

Mutate = Callable[[Said, Annotated, random.Random], Iterator[Said]]
_FOREIGN = [
    "Zephyrine Okonkwo",
    "Halvorsen Lumen AB",
    "欧阳听雨",
    "青鸾星图科技有限公司",
    "Port Esperance",
    "Quillfeather Trust",
]
_NAMES = ("organisation", "person", "place")
_DIGIT = re.compile(r"\d")
_WORDS = {
    "delegation", "companies", "cooperation", "partner", "agreement", "Unternehmen", "Zusammenarbeit", "entreprises",
    "企业", "合作", "园区", "代表团", "项目", "公司", "董事长", "企業", "代表團", "產業",
}  # fmt: skip


def _with(said: Said, **changes: object) -> Said:
    return {**said, **changes}


def swapped_digits(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """A digit of the quote, of the value, or of both is another one."""
    if said["type"] not in ("date", "count", "amount"):
        return
    other = str(dice.randrange(1, 9))
    quote, value = _redigit(said["quote"], other), _redigit(said["value"], other)
    yield from (_with(said, quote=quote), _with(said, value=value), _with(said, quote=quote, value=value))


def _redigit(words: str, other: str) -> str:
    found = _DIGIT.search(words)
    if found is None:
        return words + other
    return words[: found.start()] + (other if found.group() != other else "9") + words[found.end() :]


def changed_bounds(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """ "over 20" becomes "20", "nearly 20" or "at least 20"."""
    if said["type"] in ("count", "amount"):
        bare = said["value"].lstrip("~<>=")
        yield from (
            _with(said, value=mark + bare) for mark in ("", ">", ">=", "~", "~<", "<") if mark + bare != said["value"]
        )


def changed_currency(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    if said["type"] == "amount":
        number, _, money = said["value"].partition(" ")
        yield from (_with(said, value=f"{number} {other}") for other in ("USD", "EUR", "CNY", "TWD") if other != money)


def moved_value(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """The value of another figure of the text."""
    if said["type"] in ("date", "count", "amount"):
        values = [f["norm"] for f in text.gold if f["type"] == said["type"] and f["norm"] != said["value"]]
        yield from (_with(said, value=value) for value in dice.sample(values, min(2, len(values))))


def foreign_names(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """A name that the text does not hold, as the fact itself, as an employer or as a party."""
    name = dice.choice(_FOREIGN)
    if said["type"] in _NAMES:
        yield _with(said, quote=name)
    if said["type"] == "person":
        yield _with(said, org=name)
        yield _with(said, role=f"chairman of {name}")
    for at in range(len(said["parties"])):
        yield _with(said, parties=[*said["parties"][:at], name, *said["parties"][at + 1 :]])


def swapped_parties(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """A party replaced by other names: of the same sentence, of another one, or its own place."""
    near, far = _others(said, text)
    for at in range(len(said["parties"])):
        for name in [*near, *dice.sample(far, min(2, len(far)))]:
            if text.meaning(name) != text.meaning(said["parties"][at]):
                yield _with(said, parties=[*said["parties"][:at], name, *said["parties"][at + 1 :]])


def _others(said: Said, text: Annotated) -> tuple[list[str], list[str]]:
    at = text.reading.text.find(said["quote"])
    start, end = at - 150, at + len(said["quote"]) + 150
    names = [fact for fact in text.gold if fact["type"] in _NAMES]
    near = [f["text"] for f in names if start <= f["start"] < end]
    return near, [f["text"] for f in names if not start <= f["start"] < end]


def reversed_direction(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    if said["type"] == "relation":
        yield _with(said, parties=said["parties"][::-1])


def wrong_kinds(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    kinds = {
        "relation": "led visited met signed_with opened founded subsidiary_of located_in invested_in",
        "event": "seminar forum fair roundtable signing opening reception meeting visit mission conference",
        "agreement": "letter_of_intent strategic_intent memorandum framework contract other",
    }.get(said["type"], "")
    yield from (_with(said, kind=kind) for kind in kinds.split() if kind != said["kind"])


def wrong_types(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    others = ("organisation", "person", "place", "event", "agreement", "date", "count", "amount")
    if said["type"] != "relation":
        yield from (_with(said, type=other) for other in others if other != said["type"])


def wrong_employers(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    if said["type"] == "person":
        near, far = _others(said, text)
        yield from (_with(said, org=name) for name in [*near, *dice.sample(far, min(2, len(far)))])


def roles_of_others(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """The post, or post and employer, of other persons of the text."""
    if said["type"] == "person":
        people = [f["attrs"] for f in text.gold if f["type"] == "person" and f["attrs"].get("role")]
        for attrs in dice.sample(people, min(4, len(people))):
            post = (attrs.get("posts") or [attrs])[0]
            yield _with(said, role=post["role"])
            yield _with(said, role=post["role"], org=post.get("org", ""))


def told_as_other(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """A hope, a plan or a denial told as a fact, and a fact told as one of them."""
    if said["type"] in ("relation", "event", "agreement", "count", "amount"):
        yield from (_with(said, modality=m) for m in ("fact", "plan", "hope", "denial") if m != said["modality"])


def paraphrased(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """The quote in other words: a word left out, turned round, or put in."""
    words = said["quote"].split()
    if len(words) > 2:
        at = dice.randrange(1, len(words) - 1)
        yield _with(said, quote=" ".join(words[:at] + words[at + 1 :]))
        yield _with(said, quote=" ".join(words[::-1]))
        yield _with(said, quote=" ".join([*words[:at], "allegedly", *words[at:]]))
    elif len(said["quote"]) > 3:
        at = dice.randrange(1, len(said["quote"]) - 1)
        yield _with(said, quote=said["quote"][:at] + "的" + said["quote"][at:])
        yield _with(said, quote=said["quote"][::-1])
        yield _with(said, quote=said["quote"][:at] + said["quote"][at + 1 :])


def cut_names(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """A part of a name as if it were the whole, and a name with words beside it."""
    if said["type"] not in _NAMES:
        return
    words, quote = said["quote"].split(), said["quote"]
    if len(words) > 1:
        yield from (_with(said, quote=" ".join(words[1:]), before=""), _with(said, quote=" ".join(words[:-1])))
    elif len(quote) > 3:
        yield from (
            _with(said, quote=quote[2:], before=""),
            _with(said, quote=quote[:-2]),
            _with(said, quote=quote[:-1]),
        )
    at = text.reading.text.find(quote)
    yield _with(said, quote=text.reading.text[at : at + len(quote) + 2], before="")
    yield _with(said, quote=text.reading.text[max(0, at - 2) : at + len(quote)], before="")


def common_words(said: Said, text: Annotated, dice: random.Random) -> Iterator[Said]:
    """Words of the text that name nobody."""
    if said["type"] in _NAMES:
        found = [word for word in sorted(_WORDS) if word in text.reading.text]
        yield from (_with(said, quote=word, before="") for word in dice.sample(found, min(1, len(found))))


WAYS: tuple[Mutate, ...] = (
    swapped_digits, changed_bounds, changed_currency, moved_value, foreign_names, swapped_parties, reversed_direction,
    wrong_kinds, wrong_types, wrong_employers, roles_of_others, told_as_other, paraphrased, cut_names, common_words,
)  # fmt: skip


def mutants(way: Mutate, text: Annotated, answers: list[Said], seed: int) -> list[Said]:
    """All mutants of one kind of a text's true answers, the same for the same seed; none equals a true answer."""
    dice = random.Random(f"{seed} {way.__name__} {text.id}")
    return [mutant for said in answers for mutant in way(said, text, dice) if mutant not in answers]
