"""Lines a second of each helper that reads one line, on lines it accepts and on prose it must refuse.

    PYTHONPATH=src python benchmarks/helpers.py [HELPER ...]

Time is the process's own, the best of three rounds; the least that each must reach is 20,000,
also where all lines are of the dearest kind.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import NamedTuple

import newsparse

LEAST = 20_000
ROUNDS = 3
REPEATS = 40

PROSE = (
    "The rebels entered the city at dawn on Friday, and the army withdrew to the north, officials said.",
    "Two governors said on Tuesday that they would not run again — at least not this year.",
    "In Berlin brennen zwei Strommasten. Zehntausende sind seit dem Morgen ohne Strom.",
    "Some (many) people left early: the trains had stopped running at noon.",
    "Правительство утвердило новый порядок выплат, сообщил министр на встрече.",
    "国务院总理今天在人民大会堂会见了客人，双方进行了会谈。",
    "정부는 오늘 새로운 정책을 발표했다고 밝혔다.",
    "قال الوزير إن الحكومة ستعلن القرار يوم الأحد.",
)
DATELINES = (
    "HOMS, Syria, Dec 5 (Reuters) - Rebels advanced on the city.",
    "ST. LOUIS — A police chase ended in the river.",
    "Wiesbaden (dpa/lhe) - Der Landtag hat den Haushalt beschlossen.",
    "Madrid, 5 dic (EFE).- El Gobierno aprobó el decreto.",
    "МОСКВА, 5 дек — РИА Новости. Президент прибыл в город.",
    "新华社北京12月5日电（记者张三）国家统计局今天公布数据。",
    "(서울=연합뉴스) 홍길동 기자 = 정부는 오늘 발표했다.",
    "Berlin. In Berlin brennen zwei Strommasten.",
)
TIMESTAMPS = (
    "Published Fri, Apr 28 2023 2:23 PM EDT",
    "8:00 PM EST, Tue December 19, 2023",
    "18.07.2024, 11.08 Uhr",
    "Publié le 30/04/2024 - 16:00",
    "5 de dezembro de 2024 às 14:30",
    "Publicerad 23 okt 2025 kl 10.23 Uppdaterad kl 12.17",
    "5 декабря 2024, 14:30 МСК",
    "2024年04月24日23:52",
    "입력 : 2025-06-04 02:37:08",
    "٥ ديسمبر ٢٠٢٤",
    "vor 58 Minuten",
    "By Jane Doe December 6, 2024",
    "2024-08-08T08:00:00+0000",
)


BYLINES = (
    "By Jane Doe",
    "By Jane Doe and John Roe",
    "By JANE DOE, Associated Press",
    "Von Anna Berg und Tom Huber, Berlin",
    "Jane Doe, Staff Writer",
    "By Jane Doe December 6, 2024",
    "Автор: Иван Петров, Москва",
    "文/张三丰",
)
# No list of plain names and no date among them: each needs the whole grammar.
FULL_BYLINES = (
    "By JANE DOE, Associated Press",
    "Von Anna Berg und Tom Huber, Berlin",
    "Jane Doe, Staff Writer",
    "By Jane Doe in Beirut and John Roe in London",
    "Par Marie Dubois et Jean Martin avec AFP",
    "Text: Anna Berg Foto: Per Lund",
    "By Jane Doe | Reuters",
    "(Reporting by Jane Doe; Editing by Max Moe)",
    "Автор: Иван Петров, Москва",
    "di Anna Rossi, nostra inviata a Gaza",
    "By Jane Doe, Education Reporter, The Herald",
    "Por Redacción Deportes",
)


class Helper(NamedTuple):
    """A public helper and the lines it is measured on."""

    read: Callable[[str], object]
    """The helper, with its default arguments."""
    lines: tuple[str, ...]
    """Lines that it accepts and lines that it refuses."""


HELPERS = {
    "parse_timestamp": Helper(newsparse.parse_timestamp, TIMESTAMPS + PROSE),
    "parse_byline": Helper(newsparse.parse_byline, BYLINES + PROSE),
    "parse_byline in full": Helper(newsparse.parse_byline, FULL_BYLINES),
    "parse_dateline": Helper(newsparse.parse_dateline, DATELINES + PROSE),
}
"""The helpers by name, one of them also on lines that take its longest way."""


def rate(helper: Helper) -> float:
    """Return how many lines a second a helper reads."""
    for line in helper.lines:
        helper.read(line)
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(REPEATS):
            for line in helper.lines:
                helper.read(line)
        best = min(best, time.process_time() - start)
    return REPEATS * len(helper.lines) / best


def main(names: list[str]) -> int:
    """Print the rates and return 1 when one is below the least."""
    slow = 0
    for name in names or HELPERS:
        found = rate(HELPERS[name])
        slow |= found < LEAST
        print(f"{name:22}{found:12,.0f} lines/s{'' if found >= LEAST else '  TOO SLOW'}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
