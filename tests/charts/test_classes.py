from charts.classes import class_of, key_values, round_breaks, round_near, round_up


def test_limits_are_round_and_share_the_values_out():
    assert round_breaks([0, 0.31, 0.47, 1.1, 1.9, 2.2, 3.4, 4.8, 7.9, float("nan")], classes=4) == [1, 2, 5]


def test_few_values_make_few_classes():
    assert round_breaks([3.0, 3.0, 0.0]) == []
    assert round_breaks([]) == []
    assert round_breaks([1.0, 9.0], classes=5) == [8]


def test_a_limit_belongs_to_the_class_above():
    assert [class_of(value, [1, 2, 5]) for value in (0.4, 1, 1.9, 5, 60)] == [0, 1, 1, 3, 3]


def test_numbers_are_rounded_to_what_is_read_aloud():
    assert [round_near(value) for value in (0.37, 7.2, 134, 2)] == [0.4, 8, 150, 2]
    assert [round_up(value) for value in (0, 1, 33, 40, 0.21)] == [1, 1, 40, 40, 0.25]


def test_a_legend_of_circles_shows_a_few_counts():
    assert [key_values(top) for top in (1, 2, 5, 8, 32, 64, 410)] == [
        [1],
        [1, 2],
        [1, 5],
        [1, 3, 8],
        [3, 10, 30],
        [6, 20, 60],
        [40, 100, 400],
    ]
