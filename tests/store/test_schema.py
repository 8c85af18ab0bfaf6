"""The tables of the design: their names, their grain, the order of their columns."""

import pytest

from store import schema

NAMES = (
    "imports undos households needs household_keys labour_needs labour_needs_national rejections duplicates follow_ups "
    "reported_counts tensions trainings living_conditions actions companies targets committees decisions layouts "
    "label_choices"
)


def test_the_tables_are_these():
    assert set(schema.metadata.tables) == set(NAMES.split())


@pytest.mark.parametrize("name", NAMES.split())
def test_a_table_says_its_grain_and_has_a_key(name):
    table = schema.metadata.tables[name]
    assert table.info["grain"].startswith("one row per ")
    assert len(table.primary_key) > 0


@pytest.mark.parametrize("name", sorted(set(NAMES.split()) - {"imports", "duplicates", "layouts", "label_choices"}))
def test_a_row_says_which_import_brought_it(name):
    import_id = schema.metadata.tables[name].c.import_id
    assert not import_id.nullable
    assert [key.target_fullname for key in import_id.foreign_keys] == ["imports.import_id"]


def test_households_has_its_columns_by_kind_and_a_precision_after_each_date():
    kinds = [
        schema.HOUSEHOLD_IDS,
        schema.HOUSEHOLD_CODES,
        schema.HOUSEHOLD_COUNTS,
        schema.HOUSEHOLD_BOOLEANS,
        [name for date in schema.HOUSEHOLD_DATES for name in (date, f"{date}_precision")],
    ]
    assert schema.households.columns.keys() == [name for kind in kinds for name in kind]


@pytest.mark.parametrize("name", NAMES.split())
def test_no_table_has_room_for_a_person(name):
    personal = {"person_name", "first_name", "phone", "email", "address", "comment", "notes", "label", "birth_date"}
    assert not personal & set(schema.metadata.tables[name].columns.keys())
