/* SPDX-License-Identifier: Apache-2.0
 *
 * flat_json: flat objects of JSON (flat.h). The usual libraries make doubles of numbers and forget where a value stood;
 * here the digits of a number are kept as they are written, and every value knows its place, so that a figure leads
 * back to its words. A value that is a list or an object is refused, so there is no depth and nothing to recurse on.
 *
 *   text    = list / objects
 *   list    = "[" [ object *( "," object ) ] "]"
 *   objects = *object                             each begins on a line of its own
 *   object  = "{" [ field *( "," field ) ] "}"
 *   field   = string ":" ( string / number / true / false / null )
 *
 * A line end can only stand between tokens (strings hold none), so lines are counted in skip_space alone.
 */
#include "buf.h"
#include "flat.h"
#include "text.h"

static char peek(const struct flat_reader *r)
{
    return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

static void skip_space(struct flat_reader *r)
{
    for (; r->at < r->text.len; r->at++) {
        char c = r->text.ptr[r->at];
        if (c == '\n') {
            r->line++;
            r->line_start = r->at + 1;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            return;
        }
    }
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* --- strings */

static bool read_hex(uint32_t *out, struct flat_reader *r, struct err *err)
{
    *out = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        char c = peek(r), low = (char)(c | 0x20);
        uint32_t d = digit(c) ? (uint32_t)(c - '0') : low >= 'a' && low <= 'f' ? (uint32_t)(low - 'a' + 10) : 16;
        if (d == 16) return flat_fail_syntax(r, r->at, "0-9 a-f", err);
        *out = *out * 16 + d;
    }
    return true;
}

/* Behind "\u". Halves of a pair must stand together, and NUL is no text. */
static bool read_unicode(struct buf *b, struct flat_reader *r, struct err *err)
{
    uint32_t c, second;
    size_t from = r->at;
    if (!read_hex(&c, r, err)) return false;
    if (c >= 0xD800 && c < 0xDC00) {
        if (!str_starts(str_from(r->text, r->at), STR("\\u")))
            return flat_fail_syntax(r, r->at, "\\uDC00-\\uDFFF", err);
        r->at += 2;
        if (!read_hex(&second, r, err)) return false;
        if (second < 0xDC00 || second > 0xDFFF) return flat_fail_syntax(r, r->at - 4, "\\uDC00-\\uDFFF", err);
        c = 0x10000 + ((c - 0xD800) << 10) + (second - 0xDC00);
    } else if (c == 0 || (c >= 0xDC00 && c < 0xE000)) {
        return flat_fail_syntax(r, from, "\\u0001-\\uD7FF", err);
    }
    buf_codepoint(b, c);
    return true;
}

static bool read_escape(struct buf *b, bool *unicode, struct flat_reader *r, struct err *err)
{
    static const char FROM[] = "\"\\/bfnrt", TO[] = "\"\\/\b\f\n\r\t";
    char c = peek(r);
    for (size_t i = 0; c && FROM[i]; i++) {
        if (FROM[i] != c) continue;
        buf_char(b, TO[i]);
        r->at++;
        return true;
    }
    if (c != 'u') return flat_fail_syntax(r, r->at, "\" \\ / b f n r t u", err);
    r->at++;
    *unicode = true;
    return read_unicode(b, r, err);
}

/* From the first escape on; what stands before it is in b. */
static bool read_escaped(struct str *out, struct buf *b, struct flat_reader *r, struct err *err)
{
    bool unicode = false;
    while (peek(r) != '"') {
        if ((unsigned char)peek(r) < 0x20) return flat_fail_syntax(r, r->at, "\"", err);
        if (peek(r) != '\\') {
            buf_char(b, r->text.ptr[r->at++]);
            continue;
        }
        r->at++;
        if (!read_escape(b, &unicode, r, err)) return false;
    }
    *out = str_copy(r->arena, buf_str(b));
    if (!unicode) return true;
    struct text inside; /* letters may have been spelled with marks apart */
    if (!text_make(&inside, r->arena, *out, err)) return flat_fail_syntax(r, r->at, "UTF-8", err);
    *out = inside.inside;
    return true;
}

/* At the quote. r->at is behind the closing one then. */
static bool read_string(struct str *out, uint32_t *start, struct flat_reader *r, struct err *err)
{
    if (peek(r) != '"') return flat_fail_syntax(r, r->at, "\"", err);
    size_t from = ++r->at;
    *start = (uint32_t)from;
    while ((unsigned char)peek(r) >= 0x20 && peek(r) != '"' && peek(r) != '\\') r->at++;
    *out = str_part(r->text, from, r->at);
    bool ok = true;
    if (peek(r) == '\\') {
        struct buf b = buf_make(SIZE_MAX);
        buf_put(&b, *out);
        ok = read_escaped(out, &b, r, err);
        buf_free(&b);
    } else if (peek(r) != '"') {
        ok = flat_fail_syntax(r, r->at, "\"", err);
    }
    r->at++;
    return ok;
}

/* --- values */

static bool read_digits(struct flat_reader *r, struct err *err)
{
    if (!digit(peek(r))) return flat_fail_syntax(r, r->at, "0-9", err);
    while (digit(peek(r))) r->at++;
    return true;
}

static bool read_number(struct flat_reader *r, struct err *err)
{
    if (peek(r) == '-') r->at++;
    if (peek(r) == '0') {
        r->at++;
        if (digit(peek(r))) return flat_fail_syntax(r, r->at, ", }", err);
    } else if (!read_digits(r, err)) {
        return false;
    }
    if (peek(r) == '.') {
        r->at++;
        if (!read_digits(r, err)) return false;
    }
    if ((peek(r) | 0x20) == 'e') {
        r->at++;
        if (peek(r) == '+' || peek(r) == '-') r->at++;
        return read_digits(r, err);
    }
    return true;
}

static bool read_word(struct flat_field *f, struct flat_reader *r, struct err *err)
{
    static const struct str WORDS[] = {STR_INIT("null"), STR_INIT("true"), STR_INIT("false")};
    struct str rest = str_from(r->text, r->at);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!str_starts(rest, WORDS[i])) continue;
        f->kind = i ? FLAT_BOOL : FLAT_NONE;
        r->at += WORDS[i].len;
        return true;
    }
    return flat_fail_syntax(r, r->at, "\" 0-9 true false null", err);
}

