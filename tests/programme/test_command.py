"""Commands answer in French, in one sentence."""

import pytest

from programme.command import CommandParser, day, epci_named


@pytest.fixture
def parser():
    made = CommandParser(prog="python -m essai")
    made.add_argument("name", choices=["un", "deux"])
    made.add_argument("--on", type=day)
    made.add_argument("--many", type=int)
    made.add_argument("--epci", type=epci_named)
    return made


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], "il manque name. Aide : python -m essai --help\n"),
        (["trois"], "name: valeur inconnue : 'trois' (il y a 'un', 'deux'). Aide : python -m essai --help\n"),
        (["un", "--no"], "option inconnue : --no. Aide : python -m essai --help\n"),
        (["un", "--many"], "--many: il manque une valeur. Aide : python -m essai --help\n"),
        (["un", "--many", "x"], "--many: ce n'est pas un nombre entier : 'x'. Aide : python -m essai --help\n"),
        (
            ["un", "--on", "31/02/2022"],
            "--on: « 31/02/2022 » n'est pas une date du calendrier, écrite AAAA-MM-JJ (par exemple 2022-03-31). "
            "Aide : python -m essai --help\n",
        ),
    ],
)
def test_what_is_not_understood_is_one_french_sentence(parser, capsys, asked, told):
    with pytest.raises(SystemExit) as stopped:
        parser.parse_args(asked)
    assert (stopped.value.code, capsys.readouterr().err) == (2, told)


@pytest.mark.parametrize("text", ["200067361", "Grand-Figeac", " grand figeac"])
def test_an_epci_is_named_or_numbered(parser, text):
    assert parser.parse_args(["un", "--epci", text]).epci == "200067361"


def test_who_names_no_epci_is_told_them_all(parser, capsys):
    with pytest.raises(SystemExit):
        parser.parse_args(["un", "--epci", "Atlantide"])
    said = capsys.readouterr().err
    assert said.startswith(
        "--epci: « Atlantide » n'est pas un EPCI du programme. Il y a Causses et Vallée de la Dordogne ("
    )
    assert "Grand-Figeac (200067361)" in said
