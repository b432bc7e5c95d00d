"""How words stand to one another: stems, synonyms, opposites, classes whose members exclude each other.

The tables beside this file are for people to edit; here they become look-ups over stems.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from evidence.text import lazy_re as re
from evidence.text.spelling import one_spelling

HAN = "\u3400-\u9fff"
_han = re.compile(f"[{HAN}]")

_NEGATING = (
    "not no never none nobody neither nor nothing without cannot fail refuse deny decline unable "
    "skip boycott shun forgo seldom rarely hardly scarcely "
    "没有 没 不 未 无 非 未能 尚未 并未 从未 不会 不能 不再 不是 并非 没能 无法 未曾 拒绝 否认 不予 无人 绝不 未获 "
    "不愿 不肯 拒 从不 从没 从来没 从来没有 从来不 从无 不曾 未尝 并没有 并无 尚无 毫无 毫不 绝非 决不 绝未 仍未 还未 "
    "还没 还没有 未予 未有"
)
_COUNTING_WORDS = "其中 平均 人均 累计 合计 单日 总共 共有 一共 共计"
HE_SHE = {"he": "he", "him": "he", "his": "he", "他": "he", "she": "she", "her": "she", "hers": "she", "她": "she"}


@cache
def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(files("claims.compare").joinpath("tables", name).read_text("utf-8"))
    return table


def _lines(name: str, group: str) -> list[str]:
    """The lines of a group, without those that only say of what field the next ones are."""
    lines = (line.strip() for line in _table(name)[group].splitlines())
    return [line for line in lines if line and line[0] != "#"]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a folded word; irregular forms, synonyms and nationalities count as one."""
    if not word.isascii() or not word[:1].isalpha():
        return _canonical_zh().get(word, word) if _han.match(word) else word
    if "'" in word:
        word = word.removesuffix("'s").removesuffix("'")
        if word.endswith("n't"):
            return "not"
    plain = _irregular().get(word, word)
    bare = root(plain)
    return _canonical_en().get(bare, bare)


_ENDS = frozenset("sgdye")
"""Every English ending that is taken off ends in one of these."""


_EED = ("ceed", "need", "feed", "speed", "breed", "bleed", "seed", "weed", "heed", "deed", "steed", "tweed")
"""Words that end so by themselves; others are past forms of words in -ee."""


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """A word in one spelling and without its English ending: a short form of Porter's first step (1980)."""
    word = one_spelling(word)
    if len(word) <= 3 or word[-1] not in _ENDS or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("eed"):
        return word if word.endswith(_EED) else word[:-2]  # agreed, guaranteed
    for ending, least in (("ing", 6), ("ied", 5), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)] + ("y" if ending == "ied" else "")
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lszeo":
                word = word[:-1]
            if word.endswith("eed"):
                return word
            break
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def _irregular() -> dict[str, str]:
    groups = [line.split() for line in _lines("words_en.toml", "irregular")]
    return {form: group[0] for group in groups for form in group}


@cache
def irregular_forms() -> dict[str, frozenset[str]]:
    """The irregular forms of each word that has some, by its plain form."""
    return {group[0]: frozenset(group) for group in map(str.split, _lines("words_en.toml", "irregular"))}


@cache
def reckoning(group: str) -> tuple[frozenset[str], ...]:
    """The groups of stems of the table that serves to answer short English claims."""
    return tuple(frozenset(stem(word) for word in line.split()) for line in _lines("reckoning_en.toml", group))


@cache
def sides(group: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The lines of such a table that have two sides, parted by a bar."""
    found = []
    for line in _lines("reckoning_en.toml", group):
        one, _, other = line.partition("|")
        found.append((frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))))
    return tuple(found)


@cache
def reckoned_words(group: str) -> frozenset[str]:
    """All stems of such a table, its lines taken together."""
    return frozenset().union(*reckoning(group))


@cache
def past_forms() -> frozenset[str]:
    """Irregular past forms and participles of verbs."""
    people = ["woman", "women", "man", "men", "child", "children", "person", "people", "persons"]
    nouns = frozenset([*people, "death", "deaths", "injury", "injuries"])
    return frozenset(form for form in _irregular() if not form.endswith("ies")) - nouns


def is_past(word: str) -> bool:
    """Whether an English word is a past form or a participle by its looks."""
    return word.endswith("ed") or word in past_forms()


@cache
def _canonical_en() -> dict[str, str]:
    canonical: dict[str, str] = {}
    for line in _lines("words_en.toml", "synonyms"):
        first, *rest = (root(word) for word in line.split())
        first = canonical.get(first, first)
        canonical.update((word, first) for word in rest if word not in canonical)
    for place in (*countries(), *regions()):
        canonical.update((root(word), place[0]) for word in place)
    return canonical


@cache
def countries() -> tuple[tuple[str, ...], ...]:
    """Each country's names and adjectives, the plain English name first, Chinese names last."""
    return _places("countries.tsv")


@cache
def regions() -> tuple[tuple[str, ...], ...]:
    """The same of the states, provinces and nations within some countries."""
    return _places("regions.tsv")


@cache
def areas() -> frozenset[str]:
    """All names and adjectives of countries and regions."""
    return frozenset(word for place in (*countries(), *regions()) for word in place)


@cache
def demonyms() -> frozenset[str]:
    """The adjectives of countries and regions, folded: French, Welsh."""
    places = (*countries(), *regions())
    return frozenset(word for place in places for word in place[1:] if not _han.match(word)) - {
        one[0] for one in places
    }


def _places(table: str) -> tuple[tuple[str, ...], ...]:
    lines = files("claims.compare").joinpath("tables", table).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, *adjectives.split(), *chinese.split()) for name, adjectives, chinese in rows)


