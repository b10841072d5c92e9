/* SPDX-License-Identifier: Apache-2.0
 *
 * subject: what a mention measures, in the words of the text.
 *
 *   level with a verb     the name left of the verb           "thu ngân sách nhà nước | ước đạt | 8.343 tỷ đồng"
 *   count                 what is counted                     subject_count.c
 *   per cent of things    what follows                        "100% dịch vụ công trực tuyến toàn trình"
 *   ratio, growth         its own name if it has one, else that of the mention before, across sentences if need be
 *   part                  the name of the whole and its own   "kim ngạch xuất khẩu" + "khu vực kinh tế trong nước"
 */
#include "subject_private.h"

#include <assert.h>

enum { SHORT_NAME = 4, MEASURE_WORDS = 7, THING_WORDS = 10, DEALS_OUT = 3, GROWTH_SHORT = 2 };

bool subject_sub_item(const struct reader *r)
{
    return token_is_punct(&r->tokens, 0, '+');
}

/* What "trong đó" speaks of: the last growth with a name of its own, else the last level. */
static struct str whole_before(const struct reader *r, const struct mention *m, const struct mention *prev)
{
    for (const struct mention *p = prev; p && m->figure.kind == KIND_GROWTH; p = p > r->mentions.at ? p - 1 : NULL)
        if (p->figure.kind == KIND_GROWTH && p->subject_last > p->subject_first) return p->figure.subject;
    return r->carry.subject;
}

/* The measure that the row said in this unit: "diện tích lúa 68 ha, năng suất 69 tạ/ha; | bắp 25 ha". */
static bool head_of_unit(struct reader *r, struct str unit)
{
    struct carry *c = &r->carry;
    for (size_t i = 0; i < c->head_count; i++)
        if (str_eq(c->heads[i].unit, unit)) {
            c->row_whole = c->heads[i].whole;
            c->row_unit = unit;
            return true;
        }
    return false;
}

bool subject_in_row(struct reader *r, const struct mention *m, struct name name, const struct mention *prev)
{
    struct carry *c = &r->carry;
    if (name.last > name.first + SHORT_NAME || lexicon_is(&r->tokens, name.first, LEX_MEASURE_HEAD) ||
        lexicon_is(&r->tokens, name.first, LEX_RATE_HEAD))
        return false;
    bool item = !prev && subject_sub_item(r) && r->first == 0 &&
                (c->item_block == r->block || c->item_block + 1 == r->block);
    bool part = subject_is_part(r, m, name.first) && (prev || c->row_block == r->block || c->level_block == r->block);
    if (item && c->item_unit.len && !str_eq(c->item_unit, m->figure.unit)) return false;
    if (item)
        c->row_whole = c->item_whole;
    else if (part)
        c->row_whole = whole_before(r, m, prev);
    else if (c->row_block != r->block || (!str_eq(c->row_unit, m->figure.unit) && !head_of_unit(r, m->figure.unit)))
        return false;
    c->row_block = r->block;
    c->row_unit = m->figure.unit;
    if (part && str_find(c->row_whole, name_words(r, name.first, name.last)) >= 0)
        c->row_whole = STR(""); /* "khu vực công nghiệp và xây dựng ..., trong đó | công nghiệp" */
    return c->row_whole.len > 0;
}

static void set_place(struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    m->figure.place = r->carry.place.len ? r->carry.place : r->place;
    if (!lex_classes_have(r->classes, LEX_PLACE_KIND) && !lex_classes_have(r->classes, LEX_PLACE_WORD)) return;
    for (size_t i = m->zone; i < m->lead; i++) {
        size_t end = place_end(r, i, m->lead);
        if (end <= i) continue;
        size_t n;
        const struct lex_sense *word = lexicon_at(ts, i, LEX_PLACE_WORD, &n);
        if (word && word->value == 0 && i + n == end) continue;
        if (i == m->zone || lexicon_is(ts, i - 1, LEX_OF) || ts->at[i - 1].kind == TOKEN_PUNCT || word)
            m->figure.place = name_words(r, i, end);
        i = end - 1;
    }
}

