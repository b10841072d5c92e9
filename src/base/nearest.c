/* SPDX-License-Identifier: Apache-2.0
 *
 * nearest: see nearest.h. The distance is that of optimal string alignment; three rows of the table are enough, because
 * a swap looks two rows back:
 *
 *          s t a n d
 *        0 1 2 3 4 5
 *      s 1 0 1 2 3 4
 *      t 2 1 0 1 2 3
 *      n 3 2 1 1 1 2      "stn" -> "stand": 2
 */
#include "nearest.h"

enum { LONGEST = 40, FAR = 100 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned edit_distance(struct str a, struct str b)
{
    unsigned rows[3][LONGEST + 1];
    if (a.len > LONGEST || b.len > LONGEST) return FAR;
    for (unsigned j = 0; j <= b.len; j++) rows[0][j] = j;
    for (unsigned i = 1; i <= a.len; i++) {
        unsigned *now = rows[i % 3];
        const unsigned *before = rows[(i + 2) % 3], *two_before = rows[(i + 1) % 3];
        now[0] = i;
        for (unsigned j = 1; j <= b.len; j++) {
            unsigned change = before[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            now[j] = least(change, least(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
                now[j] = least(now[j], two_before[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

void nearest_try(struct nearest *n, struct str name)
{
    unsigned most = (unsigned)(n->word.len > 3 ? n->word.len / 3 : 1);
    unsigned d = edit_distance(n->word, name);
    if (n->word.len >= 2 && str_starts(name, n->word)) d = least(d, most);
    if (d > most || (n->best.len && d >= n->distance)) return;
    n->best = name;
    n->distance = d;
}
