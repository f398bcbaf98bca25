"""The names of those who negotiate: States, observers and the usual groups.

In: nothing. Out: `NAMES`, from each form of a name (casefolded) to the form that is stored, and
`CODES`, from the codes of ISO 3166 in capitals to the same. `ORGANS` are names of who serves a
negotiation and of bodies that a treaty may set up: words of the text as often as proponents. States
are the members and observers of the United Nations, by the short names in English, French and
Spanish, with forms in common use; groups are those that speak in its negotiations.
"""

from __future__ import annotations

import re

_STATES = """
Afghanistan|Afganistán; Albania|Albanie; Algeria|Algérie|Argelia; Andorra|Andorre; Angola
Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda; Argentina|Argentine; Armenia|Arménie
Australia|Australie; Austria|Autriche; Azerbaijan|Azerbaïdjan|Azerbaiyán; Bahamas|The Bahamas
Bahrain|Bahreïn|Bahrein; Bangladesh; Barbados|Barbade; Belarus|Bélarus|Belarús
Belgium|Belgique|Bélgica; Belize|Belice; Benin|Bénin; Bhutan|Bhoutan|Bhután
Bolivia (Plurinational State of)|Plurinational State of Bolivia|Bolivia|Bolivie
Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina; Botswana; Brazil|Brésil|Brasil
Brunei Darussalam|Brunei; Bulgaria|Bulgarie; Burkina Faso; Burundi; Cabo Verde|Cape Verde
Cambodia|Cambodge|Camboya; Cameroon|Cameroun|Camerún; Canada|Canadá
Central African Republic|République centrafricaine|República Centroafricana; Chad|Tchad
Chile|Chili; China|Chine|People's Republic of China|PRC; Colombia|Colombie; Comoros|Comores|Comoras
Congo; Costa Rica; Côte d'Ivoire|Cote d'Ivoire|Ivory Coast; Croatia|Croatie|Croacia; Cuba
Cyprus|Chypre|Chipre; Czechia|Czech Republic|Tchéquie|Chequia
Democratic People's Republic of Korea|DPRK|North Korea
Democratic Republic of the Congo|DRC|DR Congo|République démocratique du Congo
Denmark|Danemark|Dinamarca; Djibouti; Dominica|Dominique
Dominican Republic|République dominicaine|República Dominicana; Ecuador|Équateur
Egypt|Égypte|Egipto; El Salvador; Equatorial Guinea|Guinée équatoriale|Guinea Ecuatorial
Eritrea|Érythrée; Estonia|Estonie; Eswatini|Swaziland; Ethiopia|Éthiopie|Etiopía; Fiji|Fidji
Finland|Finlande|Finlandia; France|Francia; Gabon|Gabón; Gambia|The Gambia|Gambie
Georgia|Géorgie; Germany|Allemagne|Alemania; Ghana; Greece|Grèce|Grecia; Grenada|Grenade|Granada
Guatemala; Guinea|Guinée; Guinea-Bissau|Guinée-Bissau; Guyana; Haiti|Haïti|Haití; Honduras
Hungary|Hongrie|Hungría; Iceland|Islande|Islandia; India|Inde; Indonesia|Indonésie
Iran (Islamic Republic of)|Islamic Republic of Iran|Iran|Irán; Iraq; Ireland|Irlande|Irlanda
Israel|Israël; Italy|Italie|Italia; Jamaica|Jamaïque; Japan|Japon|Japón; Jordan|Jordanie|Jordania
Kazakhstan|Kazajstán; Kenya; Kiribati; Kuwait|Koweït; Kyrgyzstan|Kirghizistan|Kirguistán
Lao People's Democratic Republic|Lao PDR|Laos; Latvia|Lettonie|Letonia; Lebanon|Liban|Líbano
Lesotho; Liberia|Libéria; Libya|Libye|Libia; Liechtenstein; Lithuania|Lituanie|Lituania
Luxembourg|Luxemburgo; Madagascar; Malawi; Malaysia|Malaisie|Malasia; Maldives|Maldivas
Mali|Malí; Malta|Malte; Marshall Islands|Îles Marshall|Islas Marshall; Mauritania|Mauritanie
Mauritius|Maurice|Mauricio; Mexico|Mexique|México; Micronesia (Federated States of)|Micronesia
Monaco|Mónaco; Mongolia|Mongolie; Montenegro|Monténégro; Morocco|Maroc|Marruecos; Mozambique
Myanmar; Namibia|Namibie; Nauru; Nepal|Népal; Netherlands (Kingdom of the)|
Netherlands|The Netherlands|
Kingdom of the Netherlands|Pays-Bas|Países Bajos; New Zealand|NZ|Nouvelle-Zélande|Nueva Zelandia
Nicaragua; Niger|Níger; Nigeria|Nigéria; North Macedonia|Macédoine du Nord|Macedonia del Norte
Norway|Norvège|Noruega; Oman|Omán; Pakistan|Pakistán; Palau|Palaos; Panama|Panamá
Papua New Guinea|PNG; Paraguay; Peru|Pérou|Perú; Philippines|Filipinas; Poland|Pologne|Polonia
Portugal; Qatar; Republic of Korea|ROK|South Korea|Korea|République de Corée|República de Corea
Republic of Moldova|Moldova; Romania|Roumanie|Rumania; Russian Federation|Russia|
Fédération de Russie|
Federación de Rusia|Rusia; Rwanda; Saint Kitts and Nevis|St Kitts and Nevis; Saint Lucia|St Lucia
Saint Vincent and the Grenadines|St Vincent and the Grenadines; Samoa; San Marino|Saint-Marin
Sao Tome and Principe|São Tomé and Príncipe; Saudi Arabia|KSA|Arabie saoudite|Arabia Saudita
Senegal|Sénégal; Serbia|Serbie; Seychelles; Sierra Leone; Singapore|Singapour|Singapur
Slovakia|Slovak Republic|Slovaquie|Eslovaquia; Slovenia|Slovénie|Eslovenia; Solomon Islands
Somalia|Somalie; South Africa|Afrique du Sud|Sudáfrica; South Sudan|Soudan du Sud|Sudán del Sur
Spain|Espagne|España; Sri Lanka; State of Palestine|Palestine|État de Palestine|Estado de Palestina
Sudan|Soudan|Sudán; Suriname; Sweden|Suède|Suecia; Switzerland|Suisse|Suiza
Syrian Arab Republic|Syria|République arabe syrienne; Tajikistan|Tadjikistan|Tayikistán
Thailand|Thaïlande|Tailandia; Timor-Leste; Togo; Tonga; Trinidad and Tobago|Trinité-et-Tobago
Tunisia|Tunisie|Túnez; Türkiye|Turkey|Turquie|Turquía; Turkmenistan|Turkménistan; Tuvalu
Uganda|Ouganda; Ukraine|Ucrania; United Arab Emirates|UAE|Émirats arabes unis
United Kingdom|UK|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni|Reino Unido
United Republic of Tanzania|Tanzania; United States of America|United States|USA|US|U.S.|U.S.A.|
États-Unis d'Amérique|États-Unis|Estados Unidos de América|Estados Unidos|EE.UU.; Uruguay
Uzbekistan|Ouzbékistan|Uzbekistán; Vanuatu; Venezuela (Bolivarian Republic of)|Venezuela
Viet Nam|Vietnam; Yemen|Yémen; Zambia|Zambie; Zimbabwe; Holy See|Saint-Siège|Santa Sede
Cook Islands; Niue
"""