/* The level of the same subject memory: what a ratio or growth without a name speaks of. */
static struct str inherited(const struct reader *r, size_t k)
{
    for (size_t i = k; i > 0 && i + 6 > k; i--) {
        const struct mention *p = &r->mentions.at[i - 1];
        if (p->figure.subject.len == 0 || (p->bracket && !r->mentions.at[k].bracket)) continue;
        if (subject_is_count(p) && p->figure.kind == KIND_CHANGE && i > 1 &&
            r->mentions.at[k].quantity.unit_class == UNIT_CLASS_PERCENT &&
            class_between(r, LEX_EQUIVALENT, p[-1].last, p->lead, NULL, NULL))
            continue; /* "tỷ lệ hộ nghèo giảm 6%, tương đương 11 hộ (giảm từ | 42%" */
        if (subject_is_count(p) &&
            r->mentions.at[k].quantity.unit_class == UNIT_CLASS_PERCENT) /* "5 địa phương có | tỷ lệ giải ngân" */
            for (size_t j = p->noun_last; j < p->subject_last; j++)
                if (lexicon_is(&r->tokens, j, LEX_RATE_HEAD)) return name_words(r, j, p->subject_last);
        return p->figure.subject;
    }
    return r->carry.subject;
}

static bool clause_ends_between(const struct reader *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (token_is_punct(&r->tokens, i, ';') || token_is_punct(&r->tokens, i, ':')) return true;
    return false;
}

/* "6 dự án | với tổng vốn đăng ký", "(chiều dài", "xây cầu Mẫu | với kinh phí": what a measure with a short name is of.
 * */
static struct str measured_thing(const struct reader *r, const struct mention *m, const struct mention *prev,
                                 struct name name)
{
    const struct tokens *ts = &r->tokens;
    size_t with, n;
    if (name.last > name.first + MEASURE_WORDS || !lexicon_is(ts, name.first, LEX_MEASURE_HEAD)) return STR("");
    bool linked = class_between(r, LEX_WITH, m->zone, name.first, &with, &n) && with + n == name.first;
    if (linked && with > m->zone) {
        struct name thing = name_before(r, m->zone, with);
        bool rest = prev && subject_is_count(prev) && thing.last <= thing.first + SHORT_NAME &&
                    prev->subject_last <= prev->subject_first + THING_WORDS &&
                    !class_between(r, LEX_ACTION, prev->noun_last, with, NULL, NULL) &&
                    !class_between(r, LEX_DONE, prev->noun_last, with, NULL, NULL);
        if (rest && !clause_ends_between(r, prev->noun_last, with))
            return prev->figure.subject; /* "142 mô hình vườn xanh, sạch, đẹp với | diện tích" */
        if (thing.first < thing.last && thing.last <= thing.first + THING_WORDS &&
            place_end(r, thing.first, thing.last) < thing.last)
            return name_words(r, thing.first, thing.last);
    }
    bool beside = prev && name.first == prev->name_end + 1 && token_is_punct(ts, prev->name_end, ',');
    bool count = prev && subject_is_count(prev);
    bool bare = lexicon_at(ts, name.first, LEX_MEASURE_HEAD, &n) && name.first + n == name.last;
    bool measured = prev && prev->quantity.unit_class == UNIT_CLASS_MEASURE &&
                    prev->subject_last > prev->subject_first &&
                    prev->subject_last <= prev->subject_first + THING_WORDS && !lexicon_is(ts, m->zone, LEX_AND);
    bool other = m->quantity.unit_class == UNIT_CLASS_MONEY ||
                 (m->quantity.unit_class == UNIT_CLASS_MEASURE &&
                  !str_eq(m->figure.unit, prev ? prev->figure.unit : m->figure.unit));
    if (bare && measured && other && prev->figure.kind == KIND_LEVEL)
        return prev->figure.subject; /* "sản lượng gỗ 215 tấn, | giá trị | 200 tỷ đồng" */
    return count && (linked || m->bracket || beside) ? prev->figure.subject : STR("");
}

