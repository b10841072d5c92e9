/* SPDX-License-Identifier: Apache-2.0
 *
 * check_index: what stands around the figures that were told (check_told.c), and the orders in which the rules go
 * through them. See check.c.
 *
 *   sentence  from one full stop (blank line, list mark) to the next; paragraphs likewise
 *   words     left and right of a figure in its sentence, at most WINDOW bytes of text: parts of one copy of the text
 *             in lower case with single spaces
 *
 * The text is walked once, so one that is an endless sentence costs no more than any other. A place of the text is
 * found in the copy by marks every EVERY bytes and a walk from there.
 */
#include "check_private.h"
#include "utf8.h"

enum { SUBJECT_MOST = 400, PLAN_MOST = 1000, LINE_MOST = 1000, LEAD_MOST = 1500, LEAD_PARAGRAPHS = 3 };

/* --- the text in lower case */

enum { EVERY = 64 };

struct lower {
    struct str text, words;
    const uint32_t *marks; /* how much of `words` stands before each EVERY-th byte of the text */
};

static void free_words(void *p)
{
    buf_free(p);
}

static void lower_make(struct lower *l, struct arena *a, struct str text)
{
    struct buf *b = arena_new(a, struct buf);
    uint32_t *marks = arena_array(a, uint32_t, text.len / EVERY + 1);
    size_t next = 0;
    *b = buf_make(2 * text.len + 4);
    arena_defer(a, free_words, b);
    for (size_t at = 0; at < text.len;) {
        char put[3];
        if (at >= next) {
            marks[at / EVERY] = (uint32_t)b->len;
            next = (at / EVERY + 1) * EVERY;
        }
        size_t n = lower_step(put, b->len ? b->ptr[b->len - 1] : 0, text, &at);
        buf_put(b, (struct str){put, n});
    }
    *l = (struct lower){text, buf_str(b), marks};
}

/* How much of the copy stands before the character at `to`, at most the length of the text. */
static size_t lower_place(const struct lower *l, size_t to)
{
    if (to >= l->text.len) return l->words.len;
    size_t at = to / EVERY * EVERY, n = l->marks[to / EVERY];
    while (at < to && ((unsigned char)l->text.ptr[at] & 0xC0) == 0x80) at++;
    while (at < to) {
        char put[3];
        n += lower_step(put, n ? l->words.ptr[n - 1] : 0, l->text, &at);
    }
    return n;
}

/* Where the words of [start, end) begin in the copy. A space at the start was left out when another stands before it,
 * which then is taken for it. */
static size_t lower_begin(const struct lower *l, size_t start, size_t end)
{
    size_t n = lower_place(l, start);
    for (size_t at = start; at < end && n > 0 && l->words.ptr[n - 1] == ' ';) {
        char put[3];
        size_t len;
        bool beyond = utf8_decode(l->text, at, &len) > 0xFFFF; /* is in no words */
        if (!beyond) return lower_step(put, ' ', l->text, &at) ? n : n - 1;
        at += len;
    }
    return n;
}

/* --- text around a figure */

/* The start of the last bytes of text[start..end), from a whole character on. */
static size_t tail_start(struct str text, size_t start, size_t end, size_t most)
{
    if (end - start <= most) return start;
    start = end - most;
    while (start < end && ((unsigned char)text.ptr[start] & 0xC0) == 0x80) start++;
    return start;
}

static bool is_space(char ch)
{
    return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r';
}

/* "TP.", "Q.", "TX.": a stop that ends no sentence. */
static bool after_abbreviation(struct str text, size_t stop)
{
    size_t start = stop;
    while (start > 0 && text.ptr[start - 1] >= 'A' && text.ptr[start - 1] <= 'Z') start--;
    return stop > start && stop - start <= 2 &&
           (start == 0 || is_space(text.ptr[start - 1]) || text.ptr[start - 1] == '(');
}

/* What ends at a byte of the text. */
enum ending { ENDS_NOTHING, ENDS_SENTENCE, ENDS_PARAGRAPH };

static enum ending newline_ends(struct str text, size_t at)
{
    size_t next = at + 1, before = at;
    while (next < text.len && (text.ptr[next] == ' ' || text.ptr[next] == '\t' || text.ptr[next] == '\r')) next++;
    if (next >= text.len || text.ptr[next] == '\n') return ENDS_PARAGRAPH;
    while (before > 0 && (text.ptr[before - 1] == ' ' || text.ptr[before - 1] == '\r')) before--;
    char last = before > 0 ? text.ptr[before - 1] : '\n';
    if (strchr("-+*|[", text.ptr[next]) || strchr(".!?;:|]", last)) return ENDS_PARAGRAPH;
    return ENDS_NOTHING;
}

