/* SPDX-License-Identifier: Apache-2.0
 *
 * html_parse: see html.h. libxml2 tells of starts, ends and characters; no tree is built. A stack of open elements, the
 * mirror of libxml2's own, says what text means where it stands:
 *
 *   block element starts or ends   the piece that was begun is finished
 *   characters                     spaces become one, the piece grows; bytes inside a and b are counted
 *   br                             a line end in the piece; two of them finish it
 *   td, th                         the piece gets the place of its cell; a grid for each open table keeps rowspans
 *
 * Invariants: 1. the stack has at most DEPTH_MOST elements: deeper ones are closed as soon as they open (their text
 * belongs to the one around), which bounds libxml2's own stack too. Its time for an end tag grows with that stack, so
 * this is what keeps a page of nested tags linear. 2. Nothing here depends on the markup being right. 3. Pieces are in
 * order and never overlap.
 *
 * It does not run scripts, fetch anything or know style sheets.
 */
#include "html.h"

#include "buf.h"
#include "html_tags.h"
#include "marks.h"
#include "utf8.h"

#include <libxml/HTMLparser.h>

enum {
    DEPTH_MOST = 256,
    TABLES_OPEN_MOST = 16, /* tables in tables; deeper ones are no tables */
    COLUMNS_MOST = 512,
    COLUMN_SPAN_MOST = 100,
    HINT_MOST = 200, /* bytes of a class or id */
    META_MOST = 200, /* bytes of a title or date */
    SCRIPT_MOST = 16 * 1024,
};

struct element {
    const struct html_tag *tag; /* NULL: unknown, counts as inline */
    uint8_t flags;              /* of pieces inside, inherited */
    uint8_t level;              /* of the heading around; 0: none */
    uint8_t kind;               /* enum html_kind of pieces inside */
    bool skipped, link, bold, pre;
};

/* An open table. */
struct grid {
    uint16_t number; /* as the pieces have it; 0: too many tables */
    size_t first;    /* piece */
    uint32_t row, column;
    uint16_t row_span, column_span; /* of the open cell */
    uint32_t width;                 /* columns used so far, at most COLUMNS_MOST */
    bool in_row, in_cell, nested;   /* nested: holds another table */
    uint16_t busy[COLUMNS_MOST];    /* rows that a cell from above still takes */
};

struct builder {
    xmlParserCtxt *parser;
    struct arena *arena;
    struct buf text;
    struct {
        VEC_FIELDS(struct html_piece);
    } pieces;
    struct html_page *page;
    struct element stack[DEPTH_MOST + 2];
    size_t depth;
    struct grid *grids;
    size_t grid_count, tables_beyond; /* beyond: open tables deeper than are kept */
    uint32_t start, links, bold;      /* of the piece that is being made */
    uint16_t tables;
    bool space, too_many, in_title, in_json;
    struct buf title, json;
};

static const struct element *top(const struct builder *b)
{
    static const struct element nothing;
    return b->depth ? &b->stack[b->depth - 1] : &nothing;
}

static struct grid *grid_of(struct builder *b)
{
    return b->grid_count && b->tables_beyond == 0 ? &b->grids[b->grid_count - 1] : NULL;
}

/* --- pieces ------------------------------------------------------------------------------------------------------- */

static void piece_place(struct builder *b, struct html_piece *p)
{
    struct grid *g = grid_of(b);
    if (!g || !g->in_cell || g->number == 0 || g->row > UINT16_MAX) return;
    p->table = g->number;
    p->row = (uint16_t)g->row;
    p->column = (uint16_t)g->column;
    p->row_span = g->row_span;
    p->column_span = g->column_span;
}

static void piece_finish(struct builder *b)
{
    const struct element *e = top(b);
    size_t end = b->text.len;
    while (end > b->start && (b->text.ptr[end - 1] == ' ' || b->text.ptr[end - 1] == '\n')) end--;
    b->space = false;
    if (end == b->start) {
        b->text.len = b->start;
        return;
    }
    struct html_piece p = {.start = b->start, .end = (uint32_t)end, .links = b->links, .row_span = 1, .column_span = 1};
    p.kind = e->kind;
    p.level = e->kind == HTML_HEADING ? e->level : 0;
    p.flags = e->flags;
    if (b->bold >= end - b->start) p.flags |= HTML_BOLD;
    if (memchr(b->text.ptr + b->start, '\n', end - b->start)) p.flags |= HTML_BREAKS;
    piece_place(b, &p);
    b->text.len = end;
    buf_put(&b->text, STR("\n\n"));
    if (b->pieces.len == DOCUMENT_BLOCKS_MAX)
        b->too_many = true;
    else
        *vec_push(b->arena, &b->pieces) = p;
    b->start = (uint32_t)b->text.len;
    b->links = b->bold = 0;
}