/* "xếp thứ 5 cả nước về Chỉ số chuyển đổi số": what is ranked stands after "về". */
static bool rank_subject(struct reader *r, struct mention *m, size_t limit)
{
    for (size_t i = m->last; i + 1 < limit && i < m->last + 6; i++) {
        if (!lexicon_is(&r->tokens, i, LEX_ABOUT_WORD)) continue;
        size_t end = phrase_end(r, i + 1, limit);
        m->figure.subject = name_words(r, i + 1, end);
        m->subject_first = i + 1;
        m->subject_last = end;
        return true;
    }
    return false;
}

/* Per cent of things: "100% dịch vụ công ...", "đạt tối thiểu 70% hồ sơ ...". */
static bool is_determiner(const struct reader *r, const struct mention *m, size_t limit, struct name name)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    bool share = m->figure.kind == KIND_SHARE && m->cue == CUE_NONE; /* "có 90% dân số tham gia" */
    bool growth = m->figure.kind == KIND_GROWTH && name.first >= name.last && m->cue == CUE_CHANGE &&
                  lexicon_is(ts, m->last, LEX_NOUN); /* "giảm 10% hồ sơ trễ hạn" */
    if (m->quantity.unit_class == UNIT_CLASS_MEASURE && m->figure.kind == KIND_LEVEL && m->last < limit &&
        lexicon_is(ts, m->last, LEX_MEASURE_HEAD) && !lexicon_is(ts, name.first, LEX_MEASURE_HEAD) &&
        name.first < name.last && phrase_end(r, m->last, limit) < limit)
        return true; /* "bảo vệ 500 ha | diện tích rừng" */
    if (m->quantity.unit_class != UNIT_CLASS_PERCENT || (m->figure.kind != KIND_LEVEL && !share && !growth) ||
        m->plan_tail || m->base_tail)
        return false;
    if (m->last >= limit || ts->at[m->last].kind != TOKEN_WORD || lexicon_is(ts, m->last, LEX_BOUND_AFTER))
        return false;
    bool rate = lexicon_at(ts, name.first, LEX_RATE_HEAD, &n) && name.first + n < name.last;
    bool after_verb = m->cue != CUE_NONE && name.first >= m->cue_last;
    if (name.first < name.last && (rate || after_verb)) return false; /* "đạt tỷ lệ bao phủ | 86,5% | dân số" */
    if (lexicon_is(ts, m->last, LEX_OF)) return false;                /* "thấp nhất là 3% | ở xã Mẫu" */
    if (m->cue != CUE_SHARE && lexicon_is(ts, m->last, LEX_SET_THING) && phrase_end(r, m->last, limit) <= m->last + 2)
        return false; /* "đạt 97% nghị quyết" */
    return (m->cue == CUE_NONE && !share) || lexicon_is(ts, m->last, LEX_NOUN) ||
           lexicon_is(ts, m->last, LEX_MEASURE_HEAD);
}

static void take_phrase(struct reader *r, struct mention *m, size_t limit)
{
    size_t end = phrase_end(r, m->last, limit);
    m->figure.subject = name_words(r, m->last, end);
    m->subject_first = m->last;
    m->subject_last = end;
    if (end > m->tail_end) m->tail_end = end;
}

/* A level of money or measure whose name is short and goes on after the number: "giải ngân được 842 tỷ đồng | vốn đầu
 * tư công". */