static enum ending ends_at(struct str text, size_t at)
{
    char ch = text.ptr[at];
    if (ch == '\n') return newline_ends(text, at);
    if (ch != '.' && ch != '!' && ch != '?') return ENDS_NOTHING;
    size_t next = at + 1, len;
    if (next < text.len && !is_space(text.ptr[next])) return ENDS_NOTHING;
    while (next < text.len && is_space(text.ptr[next])) next++;
    if (next >= text.len) return ENDS_SENTENCE;
    uint32_t first = utf8_decode(text, next, &len);
    bool starts = utf8_is_upper(first) || !utf8_is_letter(first);
    return starts && !(ch == '.' && after_abbreviation(text, at)) ? ENDS_SENTENCE : ENDS_NOTHING;
}

/* Walks forward through one document; sentence = [start, end). */
struct walk {
    struct str text;
    size_t start, end;
    bool paragraph_ended; /* with this sentence */
    uint32_t *sentences, *paragraphs;
};

static void walk_to(struct walk *w, size_t at)
{
    while (w->end <= at && w->end < w->text.len) {
        enum ending e = ENDS_NOTHING;
        w->start = w->end;
        *w->paragraphs += w->paragraph_ended;
        while (w->end < w->text.len && (e = ends_at(w->text, w->end)) == ENDS_NOTHING) w->end++;
        if (w->end < w->text.len) w->end++;
        ++*w->sentences;
        w->paragraph_ended = e == ENDS_PARAGRAPH;
    }
}

/* Whether the line of a figure begins with a border, or a border or a tab stands just before it. */
static bool in_table(struct str text, size_t start)
{
    size_t least = start < LINE_MOST ? 0 : start - LINE_MOST;
    const char *end = memrchr(text.ptr + least, '\n', start - least);
    if (start < text.len && text.ptr[end ? (size_t)(end - text.ptr) + 1 : least] == '|') return true;
    while (start > 0 && (is_space(text.ptr[start - 1]) || text.ptr[start - 1] == '*')) {
        start--;
        if (text.ptr[start] == '\t') return true;
    }
    return start > 0 && text.ptr[start - 1] == '|';
}

static void set_words(struct item *i, const struct lower *l, size_t first, size_t end)
{
    size_t start = tail_start(l->text, first, i->start, WINDOW_BEFORE);
    size_t stop = i->end + utf8_clip(str_part(l->text, i->end, end), WINDOW_AFTER).len;
    i->left = (uint32_t)lower_begin(l, start, i->start);
    i->left_len = (uint16_t)(lower_place(l, i->start) - i->left);
    i->right = (uint32_t)lower_begin(l, i->end, stop);
    i->right_len = (uint16_t)(lower_place(l, stop) - i->right);
}

/* --- plan */

/* Up to a mark or a word that goes on with something else. */
static struct str plan_until(struct str words)
{
    static const char *const ends[] = {" tăng ",   " giảm ",  " bằng ", " đạt ",    " và tăng",
                                       " và giảm", " và đạt", " để ",   " cao hơn", NULL};
    size_t end = 0;
    while (end < words.len && !strchr(",;.():", words.ptr[end])) end++;
    words = str_part(words, 0, end);
    for (const char *const *s = ends; *s; s++) {
        ptrdiff_t at = str_find(words, str_of(*s));
        if (at >= 0) words = str_part(words, 0, (size_t)at);
    }
    for (size_t at = 0; at + 5 < words.len; at++) /* "dự toán Thành phố giao và 103% dự toán HĐND giao" */
        if (str_starts(str_from(words, at), STR(" và ")) && strchr("0123456789", words.ptr[at + 5]))
            words = str_part(words, 0, at);
    return str_trim(words);
}

/* The words that name the plan right of a ratio: "56% so với dự toán thành phố giao (tăng 8%" -> "dự toán thành phố
 * giao". */
static struct str plan_after(struct str after)
{
    static const char *const starts[] = {"kế hoạch",   "dự toán",       "chỉ tiêu", "mục tiêu",
                                         "nghị quyết", "tổng kế hoạch", "kịch bản", NULL};
    static const char *const skips[] = {"so ", "với ", "của ", "trên ", NULL};
    for (bool again = true; again;) {
        after = str_trim(after);
        again = false;
        for (const char *const *s = skips; *s; s++)
            if (str_starts(after, str_of(*s))) {
                after = str_from(after, strlen(*s));
                again = true;
            }
    }
    bool plan = false;
    for (const char *const *s = starts; *s; s++) plan = plan || str_starts(after, str_of(*s));
    if (!plan) return (struct str){"", 0};
    return plan_until(after);
}

/* --- items */

