"""Bylines in Chinese, Japanese and Korean, which part words by marks, labels and titles and seldom by spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from newsparse.grammar.bylines.cjk_forms import is_paper, names_alone, posted_by, split_dots
from newsparse.grammar.bylines.cjk_words import HANGUL_NAME, cjk_words, family_name, is_name, titles_at_edges
from newsparse.grammar.bylines.lookup import is_city
from newsparse.grammar.bylines.people import Line, Party
from newsparse.vocabulary import ContributorKind, Role

__all__ = ["read_cjk"]

_PERSON = ContributorKind.PERSON
_HOUSES = frozenset((ContributorKind.DESK, ContributorKind.ORGANIZATION))
# What parts words: marks, spaces, and the middle dot where `split_dots` says so.
_CHUNK = re.compile(
    r"(?P<contact>[\w.+-]{1,64}@[\w.-]{1,80}|@[\w.]{1,40})"  # "a@b.kr"; not "a @"
    r"|(?P<text>[^\s，,；;。()（）【】\[\]［］〔〕「」：:／/|｜丨︱＝=、\-—–…▲△▶■◆●◎○◇□@]+)"  # "记者宋晨"; not "、"
)
_DAY = re.compile(r"(?:\d{1,2}月)?\d{1,2}日$")  # "4日"


def read_cjk(plain: str, dates: Sequence[tuple[int, int]], *, named: bool = False) -> Line | None:
    """Return what a line says, or `None` when it credits nobody."""
    if (line := names_alone(plain, named=named)) is not None:
        return line
    if "。" in plain[:-1] or "다." in plain or (plain[-1] == "。" and len(plain) > 20):
        return None  # a sentence
    return _Reader(plain, named).read(dates)


_SURE_NAME = 4  # signs of a Japanese name: words of three open with a family's name as well ("石川県")
_LONGEST_KOREAN = 3  # syllables of a Korean name, save where the family's has two


@define(eq=False)
class _Reader:
    """One pass over the chunks of a line."""

    plain: str
    named: bool
    line: Line = field(factory=Line)
    role: Role = Role.AUTHOR
    labelled: Role | None = None
    """The role of a label that nobody follows yet."""
    title: str | None = None
    employer: str | None = None
    place: str | None = None
    stop: int = 0
    strayed: bool = False
    """Whether a word was passed over that is nobody's name."""
    _introduced: bool = False

    def read(self, dates: Sequence[tuple[int, int]]) -> Line | None:
        """Return the line, or `None`."""
        position = 0
        for start, end in (*dates, (len(self.plain), len(self.plain))):
            for match in _CHUNK.finditer(self.plain, position, start):
                if match.lastgroup == "contact":
                    self.contact(match[0], match.end())
                    continue
                if self.is_dateline(match):
                    self.place = match[0]  # "워싱턴=홍길동 특파원", "パリ＝山田太郎"
                    continue
                for at, text in split_dots(match[0], match.start()):
                    self.chunk(text, at)
            position = end
        people = self.line.people
        if dates and not self._introduced and self.is_list():
            self._introduced = self.line.lead = True
            self.line.start = people[0].start
        if not self.named and not self._introduced:
            # nothing introduces anybody: who has no title, and nobody with one beside, is some other word
            last = max((k for k, person in enumerate(people) if person.title or person.kind is not _PERSON), default=-1)
            del people[last + 1 :]
            if sum(1 for person in people if person.title is None) > len(people) / 2:
                people[:] = [person for person in people if person.title or person.kind is not _PERSON]
        if not people and self.employer in cjk_words().agencies and self.employer == self.plain.strip(" ()（）【】[]|,，、.。-–—"):
            self.house(self.employer, self.plain.index(self.employer))  # an agency and nobody: "新华社"
            self.line.lead = True
        if not people or not (self.line.lead or self.named):
            return None
        self.line.start, self.line.end = self.line.start if self._introduced else people[0].start, self.stop
        return self.line

    def is_list(self) -> bool:
        """Whether a line is Japanese names and nothing else, as they stand beside a date: "佐々木健、中村葵 2024年5月2日"."""
        people = self.line.people
        if not people or self.strayed or self.place or self.employer or (len(people) == 1 and len(people[0].name) < _SURE_NAME):
            return False
        families = [family_name(person.name) if person.kind is _PERSON and person.title is None else None for person in people]
        return all(family is not None and len(family) > 1 for family in families) and not any(is_city(person.name) for person in people)

    def is_dateline(self, match: re.Match[str]) -> bool:
        """Whether a chunk is a place that opens the line before a sign of equality, and no label."""
        text, mark = match[0], self.plain[match.end() : match.end() + 1]
        if mark not in {"=", "＝"} or self.line.people or text in cjk_words().labels:
            return False
        if (mark == "＝" or not HANGUL_NAME.match(text)) and is_city(text):
            self.introduce(match.start())
        return bool(HANGUL_NAME.match(text)) or is_city(text)

    def contact(self, text: str, end: int) -> None:
        """Give an address to whom it follows."""
        if self.line.people:
            self.line.people[-1].contact += (text,)
            self.stop = end

    def introduce(self, at: int) -> None:
        """Note that a label or a title introduces people."""
        if not self._introduced and not self.line.people:
            self.line.start = at
            self._introduced = True
        self.line.lead = True

    def chunk(self, text: str, at: int) -> None:
        """Read a chunk: labels and titles at its head, titles at its end, a name between."""
        words = cjk_words()
        if text in words.noise or text in words.joins or text.isdigit():
            return
        people = self.line.people
        if text in words.titles and people and self.may_have_title(people[-1]) and self.plain[at - 1] in "(（" and at - people[-1].end < 2:
            people[-1].title = text  # "佐々木健（ライター）"
            self.line.lead, self.stop = True, at + len(text)
            return
        if (self.line.people and self.report(text, at)) or self.desk(text, at) or self.report(text, at) or self.agency(text, at):
            return
        if rest := self.without_label(text, at):
            at += len(text) - len(rest)
            text, rest = rest, self.without_title(rest, at)
            if rest:
                self.person(rest, at + len(text) - len(rest), self.title)

    def without_label(self, text: str, at: int) -> str:
        """Return a chunk without the label that it opens with, and note the label."""
        words = cjk_words()
        if self.employer and text.removeprefix(self.employer) in words.labels:
            text = text.removeprefix(self.employer)  # "每经记者 张三 每经编辑 李四"
        for label, role in words.labels.items() if text[0] in words.heads else ():
            rest = text[len(label) :]
            if not text.startswith(label) or (rest and (len(label) == 1 or not is_name(rest))):
                continue
            if text.startswith(tuple(title for title in words.titles if len(title) > len(label) and title.startswith(label))):
                continue  # "編集委員" is a title, "編集" a label
            slashed = self.plain[at - 1 : at] in _SLASHES and role is Role.AUTHOR  # "张三/文"
            if (role is Role.PHOTOGRAPHER or slashed) and not rest and self.is_signed(at, at + len(label)):
                self.line.people[-1].role = role  # "方晓 摄"
                self.line.lead = self._introduced = True
                self.line.start = self.line.people[0].start
            else:
                self.introduce(at)
                # "글·사진 윤서진": both are of one maker
                both = self.labelled is Role.AUTHOR and role is Role.PHOTOGRAPHER
                self.role = self.labelled = Role.AUTHOR if both else role
                self.title = None
                if self.line.people:
                    self.employer = None
            return rest
        return text

    def is_signed(self, at: int, end: int) -> bool:
        """Whether a label closes the line right behind somebody."""
        people = self.line.people
        return bool(people) and at - people[-1].end < 2 and not any(char.isalnum() for char in self.plain[end:])

    def without_title(self, text: str, at: int) -> str:
        """Return a chunk without the title that it opens or ends with, and note whose it is."""
        people = self.line.people
        for title in titles_at_edges(text) if self.may_hold_title(text) else ():
            if text.startswith(title) and text[len(title) :] in cjk_words().titles:
                title = text  # "政治部記者"
            rest = text[len(title) :]
            if not rest and text == title and people and self.may_share(at) and not self.title:
                self.share(title, at)  # "홍길동 기자"
                self.line.lead = True
                self.stop = at + len(title)
                return ""
            if text.startswith(title) and (not rest or is_name(rest) or self.without_report(rest) != rest):
                self.introduce(at)
                self.title, self.role = title, Role.AUTHOR
                return rest
            if text.endswith(title) and self.takes_title(text[: -len(title)], title, at):
                return ""
        return text

    def takes_title(self, before: str, title: str, at: int) -> bool:
        """Take a title for whom or what stands before it: a city, a house, a post, a name. Return whether it was one."""
        people, end = self.line.people, at + len(before) + len(title)
        if people and at - people[-1].end < 2 and is_city(before):
            self.share(title, at)  # "渡辺翔 ロンドン支局長"
            people[-1].place, self.line.lead, self.stop = before, True, end
            return True
        if not people and self.is_post(before, end):
            self.introduce(at)
            self.title, self.role = title, Role.AUTHOR
            return True
        if not is_name(before):
            return False
        self.line.lead = True
        self.share(title, at)
        self.person(before, at, title)
        self.stop = end
        return True

    def is_post(self, before: str, end: int) -> bool:
        """Note the place or the house before a title whose holder comes next. Return whether it is one."""
        if before and is_city(before):
            self.place = before  # "カイロ支局長 山田太郎"
        elif len(before) > 2 and before.endswith(cjk_words().houses):
            self.employer = before  # "新京报记者 田伟"
        elif (posted := posted_by(before)) is not None:
            self.employer, self.place = posted  # "本报驻美国记者 张三"
        elif is_paper(before, self.plain, end):
            self.employer = before  # "每经记者 张三"
        else:
            return False
        return True

    def share(self, title: str, at: int) -> None:
        """Give a title to those that stand before it in a row without one: "문지현·오세훈 기자"."""
        at = self.part_names(at)
        for person in reversed(self.line.people):
            between = self.plain[person.end : at]
            if person.title or len(between) > 2 or between.strip(" ,，、·・/") or person.kind is not _PERSON:
                return
            if person.role is not self.role:
                return
            person.title = title
            at = person.start

    def part_names(self, at: int) -> int:
        """Tell the house ahead of a Korean name, and the city beside it, from names; return where those before a title at `at` end.

        "이데일리 박서연 기자", "박서연 베이징 특파원"
        """
        people = self.line.people
        if len(people) > 1 and people[-1].kind in _HOUSES and at - people[-1].end < 2:
            desk = people.pop()  # "홍길동 경제부 기자"
            self.employer, at = desk.name, desk.start
        for person in people[::-1]:
            if person.title or person.kind is not _PERSON or not HANGUL_NAME.match(person.name):
                break
            alone = person is people[0] and at - person.end < 2
            if is_city(person.name) and not alone:
                self.place = person.name
            elif is_city(person.name[:-1]) and family_name(person.name) is None and not alone:
                self.employer = person.name  # "서울대"
            elif person is people[0] and not alone and len(person.name) > _LONGEST_KOREAN and family_name(person.name) is None:
                self.employer = person.name
            else:
                continue
            at = person.start if person is people[-1] else at
            people.remove(person)
        for person in people:
            if person.title is None:  # not of whom a title has closed: "홍길동 기자, 뉴욕=김철수 특파원"
                person.employer, person.place = person.employer or self.employer, person.place or self.place
        return at

    def may_have_title(self, person: Party) -> bool:
        """Whether somebody lacks a title."""
        return person.kind is _PERSON and person.title is None

    def may_share(self, at: int) -> bool:
        """Whether a title at `at` is of whom it follows, or of who stands before a part of the newsroom: "홍길동 *경제부* 기자"."""
        people = self.line.people
        before = people[-2] if len(people) > 1 and people[-1].kind in _HOUSES else people[-1]
        return self.may_have_title(before) and at - people[-1].end < 2

    def may_hold_title(self, text: str) -> bool:
        """Whether a chunk has a character that titles end with."""
        return not cjk_words().title_marks.isdisjoint(text)

    def desk(self, text: str, at: int) -> bool:
        """Read a part of a newsroom. Return whether it was one."""
        desk = next((desk for desk in cjk_words().desks if text.endswith(desk)), None)
        if desk is None or len(text) > 20:
            return False
        self.line.lead = True
        self.line.people.append(Party(text, at, at + len(text), ContributorKind.DESK, self.role))
        self.stop = at + len(text)
        return True

    def is_reporter(self, text: str) -> bool:
        """Whether what stands before a word for a report is its reporter, as nobody else is named: three signs, a family name first."""
        return (
            len(text) == 3 and family_name(text) is not None and not is_city(text) and not any(p.kind is _PERSON for p in self.line.people)
        )

    def report(self, text: str, at: int) -> bool:
        """Read the place of a report ("台北報導"), or its reporter. Return whether it was one."""
        end = next((end for end in cjk_words().reports if text.endswith(end)), None)
        if end is None or not (1 < len(text) - len(end) < 6 or (text == end and len(end) > 1)):
            return False
        if not self.line.people and text.startswith(cjk_words().titles):
            return False  # "記者王小明綜合報導"
        if self.is_reporter(text[: -len(end)]):
            self.introduce(at)
            self.person(text[: -len(end)], at, self.title)
            return True  # "國際中心／林佳穎報導"
        for person in self.line.people:
            person.place = person.place or text[: -len(end)] or None  # "綜合報導" says no place
        return True

    def agency(self, text: str, at: int) -> bool:
        """Read an agency, alone or before its reporter. Return whether nothing is left to read."""
        if text in cjk_words().agencies:
            if self.role is Role.SOURCE or self._introduced or self.named:
                self.house(text, at)
            else:
                self.employer = text
            return True
        house = next((house for house in cjk_words().agencies if text.startswith(house) and is_city(text[len(house) :])), None)
        if house is not None:
            self.employer, self.place = house, text[len(house) :]
            return True  # "新华社北京"
        own = next((own for own in cjk_words().ours if text.startswith(own) and is_city(text[len(own) :])), None)
        if own is not None:
            self.place = text[len(own) :]
            return True  # "本报北京"
        for title in cjk_words().titles if self.may_hold_title(text) else ():
            head, found, tail = text.partition(title)
            if found and head in cjk_words().agencies:
                self.employer = head
                self.introduce(at)
                self.title = title
                if tail:
                    self.person(tail, at + len(head) + len(title), title)
                return True
        return False

    def without_report(self, text: str) -> str:
        """Return a name without the place and the day of the report that it is glued to, and note the place: "林佳穎台北4日電"."""
        end = next((end for end in cjk_words().reports if text.endswith(end)), None)
        if end is None:
            return text
        rest = _DAY.sub("", text[: -len(end)])
        if is_name(rest) and family_name(rest) is not None and len(rest) < 4:
            return rest  # "許知行綜合報導"
        for length in (3, 2, 4):
            if is_name(rest[:length]) and is_city(rest[length:]):
                self.place = rest[length:]
                return rest[:length]
        return text

    def house(self, text: str, at: int) -> None:
        """Add a house."""
        self.line.people.append(Party(text, at, at + len(text), ContributorKind.ORGANIZATION, self.role, place=self.place))
        self.stop = at + len(text)

    def person(self, text: str, at: int, title: str | None) -> None:
        """Add somebody; a house where the word ends like one or the line gives its source."""
        role = self.role
        shot = next((end for end in cjk_words().shots if text.endswith(end) and len(text) - len(end) > 2), "")
        if shot and family_name(text[: -len(shot)]) is not None:
            text, role = text[: -len(shot)], Role.PHOTOGRAPHER  # "记者张小明摄", "山田太郎撮影"
            self.introduce(at)
        if self.role is Role.SOURCE or (len(text) > 2 and text.endswith(cjk_words().houses) and not title):
            if self.line.lead or self.named:
                self.house(text, at)
            elif not self.line.people:
                self.employer = text  # "[한국일보 강도현 기자]"
            elif self.may_have_title(self.line.people[-1]):
                self.house(text, at)  # "강도현 한국일보 기자"
            return
        if title and not is_name(text):
            text = self.without_report(text)
        if not is_name(text):
            self.strayed = True
            if not self.line.people and _HANGUL_HOUSE.match(text):
                self.employer = text  # "[머니투데이 홍길동 기자]"
            if self.named and 1 < len(text) <= 20:
                self.house(text, at)
            return
        people = self.line.people
        if people and people[-1].title and self.title and is_city(text):
            for person in people:
                person.place = person.place or text  # "本报记者 张三 发自 上海"
            return
        if people and people[-1].kind is ContributorKind.DESK and self.plain[people[-1].end : at] in _BEHIND_DESK and family_name(text):
            desk = people.pop()
            self.employer = desk.name  # "社会部・山田太郎"
            self.introduce(desk.start)
        party = Party(text, at, at + len(text), _PERSON, role, title, self.employer, self.place)
        self.labelled = None
        self.line.people.append(party)
        self.stop = at + len(text)


_HANGUL_HOUSE = re.compile("[\uac00-\ud7af]{5,8}$")  # "머니투데이"; not "홍길동"
_SLASHES = frozenset("／/｜|")
_BEHIND_DESK = frozenset("／/・· ")