static void add_phrase(struct reader *r, struct mention *m, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    if (m->figure.kind != KIND_LEVEL || m->last >= limit || ts->at[m->last].kind != TOKEN_WORD || m->plan_tail ||
        m->base_tail)
        return;
    if (m->subject_last > m->subject_first + SHORT_NAME || lexicon_is(ts, m->last, LEX_AND) ||
        lexicon_is(ts, m->last, LEX_WITH))
        return;
    if (m->subject_last > m->subject_first && lexicon_is(ts, m->subject_first, LEX_MEASURE_HEAD) &&
        !lexicon_is(ts, m->subject_first, LEX_DISBURSE))
        return;
    size_t end = phrase_end(r, m->last, limit);
    bool thing = m->quantity.unit_class == UNIT_CLASS_MEASURE && end == m->last + 1 && ts->at[m->last].phrase == 0;
    if (end < m->last + 2 && !thing) return;
    struct str phrase = name_words(r, m->last, end);
    if (m->subject_last > m->subject_first)
        r->carry.phrase_verb = m->figure.subject;
    else if (m->quantity.unit_class == UNIT_CLASS_MEASURE &&
             r->carry.phrase_verb.len) /* "356 kg heroin; | 5 kg cocain" */
        m->figure.subject = r->carry.phrase_verb;
    m->figure.subject = name_join(r, m->figure.subject, phrase);
}

static bool names_person_at(const struct tokens *ts, size_t i)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(ts, i, LEX_PARTY, &n);
    return s && s->value >= PARTY_PERSON;
}

/* What the sentence opens with, for a first mention without a name: "Hoạt động du lịch với nhiều sản phẩm ...; ước đạt
 * 86,7%". */
static struct str head_name(const struct reader *r, const struct mention *m)
{
    assert(m);
    const struct tokens *ts = &r->tokens;
    size_t from = strip_left(r, r->first, m->zone > r->first ? m->zone : m->lead), end = from;
    while (end < m->lead && end < from + 10 && ts->at[end].kind != TOKEN_PUNCT && !when_at(r, end) &&
           !lexicon_is(ts, end, LEX_WITH) && !lexicon_is(ts, end, LEX_CHANGE) && !lexicon_is(ts, end, LEX_ATTAIN) &&
           !lexicon_is(ts, end, LEX_DONE) && !lexicon_is(ts, end, LEX_CLAUSE))
        end++;
    if (end < from + 2 || end >= from + 10 || place_end(r, from, end) > from || names_person_at(ts, from) ||
        lexicon_is(ts, from, LEX_BODY))
        return STR("");
    return name_words(r, from, end);
}

/* A name that is only what is done ("thu hoạch 574.341 tấn"): what is measured opened the sentence. */
static bool only_action(const struct reader *r, size_t first, size_t last)
{
    size_t n;
    return lexicon_at(&r->tokens, first, LEX_ACTION, &n) && first + n >= last;
}

/* What is done to something measured, by a verb without an object: "vốn sự nghiệp, | giải ngân được", "nguồn vốn phục
 * hồi
 * đến ngày 24/5 mới | giải ngân"; else what the sentence before measured in the same unit: "Tổng vốn là 20.810 tỷ đồng.
 * Đến nay, đã | phân bổ". */
static struct str done_to(const struct reader *r, const struct mention *m, struct name verb)
{
    const struct tokens *ts = &r->tokens;
    const struct carry *c = &r->carry;
    size_t n;
    bool disburse = lexicon_at(ts, verb.first, LEX_DISBURSE, &n) && verb.first + n >= verb.last;
    if (!disburse && !only_action(r, verb.first, verb.last)) return STR("");
    struct name thing = name_before(r, m->zone, verb.first);
    bool head = lexicon_is(ts, thing.first, LEX_MEASURE_HEAD) ||
                (lexicon_is(ts, thing.first, LEX_NOUN) && !lexicon_is(ts, thing.first, LEX_PLACE_KIND) &&
                 !lexicon_is(ts, thing.first, LEX_BODY));
    if (thing.first < thing.last && head && !only_names(r, thing.first, thing.last) &&
        place_end(r, thing.first, thing.last) == thing.first)
        return name_words(r, thing.first, thing.last);
    const struct lex_sense *action = lexicon_at(ts, verb.first, LEX_ACTION, &n);
    bool same = c->level_block == r->block && c->level_class == m->quantity.unit_class &&
                (disburse || (action && action->value == DEALS_OUT));
    return m == r->mentions.at && same && m->figure.kind == KIND_LEVEL ? c->subject : STR("");
}

