/* SPDX-License-Identifier: Apache-2.0
 *
 * html_read: see html.h. Joins the steps up to a page whose text is in the inside form: the child parses and writes its
 * message, the message is checked, the text made NFC (entities may have brought letters in parts) and the pieces moved
 * along with it.
 */
#include "html.h"

#include "child.h"

enum {
    BYTES_A_SECOND = 4 * 1024 * 1024, /* libxml2 reads five times as many on a slow machine */
    MEGA = 1024 * 1024,
};

static bool work(struct buf *answer, const void *input)
{
    const struct str *html = input;
    struct html_page page;
    struct arena *a = arena_make(SIZE_MAX);
    bool ok = html_parse(&page, a, *html);
    if (ok) html_page_write(answer, &page);
    arena_close(a);
    return ok;
}

static bool in_child(struct str *message, struct arena *a, struct str html, struct str name, struct err *err)
{
    unsigned cpu = 2 + (unsigned)(html.len / BYTES_A_SECOND);
    struct child_limits limits = {.cpu_seconds = cpu,
                                  .wall_seconds = 10 + 4 * cpu,
                                  .memory = 256u * MEGA + 12 * html.len,
                                  .answer = 16u * MEGA + 4 * html.len};
    return child_run(message, a, work, &html, &limits, name, err);
}

static bool in_process(struct str *message, struct arena *a, struct str html, struct str name, struct err *err)
{
    struct buf answer = buf_make(SIZE_MAX / 4);
    bool ok = work(&answer, &html);
    *message = str_copy(a, buf_str(&answer));
    buf_free(&answer);
    return ok || fail(err, ERR_PARSER_STOPPED, name);
}

/* An offset of the outside in the inside; offsets are asked in order, *k remembers the point. */
static uint32_t inside_of(const struct text *t, size_t *k, uint32_t outside)
{
    while (*k + 1 < t->point_count && t->points[*k + 1].outside <= outside) ++*k;
    struct text_point p = t->points[*k];
    return p.changed ? p.inside : p.inside + (outside - p.outside);
}

static void move_pieces(struct html_page *page, struct arena *a, const struct text *t)
{
    struct html_piece *moved = arena_array(a, struct html_piece, page->piece_count);
    size_t k = 0;
    for (size_t i = 0; i < page->piece_count; i++) {
        moved[i] = page->pieces[i];
        moved[i].start = inside_of(t, &k, moved[i].start);
        moved[i].end = inside_of(t, &k, moved[i].end);
    }
    page->pieces = moved;
    page->text = t->inside;
}

bool html_read(struct html_page *out, struct text *text, struct arena *a, struct str html, bool here, struct str name,
               struct err *err)
{
    struct str message;
    struct text title;
    if (!(here ? in_process(&message, a, html, name, err) : in_child(&message, a, html, name, err))) return false;
    if (!html_page_read(out, a, message)) return fail(err, ERR_PARSER_STOPPED, name);
    if (!text_make(text, a, out->text, err) || !text_make(&title, a, out->title, err)) return false;
    move_pieces(out, a, text);
    out->title = title.inside;
    static const struct text_point origin = {0};
    *text = (struct text){text->inside, &origin, 1};
    return true;
}
