/* SPDX-License-Identifier: Apache-2.0
 *
 * check_index: from statements to items in the orders in which the rules go through them. See check.c.
 *
 * What makes two figures speak of the same thing is words, so words become numbers here once:
 *
 *   subject   content words, abbreviations written out, without the name of the place, sorted:
 *             "thu ngân sách của quận" = "thu ngân sách quận" = {ngân, sách, thu}
 *   place     the key of the name (unit.h): "TP. Thủ Đức" = "thành phố Thủ Đức"
 *   core      the subject without the words in which a plan and what is done of it differ: "kế hoạch vốn đầu tư công",
 *             "giải ngân vốn đầu tư công" -> {}, which is 0; "dự toán thu ngân sách", "thu ngân sách" -> {sách, thu}
 *   plan      of a plan_ratio: the words that tell one plan from another: "dự toán Thành phố giao" -> {thành phố},
 *             "dự toán", "chỉ tiêu đề ra", "kế hoạch năm" -> {} (the one plan that everybody means); unknown -> none
 *   sentence  from one full stop (blank line, list mark) to the next; paragraphs likewise
 *
 * The text is walked once. The words around a figure are copied in lower case with single spaces, at most WINDOW bytes,
 * so a text that is one endless sentence costs no more than any other.
 */
#include "check_private.h"
#include "map.h"
#include "unit.h"
#include "utf8.h"

/* --- words */

static const char *const STOP_WORDS[] = {"của",   "và",    "các", "là", "trên", "địa", "bàn", "được", "tại",
                                         "trong", "cho",   "với", "số", "tổng", "năm", "đạt", "ước",  "những",
                                         "một",   "lượng", "về",  "so", "toàn", "có",  NULL};
static const char *const PLACE_KINDS[] = {"quận", "huyện", "tỉnh", "phường", "xã", "thành", "phố", "thị", "trấn", NULL};
/* Words of a plan that do not tell it from another plan. */
static const char *const PLAN_WORDS[] = {
    "kế",   "hoạch",  "dự",   "toán", "chỉ",  "tiêu", "mục",  "đề",   "ra",   "đặt",   "giao", "được", "so",
    "với",  "năm",    "cả",   "của",  "trên", "tổng", "vốn",  "đầu",  "tư",   "công",  "do",   "đã",   "này",
    "tăng", "trưởng", "theo", "quy",  "định", "thu",  "ngân", "sách", "nghị", "quyết", NULL};
/* Words in which a plan and what is done of it differ: "Kế hoạch vốn đầu tư công", "Giải ngân vốn đầu tư công". */
static const char *const CORE_WORDS[] = {"kế",   "hoạch", "dự",   "toán", "chỉ", "tiêu",  "mục",  "giải", "ngân",
                                         "tỷ",   "tỉ",    "lệ",   "giao", "bố",  "trí",   "phân", "bổ",   "thực",
                                         "hiện", "tiến",  "độ",   "vốn",  "đầu", "tư",    "công", "giá",  "trị",
                                         "kết",  "quả",   "khối", "đã",   "cả",  "nguồn", NULL};
static const struct {
    const char *shortened, *full;
} ABBREVIATIONS[] = {
    {"nsnn", "ngân sách nhà nước"}, {"tthc", "thủ tục hành chính"}, {"dvctt", "dịch vụ công trực tuyến"},
    {"htx", "hợp tác xã"},          {"xnk", "xuất nhập khẩu"},      {"gtsx", "giá trị sản xuất"},
    {"ntm", "nông thôn mới"},       {"đtc", "đầu tư công"},         {"ktxh", "kinh tế xã hội"},
    {"dn", "doanh nghiệp"},         {"ubnd", "ủy ban nhân dân"},    {"bhyt", "bảo hiểm y tế"},
};
enum {
    WORDS_MAX = 64,
    KEY_SIZE = 64,
    SUBJECT_MOST = 400,
    TOP_MOST = 1000,
    LINE_MOST = 1000,
    LEAD_MOST = 1500,
    LEAD_PARAGRAPHS = 3
};

struct word_list {
    uint32_t at[WORDS_MAX];
    uint32_t len;
};