/* "cơ quan thuế đã thu được | 2.663 tỷ đồng", "Văn phòng Cục Thuế thu | 2 tỷ đồng": who did it; what was measured was
 * said before. */
static bool names_body(const struct reader *r, const struct mention *m, size_t first, size_t *last)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (m->quantity.unit_class != UNIT_CLASS_MONEY || !lexicon_is(ts, first, LEX_BODY)) return false;
    if (*last <= first + 3 && lexicon_is(ts, *last, LEX_DONE)) return true; /* "cơ quan thuế | đã" */
    size_t end = lexicon_before(ts, *last, LEX_ACTION, &n) && *last - n > first ? *last - n : *last;
    if (party_end(r, first, end) != end) return false;
    *last = end;
    return true;
}

/* A name of its own was found at [first, last). */
static void own_subject(struct reader *r, struct mention *m, size_t k, size_t first, size_t last)
{
    assert(m);
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    struct figure_statement *f = &m->figure;
    size_t n;
    bool other = lexicon_at(&r->tokens, first, LEX_OTHER_PLACE, &n) && first + n == last;
    if (other || place_end(r, first, last) == last || names_body(r, m, first, &last) ||
        (prev && prev->placed && only_names(r, first, last))) {
        f->subject = prev ? inherited(r, k) : head_name(r, m);
        if (f->subject.len == 0) f->subject = inherited(r, k);
        struct name told = f->subject.len ? (struct name){0, 0} : name_before(r, r->first, first);
        if (told.first < told.last) f->subject = name_words(r, told.first, told.last);
        f->place = name_words(r, first, last);
        m->placed = true;
        return;
    }
    struct str done = done_to(r, m, (struct name){first, last});
    if (done.len) {
        f->subject = name_join(r, name_words(r, first, last), done);
        m->subject_first = first;
        m->subject_last = last;
        return;
    }
    struct str head = !prev && only_action(r, first, last) ? head_name(r, m) : STR("");
    if (head.len) {
        f->subject = head;
        m->subject_first = first;
        m->subject_last = last;
        return;
    }
    f->subject = name_words(r, first, last);
    m->subject_first = first;
    m->subject_last = last;
    struct str thing = measured_thing(r, m, prev, (struct name){first, last});
    if (thing.len) {
        f->subject = name_join(r, f->subject, thing);
    } else if (subject_in_row(r, m, (struct name){first, last}, prev)) {
        f->subject = name_join(r, r->carry.row_whole, f->subject);
        m->joined = true;
    } else if (only_names(r, first, last) && (prev || r->carry.subject.len)) {
        f->subject = name_join(r, r->carry.subject, f->subject);
        m->joined = true;
    }
}

struct str subject_topic(const struct reader *r)
{
    return r->carry.topic_block == r->block ? r->carry.topic : STR("");
}

/* "Đối với công tác thu ngân sách nhà nước, ...": a topic at the head of the sentence, for mentions without a name. */
static void find_topic(struct reader *r, const struct mention *m)
{
    size_t n, i = r->first;
    if (!lexicon_at(&r->tokens, i, LEX_TOPIC, &n)) return;
    size_t from = strip_left(r, i + n, m->lead), end = from;
    while (end < m->lead && r->tokens.at[end].kind != TOKEN_PUNCT && end < from + 12) end++;
    while (end > from && lexicon_before(&r->tokens, end, LEX_LINK, &n) && end - n >= from &&
           n >= fixed_before(&r->tokens, from, end))
        end -= n; /* "lĩnh vực may mặc | hiện có" */
    r->carry.topic = name_words(r, from, end);
    r->carry.topic_block = r->block;
}

/* "cầu bê tông Đắk Prế (0.85ha)": the bracket is the mention's own, its name stands outside. */
static bool own_bracket(const struct reader *r, const struct mention *m)
{
    for (size_t i = m->subject_last; i < m->lead; i++)
        if (token_is_punct(&r->tokens, i, '(')) return m->subject_last > m->subject_first;
    return false;
}

