"""The check of everything on the shelves: packs, formats and catalogues, all problems at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from briefgen.check.catalogues import Yardstick, check_catalogues, load_yardstick
from briefgen.check.coverage import check_coverage, check_dead
from briefgen.check.formats import check_format
from briefgen.check.naming import named_in_catalogues, named_in_pack, named_on_shelves
from briefgen.check.overlays import check_overlays
from briefgen.check.packs import check_pack
from briefgen.check.picks import check_picks
from briefgen.check.sayings import check_sayings
from briefgen.check.trial import one_of_each, try_out
from briefgen.compose.fitting import misfit
from briefgen.compose.request import Recipient, Request
from briefgen.errors import BriefgenError, Problem
from briefgen.library.delegations import Delegations, load_delegations
from briefgen.library.do_not_name import DoNotName, load_names
from briefgen.library.formats import FormatFile, OverlayFile, all_overlays, format_names, load_format
from briefgen.library.languages import (
    SOURCE_LANGUAGE,
    Language,
    language_tags,
    load_interface,
    load_language,
    load_numbers,
)
from briefgen.library.messages import Message, messages_to_translate
from briefgen.library.packs import ReportPack, load_details, load_pack, load_sender
from briefgen.library.shelves import Library
from briefgen.limits import bounded

Value = TypeVar("Value")


def check_library(
    library: Library, packs: Iterable[str], day: date, languages: Collection[str] | None = None
) -> list[Problem]:
    """Every problem of the packs of these names, of all formats, and of all catalogues, each once.

    The trial documents are dated `day`. Where `languages` are given, the translations into others are left out.
    Nothing is written.
    """
    check = _LibraryCheck(library, day, languages, [])
    found = [*check.problems(packs), *check.unread]
    return list(dict.fromkeys(check.names().silenced(found)))


@dataclass(frozen=True, slots=True)
class _LibraryCheck:
    library: Library
    day: date
    languages: Collection[str] | None
    unread: list[Problem]
    """The problems of files that could not be read, so that the rest is checked all the same."""

    def problems(self, names: Iterable[str]) -> Iterator[Problem]:
        formats = format_names(self.library)
        for name in formats:
            yield from check_format(self.library, name)
        delegations = self._read(lambda: load_delegations(self.library))
        packs = [pack for name in names if (pack := self._read(partial(load_pack, self.library, name)))]
        if delegations is None:
            return
        for pack in packs:
            style = self._read(partial(load_numbers, self.library, pack.report.language))
            if style:
                yield from check_pack(pack, delegations, style)
        files = [file for name in formats if (file := self._read(partial(load_format, self.library, name)))]
        reports = {*self.library.names("reports"), *(pack.report.id for pack in packs)}
        yield from self._overlays(files, delegations, reports)
        yield from named_on_shelves(self.library, self.names())
        for pack in packs:
            yield from check_picks(pack, files, delegations, self.day)
            yield from check_coverage(pack, files, delegations, self.day)
            yield from self._languages(pack, files, delegations)
        if set(names) >= set(self.library.names("reports")):  # of one report alone, a format may rightly take nothing
            yield from check_dead(packs, files, delegations, self.day)

    def names(self, pack: ReportPack | None = None) -> DoNotName:
        """The names that may stand nowhere, those of the list of a pack among them."""
        folders = [pack.text.path.parent] if pack else []
        return self._read(lambda: load_names(self.library, folders)) or DoNotName()

    def _overlays(self, files: list[FormatFile], delegations: Delegations, reports: set[str]) -> Iterator[Problem]:
        overlays = self._read(lambda: list(all_overlays(self.library))) or []
        owners = [*delegations.states, *delegations.group_names()]
        by_name = {file.format.id: file for file in files}
        yield from check_overlays(overlays, by_name, owners, reports)
        yield from self._read(partial(self._sayings, overlays, by_name)) or ()

    def _sayings(self, overlays: list[OverlayFile], files: Mapping[str, FormatFile]) -> list[Problem]:
        yardsticks = self._yardsticks(tag for each in overlays for tag in each.overlay.says)
        speaking = [each for each in overlays if each.overlay.says and each.overlay.changes in files]
        with bounded("the check of overlays"):  # patterns of languages may come from a stranger
            found = (check_sayings(each, files[each.overlay.changes], yardsticks) for each in speaking)
            return [problem for problems in found for problem in problems]

    def _yardsticks(self, used: Iterable[str]) -> dict[str, Yardstick | None]:
        """The yardsticks of all languages by their tags; none of a language that is not used, or cannot be read."""
        found: dict[str, Yardstick | None] = dict.fromkeys(language_tags(self.library))
        for tag in found.keys() & set(used):
            found[tag] = self._read(partial(load_yardstick, self.library, tag, SOURCE_LANGUAGE))
        return found

    def _languages(self, pack: ReportPack, files: list[FormatFile], delegations: Delegations) -> Iterator[Problem]:
        names = self.names(pack)
        yield from named_in_pack(pack, names)
        messages = self._read(lambda: messages_to_translate(self.library, [pack]))
        if messages is None:
            return
        for tag in self._tags(pack):
            language = self._read(partial(load_language, self.library, tag, pack.report.id, pack.report.language))
            if language is not None:
                yield from named_in_catalogues([language], names)
                found = self._read(partial(self._translations, language, messages))
                yield from found or ()
                if found == []:
                    yield from self._trials(files, pack, language, delegations)

    def _tags(self, pack: ReportPack) -> list[str]:
        tags = pack.report.languages or language_tags(self.library)
        return [tag for tag in tags if self.languages is None or tag in self.languages]

    def _translations(self, language: Language, messages: Mapping[str, tuple[Message, ...]]) -> list[Problem]:
        with bounded(f"the check of `{language.tag}`"):  # its patterns may come from a stranger
            return list(check_catalogues(self.library, language.catalogue, messages))

    def _trials(
        self, files: list[FormatFile], pack: ReportPack, language: Language, delegations: Delegations
    ) -> Iterator[Problem]:
        for file in files:
            yield from self._trial(file, pack, language, delegations)

    def _trial(
        self, file: FormatFile, pack: ReportPack, language: Language, delegations: Delegations
    ) -> Iterator[Problem]:
        sender = self._read(lambda: load_sender(self.library, None))
        interface = self._read(lambda: load_interface(self.library))
        details = self._read(lambda: load_details(self.library, None))
        if sender is None or interface is None or details is None:
            return
        request = Request(
            pack=pack,
            format=file,
            recipient=Recipient(group="all"),
            language=language,
            day=self.day,
            sender=sender,
            delegations=delegations,
            interface=interface,
            details=details,
        )
        owners = [Recipient(**_owner(name, delegations)) for name in file.overlays]
        shared_with = (*pack.report.shared_with.partners, *pack.report.shared_with.restricted)
        recipients = [*one_of_each(delegations, self.day, pack.report.about, shared_with), *owners]
        groups = [Recipient(group=name) for name in ("all", file.format.within) if name]
        fitting = [each for each in (*groups, *recipients) if not misfit(file, each, delegations, pack, self.day)]
        yield from try_out(request, dict.fromkeys(fitting))

    def _read(self, read: Callable[[], Value]) -> Value | None:
        try:
            return read()
        except BriefgenError as error:
            self.unread.extend(problem for problem in error.problems if problem not in self.unread)
            return None


def _owner(name: str, delegations: Delegations) -> dict[str, str]:
    return {"state": name} if name in delegations.states else {"group": name}