_GROUPS = """
European Union|EU|UE|Union européenne|Unión Europea|
European Union and its member States|EU and its member States|EU+MS
Group of 77 and China|G77 and China|G-77 and China|G77+China|G77/China|Group of 77|G77|G-77
African Group|Group of African States|African States|Groupe africain|Grupo de los Estados de África
African Union|AU; Arab Group|League of Arab States|Arab States; Asia-Pacific Group|Asian Group|APG
Eastern European Group|EEG; Latin American and Caribbean Group|GRULAC|Latin American Group
Western European and Others Group|WEOG; Caribbean Community|CARICOM; Core Latin American Group|CLAM
Alliance of Small Island States|AOSIS; Small Island Developing States|SIDS
Pacific Small Island Developing States|PSIDS|Pacific SIDS; Pacific Islands Forum|PIF
Least Developed Countries|LDCs|LDC|LDC Group; Landlocked Developing Countries|LLDCs|LLDC
Organization of Islamic Cooperation|OIC; Association of Southeast Asian Nations|ASEAN
Non-Aligned Movement|NAM; Like-Minded Developing Countries|LMDC|LMDCs; Like-Minded Group
Umbrella Group; Environmental Integrity Group|EIG; CANZ; JUSCANZ; JUSSCANNZ; AILAC; ALBA; BASIC
MERCOSUR; ECOWAS; SADC; Nordic Countries; Baltic States; Rio Group; Gulf Cooperation Council|GCC
Coalition for Rainforest Nations|CfRN; Central American Integration System|SICA
International Committee of the Red Cross|ICRC; Coordinator of the Indigenous Caucus
Chair|Chairperson|Président|Presidencia; Co-Chairs|Co-Chair; Vice-Chair; Facilitator
Co-Facilitators|Co-Facilitator; Secretariat|Secrétariat|Secretaría
Bureau; President; Friends of the Chair
"""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for table in (_STATES, _GROUPS):
        for entry in re.split(r"[;\n]", table.replace("|\n", "|").strip()):
            forms = [form.strip() for form in entry.split("|")]
            found.update((form.casefold(), forms[0]) for form in forms)
    return found


