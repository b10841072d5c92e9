/* SPDX-License-Identifier: Apache-2.0
 *
 * reader: from blocks to statements. First what the whole text says of itself: its date (given, or a dateline at its
 * head or foot), else the year that it names most; the place it is about. Then block by block, each cut into sentences,
 * each sentence through the steps of reader.h. Between sentences only `struct carry` is kept (sentence.h), so memory
 * does not grow with the text beyond the tokens of one block and the statements. Statements are settled some hundreds
 * at a time: the last of what they lack is repaired, they are put in order, and while streaming they go to the sink.
 *
 * Invariants
 *  1. Statements come out in order of their spans (sorted when they are settled: a reference may lie inside the span of
 *     a directive, but nothing reaches over the end of its block or row).
 *  2. The same input gives the same statements: no clock, no hash order.
 *  3. A sentence has at most SENTENCE_MOST tokens; longer ones are cut, so hostile text stays linear.
 */
#include "period_private.h"

#include "utf8.h"

enum { SENTENCE_MOST = 1500, TITLE_MOST = 260 };

void figure_put(struct reader *r, const struct figure_statement *f, uint32_t start, uint32_t end, struct str rule)
{
    struct statement *s = vec_push(r->work, &r->out);
    *s = (struct statement){.kind = STATEMENT_FIGURE, .rule = rule, .span = {0, start, end}};
    s->quote = str_part(r->in->text, start, end);
    s->figure = *f;
}

static bool abbreviation_before(const struct tokens *ts, size_t dot)
{
    if (dot == 0 || ts->at[dot - 1].kind != TOKEN_WORD || !(ts->at[dot].flags & TOKEN_GLUED)) return false;
    const struct token *word = &ts->at[dot - 1];
    bool letters = word->len == 1 || (word->len == 2 && (word->flags & TOKEN_ALL_CAPS)); /* not "hạng Ba." */
    return (letters && (word->flags & TOKEN_CAPITAL)) || lexicon_is(ts, dot - 1, LEX_ABBREVIATION);
}

/* The end of the sentence that starts at `first` of the block [0, last). */
static size_t sentence_end(const struct tokens *ts, size_t first, size_t last)
{
    size_t limit = last < first + SENTENCE_MOST ? last : first + SENTENCE_MOST;
    for (size_t i = first; i < limit; i++) {
        if (ts->at[i].kind != TOKEN_PUNCT) continue;
        char c = (char)ts->at[i].punct;
        if (c == '!' || c == '?') return i + 1;
        if (c != '.' && c != 'E') continue;
        if (i + 1 >= last) return last;
        const struct token *next = &ts->at[i + 1];
        bool capital = next->kind != TOKEN_WORD || (next->flags & TOKEN_CAPITAL);
        if (c == 'E' && (!capital || next->kind == TOKEN_PUNCT)) continue;
        if (next->kind == TOKEN_PUNCT && (next->punct == ')' || next->punct == '"' || next->punct == ',')) continue;
        if (i == first + 1 && ts->at[first].kind == TOKEN_NUMBER) continue; /* "1. " */
        if (capital && !abbreviation_before(ts, i)) return i + 1;
    }
    return limit;
}

static void emit(struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    static const struct str rules[] = {STR_INIT("level"),      STR_INIT("growth"), STR_INIT("change"),
                                       STR_INIT("plan_ratio"), STR_INIT("share"),  STR_INIT("fraction")};
    struct figure_statement f = m->figure;
    struct str rule = rules[f.kind];
    if (m->cue == CUE_EXCEED && f.kind == KIND_PLAN_RATIO) rule = STR("exceed");
    if (m->rank) rule = STR("rank");
    if (m->plan_tail) f.plan = tokens_text(ts, m->plan_first, m->plan_last);
    if (m->quantity.both_units) {
        struct figure_statement plan = f;
        f.kind = plan.kind = KIND_LEVEL;
        plan.value = f.of;
        plan.aspect = ASPECT_PLAN;
        f.has_of = plan.has_of = false;
        size_t half = m->quantity.number_last;
        figure_put(r, &f, ts->at[m->first].start, token_end(&ts->at[half - 1]), STR("actual_over_plan"));
        figure_put(r, &plan, ts->at[half < m->last ? half : m->first].start, token_end(&ts->at[m->last - 1]),
                   STR("actual_over_plan"));
        return;
    }
    figure_put(r, &f, ts->at[m->first].start, token_end(&ts->at[m->last - 1]), rule);
}

