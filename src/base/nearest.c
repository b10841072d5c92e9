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

#include "arena.h"
#include "buf.h"
#include "utf8.h"

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

/* --- names in a message */

enum { TOLD_ROOM = 200, TOLD_MOST = 6 };

static struct str told(struct arena *a, const struct str *names, size_t count, bool more)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < count; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, names[i]);
    }
    if (more) buf_put(&b, STR(", …"));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str folded(struct arena *a, struct str s)
{
    struct buf b = buf_make(SIZE_MAX);
    utf8_fold_put(&b, s);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* Whether a word of some letters of the one stands in the other. */
static bool shares_word(struct str word, struct str name)
{
    enum { SHORT = 3 };
    while (word.len) {
        struct str_cut cut = str_cut(word, STR(" "));
        if (cut.head.len >= SHORT && str_has(name, cut.head)) return true;
        word = cut.tail;
    }
    return false;
}

static unsigned by_letters(struct str word, struct str name)
{
    return edit_distance(str_part(word, 0, least((unsigned)word.len, LONGEST)),
                         str_part(name, 0, least((unsigned)name.len, LONGEST)));
}

/* How far a name is from what was typed: nothing where it begins so, little where it has it or a word of it within,
 * else by letters, of a code or of the name that stands in brackets behind it. */
static unsigned unlike(struct arena *a, struct str word, struct str name)
{
    enum { WITHIN = 1, SHARES = 2, OTHER = 3 };
    struct str n = folded(a, name);
    struct str_cut cut = str_cut(n, STR(" ("));
    if (!word.len || str_starts(n, word)) return 0;
    if (str_has(n, word)) return WITHIN;
    if (shares_word(word, n)) return SHARES;
    return OTHER + least(by_letters(word, cut.head), cut.found ? by_letters(word, cut.tail) : FAR);
}

struct str nearest_told(struct arena *a, struct str word, const struct str *names, size_t count)
{
    size_t room = 0, shown = 0;
    struct str best[TOLD_MOST], asked = utf8_valid(word, NULL) ? folded(a, word) : STR("");
    unsigned far[TOLD_MOST];
    for (size_t i = 0; i < count; i++) room += names[i].len + 2;
    if (room <= TOLD_ROOM) return told(a, names, count, false);
    for (size_t i = 0; i < count; i++) {
        unsigned d = unlike(a, asked, names[i]);
        size_t at = shown < TOLD_MOST ? shown : TOLD_MOST;
        while (at > 0 && far[at - 1] > d) at--;
        if (at == TOLD_MOST) continue;
        if (shown < TOLD_MOST) shown++;
        for (size_t k = shown - 1; k > at; k--) {
            best[k] = best[k - 1];
            far[k] = far[k - 1];
        }
        best[at] = names[i];
        far[at] = d;
    }
    size_t fits = 0;
    for (room = 0; fits < shown && room + best[fits].len <= TOLD_ROOM; fits++) room += best[fits].len + 2;
    return told(a, best, fits, true);
}

struct str nearest_joined(struct arena *a, struct str word, struct str joined, struct str separator)
{
    struct {
        VEC_FIELDS(struct str);
    } names = {0};
    size_t first = 0;
    int depth = 0;
    if (joined.len <= TOLD_ROOM) return joined;
    for (size_t i = 0; i <= joined.len; i++) {
        bool end = i == joined.len;
        if (!end && joined.ptr[i] == '(') depth++;
        if (!end && joined.ptr[i] == ')') depth--;
        if (!end && (depth > 0 || !str_starts(str_from(joined, i), separator))) continue;
        *vec_push(a, &names) = str_part(joined, first, i);
        first = i + separator.len;
        i += end ? 0 : separator.len - 1;
    }
    return nearest_told(a, word, names.at, names.len);
}
