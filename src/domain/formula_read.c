/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_read: a formula's text into its steps in the order of reckoning, by two stacks and no recursion (Dijkstra's
 * shunting yard): operands go out as they come, operations wait until one that binds less, a bracket or the end.
 *
 *   C01 / (A02 + A03)   ->   C01  A02  A03  ADD  DIV
 *
 * Binding, from the weakest: + and -, then * and /, then the sign of a number. Equal ones go from left to right.
 */
#include "buf.h"
#include "formula_private.h"
#include "utf8.h"

#include <string.h>

enum wait { WAIT_OPERATION, WAIT_BRACKET, WAIT_FUNCTION };

struct waiting {
    enum wait wait;
    enum formula_op op;
    uint8_t count; /* arguments so far */
    struct span at;
};

struct parser {
    struct str text;
    size_t at;
    struct formula_token token; /* the one that is looked at */
    struct formula_node *out;
    size_t len;
    struct waiting stack[FORMULA_DEPTH];
    size_t depth;
    struct err *err;
};

static bool fail_at(struct parser *p, enum err_code code, struct str what)
{
    return formula_fail(p->err, code, p->text, p->token.at, what, STR(""), STR(""));
}

static bool step(struct parser *p)
{
    return formula_next(&p->token, p->text, &p->at, p->err);
}

static bool emit(struct parser *p, struct formula_node node)
{
    if (p->len == FORMULA_NODES)
        return formula_fail(p->err, ERR_FORMULA_LONG, p->text, node.at, STR(""), STR(""), STR(""));
    p->out[p->len++] = node;
    return true;
}

static bool push(struct parser *p, enum wait wait, enum formula_op op)
{
    if (p->depth == FORMULA_DEPTH) return fail_at(p, ERR_FORMULA_LONG, STR(""));
    p->stack[p->depth++] = (struct waiting){wait, op, 1, p->token.at};
    return true;
}

static int binding(enum formula_op op)
{
    switch (op) {
    case FORMULA_ADD:
    case FORMULA_SUB: return 1;
    case FORMULA_MUL:
    case FORMULA_DIV: return 2;
    case FORMULA_NEGATE: return 3;
    case FORMULA_NUMBER:
    case FORMULA_OPERAND:
    case FORMULA_MIN:
    case FORMULA_MAX:
    case FORMULA_RATIO: break;
    }
    return 0;
}

/* Operations that bind at least as much go out. */
static bool settle(struct parser *p, int least)
{
    while (p->depth && p->stack[p->depth - 1].wait == WAIT_OPERATION && binding(p->stack[p->depth - 1].op) >= least) {
        const struct waiting *w = &p->stack[--p->depth];
        uint8_t count = w->op == FORMULA_NEGATE ? 1 : 2;
        if (!emit(p, (struct formula_node){.op = w->op, .count = count, .at = w->at})) return false;
    }
    return true;
}

/* --- names */

/* " Kế_hoạch " and "ke hoach" are one: folded, without blanks and '_'. */
static struct str name_key(char *room, size_t size, struct str words)
{
    struct buf b = {.ptr = room, .cap = size, .limit = size};
    for (size_t i = 0, len; i < words.len; i += len) {
        utf8_decode(words, i, &len);
        struct str one = str_part(words, i, i + len);
        if (one.ptr[0] != ' ' && one.ptr[0] != '_') utf8_fold_put(&b, one);
    }
    return buf_str(&b);
}

struct function {
    struct str name;
    bool of_code; /* of one indicator; else of expressions */
    enum formula_role role;
    enum formula_op op;
};

