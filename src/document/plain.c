/* SPDX-License-Identifier: Apache-2.0
 *
 * plain: see plain.h. Reports come as text in three habits, often mixed in one file: a paragraph a line with empty
 * lines between, a paragraph a line without them, and paragraphs broken at about 80 columns by a mail program or an
 * editor.
 *
 *   text   -> groups   lines with no empty line between them, at most GROUP_MOST
 *   group  -> pieces   lines that belong together: one paragraph, heading or item
 *   piece  -> block    its kind (piece.c)
 *
 * Whether two lines belong together (joins) is asked only inside a group. A group counts as wrapped to a width when
 * most of its lines could not have taken the first word of the next line; a small group takes the width of the rest of
 * the text.
 *
 * Invariants: 1. every line that is not blank is in exactly one block; what is furniture is kept as such. 2. Each line
 * is looked at a bounded number of times; only short lines in detail.
 */
#include "plain.h"

#include "line.h"
#include "table.h"
#include "utf8.h"

enum {
    GROUP_MOST = 65535, /* lines; also the most rows of a table */
    WRAP_LEAST = 50,    /* columns */
    WRAP_MOST = 130,
    WRAP_SLACK = 12,     /* columns that a wrapped line may be shorter than it had to be */
    SAMPLE = 256 * 1024, /* bytes of the text that are asked for its width */
};

struct plain {
    struct str text;
    struct pieces *pieces;
    struct {
        VEC_FIELDS(struct line);
    } group;
    uint32_t width; /* columns that the text as a whole is wrapped to; 0: it is not */
    unsigned flags; /* of every piece */
};

static uint32_t columns(struct str text, struct line l)
{
    if (l.end - l.start > 4 * WRAP_MOST) return UINT32_MAX;
    return (uint32_t)utf8_length(str_part(text, l.start, l.end));
}

static uint32_t first_word_columns(struct str text, struct line l)
{
    struct str s = str_part(text, l.start, l.end);
    ptrdiff_t space = str_find_char(utf8_clip(s, 80), ' ');
    return (uint32_t)utf8_length(space < 0 ? utf8_clip(s, 80) : str_part(s, 0, (size_t)space));
}

/* True when `a` had no room for the first word of `b`, give or take. */
static bool full(struct str text, struct line a, struct line b, uint32_t width)
{
    return columns(text, a) + 1 + first_word_columns(text, b) + WRAP_SLACK > width;
}

/* The width that a group of lines is wrapped to; 0 when it is not, or too small to tell. */
static uint32_t group_width(struct str text, const struct line *at, size_t n)
{
    uint32_t width = 0, after;
    size_t pairs = 0, filled = 0, sentences = 0;
    if (n < 3) return 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = columns(text, at[i]);
        if (c > WRAP_MOST) return 0;
        if (c > width) width = c;
    }
    if (width < WRAP_LEAST) return 0;
    for (size_t i = 0; i + 1 < n; i++) {
        if (line_mark(text, at[i + 1].start, at[i + 1].end, &after) != MARK_NONE) continue;
        pairs++;
        filled += full(text, at[i], at[i + 1], width);
        sentences += line_ending(text, at[i].start, at[i].end) == ENDS_SENTENCE;
    }
    return pairs >= 2 && filled * 5 >= pairs * 3 && sentences * 3 <= pairs ? width : 0;
}

/* Reads lines from `at` to the next empty line. Returns the start of what follows. */
static uint32_t group_read(struct plain *p, uint32_t at, uint32_t stop)
{
    p->group.len = 0;
    while (at < stop && p->group.len < GROUP_MOST) {
        struct line l;
        at = line_next(&l, str_part(p->text, 0, stop), at);
        if (l.start < l.end)
            *vec_push(p->pieces->list->arena, &p->group) = l;
        else if (p->group.len)
            break;
    }
    return at;
}

static uint32_t sample_width(struct plain *p)
{
    uint32_t width = 0, stop = p->text.len < SAMPLE ? (uint32_t)p->text.len : SAMPLE;
    for (uint32_t at = 0; at < stop;) {
        at = group_read(p, at, stop);
        uint32_t w = group_width(p->text, p->group.at, p->group.len);
        if (w > width) width = w;
    }
    return width;
}

typedef uint8_t sixteen __attribute__((vector_size(16)));

/* True when none of sixteen bytes is a bracket or a star. */
static bool sixteen_closed(const char *p)
{
    sixteen b;
    memcpy(&b, p, sizeof b);
    sixteen opens = (sixteen)((b == '(') | (b == ')') | (b == '*'));
    uint64_t any[2];
    memcpy(any, &opens, sizeof any);
    return (any[0] | any[1]) == 0;
}

/* What is still open at the end of a line: emphasis (an odd number of "**") and brackets. Long lines close what they
 * open. */
struct open {
    bool emphasis;
    int brackets;
};

