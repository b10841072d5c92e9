/* SPDX-License-Identifier: Apache-2.0
 *
 * formula_token: a formula cut into numbers, codes, words and signs (formula.h has the grammar). Words that follow each
 * other are one token with single blanks in it, as written, so that "kế hoạch" is a name and "hồ sơ" a unit of measure.
 */
#include "buf.h"
#include "formula_private.h"
#include "utf8.h"

static const struct {
    struct str text;
    enum formula_sign sign;
} SIGNS[] = {
    {STR_INIT("+"), SIGN_PLUS},  {STR_INIT("-"), SIGN_MINUS},   {STR_INIT("−"), SIGN_MINUS},
    {STR_INIT("–"), SIGN_MINUS}, {STR_INIT("*"), SIGN_TIMES},   {STR_INIT("×"), SIGN_TIMES},
    {STR_INIT("·"), SIGN_TIMES}, {STR_INIT("/"), SIGN_OVER},    {STR_INIT(":"), SIGN_OVER},
    {STR_INIT("÷"), SIGN_OVER},  {STR_INIT("%"), SIGN_PERCENT}, {STR_INIT("("), SIGN_OPEN},
    {STR_INIT(")"), SIGN_CLOSE}, {STR_INIT(";"), SIGN_NEXT},    {STR_INIT(","), SIGN_NEXT},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_code_char(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool formula_fail(struct err *err, enum err_code code, struct str text, struct span at, struct str what,
                  struct str more, struct str last)
{
    char room[24];
    struct buf b = {.ptr = room, .cap = sizeof room, .limit = sizeof room};
    buf_u64(&b, utf8_length(str_part(text, 0, at.start)) + 1);
    fail(err, code, what, buf_str(&b), more, last);
    err->span = at;
    return false;
}

static size_t blanks(struct str text, size_t at)
{
    for (;;) {
        struct str rest = str_from(text, at);
        if (rest.len && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t' || rest.ptr[0] == '\n' || rest.ptr[0] == '\r'))
            at++;
        else if (str_starts(rest, STR("\u00A0")))
            at += sizeof "\u00A0" - 1;
        else
            return at;
    }
}

/* Digits with points and commas between digits. */
static size_t number_end(struct str text, size_t at)
{
    while (at < text.len) {
        bool mark = (text.ptr[at] == '.' || text.ptr[at] == ',') && at + 1 < text.len && is_digit(text.ptr[at + 1]);
        if (!is_digit(text.ptr[at]) && !mark) break;
        at++;
    }
    return at;
}

/* Whether `mark` divides all of s in groups of three. */
static bool is_grouped(struct str s, char mark)
{
    struct str_cut cut = str_cut(s, (struct str){&mark, 1});
    if (!cut.found || cut.head.len < 1 || cut.head.len > 3 || cut.head.ptr[0] == '0') return false;
    while (cut.found) {
        cut = str_cut(cut.tail, (struct str){&mark, 1});
        if (cut.head.len != 3) return false;
    }
    return true;
}

/* 1.234.567,8 and 1234567.8 and 1234567,8. "1.000" has groups; "1,000" is a thousand for some and one for others. */
static bool read_number(struct decimal *out, struct str s)
{
    struct str_cut comma = str_cut(s, STR(","));
    bool points = str_has(s, STR("."));
    if (comma.found && (str_has(comma.tail, STR(",")) || str_has(comma.tail, STR(".")))) return false;
    if (comma.found && points) return is_grouped(comma.head, '.') && decimal_read_grouped(out, s, '.', ',');
    if (comma.found) return !is_grouped(s, ',') && decimal_read_grouped(out, s, 0, ',');
    if (points && is_grouped(s, '.')) return decimal_read_grouped(out, s, '.', ',');
    return decimal_read(out, s);
}

/* A capital, then letters, digits and '_', with a digit; 0 when none starts here. */
static size_t code_end(struct str text, size_t at)
{
    size_t end = at;
    bool digit = false;
    if (text.ptr[at] < 'A' || text.ptr[at] > 'Z') return 0;
    for (; end < text.len && is_code_char(text.ptr[end]); end++) digit |= is_digit(text.ptr[end]);
    size_t len;
    if (end < text.len && utf8_is_letter(utf8_decode(text, end, &len))) return 0;
    return digit ? end : 0;
}

static size_t word_end(struct str text, size_t at)
{
    size_t len;
    while (at < text.len && (is_code_char(text.ptr[at]) || utf8_is_letter(utf8_decode(text, at, &len)))) {
        utf8_decode(text, at, &len);
        at += len;
    }
    return at;
}

/* Words with one blank between them, up to a code, a number or a sign. */
static size_t words_end(struct str text, size_t at)
{
    size_t end = word_end(text, at), next = end, len;
    while (next + 1 < text.len && text.ptr[next] == ' ') {
        next++;
        if (is_digit(text.ptr[next]) || code_end(text, next) || !utf8_is_letter(utf8_decode(text, next, &len))) break;
        end = next = word_end(text, next);
    }
    return end;
}

bool formula_next(struct formula_token *out, struct str text, size_t *at, struct err *err)
{
    size_t start = blanks(text, *at), end = start, len;
    *out = (struct formula_token){.sign = SIGN_END, .at = {0, (uint32_t)start, (uint32_t)start}};
    *at = start;
    if (start >= text.len) return true;
    uint32_t c = utf8_decode(text, start, &len);
    if (is_digit(text.ptr[start])) {
        end = number_end(text, start);
        out->sign = SIGN_NUMBER;
    } else if ((end = code_end(text, start))) {
        out->sign = SIGN_CODE;
    } else if (utf8_is_letter(c) || c == 0xB5) { /* µ */
        end = words_end(text, start + (c == 0xB5 ? len : 0));
        out->sign = SIGN_WORDS;
    }
    for (size_t i = 0; out->sign == SIGN_END && i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (str_starts(str_from(text, start), SIGNS[i].text)) {
            out->sign = SIGNS[i].sign;
            end = start + SIGNS[i].text.len;
        }
    if (out->sign == SIGN_END) end = start + len;
    out->at.end = (uint32_t)end;
    out->text = str_part(text, start, end);
    *at = end;
    if (out->sign == SIGN_END) return formula_fail(err, ERR_FORMULA_SIGN, text, out->at, out->text, STR(""), STR(""));
    if (out->sign == SIGN_NUMBER && !read_number(&out->number, out->text))
        return formula_fail(err, ERR_FORMULA_NUMBER, text, out->at, out->text, STR(""), STR(""));
    return true;
}
