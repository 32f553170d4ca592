"""Sources of every sort: any bytes, any string, pages like a site's and texts like a newsroom's."""

from __future__ import annotations

from hypothesis import strategies as st

# Words and marks that send a parser down its special paths.
_WORDS = st.sampled_from(
    "By by BY Von Par Por De Di Автор بقلم 記者 Reporting Editing Updated Published Correction: Editor's Note Related: Subscribe"
    " News Dismiss Share Advertisement PARIS LONDON (AP) (Reuters) -- — – - | · • / December 6, 2024 Dec 6 06.12.2024 2024-12-06 9:05"
    " a.m. EST Uhr GMT 3 hours ago and & und y et , ; : . ! ? “ ” « » ( ) [ ] © 1. (a) * > # \u00a0 \u00ad \u200b \u200f \ufeff"
    " Jane Doe John O'Neill van der Berg Jr. PhD Staff Writer Reuters AFP Photo: Getty Images the a of in on said officials city"
    " मंगलवार 北京12月6日电 東京 МОСКВА, дек Ünal İ ß ﬁ é e\u0301 😀 &amp; &#8212; <b> </b> <p>".split(" ")
)
_GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "-\n", "\u2028", "\x0c", "  "])

anything = st.text(max_size=400)
"""Any characters, lone surrogates left out: a Python string may hold them, a file may not."""

surrogates = st.text(st.characters(), max_size=80)
"""Any characters, lone surrogates included."""

binary = st.binary(max_size=600)
"""Any bytes."""


@st.composite
def news(draw: st.DrawFn) -> str:
    """Return a text made of a newsroom's words, parted by every sort of gap."""
    parts = draw(st.lists(st.tuples(_WORDS, _GAPS), max_size=60))
    return "".join(word + gap for word, gap in parts)


_TAGS = st.sampled_from(
    "p div article section main aside header footer nav h1 h2 h3 ul ol li blockquote figure figcaption table tr td span a b strong em"
    " time small button form details summary pre center".split()
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        ' class="byline author"',
        ' class="headline" id="title"',
        ' class="share social"',
        ' class="article-body" itemprop="articleBody"',
        ' class="caption credit"',
        " hidden",
        ' style="display:none"',
        ' datetime="2024-12-06T09:05:00+01:00"',
        ' href="/author/jane-doe" rel="author"',
        ' itemprop="author" itemscope itemtype="https://schema.org/Person"',
        ' itemprop="datePublished" content="2024-12-06"',
        ' lang="de" dir="rtl"',
        " colspan=100000",
    ]
)
_VOID = st.sampled_from(["<br>", "<hr>", '<img src="a.jpg" alt="A view">', "<wbr>", "<!-- c -->", "<?x?>", "<input>", "</p>", "</div>"])
_HEADS = st.sampled_from(
    [
        "",
        "<title>A story of a bridge - The Example</title>",
        '<meta property="og:title" content="A story of a bridge"><meta name="author" content="Jane Doe">',
        '<meta property="article:published_time" content="2024-12-06T09:05:00Z"><html lang="en">',
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A story","author":[{"name":["Jane Doe"]}]}</script>',
        '<script type="application/ld+json">{"@graph":[null,{"@type":["NewsArticle"],"headline":7,"author":{"name":{"a":1}},}]};</script>',
        '<script type="application/ld+json">[[[{"@type":"NewsArticle","author":"null","datePublished":[]}</script>',
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return markup as a site might send it, well-formed or not."""
    out = [draw(_HEADS)]
    stack: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        step = draw(st.integers(0, 4))
        if step == 0:
            tag = draw(_TAGS)
            stack.append(tag)
            out.append(f"<{tag}{draw(_ATTRIBUTES)}>")
        elif step == 1 and stack:
            out.append(f"</{stack.pop()}>")
        elif step == 2:
            out.append(draw(_VOID))
        else:
            out.append(" ".join(draw(st.lists(_WORDS, max_size=8))))
    return "<html><body>" + "".join(out)


sources = st.one_of(anything, surrogates, binary, news(), pages())
"""A source of any sort."""

lines = st.one_of(anything, news().map(lambda text: " ".join(text.split())))
"""A printed line of any sort."""