/* "người/km²" -> "người/km2", "doanh nghiệp" as it stands, capitals lower ("Người"); abbreviations stay. */
static struct str canonical_noun(struct arena *a, struct str s)
{
    ptrdiff_t power = str_find(s, STR("\xC2\xB2"));
    if (power >= 0) {
        char *p = arena_alloc(a, s.len, 1);
        memcpy(p, s.ptr, (size_t)power);
        p[power] = '2';
        memcpy(p + power + 1, s.ptr + power + 2, s.len - (size_t)power - 2);
        s = (struct str){p, s.len - 1};
    }
    size_t n;
    bool one_capital = s.len > 1 && utf8_is_upper(utf8_decode(s, 0, &n)) && n < s.len &&
                       !utf8_is_upper(utf8_decode(s, n, &n));
    return one_capital ? utf8_lower(a, s) : s;
}

/* Counts are known by the noun that they count; a bare number or a magnitude by what stands around it. */
static void set_unit(struct reader *r, struct mention *m, const struct mention *prev)
{
    const struct quantity *q = &m->quantity;
    if (q->unit_class != UNIT_CLASS_NONE || m->rank) {
        if (m->rank) m->figure.unit = STR("hạng");
        return;
    }
    if (m->noun_last > m->noun_first) {
        m->figure.unit = canonical_noun(r->arena, tokens_text(&r->tokens, m->noun_first, m->noun_last));
        return;
    }
    if (q->magnitude) {
        m->figure.unit = prev && prev->quantity.unit_class == UNIT_CLASS_MONEY ? prev->figure.unit : STR("VND");
        m->quantity.unit_class = UNIT_CLASS_MONEY;
    }
}

/* "Tổng số học sinh ... là 418": the thing counted is named on the left. */
static void unit_from_subject(struct reader *r, struct mention *m)
{
    if (m->figure.unit.len || m->subject_last <= m->subject_first) return;
    for (size_t i = m->subject_first; i < m->subject_last; i++) {
        size_t n;
        if (lexicon_at(&r->tokens, i, LEX_NOUN, &n) && i + n <= m->subject_last) {
            m->figure.unit = tokens_text(&r->tokens, i, i + n);
            return;
        }
    }
}

/* "X và Y giảm lần lượt 2,27% và 6,91%": the k-th number belongs to the k-th name. */
static void respectively(struct reader *r, size_t k)
{
    const struct tokens *ts = &r->tokens;
    struct mention *m = &r->mentions.at[k];
    size_t at, n, names[8], count = 1;
    if (k + 1 >= r->mentions.len || !class_between(r, LEX_RESPECTIVELY, m->zone, m->lead, &at, &n)) return;
    if (m->subject_last <= m->subject_first) return;
    names[0] = m->subject_first;
    for (size_t i = m->subject_first; i < m->subject_last && count < 8; i++)
        if ((lexicon_is(ts, i, LEX_AND) || token_is_punct(ts, i, ',')) && i > m->subject_first &&
            i + 1 < m->subject_last)
            names[count++] = i + 1;
    if (count < 2) return;
    for (size_t j = 0; j < count && k + j < r->mentions.len; j++) {
        struct mention *other = &r->mentions.at[k + j];
        size_t end = j + 1 < count ? names[j + 1] - 1 : m->subject_last;
        if (j > 0) {
            other->figure.kind = m->figure.kind;
            other->figure.against = m->figure.against;
            other->figure.period = m->figure.period;
            other->figure.aspect = m->figure.aspect;
            if (m->cue_value < 0 && decimal_sign(other->figure.value) > 0 && m->figure.kind != KIND_LEVEL)
                other->figure.value = decimal_neg(other->figure.value);
        }
        other->figure.subject = tokens_text(ts, names[j], end);
    }
}

/* The base that a later comparison of the same sentence names holds for the earlier ones without one. */
static void share_base(struct reader *r)
{
    for (size_t k = r->mentions.len; k > 1; k--) {
        const struct figure_statement *f = &r->mentions.at[k - 1].figure;
        struct mention *prev = &r->mentions.at[k - 2];
        if (f->kind == KIND_GROWTH && prev->figure.kind == KIND_GROWTH && r->mentions.at[k - 1].base_tail &&
            !prev->base_tail) {
            prev->figure.against = f->against;
            prev->figure.against_period = f->against_period;
        }
    }
    for (size_t k = 0; k < r->mentions.len; k++)
        if (r->mentions.at[k].base_tail && r->mentions.at[k].figure.kind == KIND_GROWTH) {
            r->carry.base = r->mentions.at[k].base;
            r->carry.has_base = true;
        }
}

void sentence_set(struct reader *r, size_t first, size_t last)
{
    struct lex_classes all = {{0, 0}};
    uint64_t marks = 0;
    for (const struct token *t = r->tokens.at + first; t < r->tokens.at + last; t++) {
        all.bits[0] |= t->any.bits[0];
        all.bits[1] |= t->any.bits[1];
        marks |= mark_bit((char)t->punct);
    }
    r->first = first;
    r->last = last;
    r->classes = all;
    r->marks = marks;
    r->colon = sentence_has(r, ':');
}