static const struct function *function_find(struct str words)
{
    static const struct function ALL[] = {
        {STR_INIT("kehoach"), true, ROLE_PLAN, FORMULA_OPERAND},
        {STR_INIT("plan"), true, ROLE_PLAN, FORMULA_OPERAND},
        {STR_INIT("cungky"), true, ROLE_PREVIOUS, FORMULA_OPERAND},
        {STR_INIT("previous"), true, ROLE_PREVIOUS, FORMULA_OPERAND},
        {STR_INIT("nhonhat"), false, ROLE_VALUE, FORMULA_MIN},
        {STR_INIT("min"), false, ROLE_VALUE, FORMULA_MIN},
        {STR_INIT("lonnhat"), false, ROLE_VALUE, FORMULA_MAX},
        {STR_INIT("max"), false, ROLE_VALUE, FORMULA_MAX},
        {STR_INIT("tyle"), false, ROLE_VALUE, FORMULA_RATIO},
        {STR_INIT("ratio"), false, ROLE_VALUE, FORMULA_RATIO},
    };
    char room[FORMULA_TEXT];
    struct str key = name_key(room, sizeof room, words);
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        if (str_eq(ALL[i].name, key)) return &ALL[i];
    return NULL;
}

static bool layer_find(enum plan_layer *out, struct str words)
{
    static const struct {
        struct str name;
        enum plan_layer layer;
    } ENGLISH[] = {
        {STR_INIT("above"), PLAN_GIVEN},        {STR_INIT("council"), PLAN_COUNCIL},
        {STR_INIT("legal"), PLAN_LEGAL},        {STR_INIT("given"), PLAN_GIVEN},
        {STR_INIT("adjusted"), PLAN_ADJUSTED},  {STR_INIT("striving"), PLAN_STRIVING},
        {STR_INIT("hdnd"), PLAN_COUNCIL},       {STR_INIT("giao"), PLAN_GIVEN},
        {STR_INIT("phaplenh"), PLAN_LEGAL},     {STR_INIT("phandau"), PLAN_STRIVING},
        {STR_INIT("dieuchinh"), PLAN_ADJUSTED},
    };
    char room[FORMULA_TEXT];
    struct str key = name_key(room, sizeof room, words);
    for (size_t i = 0; i < sizeof ENGLISH / sizeof *ENGLISH; i++)
        if (str_eq(ENGLISH[i].name, key)) {
            *out = ENGLISH[i].layer;
            return true;
        }
    *out = plan_layer_of_words(words);
    return *out != PLAN_UNNAMED;
}

/* --- operands */

/* kế hoạch(C01; HĐND): the name stands at `start`, the token is the bracket. */
static bool read_role(struct parser *p, const struct function *f, struct formula_token name)
{
    struct formula_node node = {.op = FORMULA_OPERAND, .role = f->role, .any_layer = true, .at = name.at};
    if (!step(p)) return false;
    if (p->token.sign != SIGN_CODE)
        return formula_fail(p->err, ERR_FORMULA_ARGUMENTS, p->text, name.at, name.text, STR("một mã chỉ tiêu"),
                            STR(""));
    node.code = p->token.text;
    if (!step(p)) return false;
    if (p->token.sign == SIGN_NEXT && f->role == ROLE_PLAN) {
        if (!step(p)) return false;
        node.any_layer = false;
        if (p->token.sign != SIGN_WORDS || !layer_find(&node.layer, p->token.text))
            return fail_at(p, ERR_FORMULA_LAYER, p->token.text);
        if (!step(p)) return false;
    }
    if (p->token.sign != SIGN_CLOSE)
        return formula_fail(
            p->err, ERR_FORMULA_ARGUMENTS, p->text, name.at, name.text,
            f->role == ROLE_PLAN ? STR("một mã chỉ tiêu, có thể thêm cấp giao") : STR("một mã chỉ tiêu"), STR(""));
    node.at.end = p->token.at.end;
    return emit(p, node) && step(p);
}

