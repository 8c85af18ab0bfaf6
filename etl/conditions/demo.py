"""Write fictional files of public data in their producers' formats: python -m etl.conditions.demo.

The communes and their populations are real; every other figure is invented, and each file's name says so.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from etl.conditions.demo_places import Place, demo_places
from etl.conditions.demo_workbooks import write_accessibility, write_density
from programme.settings import DEMO

OLD_CODES = ("46014", "46067", "46099", "46158", "46217", "46274", "46278", "46285", "46298", "46300")
"""Communes that files of before 2019 still have."""

PROGRAMMES = ("id_pvd", "id_ti", "id_crte", "id_acv", "id_ami", "id_fabp", "id_amm", "id_habinclus", "id_cite")
PROGRAMMES += ("id_cde", "id_fs", "id_acv2", "id_va", "id_site")
MOST_HIDDEN = 10
"""LOVAC hides up to ten vacant dwellings."""


def write_conditions(folder: Path) -> list[Path]:
    """Write the files into `folder` and return their paths; the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    places = demo_places()
    texts = {
        "indicateurs-loyers-appartements-2021-FICTIF.csv": (_rents(demo_places(OLD_CODES)), "\r\n", "latin-1"),
        "dvf-communes-2021-FICTIF.csv": (_sales(places), "\r\n", "ascii"),
        "taxe-logements-vacants-2021-FICTIF.csv": (_taxes(places), "\n", "ascii"),
        "arcep-communes-FICTIF.csv": (_premises(demo_places(OLD_CODES)), "\n", "utf-8"),
        "arcep-ftthCommunes-FICTIF.csv": (_fibre(demo_places(OLD_CODES)), "\n", "utf-8"),
        "commune_techno-FICTIF.csv": (_technologies(places), "\n", "utf-8"),
        "lovac-opendata-communes-FICTIF.csv": (_vacancies(places), "\r\n", "latin-1"),
        "ngeo-anct-cog2021-FICTIF.csv": (_programmes(places), "\r\n", "utf-8"),
        "zonage-zrr-cog2021-FICTIF.csv": (_zones(places), "\r\n", "utf-8"),
    }
    paths = []
    for name, (lines, end, encoding) in texts.items():
        path = folder / name
        path.write_bytes("".join(line + end for line in lines).encode(encoding))
        paths.append(path)
    paths.append(write_density(folder / "grille_densite_2021-FICTIF.xlsx", [_density(place) for place in places]))
    paths.append(write_accessibility(folder / "apl-generalistes-FICTIF.xlsx", [_care(place) for place in places]))
    return paths


def _rents(places: list[Place]) -> Iterator[str]:
    yield ("id_zone;INSEE;LIBGEO;DEP;REG;EPCI;TYPPRED;loypredm2;lwr.IPm2;upr.IPm2;R2adj;NBobs_maille;NBobs_commune")
    for place in places:
        chance = place.chance("rent")
        kind = "commune" if place.people > 4000 else "epci" if place.size > 0.15 else "maille"
        rent = 6.6 + 3.0 * place.size + 0.35 * place.luck + (chance.uniform(-0.3, 0.3) if kind == "commune" else 0)
        seen = round(place.people * 0.12) if kind == "commune" else 700 + 300 * (round(place.luck * 3) % 3)
        numbers = [_comma(value, 9) for value in (rent, rent * 0.81, rent * 1.24, 0.77)]
        cells = [f"{1000 + len(place.epci) + round(place.luck * 99)}", place.code.lstrip("0"), place.name]
        cells += [place.departement, "76", place.epci, kind, *numbers, f"{seen}", f"{round(place.people * 0.04)}"]
        yield ";".join(cells)


def _sales(places: list[Place]) -> Iterator[str]:
    yield "ID;INSEE_COM;INSEE_DEP;INSEE_REG;CODE_EPCI;NOM_COM_M;POPULATION;Nb_Ventes;PrixMoyen_M2"
    for rank, place in enumerate(places):
        chance = place.chance("sales")
        sales = int(place.people * 0.009 * chance.lognormvariate(0, 0.35) + chance.random() * 1.4)
        price = round(1250 + 420 * place.size + 150 * place.luck + chance.gauss(0, 520) / max(sales, 1) ** 0.5)
        told = f"{sales};{max(price, 380)}" if sales else "NA;NA"
        name = "".join(mark if mark.isascii() and mark.isalpha() else " " for mark in _plain(place.name).upper())
        start = f"FICTIF_{rank:016d};{place.code};{place.departement};76;{place.epci}"
        yield f"{start};{name};{place.people};{told}"


def _taxes(places: list[Place]) -> Iterator[str]:
    yield "code_commune;type_taxe;taux"
    for place in places:
        chance = place.chance("tax")
        is_taxed = chance.random() < 0.06 + 0.5 * place.size
        rate = f"{chance.uniform(0.06, 0.18):.15f}" if is_taxed and chance.random() < 0.6 else ""
        yield f"{place.code};{'THLV' if is_taxed else ''};{rate}"


