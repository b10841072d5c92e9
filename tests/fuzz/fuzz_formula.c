/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_formula: whatever text is given as a formula, reading it ends, an error stands inside the text, and what was
 * read keeps some laws: reckoning never leaves its stack, a formula of which an operand is missing is missing or
 * says zero only by "tỷ lệ", the text with nothing replaced is the text, and reading it again gives the same steps.
 */
#include "must.h"

#include "buf.h"
#include "formula.h"
#include "utf8.h"

static void reckons(const struct formula *f)
{
    struct formula_input inputs[FORMULA_NODES] = {0};
    struct formula_value v;
    size_t operands = 0;
    for (size_t i = 0; i < f->len; i++) operands += f->at[i].op == FORMULA_OPERAND;
    formula_reckon(&v, f, inputs);
    must(v.node < f->len);
    if (v.why == FORMULA_MISSING) must(operands && f->at[v.node].op == FORMULA_OPERAND);
    for (size_t i = 0; i < f->len; i++) {
        bool odd = i % 2;
        inputs[i] = (struct formula_input){.known = true,
                                           .value = {odd ? -7 : 3, odd ? 2 : 1},
                                           .range = interval_all(),
                                           .bound = (enum figure_bound)(i % 4)};
    }
    formula_reckon(&v, f, inputs);
    must(v.why != FORMULA_MISSING);
    struct decimal shown;
    if (v.why == FORMULA_KNOWN) {
        must(v.value.den > 0);
        (void)!formula_round(&shown, v.value, STR("VND"), STR("triệu đồng"), 2);
    }
}

static void comes_back(struct arena *a, const struct formula *f)
{
    struct str none[FORMULA_NODES] = {0};
    struct buf b = buf_make(FORMULA_TEXT + 1);
    struct formula again;
    struct err err = {0};
    formula_write(&b, f, none);
    must(buf_ok(&b) && str_eq(buf_str(&b), f->text));
    must(formula_read(&again, a, buf_str(&b), &err));
    must(again.len == f->len);
    for (size_t i = 0; i < f->len; i++) {
        must(again.at[i].op == f->at[i].op && again.at[i].at.start == f->at[i].at.start);
        must(rational_cmp(again.at[i].number.den ? again.at[i].number : RATIONAL_OF(0),
                          f->at[i].number.den ? f->at[i].number : RATIONAL_OF(0)) == 0);
    }
    buf_free(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str s = {(const char *)data, size};
    struct formula f;
    struct formula_type type;
    struct formula_scope scope = {.known = indicator_catalogue()};
    struct err err = {0};
    if (!utf8_valid(s, NULL) || size > 4000) return 0;
    struct arena *a = arena_make(1 << 24);
    if (formula_read(&f, a, s, &err)) {
        must(f.len && f.len <= FORMULA_NODES);
        reckons(&f);
        comes_back(a, &f);
        if (!formula_check_result(&type, &f, &scope, STR("%"), &err))
            must(err.code != ERR_NONE && err.span.end <= size);
    } else {
        must(err.code != ERR_NONE && err.span.start <= size && err.span.end <= size);
    }
    arena_close(a);
    return 0;
}
