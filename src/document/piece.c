/* SPDX-License-Identifier: Apache-2.0
 *
 * piece: see piece.h. In this order, the first that holds:
 *
 *   furniture  a date of posting, a head of a list of links, words of a button or counter (data/document_marks.tsv)
 *   caption    «Ảnh: ...» at the front or as last sentence
 *   furniture  no letter and no digit; inside a list of links
 *   heading    '#', or short, with a capital or a number at the front, no end of a sentence, no "label: number"
 *   item       a mark at the front
 *   paragraph
 */
#include "piece.h"

#include "marks.h"
#include "utf8.h"

enum {
    HEADING_MOST = 130,  /* characters */
    CAPITALS_MOST = 300, /* characters of a heading in capitals */
};

void date_list_add(struct date_list *l, struct arena *a, struct document_date d)
{
    if (l->len < DOCUMENT_DATES_MAX) *vec_push(a, l) = d;
}

bool piece_is_prose(struct str text, uint32_t start, uint32_t end)
{
    if (end - start < PIECE_PROSE_LEAST || line_ending(text, start, end) != ENDS_SENTENCE) return false;
    return !str_ends(str_part(text, start, end), STR("..."));
}

bool piece_stands_alone(struct str text, uint32_t start, uint32_t end)
{
    struct marks_line line;
    struct date day;
    if (end - start > PIECE_PROSE_LEAST || !marks_line_make(&line, str_part(text, start, end))) return false;
    return marks_say(&line, MARK_USE_FURNITURE) || marks_say(&line, MARK_USE_RELATED) || marks_date_line(&day, &line);
}

/* "Dân số: 21.450 người" */
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
static bool is_heading(struct str text, uint32_t start, uint32_t end, enum line_mark mark, uint32_t after,
                       unsigned flags)
{
    struct str s = str_part(text, start, end);
    enum line_ending ending = line_ending(text, start, end);
    bool bold = flags & PIECE_BOLD;
    if (mark == MARK_BULLET || ending == ENDS_SENTENCE || ending == ENDS_PAUSE || s.ptr[0] == '(') return false;
    if (ending == ENDS_COLON && mark == MARK_NONE && !bold) return false;
    if (mark == MARK_SECTION && after == end) return true;
    bool capitals = s.len <= 4 * CAPITALS_MOST && line_all_upper(text, after, end);
    if (utf8_length(s) > (capitals ? CAPITALS_MOST : HEADING_MOST)) return false;
    if (capitals || bold) return true;
    if (mark == MARK_NONE && (flags & (PIECE_CROWDED | PIECE_PAGE))) return false;
    if (mark == MARK_LETTER && (flags & PIECE_PAGE)) return false;
    size_t len;
    uint32_t c = utf8_decode(text, after, &len);
    if (!line_starts_upper(text, after, end) && !(c >= '0' && c <= '9' && mark == MARK_NONE)) return false;
    return !label_with_number(s);
}

/* Furniture and captions: what the words of a short piece say. BLOCK_KINDS when they say nothing. */
static enum block_kind kind_by_words(struct pieces *p, uint32_t start, uint32_t end)
{
    struct marks_line line;
    struct date day;
    struct str s = str_part(p->text, start, end);
    if (!marks_line_make(&line, s)) return BLOCK_KINDS;
    if (marks_date_line(&day, &line)) {
        date_list_add(p->dates, p->list->arena, (struct document_date){day, DOCUMENT_DATE_LINE, s});
        return BLOCK_FURNITURE;
    }
    if (marks_say(&line, MARK_USE_RELATED)) {
        p->related = true;
        return BLOCK_FURNITURE;
    }
    bool sentence = line_ending(p->text, start, end) == ENDS_SENTENCE;
    if (s.len <= 2 * PIECE_PROSE_LEAST && !sentence && marks_say(&line, MARK_USE_FURNITURE)) return BLOCK_FURNITURE;
    if (marks_say(&line, MARK_USE_CAPTION) || marks_say(&line, MARK_USE_CREDIT)) return BLOCK_CAPTION;
    return BLOCK_KINDS;
}

/* Inside a list of links everything is furniture until prose or a numbered part comes back. */
static bool still_related(struct pieces *p, uint32_t start, uint32_t end, enum line_mark mark)
{
    if (mark == MARK_ROMAN || mark == MARK_SECTION || piece_is_prose(p->text, start, end)) p->related = false;
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

static void add(struct pieces *p, struct block b)
{
    p->any_text |= b.kind != BLOCK_FURNITURE && b.kind != BLOCK_CAPTION;
    block_add(p->list, b);
}

/* The hashes of a heading of Markdown, taken off; 0 when there are none. */
static uint8_t hashes(struct str text, uint32_t *start, uint32_t *end)
{
    uint32_t at = *start, stop = *end;
    while (at < stop && at - *start < 6 && text.ptr[at] == '#') at++;
    uint8_t n = (uint8_t)(at - *start);
    if (n == 0 || at == stop || (text.ptr[at] != ' ' && text.ptr[at] != '\t')) return 0;
    *start = at;
    line_trim(text, start, end);
    return n;
}

void piece_add(struct pieces *p, uint32_t start, uint32_t end, unsigned flags)
{
    uint32_t after;
    uint8_t marked = flags & PIECE_PAGE ? 0 : hashes(p->text, &start, &end);
    if (line_strip_emphasis(p->text, &start, &end)) flags |= PIECE_BOLD;
    struct block b = {.start = start, .end = end, .kind = flags & PIECE_ITEM ? BLOCK_LIST_ITEM : BLOCK_PARAGRAPH};
    enum line_mark mark = line_mark(p->text, start, end, &after);
    enum block_kind said = kind_by_words(p, start, end);
    if (said != BLOCK_KINDS) {
        b.kind = (uint8_t)said;
    } else if (!has_words(str_part(p->text, start, end))) {
        b.kind = BLOCK_FURNITURE; /* a rule of dashes, stars, an empty picture */
    } else if (p->related && still_related(p, start, end, mark)) {
        b.kind = BLOCK_FURNITURE;
    } else if (marked || (!(flags & PIECE_ITEM) && is_heading(p->text, start, end, mark, after, flags))) {
        b.kind = BLOCK_HEADING;
        b.level = marked ? marked : mark_level(mark);
        if (!p->any_text && b.level == 0) b.level = 1;
    } else if (mark != MARK_NONE && mark != MARK_SECTION) {
        b.kind = BLOCK_LIST_ITEM;
    }
    add(p, b);
}

void piece_add_as(struct pieces *p, uint32_t start, uint32_t end, enum block_kind kind, uint8_t level)
{
    enum block_kind said = kind == BLOCK_FURNITURE ? kind : kind_by_words(p, start, end);
    bool furniture = said == BLOCK_FURNITURE || !has_words(str_part(p->text, start, end));
    if (p->related && kind != BLOCK_FURNITURE && still_related(p, start, end, MARK_NONE)) furniture = true;
    if (furniture) kind = BLOCK_FURNITURE;
    add(p,
        (struct block){.start = start, .end = end, .kind = (uint8_t)kind, .level = kind == BLOCK_HEADING ? level : 0});
}