static bool counts_whole_things(const struct item *i)
{
    if (i->scale > 0 || i->f->has_max) return false;
    if (is_money(i)) return i->scale == 0 && !str_has(i->f->unit, STR("/"));
    return is_count(i) && i->scale == 0;
}

/* Its subject stands in its sentence; the noun that it counts may be in the quote: "có 3.172 hộ kinh doanh đăng ký
 * mới". */
static bool speaks_here(const struct item *i)
{
    char lower[SUBJECT_MOST], around[2 * WINDOW_BEFORE + 2 * WINDOW_AFTER + SUBJECT_MOST];
    struct str subject = str_trim(lower_words(lower, sizeof lower, item_subject(i)));
    struct str before = words_before(i), after = words_after(i), noun = quote_of(i);
    size_t n = before.len;
    while (noun.len && (strchr("0123456789.,", noun.ptr[0]) || noun.ptr[0] == ' ')) noun = str_from(noun, 1);
    memcpy(around, before.ptr, before.len);
    n += lower_words(around + n, SUBJECT_MOST, noun).len;
    memcpy(around + n, after.ptr, after.len);
    return str_has((struct str){around, n + after.len}, subject);
}

bool year_digits(char out[4], struct period p)
{
    if (p.kind == PERIOD_NONE || p.to.year < 1000) return false;
    for (int n = 3, y = p.to.year; n >= 0; n--, y /= 10) out[n] = (char)('0' + y % 10);
    return true;
}

static bool says_year(const struct item *i)
{
    char digits[4];
    struct str year = {digits, sizeof digits};
    if (!year_digits(digits, i->f->period)) return false;
    return i->f->top || str_has(words_before(i), year) || str_has(words_after(i), year);
}

/* The plan of a ratio; ratios to one plan share it. */
static void find_plan(struct checker *c, struct told *d, struct item *i, struct map *plans)
{
    char lower[2 * PLAN_MOST];
    struct str text = i->f->plan.len ? plan_until(lower_words(lower, sizeof lower, utf8_clip(i->f->plan, PLAN_MOST)))
                                     : plan_after(words_after(i));
    if (text.len == 0) return;
    const uint32_t *known = map_find(plans, text);
    if (known && i->more == 0) {
        i->more = *known;
        return;
    }
    struct item_more more = d->more.at[i->more];
    if (known) {
        more.plan = d->more.at[*known].plan;
    } else {
        more.plan = (struct item_plan){.text = str_copy(c->arena, text)};
        number_plan(&c->numbers, &more.plan);
    }
    if (!known && i->more == 0) map_put(plans, c->arena, more.plan.text, (uint32_t)d->more.len);
    i->more = (uint32_t)d->more.len;
    *vec_push(c->arena, &d->more) = more;
}

/* Where figures stand in several paragraphs, the first of them, if it is at the top, is the lead. */
static void mark_lead(struct item *items, size_t count)
{
    uint32_t paragraphs = 0;
    for (size_t i = 0; i < count; i++) paragraphs += i == 0 || items[i].paragraph != items[i - 1].paragraph;
    if (paragraphs < LEAD_PARAGRAPHS) return;
    for (size_t i = 0; i < count && items[i].paragraph == items[0].paragraph; i++)
        items[i].lead = items[i].lead || (!items[i].table && items[i].start < LEAD_MOST);
}

static void index_document(struct checker *c, struct told *d, uint32_t *sentences, uint32_t *paragraphs)
{
    struct walk w = {.text = d->text, .sentences = sentences, .paragraphs = paragraphs};
    struct lower l;
    struct map plans = {0};
    ++*sentences;
    ++*paragraphs;
    lower_make(&l, c->arena, d->text);
    d->lower = l.words;
    for (uint32_t n = d->first; n < d->end; n++) {
        struct item *i = &c->items[n];
        walk_to(&w, i->start);
        i->sentence = *sentences;
        i->paragraph = *paragraphs;
        set_words(i, &l, w.start < i->start ? w.start : i->start, w.end > i->end ? w.end : i->end);
        i->table = in_table(d->text, i->start);
        i->lead = i->f->heading;
        i->exact = counts_whole_things(i);
        i->said = speaks_here(i);
        i->timed = says_year(i);
        if (is_figure(i, KIND_PLAN_RATIO)) find_plan(c, d, i, &plans);
    }
    mark_lead(c->items + d->first, d->end - d->first);
}

static void index_record(struct checker *c, struct told *d, uint32_t *sentences, uint32_t *paragraphs)
{
    for (uint32_t n = d->first; n < d->end; n++) {
        struct item *i = &c->items[n];
        i->sentence = ++*sentences;
        i->paragraph = ++*paragraphs;
        i->exact = counts_whole_things(i);
        i->said = i->timed = true;
        i->chain = 0;
    }
}

