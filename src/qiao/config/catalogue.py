"""The five translation catalogues: collect the strings, compile them, check that none is missing.

Run as `python -m qiao.config.catalogue collect|compile|check`. Babel does the work, so that no gettext program is
needed; templates are turned into code that it reads by Django's own `templatize`.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).parent / "locale"
SOURCE = Path(__file__).parent.parent
LANGUAGES = ("zh_Hans", "zh_Hant", "en", "fr", "de")
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = "# Qiao's words in one of its five languages. docs/glossary.md decides which word stands for which."
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def collected() -> Catalog:
    """Every string of the code and the templates, with where it stands."""
    catalogue = Catalog(charset="utf-8")
    for path in sorted(
        [*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")]
    ):
        where = path.relative_to(SOURCE).as_posix()
        for line, message, _comments, context in _strings(path):
            catalogue.add(message, None, [(where, line)], context=context)
    return catalogue


def _strings(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.utils.translation.template import templatize

        text = templatize(text, origin=str(path))
    yield from extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS)


def load(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, header_comment=HEADER, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def collect() -> None:
    """Bring each catalogue up to date; strings no longer used go, translations stay."""
    fresh = collected()
    for language in LANGUAGES:
        catalogue = load(language)
        catalogue.update(fresh, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.header_comment, catalogue.fuzzy = HEADER, False
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        with path_of(language).open("wb") as file:
            write_po(file, catalogue, width=100, omit_header=False, include_lineno=False, sort_output=True)


def compile_all() -> None:
    """Write the files that Django loads."""
    for language in LANGUAGES:
        with path_of(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, load(language))


def gaps() -> list[str]:
    """What is missing or broken, one sentence each: untranslated, lost placeholder, string not collected."""
    fresh = collected()
    found: list[str] = []
    for language in LANGUAGES:
        catalogue = load(language)
        for message in fresh:
            if message.id:
                found += _gaps_of(language, message, catalogue.get(message.id, message.context))
    return found


def _gaps_of(language: str, wanted: Message, held: Message | None) -> list[str]:
    name = wanted.id if isinstance(wanted.id, str) else wanted.id[0]
    if held is None:
        return [f"{language}: not collected: {name!r}"]
    if language == "en":
        return []
    texts = held.string if isinstance(held.string, (tuple, list)) else (held.string,)
    if not all(texts) or held.fuzzy:
        return [f"{language}: not translated: {name!r}"]
    expected = set(_PLACEHOLDER.findall(wanted.id if isinstance(wanted.id, str) else wanted.id[-1]))
    lost = [text for text in texts[-1:] if set(_PLACEHOLDER.findall(text or "")) != expected]
    return [f"{language}: placeholders differ in {text!r}" for text in lost]


def main(arguments: list[str]) -> int:
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=False)
    verb = arguments[0] if arguments else ""
    if verb == "collect":
        collect()
    elif verb == "compile":
        compile_all()
    elif verb == "check":
        found = gaps()
        print("\n".join(found) or "All catalogues are complete.")
        return 1 if found else 0
    else:
        print("Expected collect, compile or check.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
