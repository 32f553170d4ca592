"""What class names say of the elements that bear them."""

from __future__ import annotations

import pytest

from newsparse.lexicon import table
from newsparse.lexicon.class_names import kind_of_names
from newsparse.vocabulary import BoilerplateKind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("share", BoilerplateKind.SHARE),
        ("c-article__recommendations", BoilerplateKind.RELATED),
        ("related-newsletter", BoilerplateKind.NEWSLETTER),
        ("site-footer:cookie/bar", BoilerplateKind.CONSENT),
        ("artikel-kommentare", BoilerplateKind.COMMENTS),
        ("story sponsoring", BoilerplateKind.ADVERTISEMENT),
        ("shared", None),
        ("shareholders", None),
        ("story__text", None),
        ("", None),
        (f"{'u-pad ' * 12}share", None),
    ],
)
def test_kind_of_names(names: str, kind: BoilerplateKind | None) -> None:
    """Words count whole or by their first six letters, the earlier row of the table wins, and what stands far behind is not read."""
    assert kind == kind_of_names(names)


def test_class_names_are_of_known_kinds() -> None:
    """Each row of the table is a kind of boilerplate with words in small letters, none of them twice."""
    rows = table("class_names")
    assert rows.keys() <= {kind.value for kind in BoilerplateKind}
    words = [word for row in rows.values() for word in row]
    assert len(set(words)) == len(words)
    assert [] == [word for word in words if not word.isalnum() or word != word.lower()]
