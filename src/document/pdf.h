/* SPDX-License-Identifier: Apache-2.0
 *
 * pdf: a PDF as text and tables. A PDF says where each word stands on its page and nothing of lines, paragraphs or
 * cells; those are found again from the places. The steps, of which the untrusted bytes meet only the first two:
 *
 *   pdftotext -tsv   bytes -> words with their boxes       poppler, strangers' bytes: behind a fence (program.h)
 *   pdf_words_read   that -> words, made lines             all from here to the message in a child (child.h)
 *   pdf_furniture    page numbers, heads and feet that repeat
 *   pdf_find         the lines that are tables
 *   pdf_columns      the columns of one; pdf_table: its cells
 *   pdf_flow         other lines -> paragraphs
 *   pdf_lay_out      all of it in reading order: the paper
 *   html_page_write/read  the paper as a message           its form is that of a page (html.h)
 *
 * Lengths are hundredths of a point (1/7200 inch), from the left upper edge of the page.
 */
#ifndef PDF_H
#define PDF_H
#include "html.h"

struct sheet_maker;

enum {
    PDF_WORDS_MOST = 2 * 1024 * 1024,
    PDF_PAGES_MOST = 20000,
    PDF_COLUMNS_MOST = 64,
};

struct pdf_word {
    int32_t left, top, right, bottom;
    struct str text;
};

/* A piece of a line with no wide gap inside. */
struct pdf_chunk {
    uint32_t first, count; /* words */
    int32_t left, right;
    bool figure; /* a number, a year, a dash that stands for none */
};

enum pdf_line_use { PDF_BODY, PDF_FURNITURE, PDF_TABLE };

/* Words side by side. Words and lines are in the order of pages, lines and from left to right. */
struct pdf_line {
    uint32_t page; /* from 0 */
    uint32_t first, count, first_chunk, chunk_count;
    int32_t left, top, right, bottom;
    int32_t height; /* of its letters */
    uint8_t use;    /* enum pdf_line_use */
};

struct pdf_paper {
    struct arena *arena;
    struct {
        VEC_FIELDS(struct pdf_word);
    } words;
    struct {
        VEC_FIELDS(struct pdf_chunk);
    } chunks;
    struct {
        VEC_FIELDS(struct pdf_line);
    } lines;
    uint32_t pages;
    bool too_large; /* more words or pages than the limits above: the rest was left out, the file must be refused */
};

/* One cell of a table; row and column from 0, in order of both. */
struct pdf_cell {
    struct str text;
    uint32_t row;
    uint32_t page;
    uint16_t column, row_span, column_span;
    bool head;
};

struct pdf_table {
    struct {
        VEC_FIELDS(struct pdf_cell);
    } cells;
    uint32_t first_line, end_line; /* of the paper */
    uint32_t rows, head_rows;
    int32_t left[PDF_COLUMNS_MOST], right[PDF_COLUMNS_MOST]; /* of its columns */
    uint16_t columns;
    bool numbered; /* the first column holds the numbers of rows: its words end before the second */
};

/* The answer of pdftotext -tsv as words and lines. tsv: NFC. Lines that are none of its form are left out. */
void pdf_words_read(struct pdf_paper *out, struct arena *a, struct str tsv);
/* Lines that page after page begins or ends with get the use PDF_FURNITURE. */
void pdf_furniture(struct pdf_paper *p);
/* A number as tables have them: "1.234,5", "641 142", "(12)", "-", "12,5%". */
bool pdf_is_figure(struct str s);
/* The words of a line [from, to) with blanks between. */
struct str pdf_words_text(const struct pdf_paper *p, struct arena *a, uint32_t first, uint32_t count);

struct pdf_span {
    uint32_t first, end; /* lines */
};
/* The first table among lines [from, to) of one page; false when there is none. */
bool pdf_find(struct pdf_span *out, const struct pdf_paper *p, uint32_t from, uint32_t to);
/* Columns and cells of the lines of a table; false when they make no table after all. */
bool pdf_table_make(struct pdf_table *out, const struct pdf_paper *p, struct pdf_span at);
bool pdf_columns(struct pdf_table *out, const struct pdf_paper *p, struct pdf_span at);
/* The column that this stretch lies in, or lies nearest to. */
uint16_t pdf_column_of(const struct pdf_table *t, int32_t left, int32_t right);
bool pdf_line_tabular(const struct pdf_paper *p, const struct pdf_line *l);

/* Numbers of the cells as Vietnamese write them, decided column by column (sheet_number.h). */
void pdf_table_numbers(struct pdf_table *t, struct arena *a);

/* What comes out in reading order. */
struct pdf_item {
    enum pdf_item_kind { PDF_ITEM_TEXT, PDF_ITEM_TABLE, PDF_ITEM_ASIDE /* furniture */ } kind;
    uint32_t page, last_page;
    struct str text;    /* of a paragraph; a change of page inside is a form feed */
    uint32_t last_line; /* of a paragraph: of the paper */
    struct pdf_table *table;
};

struct pdf_items {
    VEC_FIELDS(struct pdf_item);
    uint32_t pages;
};

/* How the lines of a page, or of all pages, are set. */
struct pdf_setting {
    int32_t left, right; /* where lines begin, and where those end that fill their line */
    int32_t step;        /* from the top of one to the top of the next, in per cent of the height; 0: not known */
};
struct pdf_setting pdf_setting_of(const struct pdf_paper *p, uint32_t from, uint32_t to);
/* Lines [from, to) of one page that are no table, as paragraphs behind *out; the first goes on with the last paragraph
 * of the page before when its words and place say so. */
void pdf_flow(struct pdf_items *out, const struct pdf_paper *p, uint32_t from, uint32_t to,
              const struct pdf_setting *set);

/* All of it. */
void pdf_lay_out(struct pdf_items *out, struct pdf_paper *p);

/* The items as a page of pieces (html.h). Between two pages stands a form feed, also behind the last. */
void pdf_page_make(struct html_page *out, struct arena *a, const struct pdf_items *items);
/* Each table as a sheet, below the words that stand above it. */
void pdf_sheets_make(struct sheet_maker *m, const struct pdf_items *items);

/* Bytes of a PDF: by their first bytes. */
bool pdf_is(struct str bytes);
/* Bytes of a PDF to what pdftotext says of it, in NFC. Errors: ERR_PROGRAM_MISSING, ERR_PDF_LOCKED (password),
 * ERR_PDF_CUT (its end is missing), ERR_PDF_DAMAGED, ERR_PARSER_LIMIT, ERR_PARSER_STOPPED. */
[[nodiscard]] bool pdf_tsv(struct str *out, struct arena *a, struct str bytes, struct str name, struct err *err);
/* The document that a PDF is. Errors: those of pdf_tsv, ERR_PDF_SCANNED (no word in it). */
[[nodiscard]] bool pdf_read(struct html_page *out, struct text *text, struct arena *a, struct str bytes,
                            bool in_process, struct str name, struct err *err);
/* The answer of pdftotext alone, as pdf_read makes a page of it: for tests. */
[[nodiscard]] bool pdf_page_of(struct html_page *out, struct arena *a, struct str tsv);
/* Adds the blocks of a page that pdf_read made. */
void pdf_blocks(struct pieces *to, const struct html_page *from);
#endif