static void line_break(struct builder *b)
{
    if (b->text.len == b->start) return;
    b->space = false;
    if (b->text.ptr[b->text.len - 1] == '\n') {
        piece_finish(b);
        return;
    }
    if (b->bold >= b->text.len - b->start) b->bold++; /* bold lines stay bold as a whole */
    buf_char(&b->text, '\n');
}

static void put_run(struct builder *b, const struct element *e, const char *s, size_t len)
{
    size_t before = b->text.len;
    if (b->space && before > b->start && b->text.ptr[before - 1] != '\n') buf_char(&b->text, ' ');
    b->space = false;
    buf_put(&b->text, (struct str){s, len});
    if (e->link) b->links += (uint32_t)(b->text.len - before);
    if (e->bold) b->bold += (uint32_t)(b->text.len - before);
}

static bool is_gap(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F;
}

static void put_text(struct builder *b, const struct element *e, const char *s, size_t len)
{
    for (size_t i = 0; i < len;) {
        if (e->pre && (s[i] == '\n' || s[i] == '\t' || s[i] == ' ')) {
            buf_char(&b->text, s[i++]);
            continue;
        }
        if (is_gap(s[i])) {
            b->space = true;
            i++;
            continue;
        }
        size_t start = i;
        while (i < len && !is_gap(s[i])) i++;
        put_run(b, e, s + start, i - start);
    }
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

static void table_start(struct builder *b)
{
    if (b->grid_count == TABLES_OPEN_MOST) {
        b->tables_beyond++;
        return;
    }
    if (b->grid_count) b->grids[b->grid_count - 1].nested = true;
    struct grid *g = &b->grids[b->grid_count++];
    *g = (struct grid){.number = b->tables < UINT16_MAX ? ++b->tables : 0, .first = b->pieces.len};
}

/* A table that holds another one arranges the page: its pieces are text. */
static void table_end(struct builder *b)
{
    if (b->tables_beyond) {
        b->tables_beyond--;
        return;
    }
    if (b->grid_count == 0) return;
    struct grid *g = &b->grids[--b->grid_count];
    for (size_t i = g->first; g->nested && i < b->pieces.len; i++)
        if (b->pieces.at[i].table == g->number) b->pieces.at[i].table = 0;
}

static void row_start(struct grid *g)
{
    if (g->in_row) g->row++;
    for (size_t c = 0; g->in_row && c < g->width; c++) g->busy[c] = (uint16_t)(g->busy[c] - (g->busy[c] > 0));
    g->in_row = true;
    g->in_cell = false;
    g->column = UINT32_MAX;
}

static uint32_t number_of(const xmlChar *s, uint32_t most)
{
    uint64_t n = 0;
    struct str digits = str_trim(str_of((const char *)s));
    if (!str_to_u64(&n, digits, most)) return digits.len && digits.ptr[0] >= '1' && digits.ptr[0] <= '9' ? most : 1;
    return n ? (uint32_t)n : 1;
}

static void cell_start(struct grid *g, const xmlChar **attributes)
{
    uint32_t rows = 1, columns = 1;
    for (; attributes && attributes[0]; attributes += 2) {
        if (!attributes[1]) continue;
        if (strcmp((const char *)attributes[0], "rowspan") == 0) rows = number_of(attributes[1], UINT16_MAX);
        if (strcmp((const char *)attributes[0], "colspan") == 0) columns = number_of(attributes[1], COLUMN_SPAN_MOST);
    }
    if (!g->in_row) row_start(g);
    uint32_t c = g->column == UINT32_MAX ? 0 : g->column + g->column_span;
    while (c < COLUMNS_MOST && g->busy[c]) c++;
    g->column = c < UINT16_MAX ? c : UINT16_MAX;
    g->row_span = (uint16_t)rows;
    g->column_span = (uint16_t)columns;
    g->in_cell = true;
    for (uint32_t i = c; i < c + columns && i < COLUMNS_MOST; i++) {
        g->busy[i] = (uint16_t)rows;
        if (i >= g->width) g->width = i + 1;
    }
}

/* --- what elements say -------------------------------------------------------------------------------------------- */

static struct str attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && attributes[0]; attributes += 2)
        if (attributes[1] && strcmp((const char *)attributes[0], name) == 0) return str_of((const char *)attributes[1]);
    return STR("");
}