struct builder {
    struct checker *c;
    struct word_list core_words; /* numbers of CORE_WORDS */
    struct map words, subjects, names, places, units, plans, cores, chains;
    uint32_t word_count, subject_count, place_count, unit_count, plan_count, core_count;
    struct {
        VEC_FIELDS(struct subject);
    } subject_list;
    struct {
        VEC_FIELDS(struct item);
    } items;
    uint32_t sentences, paragraphs; /* counted over all documents */
};

static uint32_t number_of(struct map *m, struct arena *a, struct str key, uint32_t *count)
{
    uint32_t *found_ = map_find(m, key);
    if (found_) return *found_;
    map_put(m, a, str_copy(a, key), ++*count);
    return *count;
}

static bool listed(struct str word, const char *const *list)
{
    for (; *list; list++)
        if (str_eq(word, str_of(*list))) return true;
    return false;
}

/* The next run of letters and digits at or after *at, as its key; "" at the end. The key lives in `key`. */
static struct str next_word(char *key, size_t cap, struct str text, size_t *at)
{
    size_t len, start;
    for (; *at < text.len; *at += len) {
        uint32_t ch = utf8_decode(text, *at, &len);
        if (utf8_is_letter(ch) || (ch >= '0' && ch <= '9')) break;
    }
    for (start = *at; *at < text.len; *at += len) {
        uint32_t ch = utf8_decode(text, *at, &len);
        if (!utf8_is_letter(ch) && !(ch >= '0' && ch <= '9')) break;
    }
    struct str word = str_part(text, start, *at);
    size_t n = utf8_syllable_key(key, cap, word);
    return n ? (struct str){key, n} : word;
}

static void add_word(struct word_list *l, uint32_t n)
{
    if (l->len < WORDS_MAX) l->at[l->len++] = n;
}

static void add_words(struct builder *b, struct word_list *l, struct str text, const char *const *leave_out)
{
    char key[KEY_SIZE];
    size_t at = 0;
    for (struct str w; (w = next_word(key, sizeof key, text, &at)).len && l->len < WORDS_MAX;) {
        const char *full = NULL;
        for (size_t i = 0; i < sizeof ABBREVIATIONS / sizeof *ABBREVIATIONS && !full; i++)
            if (str_eq(w, str_of(ABBREVIATIONS[i].shortened))) full = ABBREVIATIONS[i].full;
        if (!full) {
            if (!listed(w, leave_out)) add_word(l, number_of(&b->words, b->c->arena, w, &b->word_count));
            continue;
        }
        struct str rest = str_of(full);
        char part[KEY_SIZE];
        size_t in = 0;
        for (struct str p; (p = next_word(part, sizeof part, rest, &in)).len;)
            if (!listed(p, leave_out)) add_word(l, number_of(&b->words, b->c->arena, p, &b->word_count));
    }
}

static int compare_words(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort_unique(struct word_list *l)
{
    qsort(l->at, l->len, sizeof *l->at, compare_words);
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->len; i++)
        if (n == 0 || l->at[n - 1] != l->at[i]) l->at[n++] = l->at[i];
    l->len = n;
}

static bool holds(const struct word_list *l, uint32_t word)
{
    for (uint32_t i = 0; i < l->len; i++)
        if (l->at[i] == word) return true;
    return false;
}

static struct str place_name(struct str place)
{
    ptrdiff_t comma = str_find_char(place, ','), bracket = str_find_char(place, '(');
    if (comma >= 0) place = str_part(place, 0, (size_t)comma);
    if (bracket >= 0 && (size_t)bracket < place.len) place = str_part(place, 0, (size_t)bracket);
    return place;
}

/* Names that lead to one unit (unit_key) have one number. */
static uint32_t place_number(struct builder *b, struct str place)
{
    if (place.len == 0) return 0;
    const uint32_t *known = map_find(&b->names, place);
    if (known) return *known;
    struct str key = unit_key(b->c->arena, place);
    uint32_t n = key.len ? number_of(&b->places, b->c->arena, key, &b->place_count) : 0;
    map_put(&b->names, b->c->arena, place, n);
    return n;
}

