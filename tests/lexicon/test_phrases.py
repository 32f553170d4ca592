"""What a block says by its words alone."""

from __future__ import annotations

import pytest

from newsparse.lexicon.phrases import genre_of, hint_of, is_section, kind_of
from newsparse.vocabulary import BoilerplateKind as Kind

KINDS = [
    ("News", Kind.SECTION_LABEL),
    ("Dismiss", Kind.DIALOG),
    ("×", Kind.DIALOG),
    ("SHARE", Kind.SHARE),
    ("4 minute read", Kind.READING_TIME),
    ("Lesezeit: 5 Min.", Kind.READING_TIME),
    ("12 Comments", Kind.COMMENTS),
    ("View 48 Photos", Kind.PLAYER),
    ("04:42", Kind.PLAYER),
    ("1 / 7", Kind.PAGINATION),
    ("- Advertisement -", Kind.ADVERTISEMENT),
    ("(Tekst gaat verder onder de foto.)", Kind.ADVERTISEMENT),
    ("Anzeige", Kind.ADVERTISEMENT),
    ("Read more: Crisis in the east", Kind.RELATED),
    ("ALSO READ | Brace for bad weather", Kind.RELATED),
    ("Lesen Sie auch: Was der Rat plant", Kind.RELATED),
    ("Les også: Her er rådet", Kind.RELATED),
    ("Meistgelesen", Kind.MOST_READ),
    ("アクセスランキング", Kind.MOST_READ),
    ("무단 전재 및 재배포 금지", Kind.COPYRIGHT),
    ("Pozostało jeszcze 89% artykułu", Kind.PAYWALL),
    ("الأكثر قراءة", Kind.MOST_READ),
    ("Читайте также: Что решил совет", Kind.RELATED),
    ("Reacties (12)", Kind.COMMENTS),
    ("Komentarze: 34", Kind.COMMENTS),
    ("Zugriffe: 412", Kind.READING_TIME),
    ("انتهای پیام", Kind.OTHER),
    ("Deel hierdie artikel", Kind.SHARE),
    ("Le tamén: O concello pecha a ponte", Kind.RELATED),
    ("Чытайце таксама: Савет закрыў мост", Kind.RELATED),
    ("Сите права се задржани", Kind.COPYRIGHT),
    ("Ən çox oxunanlar", Kind.MOST_READ),
    ("Пікірлер (2)", Kind.COMMENTS),
    ("Barcha huquqlar himoyalangan", Kind.COPYRIGHT),
    ("გაზიარება", Kind.SHARE),
    ("Կարդացեք նաև: Խորհուրդը փակեց կամուրջը", Kind.RELATED),
    ("Të gjitha të drejtat e rezervuara", Kind.COPYRIGHT),
    ("Darllenwch hefyd: Y cyngor yn cau'r bont", Kind.RELATED),
]

PROSE = [
    "Related industries fell by four percent.",
    "News of the fall of the city spread fast.",
    "Share prices rose on Friday, traders said.",
    "Die Anzeige gegen den Minister wurde am Montag bekannt.",
    "More than 20 people were hurt: the youngest was nine.",
    "He closed the door.",
    "Politics (2)",
    "Каментары да праекта закона прынялі ў панядзелак.",
    "Darllenwch y llythyr, meddai'r cynghorydd.",
    "Lexo librin para se të flasësh, tha ai.",
    "",
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_known_phrase(text: str, kind: Kind) -> None:
    """A block that equals a phrase or opens with a label is of its kind, in any case and language."""
    assert kind is kind_of(text)


@pytest.mark.parametrize("text", PROSE)
def test_kind_of_prose_is_none(text: str) -> None:
    """A sentence that holds such a word is nothing of the kind."""
    assert kind_of(text) in ({None} if text else {Kind.OTHER})


def test_hint_of_opening_words() -> None:
    """The opening words hint at a kind; they do not prove it."""
    assert hint_of("We use cookies on our website to give you more.") is Kind.CONSENT
    assert hint_of("© 2024 The Daily Post. All rights reserved.") is Kind.COPYRIGHT
    assert hint_of("The council met on Friday.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Odemkněte si celý rozhovor a archiv.",
        "Denne artikel er kun for betalende læsere.",
        "Sie möchten weiterlesen? Der Probemonat kostet nichts.",
        "Το άρθρο είναι διαθέσιμο μόνο για μέλη.",
    ],
)
def test_hint_of_knows_how_houses_bar_their_stories(text: str) -> None:
    """The words that open the bar before the rest of a story hint at a paywall, in many languages."""
    assert hint_of(text) is Kind.PAYWALL


def test_genre_of_label() -> None:
    """A genre label is known in many languages, and only as a whole."""
    assert genre_of("Opinion") == "opinion"
    assert genre_of("LIVE:") == "live"
    assert genre_of("Eilmeldung") == "breaking"
    assert genre_of("Liverpool") is None


def test_is_section_knows_common_names() -> None:
    """Common section names are known; a headline is none."""
    assert is_section("Wirtschaft")
    assert not is_section("Rebels enter the city")


@pytest.mark.parametrize("text", ["Listen · 3:52", "Artikel anhören (6 Min)", "Listen to this article (01:32 min)"])
def test_kind_of_takes_a_duration_behind_a_player_s_words(text: str) -> None:
    """How long a recording is belongs to the button that plays it."""
    assert Kind.PLAYER is kind_of(text)


@pytest.mark.parametrize("text", ["Listen (1984)", "Metropolis (1927)", "Monday 3:52", "Score 3:52"])
def test_kind_of_takes_no_other_figures_for_a_duration(text: str) -> None:
    """A year behind a title and a clock behind a day play nothing."""
    assert Kind.PLAYER is not kind_of(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("También puedes leer: Heladas en el altiplano", Kind.RELATED),
        ("Loe ka: Praam sõidab jälle", Kind.RELATED),
        ("Taip pat skaitykite: Keltas vėl plaukia", Kind.RELATED),
        ("Прочитајте још: Трајект поново плови", Kind.RELATED),
        ("Llegiu també: El transbordador torna", Kind.RELATED),
        ("Lasītākie", Kind.MOST_READ),
        ("Komentarji", Kind.COMMENTS),
        ("Publizitatea", Kind.ADVERTISEMENT),
        ("Kõik õigused kaitstud", Kind.COPYRIGHT),
    ],
)
def test_kind_of_knows_smaller_languages(text: str, kind: Kind) -> None:
    """Buttons and labels of languages with few readers are told as those of others are."""
    assert kind is kind_of(text)