def _premises(places: list[Place]) -> Iterator[str]:
    yield from ("Réseaux en fibre optique jusqu'à l'abonné (FttH) FICTIF" + "," * 12, *_BLANK_LINES)
    yield (
        "Code commune,Nom commune,Code région,Code département,Siren EPCI,Logements,Établissements,"
        "Zones très denses,Engagements L. 33-13,Intentions privées hors engagement L. 33-13,Commune rurale,"
        "Commune de montagne,OI 2020 T4"
    )
    for place in places:
        shops = round(place.premises - place.dwellings)
        numbers = f"{_spaced(place.dwellings)},{_spaced(shops)}, -    , -    , -    , 1    , -    ,"
        yield f"{place.code},{place.name},76,{place.departement},{place.epci},{numbers}"


def _fibre(places: list[Place]) -> Iterator[str]:
    yield from ("Réseaux en fibre optique jusqu'à l'abonné (FttH) FICTIF,,,,", "Déploiement par Commune,,,,")
    yield from (",,,,", ",,,,", "Code commune,Champ,T4 2019,T2 2020,T4 2020")
    for place in places:
        shares = [max(place.fibre_share - step, 0) for step in (0.45, 0.35, 0.25)]
        yield f"{place.code},Locaux Raccordables," + ",".join(f"{round(place.premises * share)}" for share in shares)
        yield f"{place.code},Catégorie," + ",".join(f"{min(int(share * 100) // 25 * 25, 100)}" for share in shares)


def _technologies(places: list[Place]) -> Iterator[str]:
    yield (
        "code_insee;nom_com;nbr;type;elig_ftth;elig_coax;elig_cu;elig_thdr;elig_4gf;elig_hdr;elig_sat;date;code_dep;code_reg"
    )
    for place in places:
        total, copper = place.premises, round(place.premises * 0.97)
        fibre = round(total * place.fibre_share)
        numbers = f"{total};all;{fibre};0;{copper};0;{round(total * 0.8)};0;{total};2021-12-31"
        yield f"{place.code};{place.name};{numbers};{place.departement};76"


def _vacancies(places: list[Place]) -> Iterator[str]:
    yield (
        "CODGEO_22;LIBGEO_22;pp_vacant_20;pp_vacant_plus_2ans_20;pp_total_20;pp_vacant_21;pp_vacant_plus_2ans_21;pp_total_21"
    )
    for place in places:
        cells = [place.code, place.name]
        share = 0.08 + 0.05 * place.chance("vacant").random() - 0.02 * place.luck
        for step in (0.004, 0):
            vacant = round(place.dwellings * (share + step))
            cells += [_hidden(vacant), _hidden(round(vacant * (0.5 + 0.1 * place.luck))), f"{place.dwellings}"]
        yield ";".join(cells)


def _programmes(places: list[Place]) -> Iterator[str]:
    yield ",".join(f'"{name}"' for name in ("insee_com", "lib_com", *PROGRAMMES))
    for place in places:
        chance = place.chance("programmes")
        found = {
            "id_pvd": 1500 < place.people < 8000 and chance.random() < 0.8,
            "id_ti": place.luck > 0,
            "id_crte": True,
            "id_acv": place.people > 9000,
            "id_fs": place.people > 1200 and chance.random() < 0.75,
            "id_va": place.people < 900 and chance.random() < 0.07,
        }
        ids = [f'"FICTIF-{name}"' if found.get(name) else "" for name in PROGRAMMES]
        yield f'"{place.code}","{place.name}",{",".join(ids)}'


def _zones(places: list[Place]) -> Iterator[str]:
    yield "CODGEO;LIBGEO;ZRR_SIMP;ZONAGE_ZRR"
    for place in places:
        zoned = "C - Classée en ZRR" if place.size < 0.5 + 0.3 * place.luck else "NC - Commune non classée"
        yield f"{place.code};{place.name};{zoned};{zoned}"


def _density(place: Place) -> tuple[str, str, int, int]:
    level = 2 if place.people > 18_000 else 3 if place.people > 9000 else 5 if place.people > 2000 else 6
    return place.code, place.name, level + (place.people < 300), place.people


def _care(place: Place) -> tuple[str, str, float, float, int]:
    chance = place.chance("care")
    now = max(1.7 + 2.4 * place.size + 0.9 * place.luck + chance.gauss(0, 0.35), 0.4)
    return place.code, place.name, round(now + 0.15, 3), round(now, 3), place.people


def _hidden(count: int) -> str:
    return "s" if 0 < count <= MOST_HIDDEN else f"{count}"


def _spaced(count: int) -> str:
    """The producer's way: a narrow blank before, thousands apart, four blanks after, and a dash for zero."""
    return f" {count:,}    ".replace(",", "\u00a0") if count else " -    "


def _comma(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".rstrip("0").replace(".", ",")


def _plain(text: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))


_BLANK_LINES = ("Informations à l'échelle de la commune" + "," * 12, "," * 12, "," * 12)

if __name__ == "__main__":
    for written in write_conditions(DEMO / "conditions"):
        print(written)
