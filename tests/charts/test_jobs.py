import pandas as pd

from charts.jobs import jobs_bar

NB = "\u00a0"
COLUMNS = ["fap_name", "met_low", "met_high", "xmet_low", "xmet_high", "seasonal_share_low", "seasonal_share_high"]


def jobs(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


def test_what_is_sure_is_full_and_what_is_secret_is_hatched():
    figure = jobs_bar(jobs(("Maçons", 84, 84, 59, 63, 0, 0.14), ("Cuisiniers", 351, 355, 40, 40, 0.69, 0.69)))
    told = [
        f"<b>Maçons</b><br>59 à 63 projets difficiles sur 84<br>saisonniers : 0 à 14{NB}%",
        f"<b>Cuisiniers</b><br>40 projets difficiles sur 351 à 355<br>saisonniers : 69{NB}%",
    ]
    bar = {"type": "bar", "orientation": "h", "y": ["Maçons", "Cuisiniers"], "hovertext": told}
    bar["hovertemplate"] = "%{hovertext}<extra></extra>"
    sure, possible = figure["data"]
    assert sure == bar | {"x": [59, 40], "name": "Difficiles, au moins"}
    hatched = {"pattern": {"shape": "/", "fillmode": "replace"}}
    assert possible == bar | {"x": [4, 0], "name": "Peut-être, selon les cases secrètes", "marker": hatched}
    assert (figure["layout"]["barmode"], figure["layout"]["height"]) == ("stack", 146)


def test_a_long_name_is_cut_at_a_word_and_stays_a_bar_of_its_own():
    names = ["Ouvriers qualifiés de la maintenance en mécanique", "Ouvriers qualifiés de la maintenance en électricité"]
    figure = jobs_bar(jobs(*[(name, 20, 20, 12, 12, 0, 0) for name in names]))
    assert figure["data"][0]["y"] == figure["layout"]["yaxis"]["tickvals"] == names
    assert figure["layout"]["yaxis"]["ticktext"] == ["Ouvriers qualifiés de la…"] * 2


def test_no_job_is_no_bar():
    assert [bar["y"] for bar in jobs_bar(jobs())["data"]] == [[], []]
