"""One spelling for English words that are written otherwise from country to country: colour, color; travelled.

Where either spelling could be made the other, the way is taken that needs no list of exceptions: `-ize` becomes `-ise`
(nothing is lost by `prise` for prize, while `advize` would have to be kept out), and `-our` becomes `-or` in the few
words that have it. What comes out is a key to compare by, not a spelling to show.
"""

from collections.abc import Iterable
from functools import lru_cache

from evidence.text import lazy_re as re

_OUR = (
    "behavi savi neighb clam clang endeav demean succ enam ranc glam splend fav hon hum arb ard arm cand dol ferv flav "
    "parl rig rum sav tum val vap vig col lab od"
)
_RE = (
    "cent theat met lit fib calib sab somb spect lust meag mit nit scept sepulch goit och reconnoit accout saltpet tit"
)
_LL = "fulfi enro insta insti disti enthra appa"
"""Verbs that end in one l here and in two there; others keep theirs: recall, unroll."""
_KEPT = (
    r"(?:re|un|over|under|out|fore|mis|be|down|pre|snow|free|black|stone|steam)"
    r"(?:call|fall|stall|fill|tell|sell|pull|drill|spell|kill|mill|swell|ball|wall|bill|roll)"
)
_PIECES = """
grey=gray plough=plow mould=mold moult=molt draught=draft sceptic=skeptic pyjama=pajama moustache=mustache
doughnut=donut yoghurt=yogurt whiskey=whisky storey=story chequer=checker cheque=check aluminium=aluminum
aeroplane=airplane artefact=artifact mollusc=mollusk sulph=sulf dgement=dgment speciality=specialty
orientated=oriented focuss=focus jewellery=jewelry woollen=woolen woolly=wooly tranquilli=tranquili
manoeuvre=maneuver manoeuvr=maneuver rrhoea=rrhea mediaev=mediev primaev=primev amoeb=ameb homoeo=homeo
gynaec=gynec archaeo=archeo palaeo=paleo anaemi=anemi aemia=emia aesthe=esthe oedem=edem oesoph=esoph oestr=estr
foet=fet caesari=cesari caesare=cesare caesium=cesium haemo=hemo haema=hema paedi=pedi paedo=pedo aetiolog=etiolog
defence=defense offence=offense pretence=pretense licence=license practise=practice practising=practicing
nnexion=nnection flexion=flection skillful=skilful willful=wilful
"""
"""Pieces that no other word has."""
_WORDS = """
tsar=czar tsars=czars tsarist=czarist tsarina=czarina gaol=jail gaols=jails gaoled=jailed tyre=tire tyres=tires
kerb=curb kerbs=curbs maths=math disc=disk discs=disks cosy=cozy axe=ax mum=mom mums=moms ageing=aging
whilst=while amongst=among amidst=amid furore=furor annexe=annex chilli=chili chillies=chilies faeces=feces
likeable=likable sizeable=sizable saleable=salable enquire=inquire enquired=inquired enquiry=inquiry
enquiries=inquiries enquiring=inquiring aeon=eon aeons=eons coeliac=celiac towards=toward backwards=backward
upwards=upward downwards=downward afterwards=afterward inwards=inward outwards=outward onwards=onward
eastwards=eastward westwards=westward northwards=northward southwards=southward
"""


def _pairs(listed: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in listed.split())


def _or(listed: str) -> str:
    return listed.replace(" ", "|")


def _by_first(pieces: Iterable[str]) -> str:
    """An expression for any of some pieces, the longest first, parted by their first letters: tried faster by half."""
    of_letter: dict[str, list[str]] = {}
    for piece in sorted(pieces, key=len, reverse=True):
        of_letter.setdefault(piece[0], []).append(piece[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in of_letter.items())


_pieces, _words = _pairs(_PIECES), _pairs(_WORDS)
_RULES = tuple(
    (need, re.compile(pattern), other)
    for need, pattern, other in (
        ("iz", r"(?<=[a-z]{2})iz(?=(?:e|es|ed|ing|er|ers|able|ations?|ational)\b)", "is"),
        ("yz", r"(?<=[a-z])yz(?=(?:e|es|ed|er|ers|ing)\b)", "ys"),
        ("our", rf"({_or(_OUR)})our", r"\1or"),
        ("re", rf"({_or(_RE)})re(?=s?\b|goer|piece|back|fold)", r"\1er"),
        ("red", rf"({_or(_RE)})red\b", r"\1ered"),
        ("ogu", r"(?<=[a-z]{3}og)(?:ue(?=s?\b)|u(?=(?:ed|ing|er|ers)\b))", ""),  # but rogue, vogue
        ("gramme", r"gramme(?=s?\b)", "gram"),
        ("ll", rf"({_or(_LL)})ll(?=(?:s|ments?)?\b)", r"\1l"),
        (
            "ll",
            rf"\b(?!s?qu[aei]ll|{_KEPT})([a-z]*?[aeiouy][a-z]*?[aeiou])ll(?=(?:ed|ings?|ers?|ors?|est|ists?|ous|ously)\b)",
            r"\1l",
        ),
        ("", _by_first(_pieces), lambda found: _pieces[found[0]]),
    )
)
"""What every word that a rule changes has in it, the rule, and what stands there then."""


@lru_cache(maxsize=1 << 16)
def one_spelling(word: str) -> str:
    """A folded English word as every country's spelling of it comes out: harbour and harbor, analyze and analyse."""
    if len(word) < 3 or not word.isascii():
        return word
    word = _words.get(word, word)
    for need, rule, other in _RULES:
        if need in word:
            word = rule.sub(other, word)
    return word


_ise = re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|ing|er|ers|able|ations?|ational)$)")
_yse = re.compile(r"(?<=[a-z])ys(?=(?:e|es|ed|er|ers|ing)$)")


@lru_cache(maxsize=1 << 14)
def spellings(word: str) -> tuple[str, ...]:
    """A word as it is written in Britain, then as it may be in America: what no American writes does no harm there."""
    american = _yse.sub("yz", _ise.sub("iz", one_spelling(word)))
    return (word,) if american == word else (word, american)


__all__ = ["one_spelling", "spellings"]