static uint32_t core_number(struct builder *b, const struct word_list *subject)
{
    struct word_list l = {.len = 0};
    for (const char *const *w = CORE_WORDS; *w && b->core_words.len < sizeof CORE_WORDS / sizeof *CORE_WORDS - 1; w++)
        add_word(&b->core_words, number_of(&b->words, b->c->arena, str_of(*w), &b->word_count));
    for (uint32_t i = 0; i < subject->len; i++)
        if (!holds(&b->core_words, subject->at[i])) add_word(&l, subject->at[i]);
    struct str key = {(const char *)l.at, l.len * sizeof *l.at};
    return l.len ? number_of(&b->cores, b->c->arena, key, &b->core_count) : 0;
}

/* The subject without the place: its name where all of it stands in the subject, and its kind ("thu ngân sách quận"),
 * but "cấp quận" is a level and stays. */
static uint32_t subject_number(struct builder *b, struct str subject, struct str place)
{
    static const char *const nothing[] = {NULL};
    struct word_list all = {.len = 0}, name = {.len = 0}, kind = {.len = 0}, l = {.len = 0};
    uint32_t level = number_of(&b->words, b->c->arena, STR("cấp"), &b->word_count);
    add_words(b, &all, subject, STOP_WORDS);
    add_words(b, &name, place_name(place), PLACE_KINDS);
    add_words(b, &kind, place_name(place), nothing);
    sort_unique(&all);
    bool inside = name.len > 0, levels = holds(&all, level);
    for (uint32_t i = 0; i < name.len; i++) inside = inside && holds(&all, name.at[i]);
    for (uint32_t i = 0; i < all.len; i++) {
        bool is_name = holds(&name, all.at[i]), is_kind = holds(&kind, all.at[i]) && !is_name;
        if (!(inside && is_name) && !(is_kind && !levels)) add_word(&l, all.at[i]);
    }
    if (l.len == 0) l = all;
    struct str key = {(const char *)l.at, l.len * sizeof *l.at};
    uint32_t before = b->subject_count, n = number_of(&b->subjects, b->c->arena, key, &b->subject_count);
    if (n > before) {
        uint32_t *words = arena_array(b->c->arena, uint32_t, l.len);
        memcpy(words, l.at, key.len);
        *vec_push(b->c->arena, &b->subject_list) = (struct subject){words, l.len, core_number(b, &l)};
    }
    return n;
}

/* --- text around a figure */

static struct str window(struct arena *a, struct str text)
{
    size_t cap = 2 * text.len + 4;
    return str_copy(a, lower_words(arena_array(a, char, cap), cap, text));
}