static struct open open_after(struct open o, struct str text, struct line l)
{
    if (l.end - l.start > 4 * WRAP_MOST) return (struct open){0};
    for (uint32_t i = l.start; i < l.end; i++) {
        while (l.end - i >= 16 && sixteen_closed(text.ptr + i)) i += 16;
        if (i == l.end) break;
        char c = text.ptr[i];
        if (c == '(') o.brackets++;
        if (c == ')' && o.brackets > 0) o.brackets--;
        if (c != '*' || i + 1 == l.end || text.ptr[i + 1] != '*') continue;
        o.emphasis = !o.emphasis;
        i++;
    }
    return o;
}

static bool stands_alone(struct str text, struct line *l)
{
    if (l->alone == 0) l->alone = (uint8_t)(1 + piece_stands_alone(text, l->start, l->end));
    return l->alone == 2;
}

/* Does line b go on with the piece whose first (when `only`) or last line is a, and that left `o` open? */
static bool joins(struct str text, struct line *first, struct line *second, bool only, struct open o, uint32_t width)
{
    uint32_t after;
    struct line a = *first, b = *second;
    if (a.end - a.start > 4 * WRAP_MOST || stands_alone(text, first) || stands_alone(text, second)) return false;
    enum line_ending ending = line_ending(text, a.start, a.end);
    bool wrapped = width && columns(text, b) <= WRAP_MOST;
    bool lower = line_starts_lower(text, b.start, b.end), full_line = wrapped && full(text, a, b, width);
    enum line_mark mark = line_mark(text, b.start, b.end, &after);
    if (mark != MARK_NONE) {
        if (mark != MARK_BULLET || ending != ENDS_OPEN || !full_line) return false;
        return line_starts_lower(text, after, b.end);
    }
    if (text.ptr[b.start] == '|' || text.ptr[b.start] == '#' || text.ptr[b.start] == '[') return false;
    if (text.ptr[a.end - 1] == ',' || o.emphasis || o.brackets) return true;
    if (lower && (ending == ENDS_OPEN || wrapped)) return true;
    if (wrapped && b.indent > a.indent + 1 && ending != ENDS_OPEN) return false;
    if (full_line) return true;
    if (ending != ENDS_OPEN) return false;
    if (line_all_upper(text, a.start, a.end) && line_all_upper(text, b.start, b.end)) return true;
    /* The first line may be shorter than the rest: it was broken in another place before. */
    mark = line_mark(text, a.start, a.end, &after);
    return wrapped && only && (mark == MARK_BULLET || (mark == MARK_NONE && columns(text, a) * 2 > width));
}

/* Three short lines one under the other with no empty line are a list without marks, not three headings. */
static bool is_crowded(struct plain *p, size_t i)
{
    size_t near_by = 0;
    for (size_t k = i < 2 ? 0 : i - 2; k < p->group.len && k <= i + 2; k++) {
        struct line l = p->group.at[k];
        near_by = l.end - l.start <= 2 * PIECE_PROSE_LEAST && line_ending(p->text, l.start, l.end) == ENDS_OPEN
                      ? near_by + 1
                      : 0;
        if (near_by >= 3) return true;
    }
    return false;
}

static void group_pieces(struct plain *p)
{
    uint32_t width = 0;
    size_t to = p->group.len, refused = 0;
    if (to > 1) {
        width = group_width(p->text, p->group.at, to);
        if (width == 0) width = p->width;
    }
    for (size_t i = 0; i < to;) {
        size_t k = to < 2 ? i : table_take(p->pieces->list, (struct table_lines){p->group.at, to}, i, &refused);
        if (k > i) {
            p->pieces->any_text = true;
            i = k;
            continue;
        }
        k = i + 1;
        uint32_t start = p->group.at[i].start;
        struct open o = k < to ? open_after((struct open){0}, p->text, p->group.at[i]) : (struct open){0};
        while (k < to && joins(p->text, &p->group.at[k - 1], &p->group.at[k], k == i + 1, o, width))
            o = open_after(o, p->text, p->group.at[k++]);
        unsigned crowded = k == i + 1 && is_crowded(p, i) ? PIECE_CROWDED : 0;
        piece_add(p->pieces, start, p->group.at[k - 1].end, p->flags | crowded);
        i = k;
    }
}

void plain_lines(struct pieces *pieces, uint32_t start, uint32_t end, unsigned flags)
{
    struct plain p = {.text = pieces->text, .pieces = pieces, .flags = flags};
    while (start < end && !pieces->list->too_many) {
        start = group_read(&p, start, end);
        group_pieces(&p);
    }
}

void plain_blocks(struct pieces *pieces)
{
    struct plain p = {.text = pieces->text, .pieces = pieces};
    uint32_t stop = (uint32_t)p.text.len;
    p.width = sample_width(&p);
    for (uint32_t at = 0; at < stop && !pieces->list->too_many;) {
        at = group_read(&p, at, stop);
        group_pieces(&p);
    }
}