NAMES = _table()

ORGANS = frozenset(
    (
        *("Chair", "Co-Chairs", "Vice-Chair", "Facilitator", "Co-Facilitators", "Secretariat"),
        *("Bureau", "President"),
    )
)

_CODES = """
AF AFG Afghanistan; AL ALB Albania; DZ DZA Algeria; AD AND Andorra; AO AGO Angola
AG ATG Antigua and Barbuda; AR ARG Argentina; AM ARM Armenia; AU AUS Australia; AT AUT Austria
AZ AZE Azerbaijan; BS BHS Bahamas; BH BHR Bahrain; BD BGD Bangladesh; BB BRB Barbados
BY BLR Belarus; BE BEL Belgium; BZ BLZ Belize; BJ BEN Benin; BT BTN Bhutan; BO BOL Bolivia
BA BIH Bosnia and Herzegovina; BW BWA Botswana; BR BRA Brazil; BN BRN Brunei Darussalam
BG BGR Bulgaria; BF BFA Burkina Faso; BI BDI Burundi; CV CPV Cabo Verde; KH KHM Cambodia
CM CMR Cameroon; CA CAN Canada; CF CAF Central African Republic; TD TCD Chad; CL CHL Chile
CN CHN China; CO COL Colombia; KM COM Comoros; CG COG Congo; CR CRI Costa Rica
CI CIV Côte d'Ivoire; HR HRV Croatia; CU CUB Cuba; CY CYP Cyprus; CZ CZE Czechia; KP PRK DPRK
CD COD DRC; DK DNK Denmark; DJ DJI Djibouti; DM DMA Dominica; DO DOM Dominican Republic
EC ECU Ecuador; EG EGY Egypt; SV SLV El Salvador; GQ GNQ Equatorial Guinea; ER ERI Eritrea
EE EST Estonia; SZ SWZ Eswatini; ET ETH Ethiopia; FJ FJI Fiji; FI FIN Finland; FR FRA France
GA GAB Gabon; GM GMB Gambia; GE GEO Georgia; DE DEU Germany; GH GHA Ghana; GR GRC Greece
GD GRD Grenada; GT GTM Guatemala; GN GIN Guinea; GW GNB Guinea-Bissau; GY GUY Guyana; HT HTI Haiti
HN HND Honduras; HU HUN Hungary; IS ISL Iceland; IN IND India; ID IDN Indonesia; IR IRN Iran
IQ IRQ Iraq; IE IRL Ireland; IL ISR Israel; IT ITA Italy; JM JAM Jamaica; JP JPN Japan
JO JOR Jordan; KZ KAZ Kazakhstan; KE KEN Kenya; KI KIR Kiribati; KW KWT Kuwait; KG KGZ Kyrgyzstan
LA LAO Laos; LV LVA Latvia; LB LBN Lebanon; LS LSO Lesotho; LR LBR Liberia; LY LBY Libya
LI LIE Liechtenstein; LT LTU Lithuania; LU LUX Luxembourg; MG MDG Madagascar; MW MWI Malawi
MY MYS Malaysia; MV MDV Maldives; ML MLI Mali; MT MLT Malta; MH MHL Marshall Islands
MR MRT Mauritania; MU MUS Mauritius; MX MEX Mexico; FM FSM Micronesia; MC MCO Monaco
MN MNG Mongolia; ME MNE Montenegro; MA MAR Morocco; MZ MOZ Mozambique; MM MMR Myanmar
NA NAM Namibia; NR NRU Nauru; NP NPL Nepal; NL NLD Netherlands; NZ NZL New Zealand; NI NIC Nicaragua
NE NER Niger; NG NGA Nigeria; MK MKD North Macedonia; NO NOR Norway; OM OMN Oman; PK PAK Pakistan
PW PLW Palau; PA PAN Panama; PG PNG Papua New Guinea; PY PRY Paraguay; PE PER Peru
PH PHL Philippines; PL POL Poland; PT PRT Portugal; QA QAT Qatar; KR KOR Republic of Korea
MD MDA Moldova; RO ROU Romania; RU RUS Russian Federation; RW RWA Rwanda
KN KNA Saint Kitts and Nevis; LC LCA Saint Lucia; VC VCT Saint Vincent and the Grenadines
WS WSM Samoa; SM SMR San Marino; ST STP Sao Tome and Principe; SA SAU Saudi Arabia; SN SEN Senegal
RS SRB Serbia; SC SYC Seychelles; SL SLE Sierra Leone; SG SGP Singapore; SK SVK Slovakia
SI SVN Slovenia; SB SLB Solomon Islands; SO SOM Somalia; ZA ZAF South Africa; SS SSD South Sudan
ES ESP Spain; LK LKA Sri Lanka; PS PSE State of Palestine; SD SDN Sudan; SR SUR Suriname
SE SWE Sweden; CH CHE Switzerland; SY SYR Syria; TJ TJK Tajikistan; TH THA Thailand
TL TLS Timor-Leste; TG TGO Togo; TO TON Tonga; TT TTO Trinidad and Tobago; TN TUN Tunisia
TR TUR Türkiye; TM TKM Turkmenistan; TV TUV Tuvalu; UG UGA Uganda; UA UKR Ukraine; AE ARE UAE
GB GBR UK; TZ TZA Tanzania; US USA USA; UY URY Uruguay; UZ UZB Uzbekistan; VU VUT Vanuatu
VE VEN Venezuela; VN VNM Viet Nam; YE YEM Yemen; ZM ZMB Zambia; ZW ZWE Zimbabwe; VA VAT Holy See
CK COK Cook Islands; NU NIU Niue
"""

CODES = {
    code: NAMES[name.casefold()]
    for entry in re.split(r"[;\n]", _CODES.strip())
    for two, three, name in (entry.strip().split(" ", 2),)
    for code in (two, three)
}
