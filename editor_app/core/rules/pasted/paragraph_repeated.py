"""A long paragraph stands twice.

Bad:
    ---
    title: Spring
    ---

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come. We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember. This year there will be a meadow, and no rows.

    The first frost came late, and with it a week of fog that nobody could see the end of. We sat by the stove, read what we had put aside in summer, and wrote lists of seeds which were far too long for so small a piece of land, as every year, and which we kept all the same.

    In the village they say that a garden is never finished, and whoever says so means it as a comfort. We have put the list on the door of the shed, next to the one from last year, of which not even half is crossed out, and next to the key that nobody has ever needed so far.

    The neighbours have begun to build a wall of dry stones along the brook, and every evening somebody stops and gives them advice. They listen to it, nod, pour out a glass of cider for the guest, and lay the next stone just as they had wanted to lay it before he came along the path.

    Since Monday the cranes have been flying over the house in the early morning, so high that one hears them for a long time before one sees them. The children count them and fight about the number, and the dog, who has seen them go in autumn as well, does not even raise his head.

    When the ground is warm enough for bare feet, the beans can go in, not earlier, whatever the packet says. We have made that mistake three times, with three kinds of beans, and each time the slugs were grateful, and each time the man in the shop sold us the second packet without a word.

    At the end of the month the water will be turned on again, and with it the pump, which has a mind of its own. It wants to be spoken to, my grandfather said, and nobody has found anything better since, neither the plumber from town nor the book that he left with us at the end of his visit.

    What remains is the question of the pond. It leaks, it is too small, it is in the wrong place, and the frogs love it more than anything else that we have made with our own hands; so it will stay as it is, and somebody will have to fill it with the can each evening, all summer long.

    On the last day of the month we sit on the bench for the first time, with coats and blankets, and look at what is done. It is not much, but the light is there until seven, the blackbird sings from the roof of the shed, and nobody says a word about what has to be done tomorrow morning.

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come. We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember. This year there will be a meadow, and no rows.
Good:
    ---
    title: Spring
    ---

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come. We have cut back the roses, tied up the raspberries, and carried the pots out of the cellar again, where the mice had left more of them than in any winter that we remember. This year there will be a meadow, and no rows.

    The first frost came late, and with it a week of fog that nobody could see the end of. We sat by the stove, read what we had put aside in summer, and wrote lists of seeds which were far too long for so small a piece of land, as every year, and which we kept all the same.

    In the village they say that a garden is never finished, and whoever says so means it as a comfort. We have put the list on the door of the shed, next to the one from last year, of which not even half is crossed out, and next to the key that nobody has ever needed so far.

    The neighbours have begun to build a wall of dry stones along the brook, and every evening somebody stops and gives them advice. They listen to it, nod, pour out a glass of cider for the guest, and lay the next stone just as they had wanted to lay it before he came along the path.

    Since Monday the cranes have been flying over the house in the early morning, so high that one hears them for a long time before one sees them. The children count them and fight about the number, and the dog, who has seen them go in autumn as well, does not even raise his head.

    When the ground is warm enough for bare feet, the beans can go in, not earlier, whatever the packet says. We have made that mistake three times, with three kinds of beans, and each time the slugs were grateful, and each time the man in the shop sold us the second packet without a word.

    At the end of the month the water will be turned on again, and with it the pump, which has a mind of its own. It wants to be spoken to, my grandfather said, and nobody has found anything better since, neither the plumber from town nor the book that he left with us at the end of his visit.

    What remains is the question of the pond. It leaks, it is too small, it is in the wrong place, and the frogs love it more than anything else that we have made with our own hands; so it will stay as it is, and somebody will have to fill it with the can each evening, all summer long.

    On the last day of the month we sit on the bench for the first time, with coats and blankets, and look at what is done. It is not much, but the light is there until seven, the blackbird sings from the roof of the shed, and nobody says a word about what has to be done tomorrow morning.
"""  # noqa: E501

from collections.abc import Iterator

from editor_app.core.body.removal import without_block
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit

ID = "paragraph-repeated"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for copy in post.repeats.single:
        edit = Edit(without_block(post.text, copy.second), "")
        yield post.report(
            ID,
            SEVERITY,
            copy.second,
            "This paragraph stands twice: first in line {line}",
            fixes=(post.fix("Remove the second copy", (edit,)),),
            related=(Related(copy.first, post.say("Here it stands first")),),
            line=post.lines.position(copy.first.start).line,
        )