static bool read_value(struct flat_field *f, struct flat_reader *r, struct err *err)
{
    char c = peek(r);
    f->start = (uint32_t)r->at;
    if (c == '{' || c == '[') return fail(err, ERR_FLAT_NESTED, r->name, flat_line_text(r->arena, r->line), f->name);
    if (c == '"') {
        f->kind = FLAT_TEXT;
        bool ok = read_string(&f->value, &f->start, r, err);
        f->end = (uint32_t)(r->at - 1);
        return ok;
    }
    bool number = c == '-' || digit(c);
    if (number) f->kind = FLAT_NUMBER;
    if (number ? !read_number(r, err) : !read_word(f, r, err)) return false;
    f->end = (uint32_t)r->at;
    f->value = f->kind == FLAT_NONE ? STR("") : str_part(r->text, f->start, f->end);
    return true;
}

/* --- objects */

static bool read_field(struct flat_field *fields, size_t count, struct flat_reader *r, struct err *err)
{
    uint32_t start;
    struct flat_field f = {.kind = FLAT_NONE};
    if (!read_string(&f.name, &start, r, err) || !flat_new_name(r, fields, count, f.name, err)) return false;
    skip_space(r);
    if (peek(r) != ':') return flat_fail_syntax(r, r->at, ":", err);
    r->at++;
    skip_space(r);
    if (!read_value(&f, r, err)) return false;
    fields[count] = f;
    skip_space(r);
    return true;
}

static bool read_object(struct flat_record *out, struct flat_reader *r, struct err *err)
{
    struct flat_field fields[FLAT_FIELDS_MOST];
    size_t count = 0;
    if (peek(r) != '{') return flat_fail_syntax(r, r->at, "{", err);
    *out = (struct flat_record){.start = (uint32_t)r->at, .line = r->line};
    r->at++;
    skip_space(r);
    while (peek(r) != '}') {
        if (count && peek(r) != ',') return flat_fail_syntax(r, r->at, ", }", err);
        if (count) {
            r->at++;
            skip_space(r);
        }
        if (!read_field(fields, count, r, err)) return false;
        count++;
    }
    out->end = (uint32_t)++r->at;
    struct flat_field *kept = arena_array(r->arena, struct flat_field, count);
    for (size_t i = 0; i < count; i++) kept[i] = fields[i];
    out->at = kept;
    out->len = count;
    return flat_count(r, err);
}

/* Behind the list nothing may stand. */
static bool end_list(struct flat_reader *r, struct err *err)
{
    r->at++;
    r->ended = true;
    skip_space(r);
    return r->at == r->text.len || flat_fail_syntax(r, r->at, "EOF", err);
}

bool flat_json_next(struct flat_record *out, struct flat_reader *r, struct err *err)
{
    size_t line = r->line;
    *out = (struct flat_record){.at = NULL};
    if (r->ended) return true;
    skip_space(r);
    if (!r->begun && peek(r) == '[') {
        r->list = true;
        r->at++;
        skip_space(r);
    }
    bool first = !r->begun;
    r->begun = true;
    if (!r->list) {
        r->ended = r->at == r->text.len;
        if (!r->ended && !first && r->line == line) return flat_fail_syntax(r, r->at, "\\n", err);
        return r->ended || read_object(out, r, err);
    }
    if (peek(r) == ']') return end_list(r, err);
    if (!first) {
        if (peek(r) != ',') return flat_fail_syntax(r, r->at, ", ]", err);
        r->at++;
        skip_space(r);
    }
    return read_object(out, r, err);
}