@cache
def _canonical_zh() -> dict[str, str]:
    groups = [line.split() for line in _lines("words_zh.toml", "synonyms")]
    canonical = {word: group[0] for group in groups for word in group}
    for place in (*countries(), *regions()):
        canonical.update((word, place[0]) for word in place if _han.match(word))
    return canonical


@cache
def phrasal() -> dict[str, dict[str, str]]:
    """The root of each verb with its particles, and the stem of the verb that says the same."""
    found: dict[str, dict[str, str]] = {}
    for line in _lines("words_en.toml", "phrasal"):
        said, _, plain = line.partition(" = ")
        verb, particle = said.split()
        found.setdefault(stem(verb), {})[particle] = stem(plain)
    return found


@cache
def postal() -> dict[str, str]:
    """The states of the United States by their postal codes, folded."""
    pairs = [each.split("=") for line in _lines("words_en.toml", "postal") for each in line.split()]
    return {code: state.replace("_", " ") for code, state in pairs}


@cache
def negations() -> frozenset[str]:
    """Stems that turn what they stand before into its opposite."""
    return frozenset(stem(word) for word in _NEGATING.split())


@cache
def stop_stems() -> frozenset[str]:
    """Stems that carry no content."""
    english = {stem(word) for word in _table("words_en.toml")["stop"].split()}
    english |= set(_table("words_en.toml")["stop"].split())
    return frozenset(english | set(_table("words_zh.toml")["stop"].split()))


@cache
def opposites(group: str) -> dict[str, frozenset[str]]:
    """Each stem with the stems that say the contrary: of deeds (`antonyms`) or of qualities (`contrasts`).

    Those of `of_one_thing` are contraries only when both have the same thing beside them.
    """
    found: dict[str, set[str]] = {}
    for name in ("words_en.toml", "words_zh.toml"):
        for line in _lines(name, group) if group in _table(name) else ():
            left, right = ({stem(word) for word in side.split()} for side in line.split("|"))
            for mine, theirs in ((left, right), (right, left)):
                for word in mine:
                    found.setdefault(word, set()).update(theirs)
    return {word: frozenset(contrary) for word, contrary in found.items()}


@cache
def classes() -> dict[str, frozenset[int]]:
    """Each stem with the numbers of the classes it belongs to; two members of one class exclude each other."""
    found: dict[str, set[int]] = {}
    groups = [line.split() for name in ("words_en.toml", "words_zh.toml") for line in _lines(name, "exclusive")]
    groups += [[country[0] for country in countries()], [region[0] for region in regions()]]
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def exclude(left: str, right: str) -> bool:
    """Whether two stems are different members of one class."""
    if left == right:
        return False
    mine = classes().get(left)
    if mine is not None and mine & classes().get(right, _NO_CLASS):
        return True
    if right in opposites("contrasts").get(left, ()):
        return True
    if left[0] not in _COUNTING or right[0] not in _COUNTING:
        return False
    one, other = _numbered.fullmatch(left), _numbered.fullmatch(right)
    # A bare numeral counts and gives no rank: 一张专辑 may be the second one.
    bare = (left[0] != "第" or right[0] != "第") and one is not None and not one[2]
    return bool(one and other and not bare and one[2] == other[2] and one[1] != other[1])


_COUNTING = frozenset("第一二三四五六七八九十")
_NO_CLASS: frozenset[int] = frozenset()
_numbered = re.compile(r"第?([一二三四五六七八九十]+)(\D*)")


@lru_cache(maxsize=1 << 16)
def has_rivals(one: str) -> bool:
    """Whether a stem belongs to a class, has a contrast or counts its like."""
    return one in classes() or one in opposites("contrasts") or one[0] in _COUNTING


def opposed(left: str, right: str) -> bool:
    """Whether two stems say the contrary of each other."""
    return right in opposites("antonyms").get(left, ())


def opposed_of_one(left: str, right: str) -> bool:
    """Whether two stems say the contrary of each other when they are said of one thing."""
    return right in opposites("of_one_thing").get(left, ())


@cache
def chinese_words() -> dict[str, tuple[str, ...]]:
    """The Chinese words that the tables know by their first two characters, the longest first: one token each."""
    listed: set[str] = {*_NEGATING.split(), *_COUNTING_WORDS.split()}
    for group in ("stop", "synonyms", "antonyms", "of_one_thing", "contrasts", "exclusive"):
        for line in _lines("words_zh.toml", group):
            listed.update(line.replace("|", " ").split())
    listed.update(areas())
    for line in measures_text().values():
        listed.update(line.partition("|")[2].split())
    found: dict[str, list[str]] = {}
    for word in listed:
        if len(word) > 1 and "\u3400" <= word[0] <= "\u9fff":
            found.setdefault(word[:2], []).append(word)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


@cache
def measures_text() -> dict[str, str]:
    """The table of measures as written."""
    return _table("measures.toml")


@cache
def measured_in() -> dict[str, frozenset[str]]:
    """For the dimensions of one sort of unit, the measures that can be given in them."""
    return {dimension: frozenset(line.split()) for dimension, line in _table("dimensions.toml").items()}


@cache
def measures() -> dict[str, frozenset[str]]:
    """Each stem with the measures that it names."""
    found: dict[str, set[str]] = {}
    for name, line in measures_text().items():
        for word in line.replace("|", " ").split():
            found.setdefault(stem(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