/* The last bytes of a text, from a whole character on. */
static struct str tail(struct str text, size_t most)
{
    if (text.len <= most) return text;
    size_t start = text.len - most;
    while (start < text.len && ((unsigned char)text.ptr[start] & 0xC0) == 0x80) start++;
    return str_from(text, start);
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
    size_t line = start;
    while (line > 0 && start - line < LINE_MOST && text.ptr[line - 1] != '\n') line--;
    if (text.ptr[line] == '|') return true;
    while (start > 0 && (is_space(text.ptr[start - 1]) || text.ptr[start - 1] == '*')) {
        start--;
        if (text.ptr[start] == '\t') return true;
    }
    return start > 0 && text.ptr[start - 1] == '|';
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

static void name_plan(struct builder *b, struct item *i)
{
    struct word_list l = {.len = 0};
    add_words(b, &l, i->plan, PLAN_WORDS);
    sort_unique(&l);
    struct str key = {(const char *)l.at, l.len * sizeof *l.at};
    i->plan_words = number_of(&b->plans, b->c->arena, key, &b->plan_count);
    i->plan_bare = l.len == 0;
}

/* --- items */

static uint32_t unit_number(struct builder *b, struct str unit)
{
    struct str lower = str_trim(utf8_lower(b->c->arena, unit));
    if (str_eq(lower, STR("%/năm"))) lower = STR("%");
    return number_of(&b->units, b->c->arena, lower, &b->unit_count);
}

static bool counts_whole_things(const struct item *i)
{
    if (i->f->value.scale > 0 || i->f->has_max) return false;
    if (is_money(i)) return i->f->value.scale == 0 && !str_has(i->f->unit, STR("/"));
    return is_count(i) && i->f->value.scale == 0;
}

/* Its subject stands in its sentence; the noun that it counts may be in the quote: "có 3.172 hộ kinh doanh đăng ký
 * mới". */
static bool speaks_here(const struct item *i)
{
    char lower[SUBJECT_MOST], around[WINDOW_BEFORE + WINDOW_AFTER + SUBJECT_MOST];
    struct str subject = str_trim(lower_words(lower, sizeof lower, i->f->subject));
    size_t n = 0;
    struct str noun = i->quote;
    while (noun.len && (strchr("0123456789.,", noun.ptr[0]) || noun.ptr[0] == ' ')) noun = str_from(noun, 1);
    memcpy(around, i->before.ptr, i->before.len);
    n = i->before.len;
    n += lower_words(around + n, SUBJECT_MOST, noun).len;
    memcpy(around + n, i->after.ptr, i->after.len);
    n += i->after.len;
    return str_has((struct str){around, n}, subject);
}

static bool says_year(const struct check_input *in, const struct item *i)
{
    char digits[] = {'0', '0', '0', '0'};
    struct str year = {digits, sizeof digits};
    if (i->f->period.kind == PERIOD_NONE || i->f->period.to.year < 1000) return false;
    for (int n = 3, y = i->f->period.to.year; n >= 0; n--, y /= 10) digits[n] = (char)('0' + y % 10);
    struct str top = utf8_clip(in->documents[i->span.document].text, TOP_MOST);
    return str_has(i->before, year) || str_has(i->after, year) || str_has(top, year);
}

static void name_item(struct builder *b, struct item *i)
{
    const struct figure_statement *f = i->f;
    i->place = place_number(b, f->place);
    i->subject = subject_number(b, f->subject, f->place);
    i->core = b->subject_list.at[i->subject - 1].core;
    i->unit = unit_number(b, f->unit);
    i->exact = counts_whole_things(i);
    i->said = i->span.document == CHECK_RECORD || speaks_here(i);
    i->timed = i->span.document == CHECK_RECORD || says_year(b->c->in, i);
    if (f->kind != KIND_PLAN_RATIO) return;
    i->plan = f->plan.len ? plan_until(window(b->c->arena, f->plan)) : plan_after(i->after);
    if (i->plan.len) name_plan(b, i);
}

/* Where figures stand in several paragraphs, the first of them, if it is at the top, is the lead. */
static void mark_lead(struct item *items, size_t count)
{
    uint32_t paragraphs = 0;
    for (size_t i = 0; i < count; i++) paragraphs += i == 0 || items[i].paragraph != items[i - 1].paragraph;
    if (paragraphs < LEAD_PARAGRAPHS) return;
    for (size_t i = 0; i < count && items[i].paragraph == items[0].paragraph; i++)
        items[i].lead = items[i].lead || (!items[i].table && items[i].span.start < LEAD_MOST);
}

static void add_document(struct builder *b, uint32_t n)
{
    const struct check_document *d = &b->c->in->documents[n];
    size_t first = b->items.len;
    struct walk w = {.text = d->text, .sentences = &b->sentences, .paragraphs = &b->paragraphs};
    b->sentences++;
    b->paragraphs++;
    for (size_t s = 0; s < d->count; s++) {
        const struct statement *st = &d->statements[s];
        if (st->kind != STATEMENT_FIGURE || st->span.end > d->text.len || st->span.start > st->span.end) continue;
        walk_to(&w, st->span.start);
        struct item *i = vec_push(b->c->arena, &b->items);
        *i = (struct item){.f = &st->figure,
                           .quote = st->quote,
                           .span = st->span,
                           .sentence = b->sentences,
                           .paragraph = b->paragraphs};
        i->span.document = n;
        size_t left = w.start < st->span.start ? w.start : st->span.start,
               right = w.end > st->span.end ? w.end : st->span.end;
        i->before = window(b->c->arena, tail(str_part(d->text, left, st->span.start), WINDOW_BEFORE));
        i->after = window(b->c->arena, utf8_clip(str_part(d->text, st->span.end, right), WINDOW_AFTER));
        i->table = in_table(d->text, st->span.start);
        i->lead = i->f->heading;
        name_item(b, i);
    }
    mark_lead(b->items.at + first, b->items.len - first);
}

static void add_record(struct builder *b)
{
    for (size_t n = 0; n < b->c->in->record_count; n++) {
        const struct check_figure *r = &b->c->in->record[n];
        const struct figure *g = r->figure;
        struct figure_statement *f = arena_new(b->c->arena, struct figure_statement);
        *f = (struct figure_statement){.value = g->value,
                                       .value_max = g->value_max,
                                       .of = g->of,
                                       .has_max = g->has_max,
                                       .has_of = g->has_of,
                                       .kind = g->key.kind,
                                       .bound = g->bound,
                                       .aspect = g->key.aspect,
                                       .against = g->key.against,
                                       .against_period = g->key.against_period,
                                       .period = g->key.period,
                                       .unit = g->measure,
                                       .subject = r->subject,
                                       .indicator = g->key.indicator,
                                       .place = r->place};
        struct item *i = vec_push(b->c->arena, &b->items);
        *i = (struct item){.f = f,
                           .quote = g->quote,
                           .span = {CHECK_RECORD, (uint32_t)n, (uint32_t)n},
                           .id = r->id,
                           .sentence = ++b->sentences,
                           .paragraph = ++b->paragraphs};
        name_item(b, i);
    }
}

/* --- orders */

static int compare_chain(const void *a, const void *b, void *items)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct item *p = (const struct item *)items + x, *q = (const struct item *)items + y;
    if (p->chain != q->chain) return p->chain < q->chain ? -1 : 1;
    return (x > y) - (x < y);
}

