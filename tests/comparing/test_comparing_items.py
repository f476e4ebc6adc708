"""A report pack is read as items with the places of their texts."""

from __future__ import annotations

from briefgen.comparing.items import LISTED, SINGULAR, asks_of, items_of, source_lines, title_data
from briefgen.library.packs import ReportPack
from briefgen.model.report import Report


def test_title_data_is_what_stands_beside_the_lists(pack: ReportPack) -> None:
    fields = title_data(pack.report).fields
    assert fields["concerned short"].text == "the DPRK"
    assert fields["concerned short"].at == ("concerned", "short")
    assert fields["key figures"].names == pack.report.key_figures
    assert not set(LISTED) & set(fields)


def test_every_list_of_a_report_has_a_name() -> None:
    assert set(LISTED) < set(Report.model_fields)
    assert set(LISTED) < set(SINGULAR)


def test_an_item_has_its_texts_and_the_mark_by_which_it_is_known_again(pack: ReportPack) -> None:
    first = items_of(pack.report, "quotations")[0]
    assert first.mark
    assert first.fields["text 2"].at == ("quotations", 0, "text", 1)
    assert "id" not in first.fields


def test_asks_are_items_of_their_own_called_by_whom_they_are_made_of(pack: ReportPack) -> None:
    recommendation = pack.report.recommendations[2]
    assert "asks" not in items_of(pack.report, "recommendations")[2].fields
    names = [item.id for item in asks_of(pack.report, recommendation)]
    assert names == ["R3 to KR, JP, US", "R3 to human-rights-council", "R3 to eu", "R3 to donors"]


def test_lines_of_the_source_are_the_same_wherever_they_stand(pack: ReportPack) -> None:
    lines = source_lines(pack)
    assert all(line.text for line in lines)
    assert [line.number for line in lines] == sorted({line.number for line in lines})
    assert lines[0] == type(lines[0])(lines[0].text, 999)
