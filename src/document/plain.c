/* SPDX-License-Identifier: Apache-2.0
 *
 * plain: see plain.h. Reports come as text in three habits, often mixed in one file: a paragraph a line with empty lines
 * between, a paragraph a line without them, and paragraphs broken at about 80 columns by a mail program or an editor.
 *
 *   text   -> groups   lines with no empty line between them, at most GROUP_MOST
 *   group  -> pieces   lines that belong together: one paragraph, heading or item
 *   piece  -> block    its kind, by its length, its marks at the front and its end
 *
 * Whether two lines belong together (joins) is asked only inside a group. A group counts as wrapped to a width when most of its
 * lines could not have taken the first word of the next line; a small group takes the width of the rest of the text.
 *
 * Invariants: 1. every line that is not blank is in exactly one block; what is furniture is kept as such. 2. When the kind is in
 * doubt it is a paragraph. 3. Each line is looked at a bounded number of times; only lines under SHORT_MOST bytes in detail.
 */
#include "plain.h"

#include "line.h"
#include "marks.h"
#include "table.h"
#include "utf8.h"

enum {
    GROUP_MOST = 65535,  /* lines; also the most rows of a table */
    WRAP_LEAST = 50,     /* columns */
    WRAP_MOST = 130,
    WRAP_SLACK = 12,     /* columns that a wrapped line may be shorter than it had to be */
    HEADING_MOST = 130,  /* characters */
    CAPITALS_MOST = 300, /* characters of a heading in capitals */
    PROSE_LEAST = 120,   /* bytes of a sentence that ends a list of links */
    SAMPLE = 256 * 1024, /* bytes of the text that are asked for its width */
};

