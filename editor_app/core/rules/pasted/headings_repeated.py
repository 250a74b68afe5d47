"""The same headings stand twice, one after the other.

Below them stands at least one paragraph twice as well, so a part of the text
may have been written again.

Bad:
    ---
    title: Spring
    ---

    ## Soil

    Dig it over.

    ## Seed

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    ## Water

    In the evening.

    ## Soil

    Dig it again, deeper.

    ## Seed

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    ## Water

    Not at noon.

    The first frost came late, and with it a week of fog that nobody could see the end of. We sat by the stove, read what we had put aside in summer, and wrote lists of seeds which were far too long for so small a piece of land, as every year, and which we kept all the same.

    In the village they say that a garden is never finished, and whoever says so means it as a comfort. We have put the list on the door of the shed, next to the one from last year, of which not even half is crossed out, and next to the key that nobody has ever needed so far.

    The neighbours have begun to build a wall of dry stones along the brook, and every evening somebody stops and gives them advice. They listen to it, nod, pour out a glass of cider for the guest, and lay the next stone just as they had wanted to lay it before he came along the path.
Good:
    ---
    title: Spring
    ---

    ## Soil

    Dig it over.

    ## Seed

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    ## Water

    In the evening.
"""  # noqa: E501

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "headings-repeated"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for copy in post.repeats.headings:
        yield post.report(
            ID,
            SEVERITY,
            copy.second,
            "These headings stand twice: first in line {line}",
            related=(Related(copy.first, post.say("Here it stands first")),),
            line=post.lines.position(copy.first.start).line,
        )
