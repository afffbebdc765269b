"""Words that tie parties together, by language and kind of relation.

forward    the parties tied stand behind the word ("visited X and Y", "received by X").
backward   they stand in front of it ("X received the delegation"), and the sender is on the other side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qiao.engines.extract.latin.triggers_rare import RARE
from qiao.engines.extract.result import RelationKind


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a relation."""

    kind: RelationKind
    pattern: re.Pattern[str]
    is_backward: bool = False


_EN = [
    (
        RelationKind.VISITED,
        r"(?:company|site|factory|plant|lab|courtesy)? ?(?:visits|calls|tours|stops)(?: "
        r"\w+)?(?:, [\w ]{2,18})?:|visit(?:s|ed|ing)?(?: to| at| with)?|tour(?:s|ed|ing)?(?: "
        r"of| at)?|call(?:s|ed|ing)? (?:on|at)|"
        r"stop(?:s|ped)? (?:at|by)|inspected|shown (?:a?round|through)|(?:walk|look)ed "
        r"(?:a?round|through)|welcomed at|hosted at|"
        r"site visits? (?:to|at|of)|went to see|toured|stops? at|dropped (?:in|by) (?:on|at)|"
        r"saw (?:the )?(?:site|plant|labs?) of",
    ),
    (
        RelationKind.MET,
        r"met(?: up)?(?: with)?|meet(?:s|ing)?(?: with)?|(?:one-on-one |bilateral |follow-up )?meetings? "
        r"(?:were held )?with|(?:held |had )?(?:talks|discussions|conversations|"
        r"consultations) with|spoke (?:with|to)|talked (?:with|to)|"
        r"(?:received|welcomed|greeted|hosted|joined|briefed) by|sat down with|exchanged "
        r"(?:views|ideas) with|dined with|"
        r"held (?:a )?(?:working )?(?:meetings?|sessions?|lunch|dinner) with|introduced to|"
        r"spent (?:an|the) (?:hour|morning|afternoon) with|"
        r"call with|lunch with|dinner with",
    ),
    (
        RelationKind.LED,
        r"(?:led|headed|chaired|fronted) (?:\w+ |(?:from|on|in) [^.;:,]{0,30} )?by|"
        r"at the head of the delegation(?: was|:)?|"
        r"under the (?:leadership|direction) of|with .{3,30} at its head",
    ),
    (
        RelationKind.FOUNDED,
        r"(?:co-?)?(?:founded|established|set up|started|created)(?: in (?:\w+ )?\d{4})?(?: "
        r"in [A-Z]\w+)? by",
    ),
    (RelationKind.SIGNED_WITH, r"(?:signed|agreed|concluded|sealed|initialled) (?:up )?with"),
    (
        RelationKind.SUBSIDIARY_OF,
        r"parent(?: company| group| firm)?,?|(?:wholly[- ]owned |majority-owned |local |"
        r"german |french |chinese )?(?:subsidiary|unit|division|arm|"
        r"affiliate|daughter company|spin-?off|offshoot) of|(?:majority-|wholly |jointly "
        r")?owned by|belongs to|belonging to|"
        r"(?:is |now )?part of|acquired by|taken over by",
    ),
    (
        RelationKind.LOCATED_IN,
        r"(?:based|headquartered|located|domiciled|situated) (?:in|at|near)|headquarters (?:is |are )?in|"
        r"registered office (?:is )?in|"
        r"(?:has|have|with) (?:its|their) (?:head office|headquarters|seat|base|plant) (?:in|"
        r"at)|head office in",
    ),
    (
        RelationKind.INVESTED_IN,
        r"(?:build(?:s|ing)?|construct(?:s|ing)?|set(?:s|ting)? up|establish(?:es|ing)?|"
        r"locate)\b[^.;:]{0,50}?\b(?:plant|factory|facility|"
        r"works|mill|production line)(?: in)?|invest(?:s|ed|ing|ment|ments)?\b[^;:]{0,90}? "
        r"in(?:to)?|(?:took|takes|take|taking|acquire[sd]?|buys?|bought) "
        r"(?:a |an )?(?:[\w.%-]+ ){0,4}(?:stake|share|holding|interest) in|injected\b[^.;:]{0,40}? into|"
        r"(?:acquire[sd]?|acquiring|takes? over|took over|taken over|buys?|bought) (?=(?:the |"
        r"a |an )?(?:\w+ ){0,3}[A-Z])",
    ),
]
_EN_BACK = [
    (
        RelationKind.MET,
        r"(?:received|welcomed|hosted|greeted|briefed|hosting|receiving|welcoming|meeting|entertained) "
        r"(?:us|the (?:delegation|group|delegates|visitors|party|mission|team)|our "
        r"(?:delegation|group|team))|took part|gave (?:us|the group)",
    ),
    (
        RelationKind.LED,
        r"(?:led|leads|will lead|is leading|headed|heads|will head|leading|"
        r"heading)\b[^.;:]{0,45}?\b(?:delegation|mission|"
        r"group|party|delegates|visit|trip)\b",
    ),
    (RelationKind.FOUNDED, r"(?:has |had )?(?:co-?)?(?:founded|established|started) (?=(?:the |a |his |her )?[A-Z])"),
]
_FR = [
    (
        RelationKind.VISITED,
        r"visites(?: d['’]entreprises?| effectuées)?\s?:|(?:a |ont |avons )?(?:également |"
        r"aussi )?visit(?:e|é|ée|és|er|ent|era|eront|aient|ait|ant|ons|èrent)(?: de| du| des| "
        r"d['’]"
        r"| chez| à)?|visites? (?:de|du|des|d['’]|chez|à|au)|(?:s['’]est|se sont|nous sommes) "
        r"rendue?s? (?:chez|dans les locaux d[eu]|au siège d[eu])|"
        r"(?:accueillie?s?|reçue?s?) (?:chez|au siège)|étape chez|passage chez|découvert "
        r"(?:les (?:locaux|installations|ateliers) d[eu])|"
        r"se rendra chez|halte chez",
    ),
    (
        RelationKind.MET,
        r"(?:a |ont |avons |y a |y ont )?(?:également |aussi )?rencontr(?:e|é|ée|és|er|ent|"
        r"era|eront|ait|aient|ons|ant|èrent)s?(?: avec)?|"
        r"rencontres? (?:avec|de)|entretenue?s? avec|entretiens? avec|s['’]entretenir avec|"
        r"échang(?:é|es|er|ent|e) avec|discut(?:é|er|e) avec|"
        r"(?:accueillie?s?|reçue?s?|saluée?s?|guidée?s?) par|réunions? (?:de travail )?avec|"
        r"séances? de travail avec|déjeun(?:er|é) avec|"
        r"dîn(?:er|é) avec|dialogué avec|rendez-vous avec|table ronde avec|discussions? avec|"
        r"échanges? avec|appel avec",
    ),
    (
        RelationKind.LED,
        r"(?:conduite?s?|emmenée?s?|menée?s?|dirigée?s?|présidée?s?|pilotée?s?)"
        r"(?: (?:du|de|à|en|le|depuis) [^.;:,]{0,40})? "
        r"par|sous la "
        r"(?:conduite|direction|houlette|présidence) "
        r"d[eu]|avec à sa tête|à (?:sa tête|la tête de (?:la|cette) (?:délégation|"
        r"mission))\s?(?::|,|figurait|se trouvait)",
    ),
    (RelationKind.FOUNDED, r"(?:co)?(?:fondée?s?|créée?s?|lancée?s?)(?: en (?:\w+ )?\d{4})?(?: à [A-Z]\w+)? par"),
    (RelationKind.SIGNED_WITH, r"(?:signée?s?|conclue?s?|paraphée?s?) avec"),
    (
        RelationKind.SUBSIDIARY_OF,
        r"(?:maison|société)[- ]mère,?|(?:filiale|division|branche|entité|société sœur)s?(?: "
        r"\w+)? (?:à 100 % |commune )?(?:de|du|d['’])|"
        r"appart(?:ient|enant) (?:à|au)|détenue?s? (?:à \d+ ?% )?par|propriété (?:de|du)|"
        r"rachetée?s? par|membre du groupe",
    ),
    (
        RelationKind.LOCATED_IN,
        r"(?:implantée?s?|basée?s?|installée?s?|située?s?|établie?s?|domiciliée?s?) (?:à|en|au|aux|dans)|"
        r"(?:dont le |ayant son |a son |son )?siège(?: social| mondial| européen)?(?: est| se "
        r"trouve)? (?:à|en|au)",
    ),
    (
        RelationKind.INVESTED_IN,
        r"(?:constru\w+|bâtir|implanter)\b[^.;:]{0,50}?\b(?:usine|site de production|"
        r"atelier)\b(?:[^.;:]{0,25}? (?:à|dans|en))?|(?:a |ont |va |vont )?investi(?:r|t|s|ra|"
        r"ront|ssent|ssement|ssements|e)?\b[^;:]{0,90}? (?:dans|à|au sein d[eu])|"
        r"(?:entrée|entré|prise de participation|entre|participation)[^.;:]{0,25} (?:au capital "
        r"d[eu]|dans)|injecte[^.;:]{0,40} dans|(?:rachet\w+|acqui(?:s|ert|érir)|repris\w*|"
        r"repren\w+)(?: (?:en|\d+) [\w ]{2,14})?(?: [\d,]+ ?% du capital d[eu])?|"
        r"prise de contrôle d[eu]|reprise d[eu]",
    ),
]
_FR_BACK = [
    (
        RelationKind.MET,
        r"(?:nous (?:a|ont|avait) (?:aimablement |chaleureusement )?(?:reçus?|accueillis?|"
        r"reçues|accueillies)|"
        r"(?:a|ont) (?:reçu|accueilli) (?:la délégation|le groupe|les délégués|notre "
        r"délégation|la mission))|nous avoir (?:reçus?|accueillis?)|"
        r"votre (?:accueil|réception)|pour l['’]accueil",
    ),
    (
        RelationKind.LED,
        r"(?:conduit|conduira|conduisait|a conduit|conduisant|emmène|emmènera|a emmené|"
        r"emmenait|dirige|dirigera|a dirigé|mène|mènera|"
        r"a mené|pilote|a pris la tête)\b[^.;:]{0,40}?\b(?:délégation|mission|groupe|délégués|"
        r"déplacement)\b",
    ),
    (
        RelationKind.FOUNDED,
        r"(?:a |avait )?(?:co)?(?:fondé|créé) (?=(?:la |le |l['’]|son |sa )?(?:société |"
        r"start-up |entreprise )?[A-Z])",
    ),
]
_DE = [
    (
        RelationKind.VISITED,
        r"(?:firmen|unternehmens|betriebs)?besuche:|besuch(?:t|te|ten|en)(?! werden)|"
        r"besichtig(?:t|te|ten|en)|(?:[A-ZÄÖÜ][a-zäöü]+)?[Bb]esuche?s?(?: (?:bei|beim|im|in "
        r"der|der|des|von|am|an der))|"
        r"(?:[A-Z][a-zäöü]+)?[Bb]esichtigung(?:en)?(?: (?:der|des|bei|von|im|beim))|"
        r"(?:[A-Z][a-zäöü]+)?[Rr]undgang(?:s)?(?: (?:im|bei|durch|beim|in|über))|zu Gast "
        r"(?:bei|beim|im)|"
        r"(?:machte[n]? )?(?:Station|Halt) (?:bei|beim|im)|(?:Werks|Firmen|"
        r"Unternehmens)(?:führung|besuch) (?:bei|beim|der|des)|"
        r"schaute[n]? (?:sich )?bei",
    ),
    (
        RelationKind.MET,
        r"tr(?:af|afen|ifft|effen)(?: sich)?(?: (?:auch|zudem|am \w+|dort|unter anderem))?(?: "
        r"mit)?|Treffen mit|(?:[A-Z][a-zäöü]+)?[Gg]espräche?n?(?: [a-z]+)? mit|"
        r"spr(?:ach|achen|icht|echen) mit|(?:empfangen|begrüßt|willkommen geheißen|"
        r"eingeladen) (?:von|vom|durch)|zusammen mit|Austausch mit|"
        r"tauschte[n]? sich mit|Unterredung mit|Termin(?:e)? (?:mit|bei|beim)|"
        r"[A-Z][a-zäöü]*essen mit|Sitzung mit|Telefonat mit|führte[n]? [^.;:]{0,30}Gespräche "
        r"mit",
    ),
    (
        RelationKind.LED,
        r"unter (?:der )?(?:Leitung|Führung|Federführung)(?: von| des| der)?|"
        r"(?:an)?geführt(?: wurde| wird)?(?: \w+)? von|geleitet(?: wurde| wird)?(?: \w+)? von|"
        r"unter Vorsitz von|"
        r"mit .{3,30} an der Spitze",
    ),
    (RelationKind.FOUNDED, r"von(?= [A-ZÄÖÜ][^,;.]{3,40} gegründete[nrms]?\b)"),
    (RelationKind.FOUNDED, r"gegründet(?: \d{4}| im Jahre? \d{4})? (?:von|durch)|(?:Ausgründung|Gründung) von"),
    (
        RelationKind.SIGNED_WITH,
        r"(?:vereinbart(?:e|en)?|unterzeichnet(?:e|en)?|schloss|schlossen) (?:auch |zudem )?mit",
    ),
    (
        RelationKind.SUBSIDIARY_OF,
        r"Mutter(?:gesellschaft|konzern|haus|unternehmen)|(?:hundertprozentige |deutsche |"
        r"100-prozentige |chinesische )?Tochter(?:gesellschaft|firma|unternehmen)?(?: der| "
        r"des| von| vom)?(?: \w+er)?|"
        r"gehört zu[rm]?|(?:ist |heute )?Teil (?:der|des|von)|im Besitz (?:der|des|von)|"
        r"übernommen von|Ableger (?:der|des|von)",
    ),
    (
        RelationKind.LOCATED_IN,
        r"(?:Haupt|Firmen)?[Ss]itz (?:ist )?in|ansässig in|mit Sitz in|hat (?:ihren|seinen) "
        r"(?:Haupt|Firmen)?[Ss]itz in|beheimatet in|"
        r"Zentrale in|Standort in|(?:ansässige[nrs]?)",
    ),
    (
        RelationKind.INVESTED_IN,
        r"(?:bau(?:t|en)|errichte(?:t|n)|ansiedel\w+)\b[^.;:]{0,50}? (?:Werk|Fabrik|"
        r"Produktion\w*)(?: in| im)?|investier(?:t|te|ten|en)\b[^;:]{0,90}? (?:in|im)|"
        r"Investition(?:en)?\b[^.;:]{0,40}? (?:in|im)|"
        r"(?:Beteiligung|Anteile?|Einstieg)\b[^.;:]{0,40}? (?:an|am|bei|beim|in)|beteilig(?:t|"
        r"te|en)\b[^.;:]{0,40}? an|(?:übernimmt|übernahm|übernommen|erwarb|erwirbt|kauft|"
        r"kaufte)",
    ),
]
_DE_BACK = [
    (
        RelationKind.MET,
        r"(?:empfing(?:en)?|begrüßte[n]?|empfängt|hieß|lud)\b[^.;]{0,60}?\b(?:uns|die (?:Delegation|Gäste|"
        r"Gruppe|Delegierten|Besucher)|das Team)|"
        r"(?:für|den) (?:freundlichen |herzlichen |den |das |die )*(?:Empfang|Gespräch|"
        r"Treffen|Gastfreundschaft|Termin)\b",
    ),
    (
        RelationKind.LED,
        r"(?:führt|führte|leitet|leitete|führten|anführte|wird)\b[^.;:]{0,45}?\b(?:Delegation|"
        r"Reise|Gruppe|Mission|Delegationsreise|"
        r"Wirtschaftsdelegation)\b|(?:Delegation|Delegationsleiter|Delegationsleiterin)\b(?= "
        r"(?:um|war))(?: um)?",
    ),
    (RelationKind.LED, r"(?:an)?geführte|geleitete"),
    (RelationKind.FOUNDED, r"gründete[n]?|(?:im Jahr )?gegründet(?!\s(?:von|durch))"),
]


def _rules(
    forward: list[tuple[RelationKind, str]], backward: list[tuple[RelationKind, str]], flags: int
) -> tuple[Rule, ...]:
    rows = [(kind, words, False) for kind, words in forward] + [(kind, words, True) for kind, words in backward]
    return tuple(Rule(kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w])", flags), back) for kind, words, back in rows)


def _more(language: str, flags: int) -> tuple[Rule, ...]:
    return tuple(
        Rule(kind, re.compile(rf"(?<![\w-])(?:{words})(?!\w)", flags), back) for kind, words, back in RARE[language]
    )


RULES: dict[str, tuple[Rule, ...]] = {
    "en": _rules(_EN, _EN_BACK, re.IGNORECASE) + _more("en", re.IGNORECASE),
    "fr": _rules(_FR, _FR_BACK, re.IGNORECASE) + _more("fr", re.IGNORECASE),
    "de": _rules(_DE, _DE_BACK, re.IGNORECASE) + _more("de", re.IGNORECASE),
}
"""Rules by language, in the order in which they claim the words of a sentence."""
