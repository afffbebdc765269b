"""`qiao read`: files in, a JSON line for each fact out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qiao.commands import Refused
from qiao.commands._files import STANDARD, output_stems, write_whole
from qiao.commands._progress import Progress

if TYPE_CHECKING:
    from qiao.engines.documents import SourceText
    from qiao.engines.extract import Fact

SUMMARY = "Read documents into facts, each with its place in the text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="txt, md, html, docx, pdf, eml, xlsx, image, or -")
    parser.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="day that fills in a missing year")
    parser.add_argument("--home", default="", metavar="NAME", help="the sender whose delegation speaks")
    parser.add_argument("--out", default=STANDARD, metavar="DIR", help="write DIR/<stem>.jsonl for each file")
    parser.add_argument("--text", metavar="DIR", help="write the source text as DIR/<stem>.txt")
    parser.add_argument("--progress", action="store_true", help="show a bar on standard error")


def run(arguments: argparse.Namespace) -> int:
    """Read each file; one that fails gets its sentence and does not stop the others."""
    from qiao.engines.documents import UnreadableDocument
    from qiao.engines.extract import warm

    _check_folders(arguments)
    warm()
    tally = _Tally()
    progress = Progress(len(arguments.files), wanted=arguments.progress)
    for file, stem in zip(arguments.files, output_stems(arguments.files), strict=True):
        progress.show(file)
        try:
            _read_one(file, stem, arguments, tally)
        except (UnreadableDocument, Refused) as refusal:
            progress.clear()
            tally.fail(str(refusal))
        except BrokenPipeError:
            raise
        except OSError as error:
            progress.clear()
            tally.fail(f"{file} could not be read or written: {error.strerror or error}.")
        progress.step()
    progress.clear()
    return tally.close()


@dataclass(slots=True)
class _Tally:
    """What was done so far, for the closing sentence and the exit code."""

    characters: int = 0
    facts: int = 0
    files: int = 0
    failed: int = 0
    seconds: float = 0.0

    def fail(self, sentence: str) -> None:
        self.failed += 1
        print(" ".join(sentence.split()), file=sys.stderr)

    def close(self) -> int:
        if self.files:
            pace = self.characters / max(self.seconds, 1e-6)
            print(
                f"Read {self.facts} facts in {self.characters} characters of {self.files} "
                f"{'file' if self.files == 1 else 'files'} in {self.seconds:.2f} s: {pace:.0f} characters/s.",
                file=sys.stderr,
            )
        return 2 if self.failed else 0


def _read_one(file: str, stem: str, arguments: argparse.Namespace, tally: _Tally) -> None:
    """Read a file wholly, then write its outputs. Raises UnreadableDocument, Refused or OSError."""
    from qiao.engines.documents import warning_sentence

    began = _processor_seconds()
    source = _source(file)
    facts = _facts(source, file, arguments)
    tally.seconds += _processor_seconds() - began
    for warning in source.warnings:
        print(f"{_shown_name(file)}: {warning_sentence(warning)}.", file=sys.stderr)
    if arguments.text is not None:
        _write_text(Path(arguments.text) / f"{stem}.txt", source.text, file)
    _write_facts(facts, file, stem, arguments)
    tally.files += 1
    tally.facts += len(facts)
    tally.characters += len(source.text)


def _processor_seconds() -> float:
    """CPU seconds of this process and of its parsing children: the pace of the reader, not of the machine."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _source(file: str) -> SourceText:
    from qiao.engines.documents import Limits, read_document, read_path

    if file != STANDARD:
        return read_path(Path(file))
    return read_document(sys.stdin.buffer.read(Limits().file_bytes + 1), "stdin")


def _facts(source: SourceText, file: str, arguments: argparse.Namespace) -> list[Fact]:
    from qiao.engines.extract import Reading, extract

    reading = Reading(source.text, published=arguments.published or source.published, home=arguments.home)
    try:
        return extract(reading)
    # The grammars promise not to raise; a slip in one of them must not cost the other files.
    except Exception as error:
        raise Refused(f"{_shown_name(file)}: its facts could not be read ({type(error).__name__}).") from error


def _write_text(path: Path, text: str, file: str) -> None:
    if file != STANDARD and path.exists() and path.samefile(file):
        if path.read_bytes() == text.encode():
            return
        raise Refused(f"{file} would be overwritten by its own text; choose another folder for --text.")
    write_whole(path, text)


def _write_facts(facts: list[Fact], file: str, stem: str, arguments: argparse.Namespace) -> None:
    from qiao.engines.extract.io import fact_to_json

    objects = [fact_to_json(fact) for fact in facts]
    if arguments.out == STANDARD and len(arguments.files) > 1:
        objects = [{**each, "source": _shown_name(file)} for each in objects]
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    if arguments.out == STANDARD:
        sys.stdout.write(lines)
        sys.stdout.flush()
    else:
        write_whole(Path(arguments.out) / f"{stem}.jsonl", lines)


def _check_folders(arguments: argparse.Namespace) -> None:
    for option, folder in (("--out", arguments.out), ("--text", arguments.text)):
        if folder and folder != STANDARD and Path(folder).exists() and not Path(folder).is_dir():
            raise Refused(f"{option} expects a folder, found the file {folder}.")
    if arguments.text == STANDARD:
        raise Refused("--text expects a folder, for standard output is taken by the facts.")


def _shown_name(file: str) -> str:
    return "stdin" if file == STANDARD else Path(file).name


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a day such as 2023-06-13, found {text}") from None