/* A number that has been made, in a unit of measure. */
static bool emit_number(struct parser *p, struct decimal number, struct str unit, bool percent, struct span at)
{
    struct measure_unit m;
    struct rational r;
    if (!measure_unit_read(&m, unit))
        return formula_fail(p->err, ERR_FORMULA_MEASURE, p->text, at, unit, STR(""), STR(""));
    if (!rational_of_decimal(&r, number) || !rational_mul(&r, r, m.factor))
        return formula_fail(p->err, ERR_FORMULA_NUMBER, p->text, at, str_part(p->text, at.start, at.end), STR(""),
                            STR(""));
    return emit(p, (struct formula_node){
                       .op = FORMULA_NUMBER, .number = r, .percent = percent, .dimension = m.dimension, .at = at});
}

/* The unit of a number: the token, and "%" behind "điểm". */
static bool read_unit(struct str *unit, struct parser *p, struct span *at)
{
    *unit = p->token.text;
    at->end = p->token.at.end;
    if (!step(p)) return false;
    if (p->token.sign == SIGN_PERCENT && str_eq(*unit, STR("điểm"))) {
        *unit = STR("điểm %");
        at->end = p->token.at.end;
        return step(p);
    }
    return true;
}

static bool read_number(struct parser *p)
{
    struct decimal number = p->token.number;
    struct span at = p->token.at;
    struct str unit = STR("");
    bool percent;
    if (!step(p)) return false;
    percent = p->token.sign == SIGN_PERCENT;
    if (percent) {
        unit = STR("%");
        at.end = p->token.at.end;
        if (!step(p)) return false;
    } else if (p->token.sign == SIGN_WORDS && !read_unit(&unit, p, &at)) {
        return false;
    }
    percent |= str_eq(unit, STR("điểm %")) || str_eq(unit, STR("‰"));
    return emit_number(p, number, unit, percent, at);
}

/* Words: of a function when a bracket follows, else a unit of measure that stands for one of it ("/ năm"). *operand:
 * one was read; else one must come yet. */
static bool read_words(struct parser *p, bool *operand)
{
    struct formula_token name = p->token;
    struct span at = name.at;
    struct str unit;
    if (!read_unit(&unit, p, &at)) return false;
    if (p->token.sign != SIGN_OPEN) {
        *operand = true;
        return emit_number(p, DECIMAL_INT(1), unit, false, at);
    }
    const struct function *f = function_find(name.text);
    if (!f) return formula_fail(p->err, ERR_FORMULA_FUNCTION, p->text, name.at, name.text, STR(""), STR(""));
    *operand = f->of_code;
    if (f->of_code) return read_role(p, f, name);
    p->token.at = name.at;
    return push(p, WAIT_FUNCTION, f->op) && step(p);
}

/* What may stand where an operand must. */
static bool read_operand(struct parser *p, bool *operand)
{
    *operand = false;
    switch (p->token.sign) {
    case SIGN_NUMBER: *operand = true; return read_number(p);
    case SIGN_WORDS: return read_words(p, operand);
    case SIGN_CODE:
        *operand = true;
        return emit(p, (struct formula_node){.op = FORMULA_OPERAND, .code = p->token.text, .at = p->token.at}) &&
               step(p);
    case SIGN_MINUS: return push(p, WAIT_OPERATION, FORMULA_NEGATE) && step(p);
    case SIGN_OPEN: return push(p, WAIT_BRACKET, FORMULA_NUMBER) && step(p);
    case SIGN_END:
    case SIGN_PLUS:
    case SIGN_TIMES:
    case SIGN_OVER:
    case SIGN_PERCENT:
    case SIGN_CLOSE:
    case SIGN_NEXT: break;
    }
    return fail_at(p, ERR_FORMULA_OPERAND, p->token.text);
}

/* --- what stands between and behind operands */

static bool read_operation(struct parser *p, enum formula_op op)
{
    return settle(p, binding(op)) && push(p, WAIT_OPERATION, op) && step(p);
}