/* "Sản lượng ngô đạt 50 tấn; | lạc | 20 tấn": the head of a measure holds for the short names after it. */
static void begin_row(struct reader *r, const struct mention *m)
{
    struct carry *c = &r->carry;
    size_t n;
    bool measure = m->quantity.unit_class == UNIT_CLASS_MEASURE &&
                   lexicon_at(&r->tokens, m->subject_first, LEX_MEASURE_HEAD, &n);
    bool bare = measure && m->subject_first + n >= m->subject_last;
    bool goes_on = c->row_block == r->block;
    if (!goes_on || !measure) c->head_count = 0;
    if (bare && goes_on && !str_eq(c->row_unit, m->figure.unit)) return; /* another measure of the thing just named */
    c->row_block = NULL;
    if (!measure || bare) return;
    c->row_whole = name_words(r, m->subject_first, m->subject_first + n);
    c->row_unit = m->figure.unit;
    c->row_block = r->block;
    size_t at = 0, most = sizeof c->heads / sizeof *c->heads;
    while (at < c->head_count && !str_eq(c->heads[at].unit, m->figure.unit)) at++;
    if (at == most) return;
    if (at == c->head_count) c->head_count++;
    c->heads[at].whole = c->row_whole;
    c->heads[at].unit = c->row_unit;
}

void subject_introduce(struct reader *r, size_t last)
{
    assert(last > r->first);
    if (r->mentions.len) return; /* a level of its own */
    struct name name = name_before(r, r->first, last);
    if (name.first >= name.last || !lexicon_is(&r->tokens, name.first, LEX_MEASURE_HEAD)) return;
    r->carry.item_whole = name_words(r, name.first, name.last);
    r->carry.item_unit = STR("");
    r->carry.item_block = r->block;
}

/* What a sentence and an item of a list leave behind when the next begins. */
static void begin_mention(struct reader *r, size_t k)
{
    struct mention *m = &r->mentions.at[k];
    if (k == 0) {
        find_topic(r, m);
        r->carry.phrase_verb = STR("");
    }
    if (subject_sub_item(r) && r->carry.item_block != r->block && r->carry.item_block + 1 != r->block)
        r->carry.item_whole = STR(""); /* nothing was measured just above */
    m->subject_first = m->subject_last = 0;
    set_place(r, m);
}

/* A subject of its own is what follows speaks of. */
static void keep_subject(struct reader *r, size_t k)
{
    struct carry *c = &r->carry;
    const struct mention *m = &r->mentions.at[k];
    enum figure_kind kind = m->figure.kind;
    c->item_block = r->block;
    if (m->quantity.unit_class == UNIT_CLASS_MONEY && kind == KIND_LEVEL && !m->bracket)
        c->plan_amount = m->figure.aspect == ASPECT_PLAN;
    if (m->subject_last == 0 || (kind != KIND_LEVEL && kind != KIND_FRACTION && k > 0)) return;
    c->group++;
    if ((m->bracket && k > 0 && !own_bracket(r, m)) || m->joined) return;
    c->subject = m->figure.subject;
    c->level_block = r->block;
    c->level_class = m->quantity.unit_class;
    begin_row(r, m);
    if (subject_sub_item(r)) return;
    c->item_whole = m->figure.subject;
    c->item_unit = m->figure.unit;
}

static void without_name(struct reader *r, size_t k)
{
    struct mention *m = &r->mentions.at[k];
    struct str s = STR("");
    if (k == 0 && lexicon_is(&r->tokens, r->first, LEX_TOPIC)) s = subject_topic(r);
    if (k == 0 && s.len == 0 && !m->bracket) s = head_name(r, m);
    m->figure.subject = s.len ? s : inherited(r, k);
}

