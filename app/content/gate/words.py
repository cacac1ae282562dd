"""The words by which each language gives things away. A language that is not here is not judged by words."""

from __future__ import annotations

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the rules know of one language. Lengths are in characters of prose, code apart.

    `token`: a word that carries meaning; `script`: a letter that a text in this language must have,
    None where Latin letters will do; `shingle`: tokens that overlap in a run; `margin`: a key this
    much longer than the median stands out; `long_stem`, `short_reason`: limits of length.
    """

    token: Pattern
    stop: frozenset[str]
    script: Pattern | None
    absolute: Pattern
    vague: Pattern
    hedge: Pattern
    collective: Pattern
    negative: Pattern
    unfocused: Pattern
    question: Pattern
    letter: Pattern
    shingle: int
    margin: int
    long_stem: int
    short_reason: int


def lexicon(language: str) -> Lexicon | None:
    """What is known of a language; None when nothing is."""
    return _LEXICONS.get(language)


def _any(words: str, before: str = "", after: str = "") -> Pattern:
    """A pattern for any of the words, which `|` divides."""
    return re.compile(f"{before}(?:{words}){after}", re.IGNORECASE)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_IN_A_WORD = r"(?<![\w-])", r"(?![\w-])"
_LETTERS = r"(?:both |only |neither )?[A-H](?: and | or | nor | & |, )[A-H](?: only)?"
_LATIN = r"[A-Za-z][A-Za-z0-9_]*(?:['.-][A-Za-z0-9_]+)*"
_NUMBER = r"\d+(?:[.,]\d+)*"

_ENGLISH_STOP = (
    "a after an and any are as at be been before between both but by can could do does during each for "
    "from had has have he her his how i if in into is it its itself may more no nor not of off on one or "
    "other out over own same she should so some such than that the their them then there these they this "
    "those to under until up was were what when where which while who whose why will with without would "
    "you your"
)

_ENGLISH = Lexicon(
    token=re.compile(f"{_LATIN}|{_NUMBER}"),
    stop=_set(_ENGLISH_STOP),
    script=None,
    absolute=_any(
        "always|never|only|all|every|none|must|cannot|entirely|completely|impossible|under no circumstances",
        r"(?<![\w-])(?<!nearly )(?<!almost )(?<!not )",
        r"(?![\w-])",
    ),
    vague=_any(
        "often|usually|sometimes|frequently|generally|typically|normally|rarely|seldom|occasionally|"
        "in most cases|tends? to|more or less|as appropriate|if necessary|may or may not",
        *_NOT_IN_A_WORD,
    ),
    hedge=_any(
        "may|might|can|could|often|usually|sometimes|generally|typically|likely|unless|if|when|where|because|"
        "since|so that|as long as|provided|depending|while",
        *_NOT_IN_A_WORD,
    ),
    collective=re.compile(
        r"\b(?:all|none|both|neither|any|either|some) of (?:the )?"
        r"(?:above|these|those|options?|answers?|others?)\b"
        r"|\b(?:all|none|both|neither) (?:the )?(?:above|options|answers)\b"
        rf"|^{_LETTERS}\.?$|^(?:both|neither)(?: (?:are|is) (?:right|correct|true|false|wrong))?\.?$",
        re.IGNORECASE,
    ),
    negative=_any(
        r"except|least|incorrect(?:ly)?|untrue|(?<=which is )(?:not|wrong|false)|"
        r"(?:which|what)(?: (?!\w*n't)\w+){0,4} (?:not|never|cannot|\w+n't)|"
        r"(?:not|never) (?:true|correct|right|valid)",
        *_NOT_IN_A_WORD,
    ),
    unfocused=_any(
        r"which (?:of the following |of these )?(?:statement|claim|option|answer)s?"
        r"(?: below)?(?: about [^?]*)? "
        r"(?:is|are) (?:true|correct|right|valid)|what is (?:true|correct)",
        *_NOT_IN_A_WORD,
    ),
    question=re.compile(r"\?|^(?:choose|select|complete|order|match)\b", re.IGNORECASE),
    letter=re.compile(
        r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?) "
        r"(?:\(?[A-H]\)?(?![\w'-])|\d\b|(?:one|two|three|four|five)\b)"
        r"|\bthe (?:first|second|third|fourth|fifth|last|previous|next|above) (?:option|answer|choice)\b"
        r"|(?<![\w(])\([A-H]\)(?!\w)"
    ),
    shingle=3,
    margin=12,
    long_stem=1400,
    short_reason=25,
)

_JAPANESE = Lexicon(
    token=re.compile(f"[ァ-ヺー]{{2,}}|[一-龯々]{{2,}}|{_LATIN}|{_NUMBER}"),
    stop=_set("場合 必要 使用 指定 設定 実行 モデル データ 後 前 次 方法 可能"),
    script=re.compile(r"[ぁ-ゖァ-ヺ一-龯々]"),
    absolute=_any(
        "(?<!非)常に|必ず|決して|絶対に?|一切|いかなる|完全に|(?:まったく|全く)(?!同)|だけ|のみ|"
        "(?<!ほぼ)(?<!ほとんど)(?:すべて|全て|あらゆる)|しか"
    ),
    vague=_any(
        "しばしば|たいてい|大抵|ときどき|時々|まれに|一般に|一般的に|多くの場合|通常は|"
        "ことがあります|場合があります|こともあります|適宜|必要に応じて"
    ),
    hedge=_any("かもしれ|場合|ことがあ|可能性|通常|一般|限り|ため|ように|ので|から|なら|れば|とき"),
    collective=re.compile(
        r"上記の?(?:すべて|全て|いずれ|どれ|両方)|(?:すべて|全て|いずれも|どれも|両方とも?|どちらも)"
        r"(?:正しい|正解|該当|当てはま|誤り)|(?:該当|正解)(?:する(?:もの|選択肢))?(?:は?なし|はない|はありません)"
        r"|^[A-HＡ-Ｈ]\s?(?:と|、|および|または)\s?[A-HＡ-Ｈ]\s?(?:の両方|のみ|だけ)?。?$|^(?:両方|どちらも|いずれも)。?$"
    ),
    negative=_any(
        "正しくない|誤って|誤り|間違って|適切でない|適切ではない|不適切|当てはまらない|該当しない|含まれない|"
        "できないもの|できないのは|されないもの|されないのは|でないもの|ではないもの|ないものは|ないのは"
    ),
    unfocused=_any("(?:正しい|適切な)(?:記述|説明|文章|選択肢)は(?:どれ|次のうち)|に関する記述"),
    question=re.compile(r"か[。？?]?$|[？?]|(?:なさい|ください|下さい|答えよ|選べ)。?$"),
    letter=re.compile(
        r"(?:選択肢|解答|回答)\s?[(（]?[A-HＡ-Ｈ1-8１-８](?![A-Za-z0-9])"
        r"|[0-9１-８一二三四五]\s?(?:番目|つ目)の(?:選択肢|解答|回答)"
        r"|(?:最初|最後|上記|前|次)の(?:選択肢|解答|回答)|(?<![A-Za-z0-9])[(（][A-HＡ-Ｈ][)）]"
    ),
    shingle=4,
    margin=7,
    long_stem=620,
    short_reason=12,
)

_LEXICONS = {"en": _ENGLISH, "ja": _JAPANESE}