static void read_sentence(struct reader *r)
{
    mentions_find(r);
    for (size_t k = 0; k < r->mentions.len; k++) {
        struct mention *m = &r->mentions.at[k];
        set_unit(r, m, k ? m - 1 : NULL);
        meaning_find(r, k);
        subject_find(r, k);
        unit_from_subject(r, m);
        period_choose(r, k);
    }
    share_base(r);
    subject_share(r);
    for (size_t k = 0; k < r->mentions.len; k++) respectively(r, k);
    for (size_t k = 0; k < r->mentions.len; k++) {
        if (r->heading && r->mentions.at[k].period_source >= FROM_BLOCK && r->timeless.len < PERIOD_TIMELESS)
            *vec_push(r->work, &r->timeless) = (uint32_t)r->out.len;
        else if (period_is_early(r, &r->mentions.at[k]) && r->early.len < PERIOD_TIMELESS)
            *vec_push(r->work, &r->early) = (uint32_t)r->out.len;
        emit(r, &r->mentions.at[k]);
    }
    directive_read(r);
    period_remember(r);
}

/* A word that governs what follows ("phấn đấu", "mục tiêu"), not one that only names a plan. */
static bool aims(const struct reader *r, size_t from, size_t to)
{
    size_t n;
    for (size_t i = from; i < to; i++) {
        const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_TARGET, &n);
        if (s && (s->value == 2 || (s->value == 4 && asks_for(r, i, n))) && i + n <= to) return true;
    }
    return false;
}

/* An introduction that ends in ':' sets what holds for the list after it. */
static void introduce(struct reader *r, size_t last)
{
    const struct tokens *ts = &r->tokens;
    if (!token_is_punct(ts, last - 1, ':')) return;
    if (last + 1 == ts->len) subject_introduce(r, last);
    r->carry.block_plan = aims(r, r->first, last) && !class_between(r, LEX_DONE, r->first, last, NULL, NULL);
    for (size_t k = r->whens.len; k > 0; k--)
        if (!period_is_base(r, &r->whens.at[k - 1]) && r->whens.at[k - 1].period.kind) {
            r->carry.intro = r->whens.at[k - 1].period;
            break;
        }
}

static bool starts_list(const struct tokens *ts)
{
    return ts->at[0].kind == TOKEN_PUNCT &&
           (ts->at[0].punct == '-' || ts->at[0].punct == '+' || ts->at[0].punct == '*');
}

static void read_heading(struct reader *r, size_t last)
{
    sentence_set(r, 0, last);
    directive_heading(r);
    bool section = (r->block->level > 0 && r->block != r->in->at) || targets_headed(r, last);
    bool target = aims(r, 0, last) && targets_headed(r, last) && !class_between(r, LEX_RESULT, 0, last, NULL, NULL);
    bool set = r->carry.targets;
    targets_heading(r, last);
    if (set && !r->carry.targets)
        r->carry.heading_first = false, r->carry.heading_level = 0; /* its time was that of targets */
    r->carry.heading_plan = r->carry.targets || (target && r->mentions.len == 0);
    struct period above = r->carry.heading, before = r->carry.period;
    r->carry.heading = r->carry.period = r->carry.intro = (struct period){.kind = PERIOD_NONE};
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        /* "Kết quả 9 tháng, phương hướng 3 tháng cuối năm" is a report of nine months. */
        bool next = r->carry.heading.kind &&
                    class_between(r, LEX_TARGET_TITLE, r->whens.at[k - 1].last, w->first, NULL, NULL);
        /* "Xã Mẫu phấn đấu ... năm 2026" heads a text that tells of 2025. */
        bool later = !section && (period_ahead(r, w->period) || aims(r, 0, w->first));
        if (w->role == WHEN_PERIOD && w->period.kind != PERIOD_DAY && !next && !later && !period_is_apart(r, w))
            r->carry.heading = w->period;
    }
    bool below = (r->carry.heading_level || r->carry.heading_first) && r->block->level > r->carry.heading_level;
    bool between = r->block->level == 0 && r->block != r->in->at &&
                   (r->carry.heading_level == 0 || r->carry.heading_first);
    if (r->carry.heading.kind == PERIOD_NONE && (below || between || r->carry.targets)) {
        r->carry.heading = above; /* a part of the section above */
        if (r->block->level == 0 && before.kind != PERIOD_TO_DATE)
            r->carry.period = before; /* a title between paragraphs of news */
        return;
    }
    r->carry.heading_level = r->block->level;
    r->carry.heading_first = r->block == r->in->at;
}

