"""A section or a long run of paragraphs stands twice.

Three blocks or more, one after the other, stand in the text a second time.

Bad:
    ---
    title: Spring
    ---

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember.

    This year we want to try something else: instead of the long rows there will be a meadow, sown in March, mown in August, and left alone for the rest of the year by everybody but the bees.

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember.

    This year we want to try something else: instead of the long rows there will be a meadow, sown in March, mown in August, and left alone for the rest of the year by everybody but the bees.
Good:
    ---
    title: Spring
    ---

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember.

    This year we want to try something else: instead of the long rows there will be a meadow, sown in March, mown in August, and left alone for the rest of the year by everybody but the bees.
"""  # noqa: E501

from collections.abc import Iterator

from editor_app.core.body.removal import without_block
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit

ID = "section-pasted-twice"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for copy in post.repeats.sections:
        edit = Edit(without_block(post.text, copy.second), "")
        yield post.report(
            ID,
            SEVERITY,
            copy.second,
            "This section stands twice: first in line {line}"
            if copy.has_heading
            else "These paragraphs stand twice: first in line {line}",
            fixes=(post.fix("Remove the second copy", (edit,)),),
            related=(Related(copy.first, post.say("Here it stands first")),),
            line=post.lines.position(copy.first.start).line,
        )
