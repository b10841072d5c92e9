/* SPDX-License-Identifier: Apache-2.0
 *
 * html_message: a page (html.h) as bytes that go through the pipe from the child that met the markup. All numbers are
 * little-endian, of fixed size, without padding:
 *
 *   8  "DHPAGE1\n"
 *   4  length of the text      4  pieces      4  length of the title      4  dates
 *   .  the text, the title
 *   .  dates:  1 source   4 length of the words   . the words
 *   .  pieces: 4 start  4 end  4 links  2 table  2 row  2 column  2 row span  2 column span  1 kind  1 level  1 flags
 *
 * The child may have been taken over by what it read, so the reader believes nothing: every length is checked against
 * what is left, and a page is refused when it breaks one of these:
 *
 *   1. text, title and words are valid UTF-8 without NUL
 *   2. pieces are not empty, in order, do not overlap, lie inside the text on whole characters
 *   3. kinds, levels, flags, sources are known; spans are at least 1
 *   4. the number of a table grows from piece to piece or stays; while it stays, row and column do not go back
 *   5. nothing is left over
 */
#include "html.h"

#include "buf.h"
#include "utf8.h"

enum { MAGIC = 8, COUNTS = 16, PIECE_BYTES = 25, WORDS_MOST = 1024 };

static const char MAGIC_BYTES[MAGIC + 1] = "DHPAGE1\n";

static void put_number(struct buf *b, uint32_t n, int bytes)
{
    for (int i = 0; i < bytes; i++) buf_char(b, (char)(n >> (8 * i)));
}

void html_page_write(struct buf *b, const struct html_page *page)
{
    buf_put(b, (struct str){MAGIC_BYTES, MAGIC});
    put_number(b, (uint32_t)page->text.len, 4);
    put_number(b, (uint32_t)page->piece_count, 4);
    put_number(b, (uint32_t)page->title.len, 4);
    put_number(b, (uint32_t)page->date_count, 4);
    buf_put(b, page->text);
    buf_put(b, page->title);
    for (size_t i = 0; i < page->date_count; i++) {
        buf_char(b, (char)page->dates[i].source);
        put_number(b, (uint32_t)page->dates[i].words.len, 4);
        buf_put(b, page->dates[i].words);
    }
    for (size_t i = 0; i < page->piece_count; i++) {
        const struct html_piece *p = &page->pieces[i];
        put_number(b, p->start, 4);
        put_number(b, p->end, 4);
        put_number(b, p->links, 4);
        put_number(b, p->table, 2);
        put_number(b, p->row, 2);
        put_number(b, p->column, 2);
        put_number(b, p->row_span, 2);
        put_number(b, p->column_span, 2);
        buf_char(b, (char)p->kind);
        buf_char(b, (char)p->level);
        buf_char(b, (char)p->flags);
    }
}

struct cursor {
    struct str left;
    bool broken; /* something was asked that is not there */
};

static uint32_t number(struct cursor *c, size_t bytes)
{
    uint32_t n = 0;
    if (c->left.len < bytes) {
        c->broken = true;
        return 0;
    }
    for (size_t i = 0; i < bytes; i++) n |= (uint32_t)(unsigned char)c->left.ptr[i] << (8 * i);
    c->left = str_from(c->left, bytes);
    return n;
}

static struct str words(struct cursor *c, uint32_t len)
{
    struct str s = str_part(c->left, 0, len);
    if (c->left.len < len || !utf8_valid(s, NULL) || (len && memchr(s.ptr, 0, len))) {
        c->broken = true;
        return STR("");
    }
    c->left = str_from(c->left, len);
    return s;
}

/* The first byte of a character, or the end of the text. */
static bool whole(struct str text, uint32_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static bool piece_read(struct html_piece *p, struct cursor *c)
{
    p->start = number(c, 4);
    p->end = number(c, 4);
    p->links = number(c, 4);
    p->table = (uint16_t)number(c, 2);
    p->row = (uint16_t)number(c, 2);
    p->column = (uint16_t)number(c, 2);
    p->row_span = (uint16_t)number(c, 2);
    p->column_span = (uint16_t)number(c, 2);
    p->kind = (uint8_t)number(c, 1);
    p->level = (uint8_t)number(c, 1);
    p->flags = (uint8_t)number(c, 1);
    return !c->broken;
}

static bool piece_good(const struct html_piece *p, struct str text, uint32_t after)
{
    if (p->start < after || p->start >= p->end || p->end > text.len || p->links > p->end) return false;
    if (!whole(text, p->start) || !whole(text, p->end)) return false;
    if (p->kind >= HTML_KINDS || p->level > 6 || (p->flags & ~HTML_FLAGS)) return false;
    return p->row_span >= 1 && p->column_span >= 1;
}

/* Promise 4, against the last piece that was in a table. */
static bool place_good(const struct html_piece *p, const struct html_piece *last)
{
    if (p->table == 0 || !last || p->table > last->table) return true;
    if (p->table < last->table) return false;
    return p->row > last->row || (p->row == last->row && p->column >= last->column);
}

static bool pieces_read(struct html_page *out, struct arena *a, struct cursor *c, uint32_t count)
{
    if (count > DOCUMENT_BLOCKS_MAX || c->left.len != (size_t)count * PIECE_BYTES) return false;
    struct html_piece *pieces = arena_array(a, struct html_piece, count);
    const struct html_piece *last = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (!piece_read(&pieces[i], c) || !piece_good(&pieces[i], out->text, i ? pieces[i - 1].end : 0)) return false;
        if (!place_good(&pieces[i], last)) return false;
        if (pieces[i].table) last = &pieces[i];
    }
    out->pieces = pieces;
    out->piece_count = count;
    return true;
}

bool html_page_read(struct html_page *out, struct arena *a, struct str message)
{
    struct cursor c = {.left = message};
    *out = (struct html_page){.text = STR(""), .title = STR("")};
    if (!str_starts(message, (struct str){MAGIC_BYTES, MAGIC}) || message.len < MAGIC + COUNTS) return false;
    c.left = str_from(message, MAGIC);
    uint32_t text = number(&c, 4), pieces = number(&c, 4), title = number(&c, 4), dates = number(&c, 4);
    if (title > WORDS_MOST || dates > DOCUMENT_DATES_MAX) return false;
    out->text = words(&c, text);
    out->title = words(&c, title);
    for (uint32_t i = 0; i < dates && !c.broken; i++) {
        uint32_t source = number(&c, 1), len = number(&c, 4);
        if (source >= DOCUMENT_DATE_SOURCES || len > WORDS_MOST) return false;
        out->dates[i] = (struct html_date){words(&c, len), (enum document_date_source)source};
    }
    out->date_count = dates;
    return !c.broken && pieces_read(out, a, &c, pieces);
}