/* Words of a class or id: "news-detail relatedBox" is news, detail, related, box. */
static uint32_t hint_uses(struct str value)
{
    uint32_t uses = 0;
    char word[32];
    size_t n = 0;
    value = utf8_clip(value, HINT_MOST);
    for (size_t i = 0; i <= value.len; i++) {
        char c = i < value.len ? value.ptr[i] : ' ', low = c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
        bool letter = low >= 'a' && low <= 'z', hump = letter && low != c && n && i && value.ptr[i - 1] >= 'a';
        if ((!letter || hump) && n) {
            uses |= marks_word((struct str){word, n});
            n = 0;
        }
        if (letter && n < sizeof word) word[n++] = low;
    }
    return uses;
}

static void date_put(struct builder *b, struct str words, enum document_date_source source)
{
    struct html_page *p = b->page;
    words = str_trim(words);
    if (words.len == 0 || words.len > META_MOST || p->date_count == DOCUMENT_DATES_MAX) return;
    p->dates[p->date_count++] = (struct html_date){str_copy(b->arena, words), source};
}

static bool names_publication(struct str name)
{
    static const char *const NAMES[] = {"published_time", "pubdate",      "datepublished",   "dc.date",
                                        "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date.created",
                                        "date",           "publish-date", "publishdate",     "creationdate"};
    char low[64];
    if (name.len >= sizeof low) return false;
    for (size_t i = 0; i < name.len; i++) low[i] = (char)utf8_lower_char((unsigned char)name.ptr[i]);
    struct str s = {low, name.len};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq(s, str_of(NAMES[i])) || (i == 0 && str_ends(s, str_of(NAMES[0])))) return true;
    return false;
}

static void read_meta(struct builder *b, const xmlChar **attributes)
{
    struct str content = attribute(attributes, "content"), property = attribute(attributes, "property");
    if (property.len == 0) property = attribute(attributes, "name");
    if (property.len == 0) property = attribute(attributes, "itemprop");
    if (names_publication(property)) date_put(b, content, DOCUMENT_DATE_META);
    if (str_eq(property, STR("og:title")) && content.len) {
        buf_clear(&b->title);
        buf_put(&b->title, utf8_clip(content, META_MOST));
        b->in_title = false;
    }
}

static void read_attributes(struct builder *b, struct element *e, const struct html_tag *tag,
                            const xmlChar **attributes)
{
    if (!attributes) return;
    uint32_t uses = hint_uses(attribute(attributes, "class")) | hint_uses(attribute(attributes, "id"));
    struct str style = attribute(attributes, "style");
    bool page = tag && (tag->role == TAG_PAGE);
    if (!page && (uses >> MARK_USE_PAGE_FURNITURE & 1)) e->flags |= HTML_HINTED;
    if (!page && (uses >> MARK_USE_PAGE_BODY & 1)) e->flags |= HTML_BODY;
    if (tag && tag->block && (uses >> MARK_USE_PAGE_CAPTION & 1)) e->kind = HTML_CAPTION;
    if (str_has(style, STR("display:none")) || str_has(style, STR("display: none"))) e->flags |= HTML_HINTED;
    if (str_eq(attribute(attributes, "itemprop"), STR("datePublished"))) {
        date_put(b, attribute(attributes, "content"), DOCUMENT_DATE_META);
        date_put(b, attribute(attributes, "datetime"), DOCUMENT_DATE_META);
    }
}

