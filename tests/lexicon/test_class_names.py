"""What class names say of the elements that bear them."""

from __future__ import annotations

import pytest

from newsparse.lexicon import table
from newsparse.lexicon.class_names import is_called, kind_of_names
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
        ("qc-cmp2-container", BoilerplateKind.CONSENT),
        ("cmp-text", None),
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


@pytest.mark.parametrize(
    ("part", "names", "others"),
    [
        ("byline", ["article__by-line", "autor-name", "firma"], ["standby", "firmament"]),
        ("biography", ["bio", "author-card", "about_author"], ["author", "biology"]),
        ("caption", ["wp-caption-text", "bildunterschrift", "photo_desc"], ["photo", "description"]),
        ("picture_maker", ["photo-credit", "fotograf"], ["photogallery"]),
        ("kicker", ["c-kicker", "dachzeile", "pre-title"], ["title"]),
        ("deck", ["lead", "article-summary", "post__intro"], ["leader", "lead-image", "introduction", "summary-box"]),
        ("deck_surely", ["standfirst", "sub-headline", "dek"], ["desk", "deckard"]),
        ("section", ["section", "rubrik rubrique", "cat-links"], ["sections", "section-title", "intersection"]),
        ("tags", ["post-tags", "topic", "tag-list"], ["stage", "tagesschau"]),
        (
            "apart",
            ["modal__body", "comment_body_17", "privacy-box"],
            ["commentary", "modality", "hentry category-privacy tag-cookies no-comments"],
        ),
        ("post", ["twitter-tweet", "social-embed", "embed-post"], ["poster"]),
    ],
)
def test_is_called(part: str, names: list[str], others: list[str]) -> None:
    """An element is called what it holds by a word, by a word's start or by what stands within its names."""
    assert names == [name for name in [*names, *others] if is_called(name, part)]


def test_is_called_by_any_of_several_parts() -> None:
    """Several parts are asked for at once; an element without names holds none."""
    assert is_called("related-stories", "post", "teaser")
    assert not is_called("related-stories", "post", "reply")
    assert not is_called("", "post", "reply")


def test_class_names_of_parts_are_patterns() -> None:
    """Each row says how its patterns are meant, and a plain word in it is what its elements are called."""
    for part, row in table("class_names")["parts"].items():
        assert row.keys() <= {"word", "start", "within", "unless_before"}, part
        entries = [entry for how in ("word", "start", "within") for entry in row.get(how, ())]
        assert entries, part
        assert len(set(entries)) == len(entries), part
        assert all(is_called(entry, part) for entry in entries if entry.isalpha()), part


def test_class_names_are_of_known_kinds() -> None:
    """Each row of the table is a kind of boilerplate with words in small letters, none of them twice."""
    rows = table("class_names")["boilerplate"]
    assert rows.keys() <= {kind.value for kind in BoilerplateKind}
    words = [word for row in rows.values() for word in row]
    assert len(set(words)) == len(words)
    assert [] == [word for word in words if not word.isalnum() or word != word.lower()]