static bool arguments_fit(struct parser *p, const struct waiting *w)
{
    struct str name = str_part(p->text, w->at.start, w->at.end);
    if (w->op == FORMULA_RATIO && w->count != 3)
        return formula_fail(p->err, ERR_FORMULA_ARGUMENTS, p->text, w->at, name,
                            STR("ba đối số: tử số; mẫu số; giá trị khi mẫu số bằng 0"), STR(""));
    if (w->op != FORMULA_RATIO && w->count < 2)
        return formula_fail(p->err, ERR_FORMULA_ARGUMENTS, p->text, w->at, name, STR("ít nhất hai đối số"), STR(""));
    return true;
}

static bool read_close(struct parser *p)
{
    if (!settle(p, 1)) return false;
    if (!p->depth) return fail_at(p, ERR_FORMULA_BRACKET, p->token.text);
    const struct waiting *w = &p->stack[--p->depth];
    if (w->wait == WAIT_FUNCTION &&
        (!arguments_fit(p, w) || !emit(p, (struct formula_node){.op = w->op, .count = w->count, .at = w->at})))
        return false;
    return step(p);
}

static bool read_next(struct parser *p)
{
    if (!settle(p, 1)) return false;
    struct waiting *w = p->depth ? &p->stack[p->depth - 1] : NULL;
    if (!w || w->wait != WAIT_FUNCTION) return fail_at(p, ERR_FORMULA_OPERATOR, p->token.text);
    if (++w->count > FORMULA_ARGUMENTS) return fail_at(p, ERR_FORMULA_LONG, STR(""));
    return step(p);
}

/* After an operand; *operand: still one stands before (a bracket was closed). */
static bool read_behind(struct parser *p, bool *operand)
{
    *operand = false;
    switch (p->token.sign) {
    case SIGN_PLUS: return read_operation(p, FORMULA_ADD);
    case SIGN_MINUS: return read_operation(p, FORMULA_SUB);
    case SIGN_TIMES: return read_operation(p, FORMULA_MUL);
    case SIGN_OVER: return read_operation(p, FORMULA_DIV);
    case SIGN_NEXT: return read_next(p);
    case SIGN_CLOSE: *operand = true; return read_close(p);
    case SIGN_END:
    case SIGN_NUMBER:
    case SIGN_WORDS:
    case SIGN_CODE:
    case SIGN_PERCENT:
    case SIGN_OPEN: break;
    }
    return fail_at(p, ERR_FORMULA_OPERATOR, p->token.text);
}

bool formula_read(struct formula *out, struct arena *a, struct str text, struct err *err)
{
    bool operand = false;
    text = str_trim(text);
    if (!text.len) return fail(err, ERR_FORMULA_EMPTY);
    if (text.len > FORMULA_TEXT)
        return formula_fail(err, ERR_FORMULA_LONG, text, (struct span){0}, STR(""), STR(""), STR(""));
    struct formula_node room[FORMULA_NODES];
    struct parser parser = {.text = str_copy(a, text), .out = room, .err = err}, *p = &parser;
    if (!step(p)) return false;
    while (p->token.sign != SIGN_END)
        if (!(operand ? read_behind(p, &operand) : read_operand(p, &operand))) return false;
    if (!operand) return fail_at(p, ERR_FORMULA_OPERAND, STR(""));
    if (!settle(p, 1)) return false;
    if (p->depth)
        return formula_fail(err, ERR_FORMULA_BRACKET, p->text, p->stack[p->depth - 1].at, STR("("), STR(""), STR(""));
    struct formula_node *nodes = arena_array(a, struct formula_node, p->len);
    memcpy(nodes, room, p->len * sizeof *nodes);
    *out = (struct formula){p->text, nodes, p->len};
    return true;
}

void formula_write(struct buf *b, const struct formula *f, const struct str *with)
{
    size_t done = 0;
    for (size_t i = 0; i < f->len; i++) { /* operands stand in the order of the text */
        if (f->at[i].op != FORMULA_OPERAND || !with[i].len) continue;
        buf_put(b, str_part(f->text, done, f->at[i].at.start));
        buf_put(b, with[i]);
        done = f->at[i].at.end;
    }
    buf_put(b, str_from(f->text, done));
}