/* What the kind of element changes for the text inside. */
static void read_tag(struct builder *b, struct element *e, const struct html_tag *tag, const xmlChar **attributes)
{
    struct grid *g = grid_of(b);
    switch (tag->role) {
    case TAG_SKIP: e->skipped = true; break;
    case TAG_FURNITURE: e->flags |= HTML_FURNITURE; break;
    case TAG_HEADER:
        if (!(e->flags & HTML_BODY)) e->flags |= HTML_HINTED;
        break;
    case TAG_BODY: e->flags |= HTML_BODY; break;
    case TAG_HEADING:
        e->kind = HTML_HEADING;
        e->level = tag->level;
        break;
    case TAG_ITEM: e->kind = HTML_ITEM; break;
    case TAG_CAPTION: e->kind = HTML_CAPTION; break;
    case TAG_PRE:
        e->pre = true;
        e->kind = HTML_PRE;
        break;
    case TAG_LINK: e->link = true; break;
    case TAG_BOLD: e->bold = true; break;
    case TAG_BREAK: line_break(b); break;
    case TAG_TIME: date_put(b, attribute(attributes, "datetime"), DOCUMENT_DATE_TIME); break;
    case TAG_META: read_meta(b, attributes); break;
    case TAG_TITLE:
        e->skipped = true;
        b->in_title = b->title.len == 0;
        break;
    case TAG_SCRIPT:
        e->skipped = true;
        b->in_json = str_has(attribute(attributes, "type"), STR("ld+json"));
        break;
    case TAG_TABLE:
        table_start(b);
        e->kind = HTML_TEXT;
        break;
    case TAG_HEAD_ROWS: e->flags |= HTML_HEADER; break;
    case TAG_ROW:
        if (g) row_start(g);
        break;
    case TAG_HEAD_CELL: e->flags |= HTML_HEADER; [[fallthrough]];
    case TAG_CELL:
        if (g) cell_start(g, attributes);
        e->kind = HTML_TEXT;
        break;
    case TAG_PAGE:
    case TAG_BLOCK: break;
    }
}

/* The day in a script of linked data: "datePublished": "2024-02-15T15:15:00+07:00". */
static void read_json(struct builder *b)
{
    struct str s = buf_str(&b->json);
    ptrdiff_t at = str_find(s, STR("\"datePublished\""));
    if (at >= 0) {
        struct str_cut value = str_cut(str_from(s, (size_t)at + sizeof "\"datePublished\"" - 1), STR("\""));
        if (value.found) date_put(b, str_cut(value.tail, STR("\"")).head, DOCUMENT_DATE_META);
    }
    buf_clear(&b->json);
    b->in_json = false;
}

/* --- libxml2 tells ------------------------------------------------------------------------------------------------ */

static void close_one(struct builder *b)
{
    const struct html_tag *tag = top(b)->tag;
    struct grid *g;
    if (tag && tag->block) piece_finish(b);
    b->depth--;
    if (!tag) return;
    if (tag->role == TAG_TABLE) table_end(b);
    g = grid_of(b);
    if (g && (tag->role == TAG_CELL || tag->role == TAG_HEAD_CELL)) g->in_cell = false;
    if (tag->role == TAG_TITLE) b->in_title = false;
    if (tag->role == TAG_SCRIPT && b->in_json) read_json(b);
}

/* Closes what libxml2 has closed: the stacks are as deep as each other. */
static void close_to(struct builder *b, int depth)
{
    while (b->depth > (size_t)(depth < 0 ? 0 : depth)) close_one(b);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
    struct builder *b = user;
    xmlParserCtxt *p = b->parser;
    close_to(b, p->nameNr - 1);
    const struct html_tag *tag = html_tag_find(str_of((const char *)name));
    if (tag && tag->block) piece_finish(b);
    struct element e = *top(b);
    e.tag = tag;
    if (tag) read_tag(b, &e, tag, attributes);
    read_attributes(b, &e, tag, attributes);
    bool raw = tag && (tag->role == TAG_SCRIPT || tag->role == TAG_SKIP);
    if (b->depth < DEPTH_MOST || (raw && b->depth <= DEPTH_MOST)) {
        b->stack[b->depth++] = e;
        return;
    }
    /* Too deep: closed at once in both stacks, see the essay. A table that is not on the stack would never be
     * closed. */
    if (tag && tag->role == TAG_TABLE) table_end(b);
    if (p->nameNr > 1) {
        p->nameNr--;
        p->nameTab[p->nameNr] = NULL;
        p->name = p->nameTab[p->nameNr - 1];
    }
}