/* "Hoàn thành | 100% | chỉ tiêu công tác tuyển quân": what the plan is of, where nothing before the number says it. */
static bool planned_thing(struct reader *r, struct mention *m, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t n, at = m->last;
    if (m->figure.kind != KIND_PLAN_RATIO || m != r->mentions.at || m->bracket || !m->plan_tail) return false;
    if (m->cue_first > r->first + 1) return false;
    if (lexicon_at(ts, at, LEX_VERSUS, &n)) at += n;
    if (!lexicon_at(ts, at, LEX_PLAN_WORD, &n)) return false;
    at += n;
    if (lexicon_is(ts, at, LEX_ABOUT_WORD)) at++;
    size_t end = phrase_end(r, at, limit), work;
    const struct lex_sense *noun = lexicon_at(ts, at, LEX_WORK, &work);
    bool thing = lexicon_is(ts, at, LEX_MEASURE_HEAD) || lexicon_is(ts, at, LEX_ACTION) ||
                 (noun && noun->value == WORK_NOUN && at + work < end);
    if (!thing || end < at + 2) return false;
    m->figure.subject = name_words(r, at, end);
    m->subject_first = at;
    m->subject_last = end;
    return true;
}

/* "tổng thu ngân sách đạt 67 tỷ đồng, tốc độ tăng | thu bình quân | 4,3%/năm": growth of what was named in full just
 * before. */
static bool growth_again(struct reader *r, struct mention *m, size_t k, struct name name)
{
    const struct tokens *ts = &r->tokens;
    size_t n, words = 0;
    if (m->figure.kind != KIND_GROWTH || k == 0 || !lexicon_before(ts, name.first, LEX_GROWTH_HEAD, &n)) return false;
    struct str told = inherited(r, k);
    for (size_t i = name.first; i < name.last; i++) {
        if (lexicon_at(ts, i, LEX_AVERAGE, &n) || lexicon_at(ts, i, LEX_YEARLY, &n)) {
            i += n - 1;
            continue;
        }
        if (++words > GROWTH_SHORT || str_find(told, token_text(ts, i)) < 0) return false;
    }
    m->figure.subject = told;
    return told.len > 0;
}

/* The subject where it is neither that of a rank nor that of a distance from a plan. */
static void find_subject(struct reader *r, size_t k, struct name name, size_t limit)
{
    struct mention *m = &r->mentions.at[k];
    enum figure_kind kind = m->figure.kind;
    bool points = str_starts(m->figure.unit, STR("điểm")) && phrase_end(r, m->noun_last, limit) == m->noun_last;
    bool count = subject_is_count(m) && !points && !m->rank;
    bool versus = class_between(r, LEX_VERSUS, m->zone, m->lead, NULL, NULL);
    bool change = count && kind == KIND_CHANGE && (name.first >= name.last || m->cue == CUE_CHANGE || versus);
    if (change && changed_count(r, k, limit)) return;
    if (is_determiner(r, m, limit, name))
        take_phrase(r, m, limit);
    else if (count && kind != KIND_CHANGE)
        count_subject(r, k, name, limit);
    else if (name.first < name.last && !growth_again(r, m, k, name))
        own_subject(r, m, k, name.first, name.last);
    else if (!planned_thing(r, m, limit))
        without_name(r, k);
    if (!subject_is_count(m) && m->quantity.unit_class != UNIT_CLASS_PERCENT) add_phrase(r, m, limit);
}

void subject_find(struct reader *r, size_t k)
{
    assert(r->mentions.at && k < r->mentions.len);
    struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    size_t limit = k + 1 < r->mentions.len ? m[1].lead : r->last;
    if (prev && prev->name_end >= prev->last && prev->name_end < m->zone) m->zone = prev->name_end;
    struct name name = subject_left(r, k);
    begin_mention(r, k);
    bool from_plan = m->figure.kind == KIND_CHANGE && m->figure.against == AGAINST_PLAN;
    if (!m->rank || !rank_subject(r, m, limit)) {
        if (from_plan && prev && prev->figure.subject.len)
            m->figure.subject = prev->figure.subject; /* "cao hơn chỉ tiêu giao 10%" */
        else
            find_subject(r, k, name, limit);
        keep_subject(r, k);
    }
    m->figure.group = r->carry.group;
}
