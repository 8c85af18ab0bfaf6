"""Miniature files in their producers' exact formats: title rows, encoding, separators, line ends."""


def lines(*texts: str, end: str = "\r\n") -> str:
    return "".join(text + end for text in texts)


RENTS = lines(
    "id_zone;INSEE;LIBGEO;DEP;REG;EPCI;TYPPRED;loypredm2;lwr.IPm2;upr.IPm2;R2adj;NBobs_maille;NBobs_commune",
    "144;46042;Cahors;46;76;200023737;commune;9,15643968;7,476364684;11,21405805;0,810292237;3581;3581",
    "1693;12004;Almont-les-Junies;12;76;200067064;maille;7,678106508;6,136557718;9,606903782;0,776968266;2141;4",
    "2362;1001;L'Abergement-Clémenciat;1;84;200069193;maille;9,372335348;7,409663525;11,85487972;0,774249278;701;2",
    "1092;46172;Lhospitalet;46;76;200023737;maille;8;6;10;0,7;400;3",
    "1092;46217;Pern;46;76;200023737;maille;7;6;10;0,7;500;1",
).encode("latin-1")
SALES = lines(
    "ID;INSEE_COM;INSEE_DEP;INSEE_REG;CODE_EPCI;NOM_COM_M;POPULATION;Nb_Ventes;PrixMoyen_M2",
    "COMMUNE_0000000009757321;46042;46;76;200023737;CAHORS;19405;175;1453",
    "COMMUNE_0000000009756946;46280;46;76;200023737;SAINT MEDARD;173;NA;NA",
    "COMMUNE_0000000009756001;46172;46;76;200023737;LHOSPITALET;400;3;1000",
    "COMMUNE_0000000009756002;46217;46;76;200023737;PERN;500;1;2000",
    "COMMUNE_0000000009757757;12202;12;76;241200187;RODEZ;23739;122;1684",
).encode("ascii")
TAX = lines(
    "code_commune;type_taxe;taux", "46042;THLV;0.169566150439648", "46191;THLV;", "46280;;", "82008;THLV;0.04", end="\n"
).encode("ascii")
PREMISES = lines(
    "Réseaux en fibre optique jusqu'à l'abonné (FttH),,,,,,,,,,,,",
    "Informations à l'échelle de la commune,,,,,,,,,,,,",
    ",,,,,,,,,,,,",
    ",,,,,,,,,,,,",
    "Code commune,Nom commune,Code région,Code département,Siren EPCI,Logements,Établissements,Zones très denses,"
    "Engagements L. 33-13,Intentions privées hors engagement L. 33-13,Commune rurale,Commune de montagne,OI 2018 T1",
    "46042,Cahors,76,46,200023737, 12\u00a0526    , 1\u00a0089    , -    ,FRTE , -    , -    , -    ,FRTE",
    "46280,Saint-Médard,76,46,200023737, 129    , -    , -    , -    , -    , 1    , -    ,",
    end="\n",
).encode()
FIBRE = lines(
    "Réseaux en fibre optique jusqu'à l'abonné (FttH),,,,",
    "Déploiement par Commune,,,,",
    ",,,,",
    ",,,,",
    "Code commune,Champ,T3 2017,T4 2017,T1 2018",
    "46042,Locaux Raccordables,1782,2301,2516",
    "46042,Catégorie,10,10,10",
    '46280,Locaux Raccordables,0, -    ," 1\u00a0012    "',
    "46280,Catégorie,0,0,0",
    end="\n",
).encode()
TECHNOLOGIES = lines(
    "code_insee;nom_com;nbr;type;elig_ftth;elig_coax;elig_cu;elig_thdr;elig_4gf;elig_hdr;elig_sat;date;code_dep;code_reg",
    "46042;Cahors;13615;all;13001;0;12000;0;9000;0;13615;2024-12-31;46;76",
    "46042;Cahors;12526;res;12000;0;11000;0;9000;0;12526;2024-12-31;46;76",
    "75056;Paris;1667292;all;1665000;1400000;1667159;0;0;0;1667292;2024-12-31;75;11",
    end="\n",
).encode()
PROGRAMMES = lines(
    '"insee_com","lib_com","id_pvd","id_ti","id_crte","id_acv","id_ami","id_fabp","id_amm","id_habinclus","id_cite",'
    '"id_cde","id_fs","id_acv2","id_va","id_site"',
    '"46042","Cahors",,"ti-7603","crte-76-46-1","acv-042",,"fabp-10",,,,,"262",,,',
    '"46172","Lhospitalet",,,"crte-76-46-1",,,,,,,,,,,',
    '"46217","Pern",,,"crte-76-46-1",,,,,,,,,,"va-46-15",',
).encode()
VACANCIES = lines(
    "CODGEO_25;LIBGEO_25;pp_vacant_24;pp_vacant_plus_2ans_24;pp_total_23;pp_vacant_25;pp_vacant_plus_2ans_25;pp_total_24",
    "46042;Cahors;1400;700;12000;1350;680;12100",
    "46280;Saint-Médard;18;s;130;s;s;131",
).encode("latin-1")