/* --- orders */

/* By document and group, those of none last; then as they stand. */
static int compare_groups(const void *a, const void *b, void *items)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct item *p = (const struct item *)items + x, *q = (const struct item *)items + y;
    if (p->f->document != q->f->document) return p->f->document < q->f->document ? -1 : 1;
    if (p->chain != q->chain) return p->chain < q->chain ? -1 : 1;
    return (x > y) - (x < y);
}

static int compare_chain(const void *a, const void *b, void *items)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct item *p = (const struct item *)items + x, *q = (const struct item *)items + y;
    if (p->chain != q->chain) return p->chain < q->chain ? -1 : 1;
    return (x > y) - (x < y);
}

/* Groups become chains, numbered in the order in which they begin. by_series is not made yet: it holds the first item
 * of the group of each for now. */
static void make_chains(struct checker *c)
{
    uint32_t chains = 0, *leader = c->by_series;
    for (uint32_t n = 0; n < c->count; n++) c->by_chain[n] = n;
    qsort_r(c->by_chain, c->count, sizeof *c->by_chain, compare_groups, c->items);
    for (uint32_t n = 0; n < c->count; n++) {
        uint32_t i = c->by_chain[n], before = n ? c->by_chain[n - 1] : 0;
        const struct item *p = &c->items[i], *q = &c->items[before];
        bool goes_on = n > 0 && p->chain != 0 && p->chain == q->chain && p->f->document == q->f->document;
        leader[i] = goes_on ? leader[before] : i;
    }
    for (uint32_t n = 0; n < c->count; n++) c->items[n].chain = leader[n] == n ? ++chains : c->items[leader[n]].chain;
    qsort_r(c->by_chain, c->count, sizeof *c->by_chain, compare_chain, c->items);
    c->chain_first = arena_array(c->arena, uint32_t, (size_t)chains + 2);
    for (uint32_t n = c->count; n > 0; n--) c->chain_first[c->items[c->by_chain[n - 1]].chain] = n - 1;
    c->chain_first[chains + 1] = c->count;
}

static int compare_series(const void *a, const void *b, void *items)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct item *p = (const struct item *)items + x, *q = (const struct item *)items + y;
    if (p->subject_number != q->subject_number) return p->subject_number < q->subject_number ? -1 : 1;
    if (p->f->place_number != q->f->place_number) return p->f->place_number < q->f->place_number ? -1 : 1;
    if (p->f->unit_number != q->f->unit_number) return p->f->unit_number < q->f->unit_number ? -1 : 1;
    int from = date_cmp(p->f->period.from, q->f->period.from), to = date_cmp(p->f->period.to, q->f->period.to);
    if (from) return from;
    return to ? to : (x > y) - (x < y);
}

/* Plans by what they are the plan of. */
static int compare_plans(const void *a, const void *b, void *checker)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct checker *c = checker;
    int order = plan_order(c, &c->items[x], &c->items[y]);
    return order ? order : (x > y) - (x < y);
}

static bool is_known_plan(const struct item *i)
{
    return is_figure(i, KIND_LEVEL) && !i->f->has_max && i->f->place_number && is_plan(i);
}

static void sort_plans(struct checker *c)
{
    uint32_t count = 0;
    for (uint32_t n = 0; n < c->count; n++) count += is_known_plan(&c->items[n]);
    c->by_plan = arena_array(c->arena, uint32_t, count);
    for (uint32_t n = 0; n < c->count; n++)
        if (is_known_plan(&c->items[n])) c->by_plan[c->plan_count++] = n;
    if (c->plan_count) qsort_r(c->by_plan, c->plan_count, sizeof *c->by_plan, compare_plans, c);
}

void check_index(struct checker *c)
{
    uint32_t sentences = 0, paragraphs = 0;
    c->items = (struct item *)(void *)c->store->ptr;
    if (c->documents.len) c->documents.at[c->documents.len - 1]->end = c->count;
    for (size_t n = 0; n < c->documents.len; n++) {
        struct told *d = c->documents.at[n];
        if (d->record)
            index_record(c, d, &sentences, &paragraphs);
        else
            index_document(c, d, &sentences, &paragraphs);
    }
    c->by_chain = arena_array(c->arena, uint32_t, c->count);
    c->by_series = arena_array(c->arena, uint32_t, c->count);
    make_chains(c);
    for (uint32_t n = 0; n < c->count; n++) c->by_series[n] = n;
    qsort_r(c->by_series, c->count, sizeof *c->by_series, compare_series, c->items);
    sort_plans(c);
}
