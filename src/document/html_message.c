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

#include "message.h"

enum { MAGIC = 8, COUNTS = 16, PIECE_BYTES = 25, WORDS_MOST = 1024 };

static const char MAGIC_BYTES[MAGIC + 1] = "DHPAGE1\n";

void html_page_write(struct buf *b, const struct html_page *page)
{
    buf_put(b, (struct str){MAGIC_BYTES, MAGIC});
    message_put(b, (uint32_t)page->text.len, 4);
    message_put(b, (uint32_t)page->piece_count, 4);
    message_put(b, (uint32_t)page->title.len, 4);
    message_put(b, (uint32_t)page->date_count, 4);
    buf_put(b, page->text);
    buf_put(b, page->title);
    for (size_t i = 0; i < page->date_count; i++) {
        buf_char(b, (char)page->dates[i].source);
        message_put(b, (uint32_t)page->dates[i].words.len, 4);
        buf_put(b, page->dates[i].words);
    }
    for (size_t i = 0; i < page->piece_count; i++) {
        const struct html_piece *p = &page->pieces[i];
        message_put(b, p->start, 4);
        message_put(b, p->end, 4);
        message_put(b, p->links, 4);
        message_put(b, p->table, 2);
        message_put(b, p->row, 2);
        message_put(b, p->column, 2);
        message_put(b, p->row_span, 2);
        message_put(b, p->column_span, 2);
        buf_char(b, (char)p->kind);
        buf_char(b, (char)p->level);
        buf_char(b, (char)p->flags);
    }
}

static bool piece_read(struct html_piece *p, struct message *c)
{
    p->start = (uint32_t)message_number(c, 4);
    p->end = (uint32_t)message_number(c, 4);
    p->links = (uint32_t)message_number(c, 4);
    p->table = (uint16_t)message_number(c, 2);
    p->row = (uint16_t)message_number(c, 2);
    p->column = (uint16_t)message_number(c, 2);
    p->row_span = (uint16_t)message_number(c, 2);
    p->column_span = (uint16_t)message_number(c, 2);
    p->kind = (uint8_t)message_number(c, 1);
    p->level = (uint8_t)message_number(c, 1);
    p->flags = (uint8_t)message_number(c, 1);
    return !c->broken;
}

static bool piece_good(const struct html_piece *p, struct str text, uint32_t after)
{
    if (p->start < after || p->start >= p->end || p->end > text.len || p->links > p->end) return false;
    if (!message_whole(text, p->start) || !message_whole(text, p->end)) return false;
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

static bool pieces_read(struct html_page *out, struct arena *a, struct message *c, uint32_t count)
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
    struct message c = {.left = message};
    *out = (struct html_page){.text = STR(""), .title = STR("")};
    if (!str_starts(message, (struct str){MAGIC_BYTES, MAGIC}) || message.len < MAGIC + COUNTS) return false;
    c.left = str_from(message, MAGIC);
    uint64_t text = message_number(&c, 4), pieces = message_number(&c, 4), title = message_number(&c, 4),
             dates = message_number(&c, 4);
    if (title > WORDS_MOST || dates > DOCUMENT_DATES_MAX) return false;
    out->text = message_words(&c, text);
    out->title = message_words(&c, title);
    for (uint32_t i = 0; i < dates && !c.broken; i++) {
        uint64_t source = message_number(&c, 1), len = message_number(&c, 4);
        if (source >= DOCUMENT_DATE_SOURCES || len > WORDS_MOST) return false;
        out->dates[i] = (struct html_date){message_words(&c, len), (enum document_date_source)source};
    }
    out->date_count = (size_t)dates;
    return !c.broken && pieces_read(out, a, &c, (uint32_t)pieces);
}