struct plain {
    struct str text;
    struct block_list *list;
    struct date_list *dates;
    struct {
        VEC_FIELDS(struct line);
    } group;
    uint32_t width;   /* columns that the text as a whole is wrapped to; 0: it is not */
    bool markdown;
    bool related;     /* inside a list of links */
    bool any_text;    /* a heading before any other text is the title */
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
        at = line_next(&l, p->text, at);
        if (l.start < l.end)
            *vec_push(p->list->arena, &p->group) = l;
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

/* What is still open at the end of a line: emphasis (an odd number of "**") and brackets. Long lines close what they open. */
struct open {
    bool emphasis;
    int brackets;
};

static struct open open_after(struct open o, struct str text, struct line l)
{
    if (l.end - l.start > 4 * WRAP_MOST) return (struct open){0};
    for (uint32_t i = l.start; i < l.end; i++) {
        char c = text.ptr[i];
        if (c == '(') o.brackets++;
        if (c == ')' && o.brackets > 0) o.brackets--;
        if (c != '*' || i + 1 == l.end || text.ptr[i + 1] != '*') continue;
        o.emphasis = !o.emphasis;
        i++;
    }
    return o;
}

/* A line that is known for what it is by its words never joins. */
static bool stands_alone(struct str text, struct line l)
{
    struct marks_line line;
    struct date day;
    if (l.end - l.start > PROSE_LEAST || !marks_line_make(&line, str_part(text, l.start, l.end))) return false;
    return marks_say(&line, MARK_USE_FURNITURE) || marks_say(&line, MARK_USE_RELATED) || marks_date_line(&day, &line);
}

/* Does line b go on with the piece whose first (when `only`) or last line is a, and that left `o` open? */
static bool joins(struct str text, struct line a, struct line b, bool only, struct open o, uint32_t width)
{
    uint32_t after;
    if (a.end - a.start > 4 * WRAP_MOST || stands_alone(text, a) || stands_alone(text, b)) return false;
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

static bool label_with_number(struct str s)
{
    for (size_t i = 0; i + 2 < s.len; i++)
        if (s.ptr[i] == ':' && s.ptr[i + 1] == ' ' && s.ptr[i + 2] >= '0' && s.ptr[i + 2] <= '9') return true;
    return false;
}

static uint8_t mark_level(enum line_mark mark)
{
    switch (mark) {
    case MARK_SECTION: return 1;
    case MARK_ROMAN: return 2;
    case MARK_NUMBER: return 3;
    case MARK_NESTED: return 4;
    case MARK_LETTER: return 5;
    case MARK_NONE:
    case MARK_BULLET: return 0;
    }
    return 0;
}

/* A short piece with no end of a sentence that stands for itself. */
static bool is_heading(struct str text, uint32_t start, uint32_t end, enum line_mark mark, uint32_t after, bool bold)
{
    struct str s = str_part(text, start, end);
    enum line_ending ending = line_ending(text, start, end);
    if (mark == MARK_BULLET || ending == ENDS_SENTENCE || ending == ENDS_PAUSE || s.ptr[0] == '(') return false;
    if (ending == ENDS_COLON && mark == MARK_NONE && !bold) return false;
    if (mark == MARK_SECTION && after == end) return true;
    bool capitals = s.len <= 4 * CAPITALS_MOST && line_all_upper(text, after, end);
    if (utf8_length(s) > (capitals ? CAPITALS_MOST : HEADING_MOST)) return false;
    if (capitals || bold) return true;
    size_t len;
    uint32_t c = utf8_decode(text, after, &len);
    if (!line_starts_upper(text, after, end) && !(c >= '0' && c <= '9' && mark == MARK_NONE)) return false;
    return !label_with_number(s);
}

static void date_line_add(struct plain *p, struct date d, uint32_t start, uint32_t end)
{
    if (p->dates->len == DOCUMENT_DATES_MAX) return;
    *vec_push(p->list->arena, p->dates) = (struct document_date){d, DOCUMENT_DATE_LINE, str_part(p->text, start, end)};
}

/* Furniture and captions: what the words of a short piece say. BLOCK_KINDS when they say nothing. */
static enum block_kind kind_by_words(struct plain *p, uint32_t start, uint32_t end)
{
    struct marks_line line;
    struct date day;
    struct str s = str_part(p->text, start, end);
    if (!marks_line_make(&line, s)) return BLOCK_KINDS;
    if (marks_date_line(&day, &line)) {
        date_line_add(p, day, start, end);
        return BLOCK_FURNITURE;
    }
    if (marks_say(&line, MARK_USE_RELATED)) {
        p->related = true;
        return BLOCK_FURNITURE;
    }
    if (s.len <= 2 * PROSE_LEAST && line_ending(p->text, start, end) != ENDS_SENTENCE && marks_say(&line, MARK_USE_FURNITURE))
        return BLOCK_FURNITURE;
    if (marks_say(&line, MARK_USE_CAPTION) || marks_say(&line, MARK_USE_CREDIT)) return BLOCK_CAPTION;
    return BLOCK_KINDS;
}

/* Inside a list of links everything is furniture until prose or a numbered heading comes back. */
static bool still_related(struct plain *p, uint32_t start, uint32_t end, enum line_mark mark)
{
    struct str s = str_part(p->text, start, end);
    bool prose = s.len >= PROSE_LEAST && line_ending(p->text, start, end) == ENDS_SENTENCE && !str_ends(s, STR("..."));
    if (prose || mark == MARK_ROMAN || mark == MARK_SECTION) p->related = false;
    return p->related;
}

static bool has_words(struct str s)
{
    size_t len;
    for (size_t i = 0; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if ((c >= '0' && c <= '9') || c == '%' || utf8_is_letter(c) || c >= 0x250) return true;
    }
    return false;
}

static void piece_add(struct plain *p, uint32_t start, uint32_t end, bool crowded)
{
    uint32_t after;
    struct block b = {.kind = BLOCK_PARAGRAPH};
    uint8_t hashes = 0;
    if (p->text.ptr[start] == '#') {
        while (hashes < 6 && start + hashes < end && p->text.ptr[start + hashes] == '#') hashes++;
        start += hashes;
        line_trim(p->text, &start, &end);
    }
    bool bold = line_strip_emphasis(p->text, &start, &end);
    b.start = start;
    b.end = end;
    enum line_mark mark = line_mark(p->text, start, end, &after);
    enum block_kind said = kind_by_words(p, start, end);
    if (said != BLOCK_KINDS) {
        b.kind = (uint8_t)said;
    } else if (!has_words(str_part(p->text, start, end))) {
        b.kind = BLOCK_FURNITURE; /* a rule of dashes, stars, an empty picture */
    } else if (p->related && still_related(p, start, end, mark)) {
        b.kind = BLOCK_FURNITURE;
    } else if (hashes || is_heading(p->text, start, end, mark, after, bold)) {
        b.kind = !hashes && crowded && mark == MARK_NONE && !bold ? BLOCK_PARAGRAPH : BLOCK_HEADING;
        b.level = hashes ? hashes : mark_level(mark);
        if (b.kind == BLOCK_HEADING && !p->any_text && b.level == 0) b.level = 1;
    } else if (mark != MARK_NONE && mark != MARK_SECTION) {
        b.kind = BLOCK_LIST_ITEM;
    }
    p->any_text |= b.kind != BLOCK_FURNITURE && b.kind != BLOCK_CAPTION;
    block_add(p->list, b);
}

/* Three short lines one under the other with no empty line are a list without marks, not three headings. */
static bool is_crowded(struct plain *p, size_t i)
{
    size_t near_by = 0;
    for (size_t k = i < 2 ? 0 : i - 2; k < p->group.len && k <= i + 2; k++) {
        struct line l = p->group.at[k];
        near_by = l.end - l.start <= 2 * PROSE_LEAST && line_ending(p->text, l.start, l.end) == ENDS_OPEN ? near_by + 1 : 0;
        if (near_by >= 3) return true;
    }
    return false;
}

static void group_pieces(struct plain *p, size_t from, size_t to)
{
    uint32_t width = 0;
    if (to - from > 1) {
        width = group_width(p->text, p->group.at + from, to - from);
        if (width == 0) width = p->width;
    }
    size_t refused = 0;
    for (size_t i = from; i < to;) {
        size_t k = to - from < 2 ? i : table_take(p->list, (struct table_lines){p->group.at, to}, i, &refused);
        if (k > i) {
            p->any_text = true;
            i = k;
            continue;
        }
        k = i + 1;
        uint32_t start = p->group.at[i].start;
        struct open o = k < to ? open_after((struct open){0}, p->text, p->group.at[i]) : (struct open){0};
        while (k < to && joins(p->text, p->group.at[k - 1], p->group.at[k], k == i + 1, o, width))
            o = open_after(o, p->text, p->group.at[k++]);
        piece_add(p, start, p->group.at[k - 1].end, k == i + 1 && is_crowded(p, i));
        i = k;
    }
}

void plain_blocks(struct block_list *list, struct date_list *dates, bool markdown)
{
    struct plain p = {.text = list->text, .list = list, .dates = dates, .markdown = markdown};
    p.width = sample_width(&p);
    for (uint32_t at = 0, stop = (uint32_t)p.text.len; at < stop && !list->too_many;) {
        at = group_read(&p, at, stop);
        group_pieces(&p, 0, p.group.len);
    }
}
