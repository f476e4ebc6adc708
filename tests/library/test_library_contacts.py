"""A list of contacts is read from CSV and XLSX alike, and each mistake is found at its row and column."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Place
from briefgen.library import contacts
from briefgen.library.contacts import COLUMNS, read_contacts
from briefgen.library.shelves import built_in_shelf
from briefgen.model.contact import Contact

HEADING = ",".join(COLUMNS)
ROWS = [
    ["Camille Example", "Ms", "", "FR", "mission@example.org", "fr", "diplomatic"],
    ["O’Neil, Jr., “Ed”", "Mr", "chargé d’affaires", "Ireland", "", "", "plain"],
    ["김하나", "", "", "대한민국", "", "ko", ""],
]
SHEET = "xl/worksheets/sheet1.xml"
NAMES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    lambda name: name == name.strip() and not name.startswith("#")
)


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "contacts.csv"
    path.write_bytes(text.encode(encoding))
    return path


def xlsx_file(folder: Path, rows: Sequence[Sequence[str | None]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    path = folder / "contacts.xlsx"
    book.save(path)
    return path


def change_part(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)


def told(path: Path) -> list[str]:
    with pytest.raises(BriefgenError) as caught:
        read_contacts(path)
    return [str(problem).removeprefix(f"{path}").removeprefix(":").strip() for problem in caught.value.problems]


def names(path: Path) -> list[tuple[str, int]]:
    return [(row.contact.name, row.place.line) for row in read_contacts(path)]


def test_a_row_is_a_contact_with_its_place(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"{HEADING}\nCamille Example,Ms,,FR,mission@example.org,fr,plain\n")
    (row,) = read_contacts(path)
    assert row.place == Place(path, 2)
    assert row.contact == Contact.model_validate(
        {
            "name": "Camille Example",
            "form_of_address": "Ms",
            "state": "FR",
            "address": "mission@example.org",
            "language": "fr",
            "register": "plain",
        }
    )


def test_the_list_of_the_workspace_is_read_and_its_example_is_right(tmp_path: Path) -> None:
    bundled = built_in_shelf() / "templates/workspace/contacts.csv"
    assert read_contacts(bundled) == ()
    text = bundled.read_text(encoding="utf-8")
    example = next(line for line in text.splitlines() if "@" in line).removeprefix("# ")
    (row,) = read_contacts(csv_file(tmp_path, f"{text}{example}\n"))
    assert (row.contact.form_of_address, row.contact.state, row.contact.language) == ("feminine", "FR", "fr")


def test_the_columns_may_stand_in_any_order_and_case_and_only_the_state_is_needed(tmp_path: Path) -> None:
    assert names(csv_file(tmp_path, "State , NAME\nFR,Camille\n")) == [("Camille", 2)]
    assert names(csv_file(tmp_path, "state\nFR\n")) == [("", 2)]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert names(csv_file(tmp_path, "name,state\nÉva,HU\n", "utf-8-sig")) == [("Éva", 2)]
    assert names(csv_file(tmp_path, "# a comment\nname,state\nÉva,HU\n", "utf-8-sig")) == [("Éva", 3)]


def test_comments_and_empty_rows_are_passed_over_and_lines_are_counted_all_the_same(tmp_path: Path) -> None:
    text = '\n# one, "two" and three\n\n# more\nname,state\n\nA,FR\n,\n# "B",DE\nC,IT\n  ,  \n'
    assert names(csv_file(tmp_path, text)) == [("A", 7), ("C", 10)]


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    assert names(csv_file(tmp_path, "name,state\r\nA,FR\r\nB,DE\r\n")) == [("A", 2), ("B", 3)]


def test_a_name_on_two_lines_becomes_one_and_has_the_place_of_its_first(tmp_path: Path) -> None:
    assert names(csv_file(tmp_path, 'name,state\n"A\nB",FR\nC,DE\n')) == [("A B", 2), ("C", 4)]


@pytest.mark.parametrize("separator", ["\u2028", "\u0085", "\u000b"])
def test_a_line_separator_within_a_name_does_not_end_the_row(tmp_path: Path, separator: str) -> None:
    assert names(csv_file(tmp_path, f"name,state\nA{separator}B,FR\n")) == [("A B", 2)]


def test_an_unknown_column_is_told_with_its_number_and_the_nearest(tmp_path: Path) -> None:
    assert told(csv_file(tmp_path, "# note\nname,state,adress\nA,FR,x\n")) == [
        "2:3: the column “adress” is not known (did you mean `address`?)"
    ]
    assert told(csv_file(tmp_path, "state,telephone\nFR,1\n")) == [
        f"1:2: the column “telephone” is not known (known are {', '.join(COLUMNS)})"
    ]


def test_a_column_that_stands_twice_is_told_at_the_second(tmp_path: Path) -> None:
    assert told(csv_file(tmp_path, "state,name,State\nFR,A,FR\n")) == [
        "1:3: the column “state” stands twice (keep one)"
    ]


def test_a_missing_state_column_is_told(tmp_path: Path) -> None:
    assert told(csv_file(tmp_path, "name,language\nA,fr\n")) == ["1: the column “state” is missing (add it)"]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("A,Mrs,,FR,,,", 2, "`form_of_address`: form of address cannot be “Mrs”; use one of ms, mr, mx"),
        ("A,Ms,consul,FR,,,", 3, "`post`: post cannot be “consul”"),
        ("A,Ms,,,,,", 4, "`state` is empty"),
        ("A,Ms,,FR,,,diplomatc", 7, "`register` cannot be 'diplomatc' (did you mean `diplomatic`?)"),
    ],
)
def test_a_wrong_cell_is_told_with_its_row_and_column(tmp_path: Path, row: str, column: int, said: str) -> None:
    (problem,) = told(csv_file(tmp_path, f"{HEADING}\nB,,,DE,,,\n{row}\n"))
    assert problem.startswith(f"3:{column}: {said}")


def test_every_problem_of_a_list_is_told_at_once(tmp_path: Path) -> None:
    found = told(csv_file(tmp_path, f"{HEADING}\nA,Mrs,consul,FR,,,\nB,,,,,,\n"))
    assert [problem.split(": ")[0] for problem in found] == ["2:2", "2:3", "3:4"]


def test_a_name_with_a_comma_but_no_quotation_marks_moves_no_cell(tmp_path: Path) -> None:
    (problem,) = told(csv_file(tmp_path, "name,state\nExample, Camille,FR\n"))
    assert problem.startswith("2: the row has more cells than there are columns (put quotation marks around")


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    assert told(csv_file(tmp_path, "name,state\nÉva,HU\n", "cp1252")) == ["the file is not in UTF-8 (save it as UTF-8)"]


@pytest.mark.parametrize(("row", "line"), [('"A,FR\nB,DE\n', 3), ('"A"B,FR\n', 3)])
def test_broken_quotation_marks_are_told_at_the_row_in_which_they_open(tmp_path: Path, row: str, line: int) -> None:
    (problem,) = told(csv_file(tmp_path, f"name,state\nZ,IT\n{row}"))
    assert problem.startswith(f"{line}: this is not a readable row: ")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_list_is_told_with_the_columns_to_write(tmp_path: Path, text: str) -> None:
    assert told(csv_file(tmp_path, text)) == [f"the list is empty (write the columns {', '.join(COLUMNS)})"]


@pytest.mark.parametrize("name", ["contacts.ods", "contacts", "contacts.xls", "contacts.csv.txt"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("state\nFR\n", encoding="utf-8")
    assert told(tmp_path / name) == ["a list of contacts is a .csv or .xlsx file (save it as one of these)"]


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "nowhere.csv") == ["the file is missing (check its name and folder)"]


@pytest.mark.parametrize("name", ["contacts.csv", "contacts.xlsx"])
def test_a_list_that_is_too_large_is_not_read(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(contacts.MAX_BYTES + 1)
    assert told(tmp_path / name) == ["the file is larger than 5 MB (make it smaller, or split it)"]


def test_a_list_with_too_many_rows_is_told_and_none_is_dropped_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contacts, "MAX_ROWS", 3)
    rows = [["state"], ["FR"], ["DE"]]
    assert len(read_contacts(xlsx_file(tmp_path, rows))) == 2
    said = ["the list has more than 3 rows (split it)"]
    assert told(xlsx_file(tmp_path, [*rows, ["IT"]])) == said
    assert told(csv_file(tmp_path, "state\nFR\nDE\nIT\n")) == said


def test_a_workbook_says_what_the_same_table_says(tmp_path: Path) -> None:
    table: list[list[str | None]] = [["# a comment, with a comma"], [None], [*COLUMNS], *ROWS[:1], [None], *ROWS[1:]]
    with (tmp_path / "contacts.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cell or "" for cell in row] for row in table)
    from_csv = read_contacts(tmp_path / "contacts.csv")
    from_xlsx = read_contacts(xlsx_file(tmp_path, table))
    assert [row.contact for row in from_xlsx] == [row.contact for row in from_csv]
    assert [row.place.line for row in from_xlsx] == [row.place.line for row in from_csv] == [4, 6, 7]


def test_a_wrong_cell_of_a_workbook_is_told_with_its_row_and_column(tmp_path: Path) -> None:
    (problem,) = told(xlsx_file(tmp_path, [["name", "form of address", "state"], ["A", "Mrs", "FR"]]))
    assert problem.startswith("2:2: `form_of_address`: ")


def test_a_formula_is_not_evaluated(tmp_path: Path) -> None:
    assert told(xlsx_file(tmp_path, [["name", "state"], ["A", '="F"&"R"']])) == ["2:2: `state` is empty"]


def test_what_a_formula_showed_when_the_workbook_was_saved_is_taken(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [["name", "state"], ["A", "=Z1"]])
    change_part(path, SHEET, '<c r="B2"><f>Z1</f><v></v></c>', '<c r="B2" t="str"><f>Z1</f><v>FR</v></c>')
    assert [row.contact.state for row in read_contacts(path)] == ["FR"]


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_a_broken_workbook_is_one_clear_message(tmp_path: Path, part: str) -> None:
    path = xlsx_file(tmp_path, [["state"], ["FR"]])
    change_part(path, part, "</", "<")
    (problem,) = told(path)
    assert problem.startswith("the file cannot be read: ")
    assert problem.endswith("(save it again in Excel)")


@pytest.mark.parametrize("data", [b"", b"name,state\n", b"PK\x03\x04"])
def test_what_is_no_workbook_is_one_clear_message(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "contacts.xlsx"
    path.write_bytes(data)
    (problem,) = told(path)
    assert problem.startswith("the file cannot be read: ")


def test_a_workbook_with_what_is_not_read_gives_no_warning(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [["state"], ["FR"]])
    lists = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    change_part(path, SHEET, "</worksheet>", lists)
    assert len(read_contacts(path)) == 1


@given(names=st.lists(NAMES, min_size=1, max_size=5))
def test_names_come_through_a_table_as_they_were(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    path = tmp_path_factory.mktemp("names") / "contacts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["state", "name"], *(["FR", name] for name in names)])
    assert [row.contact.name for row in read_contacts(path)] == names
