#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# many_matters.py RECORD COUNT [SEED [CALENDAR]]: put so many matters of the kind task straight into the tables of a record in a file, so that
# lists and counts can be measured. They are in no journal: such a record is for measuring alone, and `verify` says so.
#
# Plausible, not uniform: a few units have much more to do than the others, most is done, some of it late, little is due each day, some has
# no due day; titles are made of few words, as titles are, and one in a thousand has a word that few have. The record must have the kind (one task
# given) and its units.
#
# With CALENDAR, a list of the working days YYYY-MM-DD in their order, all are under way and due by a rule, 5 to 30 working days after they were
# given in the last half year, so that reckoning anew can be measured.
import datetime
import functools
import random
import sqlite3
import sys

NO_DUE = 9999999
EPOCH_2026_07_01 = 20635
STATES = [('given', 'waiting', 'responsible', 0, 3), ('refused', 'waiting', 'giver', 0, 0.3), ('doing', 'open', 'responsible', 0, 8),
          ('submitted', 'open', 'giver', 0, 1.5), ('redo', 'open', 'responsible', 1, 1), ('paused', 'paused', 'giver', 0, 1),
          ('done', 'done', '', 0, 82), ('recalled', 'dropped', '', 0, 1.2), ('cancelled', 'dropped', '', 0, 2)]
VERBS = ['lap ke hoach', 'ra soat', 'kiem tra', 'bao cao ket qua', 'tham muu', 'to chuc', 'xu ly', 'don doc', 'cap nhat']
THINGS = ['chuyen doi so', 'trat tu do thi', 'phong chay chua chay', 'giai ngan dau tu cong', 'cai cach hanh chinh', 'ho so dat dai',
          'an toan thuc pham', 've sinh moi truong', 'ho ngheo', 'tiem chung', 'hem xuong cap', 'via he']


RARE = ['thanh long', 'ba dinh', 'hai chau', 'xuan dieu', 'nguyen du', 'le loi', 'phan xich long', 'dien bien phu']


@functools.lru_cache(None)
def day(n):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(n)).isoformat()


@functools.lru_cache(None)
def number_of(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


def main():
    path, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rng = random.Random(seed)
    calendar = open(sys.argv[4]).read().split() if len(sys.argv) > 4 else []
    db = sqlite3.connect(path)
    units = [row[0] for row in db.execute('SELECT code FROM unit ORDER BY code')]
    first, serial, version = db.execute('SELECT coalesce(max(id), 0) + 1, coalesce(max(serial), 0) + 1, max(version) FROM matter').fetchone()
    weights = [1 / (1 + i) ** 0.7 for i in range(len(units))]
    persons = ['can.bo.%d' % i for i in range(400)]
    state_weights = [s[4] for s in STATES]

    def rows():
        for i in range(count):
            state, group, waits, returned, _ = STATES[2] if calendar else rng.choices(STATES, state_weights)[0]
            unit = rng.choices(units, weights)[0]
            ended_day = group in ('done', 'dropped')
            opened = EPOCH_2026_07_01 - (rng.randrange(1100) if ended_day else min(int(rng.expovariate(1 / 60)), 1100))
            due = NO_DUE if rng.random() < 0.08 else opened + int(rng.choice((7, 15, 30, 30, 60, 90)) * (0.5 + rng.random()))
            clock = ''
            if calendar:
                at, term = rng.randrange(len(calendar) // 2), rng.choice((5, 7, 10, 15, 20, 30))
                opened, due = number_of(calendar[at]), number_of(calendar[at + term])
                clock = 'term=%d ngày làm việc; office=hanh-chinh; from=%sT%02d:%02d' % (
                    term, calendar[at], rng.randrange(8, 17), rng.randrange(60))
            ended = 0
            if ended_day:
                ended = min(EPOCH_2026_07_01, opened + 5 if due == NO_DUE else due + int(rng.gauss(-3, 6)))
                ended = max(ended, opened)
            title = '%s %s %d' % (rng.choice(VERBS), rng.choice(THINGS), rng.randrange(1000))
            if rng.random() < 0.001:
                title += ' ' + rng.choice(RARE)
            truth = 0 if group != 'done' or due == NO_DUE else 1 if ended < due else 2 if ended == due else 3
            number = 'NV-2026-%d' % (serial + i)
            person = rng.choice(persons)
            due_text = '' if due == NO_DUE else day(due)
            yield (first + i, 'task', version, 2026, serial + i, number, title, state, group, waits, returned, unit, person,
                   'chu-tich', '', '', '', 0, '', '', '{}', day(opened), day(opened), due_text, due_text, '', clock, day(ended) if ended else '',
                   due, ended, truth, truth, 1, ' ' + ' '.join(('%s %s %s' % (number.lower().replace('-', ' '), title, person.replace('.', ' '))).split()), 1)

    # Indexes are made at the end, in their order: that is several times as fast.
    db.executescript('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000')
    indexes = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'matter' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        db.execute('DROP INDEX ' + name)
    db.executemany('INSERT INTO matter VALUES (' + ','.join('?' * 35) + ')', rows())
    for _, sql in indexes:
        db.execute(sql)
    db.execute('INSERT INTO matter_search (rowid, words) SELECT id, words FROM matter WHERE id >= ?', (first,))
    db.execute('DELETE FROM matter_count')
    db.execute("""INSERT INTO matter_count SELECT unit, kind, grp, CASE WHEN grp IN ('waiting', 'open') OR due_at = 9999999
        OR (grp = 'done' AND told = 0) THEN due_at ELSE 0 END AS d, truth, told, count(*) FROM matter GROUP BY 1, 2, 3, 4, 5, 6""")
    db.commit()


main()