static void on_end(void *user, const xmlChar *name)
{
    struct builder *b = user;
    (void)name;
    close_to(b, b->parser->nameNr - 1);
}

static void on_characters(void *user, const xmlChar *s, int len)
{
    struct builder *b = user;
    close_to(b, b->parser->nameNr);
    const struct element *e = top(b);
    struct str text = {(const char *)s, len > 0 ? (size_t)len : 0};
    if (b->in_title) buf_put(&b->title, text);
    if (b->in_json) buf_put(&b->json, text);
    if (!e->skipped) put_text(b, e, text.ptr, text.len);
}

static void run_parser(struct builder *b, struct str html)
{
    htmlSAXHandler told = {.startElement = on_start,
                           .endElement = on_end,
                           .characters = on_characters,
                           .ignorableWhitespace = on_characters,
                           .cdataBlock = on_characters};
    enum { CHUNK = 1 << 20 };
    xmlInitParser();
    b->parser = htmlCreatePushParserCtxt(&told, b, "", 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!b->parser) return;
    htmlCtxtUseOptions(b->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                      HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    for (size_t at = 0; at < html.len && !b->too_many; at += CHUNK) {
        size_t n = html.len - at < CHUNK ? html.len - at : CHUNK;
        htmlParseChunk(b->parser, html.ptr + at, (int)n, 0);
    }
    htmlParseChunk(b->parser, "", 0, 1);
    close_to(b, 0);
    piece_finish(b);
    htmlFreeParserCtxt(b->parser);
}

/* Sections that word processors leave, which libxml2 takes for text: <![if !supportLists]> ... <![endif]>, <![CDATA[
 * ... ]]>. Their marks are made spaces, what stands between is kept. */
static struct str without_sections(struct arena *a, struct str html)
{
    enum { MARK_MOST = 200 };
    ptrdiff_t found = str_find(html, STR("<!["));
    if (found < 0) return html;
    char *p = arena_alloc(a, html.len, 1);
    memcpy(p, html.ptr, html.len);
    bool unclosed = false;
    for (size_t at = (size_t)found; at < html.len;) {
        struct str mark = str_part(html, at, at + MARK_MOST);
        bool data = str_starts(mark, STR("<![CDATA["));
        ptrdiff_t end = data ? (ptrdiff_t)sizeof "<![CDATA" - 1 : str_find_char(mark, '>');
        if (end >= 0) memset(p + at, ' ', (size_t)end + 1);
        at += end >= 0 ? (size_t)end + 1 : 3;
        ptrdiff_t close = data && !unclosed ? str_find(str_from(html, at), STR("]]>")) : -1;
        if (close >= 0) {
            at += (size_t)close + 3;
            memset(p + at - 3, ' ', 3);
        }
        unclosed |= data && close < 0; /* none behind this one: not searched for again */
        ptrdiff_t next = str_find(str_from(html, at), STR("<!["));
        at = next < 0 ? html.len : at + (size_t)next;
    }
    return (struct str){p, html.len};
}

static void free_buf(void *p)
{
    buf_free(p);
}

bool html_parse(struct html_page *out, struct arena *a, struct str html)
{
    *out = (struct html_page){.text = STR(""), .title = STR("")};
    struct builder *b = arena_new(a, struct builder);
    *b = (struct builder){.arena = a,
                          .page = out,
                          .text = buf_make(UINT32_MAX / 2),
                          .title = buf_make(META_MOST * 4),
                          .json = buf_make(SCRIPT_MOST),
                          .grids = arena_array(a, struct grid, TABLES_OPEN_MOST)};
    arena_defer(a, free_buf, &b->text);
    arena_defer(a, free_buf, &b->title);
    arena_defer(a, free_buf, &b->json);
    run_parser(b, without_sections(a, html));
    out->text = buf_str(&b->text);
    out->title = str_trim(buf_str(&b->title));
    out->pieces = b->pieces.at;
    out->piece_count = b->pieces.len;
    return !b->too_many && buf_ok(&b->text);
}
