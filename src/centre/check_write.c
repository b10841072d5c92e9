/* SPDX-License-Identifier: Apache-2.0
 *
 * check_write: see check_write.h.
 *
 *   {"rule":"lead_against_body","severity":"contradiction","message":"...","spans":[{"file":"bc.txt","start":540,
 *    "end":544,"quote":"108%"}, ...],"expected":"111.24","found":"108"}
 */
#include "check_write.h"

#include "buf.h"
#include "json_write.h"
#include "record_id.h"
#include "statement_write.h"
#include "utf8.h"

enum { WORDS_BEFORE = 70, WORDS_AFTER = 40 };

struct str severity_name(enum severity s)
{
    switch (s) {
    case SEVERITY_NOTE: return STR("note");
    case SEVERITY_DOUBT: return STR("doubt");
    case SEVERITY_CONTRADICTION: return STR("contradiction");
    }
    return STR("");
}

static bool of_record(const struct finding_span *s)
{
    return s->span.document == CHECK_RECORD;
}

static void put_span(struct json_writer *j, const struct finding_span *s, const struct read_result *reads)
{
    struct span span = s->span;
    struct str file = {"", 0};
    if (!of_record(s)) {
        span = read_original(&reads[s->span.document], s->span);
        file = reads[s->span.document].name;
    }
    json_write_open(j, '{');
    json_write_key(j, STR("file"));
    struct buf name = buf_make(1 << 16);
    statement_write_name(&name, file);
    json_write_text(j, buf_str(&name));
    json_write_key(j, STR("start"));
    json_write_int(j, span.start);
    json_write_key(j, STR("end"));
    json_write_int(j, span.end);
    json_write_key(j, STR("quote"));
    json_write_text(j, s->quote);
    if (s->id.n) {
        buf_clear(&name);
        figure_id_write(&name, s->id);
        json_write_key(j, STR("figure"));
        json_write_text(j, buf_str(&name));
    }
    buf_free(&name);
    json_write_close(j, '}');
}

static void put_text(struct json_writer *j, struct str key, struct str value)
{
    json_write_key(j, key);
    json_write_text(j, value);
}

void finding_write(struct buf *b, const struct finding *f, const struct read_result *reads)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    put_text(&j, STR("rule"), f->rule);
    put_text(&j, STR("severity"), severity_name(f->severity));
    put_text(&j, STR("message"), f->message);
    json_write_key(&j, STR("spans"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < f->span_count; i++) put_span(&j, &f->spans[i], reads);
    json_write_close(&j, ']');
    put_text(&j, STR("expected"), f->expected);
    put_text(&j, STR("found"), f->found);
    json_write_close(&j, '}');
    buf_char(b, '\n');
}

/* White space of any kind as one space. */
static void put_line(struct buf *b, struct str s)
{
    bool space = b->len == 0;
    for (size_t i = 0; i < s.len; i++) {
        bool white = s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t' || s.ptr[i] == '\r';
        if (!white || !space) buf_char(b, white ? ' ' : s.ptr[i]);
        space = white;
    }
}

/* From the start of a word, or of the paragraph. */
static struct str words_before(struct str text, size_t at)
{
    size_t start = at > WORDS_BEFORE ? at - WORDS_BEFORE : 0;
    if (start > 0) {
        while (start < at && text.ptr[start] != ' ' && text.ptr[start] != '\n') start++;
    }
    struct str words = str_part(text, start, at);
    for (ptrdiff_t end; (end = str_find(words, STR("\n\n"))) >= 0;) words = str_from(words, (size_t)end + 2);
    return words;
}

static struct str words_after(struct str text, size_t at)
{
    size_t end = at + WORDS_AFTER < text.len ? at + WORDS_AFTER : text.len;
    if (end < text.len) {
        while (end > at && text.ptr[end] != ' ' && text.ptr[end] != '\n') end--;
    }
    struct str words = str_part(text, at, end);
    ptrdiff_t stop = str_find(words, STR("\n\n"));
    return stop >= 0 ? str_part(words, 0, (size_t)stop) : words;
}

void finding_words(struct buf *b, const struct finding_span *s, const struct read_result *reads)
{
    struct buf line = buf_make(4096);
    if (!of_record(s)) {
        struct str text = reads[s->span.document].document.text.inside;
        put_line(&line, words_before(text, s->span.start));
        buf_put(&line, STR("«"));
        put_line(&line, s->quote);
        buf_put(&line, STR("»"));
        put_line(&line, words_after(text, s->span.end));
    } else {
        put_line(&line, s->quote);
    }
    buf_put(b, str_trim(buf_str(&line)));
    buf_free(&line);
}
