/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_check: any text, read as a document and checked as two documents, one of them cut in half. Whatever was read,
 * findings point into their documents at what they quote, say something in both languages, and stand in order; two runs
 * say the same.
 */
#include "must.h"

#include "arena.h"
#include "check.h"
#include "read.h"

static void look(const struct findings *found, const struct check_input *in)
{
    const struct span *before = NULL;
    for (size_t i = 0; i < found->len; i++) {
        const struct finding *f = &found->at[i];
        must(f->rule.len > 0 && f->message.len > 0 && f->span_count > 0 && f->span_count <= FINDING_SPANS);
        for (size_t k = 0; k < f->span_count; k++) {
            struct span s = f->spans[k].span;
            must(s.document < in->document_count && s.start < s.end);
            must(s.end <= in->documents[s.document].text.len);
            must(str_eq(f->spans[k].quote, str_part(in->documents[s.document].text, s.start, s.end)));
        }
        const struct span *first = &f->spans[0].span;
        must(!before || before->document < first->document ||
             (before->document == first->document && before->start <= first->start));
        before = first;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(512u << 20);
    struct read_result whole, half;
    struct read_options o = {.date = {2023, 7, 13}, .place = STR("quận Thử Nghiệm")};
    struct err err;
    struct str bytes = {(const char *)data, size};
    if (read_bytes(&whole, a, bytes, STR("a.txt"), &o, &err) &&
        read_bytes(&half, a, str_part(bytes, 0, size / 2), STR("b.txt"), &o, &err)) {
        const struct check_document documents[] = {
            {whole.document.text.inside, whole.reading.date, whole.reading.at, whole.reading.len},
            {half.document.text.inside, half.reading.date, half.reading.at, half.reading.len},
        };
        struct check_input in = {.documents = documents, .document_count = 2, .lang = LANG_VI};
        struct findings vi, en;
        check_run(&vi, a, &in);
        look(&vi, &in);
        in.lang = LANG_EN;
        check_run(&en, a, &in);
        must(vi.len == en.len);
        for (size_t i = 0; i < vi.len; i++) {
            must(str_eq(vi.at[i].rule, en.at[i].rule) && vi.at[i].severity == en.at[i].severity);
            must(str_eq(vi.at[i].found, en.at[i].found) && str_eq(vi.at[i].expected, en.at[i].expected));
        }
    }
    arena_close(a);
    return 0;
}
