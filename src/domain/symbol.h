/* SPDX-License-Identifier: Apache-2.0
 *
 * symbol: the number and sign by which a document is cited ("số và ký hiệu"), in the two grammars that are in use:
 *
 *   state   232/KH-UBND  98/2023/QH15  09/2019/NĐ-CP  1747/UBND-NC (công văn)      NĐ 30/2020/NĐ-CP, Phụ lục I, III
 *   Party   05-CT/TW  55-QĐ/TW  1374-QĐ/TU  123-NQ/ĐBHN
 *
 * A symbol is kept as it was written; the normalised form is the key under which two mentions are one document of
 * one issuer.
 */
#ifndef SYMBOL_H
#define SYMBOL_H
#include "str.h"

struct buf;

enum symbol_grammar { SYMBOL_STATE, SYMBOL_PARTY };

struct document_kind {
    struct str abbreviation; /* "CTr" */
    enum symbol_grammar grammar;
    struct str name;     /* "Chương trình" */
    struct str citation; /* where the abbreviation is laid down */
};

struct symbol {
    struct str raw; /* as written; the other pieces are parts of it */
    enum symbol_grammar grammar;
    uint32_t number;      /* 1..999999 */
    uint16_t year;        /* 0: the symbol has none */
    struct str kind;      /* "KH"; "" for công văn, laws and resolutions of the National Assembly */
    struct str issuer;    /* "UBND", "UBND-NC", "QH15", "TW"; "" in a short form */
    struct str kind_name; /* "Kế hoạch", "Công văn"; static; "" when the symbol does not say it (98/2023/QH15) */
    bool regular; /* written as the rules write it: false for 012/CT-UBND, 01/Ctr-UBND, 78/CP, 01/NQ-TU, 45/QĐ/UB */
};

/* A whole text that is a symbol; blanks at the ends and around '/' and '-' are passed over, '–' is taken for '-'.
 * False, and *out empty, for anything else ("35/38", "13-7-2023", "km/h"). */
[[nodiscard]] bool symbol_read(struct symbol *out, struct str text);
/* Length in bytes of the longest symbol that `text` starts with, 0 when there is none. Stricter than symbol_read,
 * since any text may stand there: no blanks inside, capitals after the number, an issuer. */
size_t symbol_match(struct symbol *out, struct str text);

/* The normalised form: upper case, no blanks, no leading zeros but one for 1..9: "012/CT-UBND" -> "12/CT-UBND",
 * "5-CT/TW" -> "05-CT/TW", "01/Ctr-UBND" -> "01/CTR-UBND". */
void symbol_write(struct buf *b, const struct symbol *s);

/* The kind that an abbreviation stands for in a grammar, whatever its case ("Ctr", "CTR"); NULL when unknown. */
const struct document_kind *document_kind_find(enum symbol_grammar grammar, struct str abbreviation);
#endif