static void make_chains(struct builder *b)
{
    struct checker *c = b->c;
    uint32_t chains = 0;
    for (uint32_t n = 0; n < c->count; n++) {
        struct item *i = &c->items[n];
        uint32_t key[2] = {i->span.document, i->f->group};
        if (i->span.document == CHECK_RECORD || i->f->group == 0)
            i->chain = ++chains;
        else
            i->chain = number_of(&b->chains, c->arena, (struct str){(const char *)key, sizeof key}, &chains);
    }
    c->by_chain = arena_array(c->arena, uint32_t, c->count);
    c->chains = arena_array(c->arena, struct chain, chains + 1);
    c->chain_count = chains + 1;
    for (uint32_t n = 0; n < c->count; n++) c->by_chain[n] = n;
    qsort_r(c->by_chain, c->count, sizeof *c->by_chain, compare_chain, c->items);
    for (uint32_t n = 0; n < c->count; n++) {
        struct chain *ch = &c->chains[c->items[c->by_chain[n]].chain];
        if (ch->len++ == 0) ch->first = n;
    }
}

static int compare_series(const void *a, const void *b, void *items)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct item *p = (const struct item *)items + x, *q = (const struct item *)items + y;
    if (p->subject != q->subject) return p->subject < q->subject ? -1 : 1;
    if (p->place != q->place) return p->place < q->place ? -1 : 1;
    if (p->unit != q->unit) return p->unit < q->unit ? -1 : 1;
    int from = date_cmp(p->f->period.from, q->f->period.from), to = date_cmp(p->f->period.to, q->f->period.to);
    if (from) return from;
    return to ? to : (x > y) - (x < y);
}

/* Plans by what they are the plan of. */
static int compare_plans(const void *a, const void *b, void *items)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    const struct item *p = (const struct item *)items + x, *q = (const struct item *)items + y;
    int order = plan_order(p, q);
    return order ? order : (x > y) - (x < y);
}

static void sort_plans(struct checker *c)
{
    c->by_plan = arena_array(c->arena, uint32_t, c->count);
    for (uint32_t n = 0; n < c->count; n++) {
        const struct item *i = &c->items[n];
        if (is_figure(i, KIND_LEVEL) && is_plan(i) && !i->f->has_max && i->place) c->by_plan[c->plan_count++] = n;
    }
    if (c->plan_count) qsort_r(c->by_plan, c->plan_count, sizeof *c->by_plan, compare_plans, c->items);
}

void check_index(struct checker *c)
{
    struct builder b = {.c = c};
    for (size_t n = 0; n < c->in->document_count; n++) add_document(&b, (uint32_t)n);
    add_record(&b);
    c->items = b.items.at;
    c->count = (uint32_t)b.items.len;
    c->subjects = b.subject_list.at;
    make_chains(&b);
    c->by_series = arena_array(c->arena, uint32_t, c->count);
    for (uint32_t n = 0; n < c->count; n++) c->by_series[n] = n;
    qsort_r(c->by_series, c->count, sizeof *c->by_series, compare_series, c->items);
    sort_plans(c);
}
