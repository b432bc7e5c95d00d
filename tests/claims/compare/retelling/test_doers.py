"""Who did what only one can have done, as two Chinese claims of a story tell it."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling import doers


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("最先趕到的是消防艇。", "第一个到现场的是一条渔船。"),
        ("第一個報警的是對面的理髮店老闆。", "率先报警的其实是楼上的租客。"),
        ("最早發現冒煙的是守衛。", "是一个送奶工最先看到火光的。"),
        ("調查由副縣長葉荻主持。", "牵头的是省体育局。"),
        ("她的工作由副院長唐勉接手。", "接替她的是从外地回来的卢承。"),
        ("最先停工的是城东纸厂。", "第一个停工的是河口的两座砖窑。"),
        ("最先通報的是雲溪國小。", "第一个上报的是湖口国中 一个班病了十四个。"),
    ],
)
def test_another_one_did_it(a: str, b: str) -> None:
    """Only one can be the first to come, to tell or to see; an inquiry has one head, a post one successor."""
    assert doers.apart(Pair(features_of(a), features_of(b))) is not None
    assert doers.apart(Pair(features_of(b), features_of(a))) is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("第一个到的是警察。", "最早到達的是員警。"),
        ("第一个发言的是市长。", "最先離開的是祕書。"),
        ("調查由副縣長葉荻主持。", "牵头的是叶荻。"),
        ("小组由她本人带队。", "帶隊的是隊長王芳。"),
        ("最先趕到的是消防艇。", "后来赶到的是一条渔船。"),
    ],
)
def test_the_same_or_another_deed(a: str, b: str) -> None:
    """The same one in another word, another deed, somebody who is not named: no clash."""
    assert doers.apart(Pair(features_of(a), features_of(b))) is None