static bool has_said(const struct reader *r, size_t from, enum statement_kind kind)
{
    for (size_t i = from; i < r->out.len; i++)
        if (r->out.at[i].kind == kind) return true;
    return false;
}

/* Whether a short block that says nothing itself is the title of what follows. */
static bool is_title(struct reader *r, const struct block *b, size_t last)
{
    const struct tokens *ts = &r->tokens;
    bool unfinished = !token_is_punct(ts, last - 1, '.') && !token_is_punct(ts, last - 1, ';') &&
                      !token_is_punct(ts, last - 1, ':') && b->end - b->start < TITLE_MOST;
    bool titled = b->kind == BLOCK_PARAGRAPH || (b->kind == BLOCK_LIST_ITEM && !starts_list(ts));
    return titled && (unfinished || targets_titled(r, last));
}

static void read_block(struct reader *r, const struct block *b)
{
    tokens_scan(&r->tokens, r->work, r->in->text, b->start, b->end);
    size_t last = r->tokens.len - 1;
    if (last == 0) return;
    r->block = b;
    r->heading = b->kind == BLOCK_HEADING || b == r->in->at;
    if (!r->carry.intro_open || (b->kind != BLOCK_LIST_ITEM && !starts_list(&r->tokens))) {
        r->carry.block_plan = false;
        r->carry.intro = (struct period){.kind = PERIOD_NONE};
    }
    size_t said = r->out.len;
    r->referred = r->tail = 0;
    r->sentence = 0;
    if (!lexicon_is(&r->tokens, 0, LEX_PART)) r->carry.has_base = r->carry.plan_amount = false;
    size_t title = targets_title_end(r);
    for (size_t i = 0; i < last; i = r->last, r->sentence++) {
        sentence_set(r, i, i < title ? title : sentence_end(&r->tokens, i, last));
        read_sentence(r);
        if (i < title && targets_titled(r, title)) read_heading(r, title);
        for (size_t k = r->first; k < r->last && r->colon; k++)
            if (token_is_punct(&r->tokens, k, ':')) introduce(r, k + 1);
    }
    period_leave(r);
    bool figures = has_said(r, said, STATEMENT_FIGURE), asked = has_said(r, said, STATEMENT_DIRECTIVE);
    directive_leave(r, asked);
    if (token_is_punct(&r->tokens, last - 1, ':'))
        r->carry.intro_open = true;
    else if (b->kind != BLOCK_LIST_ITEM && !starts_list(&r->tokens))
        r->carry.intro_open = false;
    if (b->kind == BLOCK_HEADING || (!figures && !asked && r->sentence <= 2 && is_title(r, b, last)))
        read_heading(r, last);
}

static void read_blocks(struct reader *r)
{
    const struct blocks *in = r->in;
    for (size_t i = 0; i < in->len && !r->stopped;) {
        const struct block *b = &in->at[i];
        size_t last = i + 1;
        if (b->kind == BLOCK_CELL) {
            while (last < in->len && in->at[last].kind == BLOCK_CELL && in->at[last].table == b->table) last++;
            table_read(r, i, last);
        } else if (b->kind != BLOCK_FURNITURE) {
            size_t after = flat_table_read(r, i);
            if (after == i)
                read_block(r, b);
            else
                last = after;
        }
        statements_settle(r);
        i = last;
    }
    if (!r->stopped) statements_settle_all(r);
}

static void read_all(struct reading *out, struct reader *r, const struct blocks *in,
                     const struct reader_options *options)
{
    r->in = in;
    r->date = options->date;
    r->place = options->place;
    if (!date_known(r->date)) facts_date(r);
    r->year = date_known(r->date) ? r->date.year : facts_year(in->text);
    if (r->place.len == 0) facts_place(r);
    read_blocks(r);
    *out = (struct reading){
        .at = r->out.at, .len = r->out.len, .problems = r->problems, .date = r->date, .place = r->place};
}

void reader_read(struct reading *out, struct arena *a, const struct blocks *in, const struct reader_options *options)
{
    struct reader *r = arena_new(a, struct reader);
    r->work = r->arena = a;
    read_all(out, r, in, options);
}

void reader_stream(struct reading *out, struct arena *a, const struct blocks *in, const struct reader_options *options,
                   struct reader_sink sink)
{
    struct reader *r = arena_new(a, struct reader);
    r->work = a;
    r->arena = arena_make(SIZE_MAX);
    r->other = arena_make(SIZE_MAX);
    r->sink = &sink;
    read_all(out, r, in, options);
    out->at = NULL;
    out->len = 0;
    arena_close(r->arena);
    arena_close(r->other);
}
