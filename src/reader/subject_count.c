/* SPDX-License-Identifier: Apache-2.0
 *
 * subject_count: what a count counts.
 *
 *   a name of a number on the left      "số hộ kinh doanh thành lập mới của quận | là | 3.127 trường hợp"
 *   else the noun and what follows it   "233 không gian văn hóa Hồ Chí Minh"
 *   else the noun and what stands left  "cấp tỉnh tiếp nhận | 7.744 hồ sơ"
 */
#include "subject_private.h"

#include <assert.h>

#include "utf8.h"

enum { VERB_MOST = 12, VERB_SHORT = 4, TAIL_SHORT = 2, LINKS_MOST = 3, LEVELS_BACK = 10, BODY_NAME = 8 };

/* After "trong đó", in a list of parts or in brackets: the name is short for "<whole> <name>". */
bool subject_is_part(const struct reader *r, const struct mention *m, size_t first)
{
    size_t from = m->zone < first ? m->zone : first;
    return class_between(r, LEX_PART, from, m->lead, NULL, NULL);
}

bool subject_is_count(const struct mention *m)
{
    return m->noun_last > m->noun_first;
}

/* The name left of the bracket that the mention opens: "Đội ngũ cán bộ ... (trung bình 64 người/xã)". */
bool before_own_bracket(const struct reader *r, const struct mention *m, struct name *name)
{
    for (size_t i = m->zone; i < m->lead; i++)
        if (token_is_punct(&r->tokens, i, '(')) {
            *name = name_before(r, m->zone, i);
            return name->first < name->last;
        }
    return false;
}

static bool same_words(const struct tokens *ts, size_t i, size_t k, size_t count)
{
    for (size_t n = 0; n < count; n++)
        if (ts->at[i + n].syllable == 0 || ts->at[i + n].syllable != ts->at[k + n].syllable) return false;
    return true;
}

/* A pair with a comma inside: "5/9 huyện, thành phố | đạt". */
static size_t noun_pair_end(const struct reader *r, const struct mention *m, size_t limit)
{
    size_t n;
    if (!token_is_punct(&r->tokens, m->noun_last, ',') || !lexicon_at(&r->tokens, m->noun_last + 1, LEX_NOUN, &n))
        return m->noun_last;
    size_t end = m->noun_last + 1 + n;
    bool verb = (lexicon_is(&r->tokens, end, LEX_ATTAIN) && !lexicon_is(&r->tokens, end, LEX_FULFIL)) ||
                lexicon_is(&r->tokens, end, LEX_OF);
    return verb && end < limit ? end : m->noun_last;
}

/* "... | và tự nghiên cứu | 11 báo cáo", "... | và cải tạo hạ tầng": what another verb governs is no part of the name.
 * */
static size_t before_next_verb(const struct reader *r, size_t from, size_t end, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = end; i-- > from;) {
        if (!lexicon_at(ts, i, LEX_AND, &n) || (ts->at[i].flags & TOKEN_INSIDE)) continue;
        if (end == limit && limit < r->last) return i;
        if (lexicon_is(ts, i + n, LEX_ACTION) || lexicon_is(ts, i + n, LEX_FULFIL)) return i;
    }
    return end;
}

/* What follows the noun and says which things are counted; its end. */
static size_t tail_end(const struct reader *r, size_t k, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    const struct mention *m = &r->mentions.at[k];
    size_t from = noun_pair_end(r, m, limit), n;
    if (lexicon_is(ts, from, LEX_BOUND_AFTER)) return from; /* "7 xã | trở lên" */
    if (token_is_punct(ts, from, '/')) return from;         /* "sản phẩm | /năm" */
    size_t end = before_next_verb(r, from, phrase_end(r, from, limit), limit);
    bool next_counts = k + 1 < r->mentions.len && !lexicon_is(ts, m[1].last, LEX_PLAN_WORD) &&
                       !lexicon_is(ts, m[1].last, LEX_VERSUS);
    if (next_counts && end == limit && end > from && lexicon_before(ts, end, LEX_ATTAIN, &n) &&
        end - n >= from) { /* "6 xã đạt | 19/19 tiêu chí về ..." */
        size_t more = k + 2 < r->mentions.len ? r->mentions.at[k + 2].lead : r->last;
        return phrase_end(r, m[1].last, more);
    }
    while (end > from && end == limit && lexicon_before(ts, end, LEX_LINK, &n) && end - n >= from &&
           n >= fixed_before(ts, from, end))
        end -= n;
    while (end > from && (lexicon_before(ts, end, LEX_OF, &n) || lexicon_before(ts, end, LEX_IS, &n)) &&
           end - n >= from)
        end -= n;
    return end;
}

/* The verb that governs the count: "Công an huyện đã | điều tra khám phá | 251 vụ". */
static struct name count_verb(const struct reader *r, const struct mention *m, struct name left)
{
    const struct tokens *ts = &r->tokens;
    size_t n, from = left.first, to = left.last;
    for (size_t i = from; i < left.last; i++) {
        if (lexicon_at(ts, i, LEX_DONE, &n) && i + n < to) from = i + n;
        if (token_is_punct(ts, i, ',')) from = i + 1;
    }
    while (to > from && (lexicon_before(ts, to, LEX_FOR, &n) || lexicon_before(ts, to, LEX_OF, &n) ||
                         lexicon_before(ts, to, LEX_WITH, &n)))
        to -= n;
    for (size_t i = from; i < to && to > from + VERB_SHORT; i++) /* "vận động | và trao tặng" */
        if (lexicon_at(ts, i, LEX_AND, &n) && i + n < to) from = i + n;
    bool far = m->lead > left.last + LINKS_MOST; /* it governs other words */
    bool owner = m->lead > m->zone && lexicon_is(ts, m->lead - 1, LEX_HAVE);
    bool label = to == from + 1 && from > 0 && ts->at[from - 1].kind == TOKEN_PUNCT; /* "(Bò 970 con" */
    bool body = (only_names(r, from, to) && !label) || place_end(r, from, to) == to || owner;
    if (far || to > from + VERB_MOST || body) return (struct name){from, from};
    return (struct name){from, to};
}

/* Whether `shorter` is the noun `longer` or its first words: "vụ" of "vụ phạm pháp". */
static bool noun_of(struct str longer, struct str shorter)
{
    return shorter.len && str_starts(longer, shorter) &&
           (longer.len == shorter.len || longer.ptr[shorter.len] == ' ' || longer.ptr[shorter.len] == '/');
}

/* What an earlier count of the block said of the same things: "257 vụ | phạm pháp hình sự", then "251 vụ". What it said
 * of their state ("1.215 doanh nghiệp | đang hoạt động") does not go with another verb. */
static struct str complement(struct reader *r, const struct mention *m, bool verb)
{
    const struct carry *c = &r->carry;
    if (c->counted_block != r->block) return STR("");
    for (size_t i = 0; i < c->counted_len; i++) {
        struct str unit = c->counted[i].unit, noun = m->figure.unit;
        struct str rest = verb && c->counted[i].state ? STR("") : c->counted[i].rest;
        if (noun_of(noun, unit)) return rest;
        if (noun_of(unit, noun)) return name_join(r, str_trim(str_from(unit, noun.len)), rest);
    }
    return STR("");
}

static void remember(struct reader *r, const struct mention *m, struct str rest, bool state)
{
    struct carry *c = &r->carry;
    if (c->counted_block != r->block) c->counted_len = 0;
    c->counted_block = r->block;
    size_t i = 0;
    while (i < c->counted_len && !str_eq(c->counted[i].unit, m->figure.unit)) i++;
    if (i == c->counted_len && c->counted_len < sizeof c->counted / sizeof *c->counted) c->counted_len++;
    if (i == c->counted_len) i = 0;
    c->counted[i].unit = m->figure.unit;
    c->counted[i].rest = rest;
    c->counted[i].state = state;
    c->last_rest = rest;
}

/* "10 vụ với 14 bị can", "1.436 vụ/1.882 bị can", "9 sản phẩm của 4 chủ thể": counts that belong together. */
static bool follows_count(const struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    if (k == 0 || !subject_is_count(m - 1)) return false;
    size_t at = m[-1].last, n;
    if (token_is_punct(&r->tokens, at, ',')) at++;
    if (token_is_punct(&r->tokens, at, '/')) return at + 1 == m->lead;
    return (lexicon_at(&r->tokens, at, LEX_WITH, &n) || lexicon_at(&r->tokens, at, LEX_OF, &n)) && at + n == m->lead;
}

/* "tặng bằng khen cho 29 tập thể, | 72 cá nhân": the verb of the count before governs this one too. */
static bool next_of(const struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    if (k == 0 || !subject_is_count(m - 1) || m[-1].name_end + 1 != m->lead) return false;
    return token_is_punct(&r->tokens, m->lead - 1, ',') || lexicon_is(&r->tokens, m->lead - 1, LEX_AND);
}

/* The name of a count without what only says that it is a number: "tổng số | cơ sở thương mại". */
static struct str counted_before(const struct reader *r, const struct mention *p)
{
    size_t n;
    bool number = p->subject_first < p->subject_last &&
                  lexicon_at(&r->tokens, p->subject_first, LEX_MEASURE_HEAD, &n) &&
                  lexicon_is(&r->tokens, p->subject_first + n, LEX_NOUN);
    return number ? name_words(r, p->subject_first + n, p->subject_last) : p->figure.subject;
}

/* "41 vụ/132 bị can | về hành vi đánh bạc": what follows the second belongs to both. */
static struct str shared_tail(const struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    size_t n;
    if (k + 1 >= r->mentions.len || !subject_is_count(m + 1) || m[1].lead != m->last + 1) return STR("");
    bool listed = token_is_punct(&r->tokens, m->last, ',') && !m->whom && m->cue == CUE_NONE &&
                  !lexicon_before(&r->tokens, m->lead, LEX_ATTAIN, &n);
    if (!token_is_punct(&r->tokens, m->last, '/') && !listed) return STR("");
    size_t limit = k + 2 < r->mentions.len ? m[2].lead : r->last;
    return name_words(r, m[1].noun_last, tail_end(r, k + 1, limit));
}

/* "Tỷ lệ xã đạt chuẩn đạt 50% (8 xã)", "1,4%, tương đương với 4.375 người": a rate and the count that it is of. */
static struct str counts_rate(const struct reader *r, size_t k)
{
    const struct mention *m = &r->mentions.at[k];
    if (k == 0 || m[-1].quantity.unit_class != UNIT_CLASS_PERCENT || m[-1].subject_last <= m[-1].subject_first)
        return STR("");
    bool open = token_is_punct(&r->tokens, m[-1].last, '(') && m->lead == m[-1].last + 1;
    if (!open && !class_between(r, LEX_EQUIVALENT, m[-1].last, m->lead, NULL, NULL)) return STR("");
    size_t from = m[-1].subject_first, n;
    if (lexicon_at(&r->tokens, from, LEX_RATE_HEAD, &n)) from += n;
    if (lexicon_word(&r->tokens, from, LEX_MEASURE_HEAD)) from++; /* "tỷ lệ | số xã" */
    size_t noun = m->noun_last - m->noun_first;
    if (same_words(&r->tokens, from, m->noun_first, noun)) from += noun;
    return name_words(r, from, m[-1].subject_last);
}

/* "bị thương | 163 người" after "680 vụ | tai nạn giao thông": what came of the things counted before. */
static struct str cause(const struct reader *r, size_t k, struct name verb)
{
    bool outcome = false;
    for (size_t i = verb.first, n; i < verb.last; i++) {
        const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_ACTION, &n);
        outcome = outcome || (s && s->value == 2);
    }
    for (size_t i = outcome ? k : 0; i > 0; i--) { /* over "làm chết 26 người, | bị thương 30 người" */
        const struct mention *p = &r->mentions.at[i - 1];
        if (!subject_is_count(p)) return STR("");
        bool kind = p->noun_last > p->noun_first + 1 && lexicon_word(&r->tokens, p->noun_first, LEX_NOUN);
        size_t from = kind ? p->noun_first + 1 : p->noun_last; /* "vụ | tai nạn giao thông" */
        if (p->subject_last > from) return name_words(r, from, p->subject_last);
    }
    return STR("");
}

/* The verb as it stands inside a name: "Thu hút" that began the sentence is "thu hút". */
static struct str verb_words(struct reader *r, struct name verb)
{
    const struct tokens *ts = &r->tokens;
    struct str s = name_words(r, verb.first, verb.last);
    bool opens = verb.first < verb.last && (verb.first == r->first || ts->at[verb.first - 1].kind == TOKEN_PUNCT);
    if (!opens || (ts->at[verb.first].flags & TOKEN_ALL_CAPS) || !(ts->at[verb.first].flags & TOKEN_CAPITAL)) return s;
    size_t head = ts->at[verb.first].len;
    struct str lower = utf8_lower(r->arena, str_part(s, 0, head));
    return verb.last == verb.first + 1 ? lower : name_join(r, lower, name_words(r, verb.first + 1, verb.last));
}

/* "tặng quà cho | 45 hộ", "kiểm tra tại | 6 đơn vị": those for whom or where something is done. */
static bool for_whom(const struct reader *r, const struct mention *m, struct name left)
{
    size_t n;
    if (left.first >= left.last || m->lead == m->zone) return false;
    if (lexicon_is(&r->tokens, m->lead - 1, LEX_FOR)) return true;
    struct name verb = count_verb(r, m, left);
    return lexicon_before(&r->tokens, m->lead, LEX_OF, &n) && lexicon_is(&r->tokens, verb.first, LEX_ACTION);
}

/* "trên địa bàn huyện", "thuộc các xã ...", "của huyện Mẫu": says where, not which. */
static bool only_where(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n, filler;
    if (from >= to || !lexicon_at(ts, from, LEX_OF, &n)) return false;
    from += n;
    while (from < to && lexicon_at(ts, from, LEX_FILLER, &filler)) from += filler;
    for (size_t i = from; i < to; i++)
        if (lexicon_is(ts, i, LEX_ATTAIN)) return false; /* "trên địa bàn tỉnh | đạt tiêu chí quốc gia" */
    return from >= to || lexicon_is(ts, from, LEX_PLACE_KIND) || lexicon_is(ts, from, LEX_PLACE_WORD);
}

/* "trộm cắp tài sản 53 vụ, | đánh bạc | 33 vụ": in a list, words before the number that are no verb we know say
 * which. */
static bool is_label(const struct reader *r, size_t k, struct name verb)
{
    const struct tokens *ts = &r->tokens;
    const struct mention *m = &r->mentions.at[k];
    if (verb.last < verb.first + 2 || verb.last != m->lead || verb.first <= r->first) return false;
    const struct mention *end = r->mentions.at + r->mentions.len, *after = m + 1, *before = k > 0 ? m - 1 : NULL;
    while (after < end && after->quantity.unit_class == UNIT_CLASS_PERCENT) after++;
    while (before && before->bracket && before > r->mentions.at) before--;
    bool next = after < end && str_eq(after->quantity.unit, m->quantity.unit) &&
                same_words(ts, after->noun_first, m->noun_first, 1);
    bool listed = before && str_eq(before->figure.unit, m->figure.unit);
    bool opens = ts->at[verb.first - 1].kind == TOKEN_PUNCT || lexicon_is(ts, verb.first - 1, LEX_CLAUSE);
    if (!opens || (!listed && !next)) return false;
    for (size_t i = verb.first; i < verb.last; i++)
        if (lexicon_is(ts, i, LEX_ACTION) || lexicon_is(ts, i, LEX_DONE) || lexicon_is(ts, i, LEX_HAVE)) return false;
    return true;
}

/* A count whose noun stands alone or nearly so: what was said of the same things before, and its verb. */
static struct str bare_count(struct reader *r, size_t k, struct name left, struct str tail)
{
    struct mention *m = &r->mentions.at[k];
    struct name verb = count_verb(r, m, left), outside;
    struct str rest = tail.len ? tail : shared_tail(r, k);
    if (rest.len == 0 && is_label(r, k, verb)) {
        m->labelled = true;
        m->figure.subject = name_join(r, name_words(r, m->noun_first, m->noun_last), verb_words(r, verb));
        return name_words(r, verb.first, verb.last);
    }
    if (verb.first >= verb.last && next_of(r, k)) verb = (struct name){m[-1].verb_first, m[-1].verb_last};
    m->verb_first = verb.first;
    m->verb_last = verb.last;
    if (rest.len == 0 && verb.first >= verb.last) rest = counts_rate(r, k);
    if (rest.len == 0) rest = cause(r, k, verb);
    if (rest.len == 0 && verb.first >= verb.last && follows_count(r, k)) rest = counted_before(r, m - 1);
    if (rest.len == 0) rest = complement(r, m, verb.last > verb.first);
    struct str noun = name_words(r, m->noun_first, m->noun_last);
    if (tail.len && !m->whom && verb.last > verb.first + VERB_SHORT) verb = (struct name){0, 0};
    size_t n;
    bool average = lexicon_at(&r->tokens, verb.first, LEX_AVERAGE, &n) && verb.first + n >= verb.last;
    if (rest.len == 0 && (verb.first >= verb.last || average) && m->bracket && before_own_bracket(r, m, &outside))
        verb = outside;
    else if (rest.len == 0)
        rest = subject_topic(r);
    struct str again = name_words(r, m->noun_first + 1,
                                  m->noun_last); /* "người thất nghiệp" + "thất nghiệp ở nông thôn" */
    if (again.len && noun_of(rest, again)) rest = str_trim(str_from(rest, again.len));
    struct str said = name_join(r, noun, rest), done = verb_words(r, verb);
    m->figure.subject = str_ends(said, done) ? said : name_join(r, said, done);
    return rest;
}

/* The count is named on its left: "tổng số học sinh | là | 418 em", "hồ sơ quá hạn | 689 hồ sơ". */
static bool named_left(const struct reader *r, const struct mention *m, struct name left, size_t end)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (left.first >= left.last || place_end(r, left.first, left.last) == left.last) return false;
    if (left.last == left.first + 1 && lexicon_is(ts, left.first, LEX_PLACE_KIND)) return false; /* "toàn | tỉnh" */
    bool apposed = left.last == m->lead && end > m->noun_last + 1; /* "tổng dư nợ | 17 chương trình tín dụng" */
    if ((lexicon_is(ts, left.first, LEX_MEASURE_HEAD) || lexicon_is(ts, left.first, LEX_RATE_HEAD)) && !apposed)
        return end == m->noun_last || !comma_between(r, left.last, m->lead); /* "trong tổng số 36 dự án, có | 25 ..." */
    if (end > m->noun_last) return false;
    size_t same = m->noun_last - m->noun_first;
    if (left.last - left.first > same && same_words(ts, left.first, m->noun_first, same)) return true;
    return m->lead > m->zone && (token_is_punct(ts, m->lead - 1, ':') || lexicon_before(ts, m->lead, LEX_IS, &n));
}

/* "ca bệnh tập trung cao | tại các địa phương như", "hồ sơ tiếp nhận nhiều | trong quý III": where the name ends. */
static size_t before_example(const struct reader *r, size_t from, size_t end)
{
    size_t n;
    for (size_t i = from + 2; i < end; i++)
        if (str_eq(token_text(&r->tokens, i), STR("như")) || str_eq(token_text(&r->tokens, i), STR("tại"))) end = i;
    while (end > from + 1 &&
           (lexicon_before(&r->tokens, end, LEX_OF, &n) || lexicon_is(&r->tokens, end - 1, LEX_RANKED)))
        end--; /* "trong" */
    return end;
}

/* "Số xã đạt chuẩn nông thôn mới gồm: Đức Mẫu (10 xã), Lâm Mẫu (7 xã)", "số người cần vận động còn cao, như Nông Mẫu
 * còn 5.505 người": a list of places, each with its count of what was named once. False when the count is none of
 * these. */
static bool count_of_place(struct reader *r, size_t k, struct name left, size_t end)
{
    const struct tokens *ts = &r->tokens;
    struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    size_t same = m->noun_last - m->noun_first, n;
    if (end > m->noun_last || (left.first >= left.last && (!m->bracket || !before_own_bracket(r, m, &left))))
        return false;
    if (!only_names(r, left.first, left.last) && place_end(r, left.first, left.last) != left.last &&
        !(lexicon_is(ts, left.first, LEX_BODY) && party_end(r, left.first, left.last) == left.last))
        return false;
    struct str name = STR("");
    if (prev && prev->placed && subject_is_count(prev) && noun_of(prev->figure.unit, m->figure.unit))
        name = prev->figure.subject;
    size_t from = m->lead > r->first + SIGHT ? m->lead - SIGHT : r->first;
    for (size_t i = left.first; name.len == 0 && i > from; i--)
        if (lexicon_at(ts, i - 1, LEX_MEASURE_HEAD, &n) && same_words(ts, i, m->noun_first, same)) /* "số | người" */
            name = name_words(r, i, before_example(r, i, phrase_end(r, i, left.first)));
    if (name.len == 0) return false;
    /* "377 ca bệnh sốt xuất huyết. Số ca bệnh tập trung ở: xã Mẫu 212 ca": which was said before. */
    struct str rest = prev && prev->placed ? STR("") : complement(r, m, false);
    m->figure.subject = rest.len ? name_join(r, name_words(r, m->noun_first, m->noun_last), rest) : name;
    m->figure.place = name_words(r, left.first, left.last);
    m->placed = true;
    return true;
}

/* The words between the mark before a count and its number, without those that open a list and those that link. */
static bool own_words(const struct reader *r, const struct mention *m, struct name *words)
{
    const struct tokens *ts = &r->tokens;
    size_t n, from = m->lead, to = m->lead;
    while (from > m->zone && !token_is_punct(ts, from - 1, ',') && !token_is_punct(ts, from - 1, ';') &&
           !token_is_punct(ts, from - 1, ':'))
        from--;
    while (from < to && (lexicon_at(ts, from, LEX_PART, &n) || lexicon_at(ts, from, LEX_AND, &n)) && from + n < to)
        from += n;
    while (to > from && lexicon_before(ts, to, LEX_LINK, &n) && to - n >= from && n >= fixed_before(ts, from, to))
        to -= n;
    *words = (struct name){from, to};
    return from < to;
}

/* "535 thủ tục được cắt giảm. Trong đó, Sở Y tế có 57 thủ tục, Thanh tra tỉnh 5 thủ tục": bodies, each with its part of
 * what was counted before. */
static bool count_of_body(struct reader *r, size_t k, struct name left, size_t end)
{
    const struct tokens *ts = &r->tokens;
    struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    if (end > m->noun_last || !own_words(r, m, &left) || left.last > left.first + BODY_NAME) return false;
    if (!lexicon_is(ts, left.first, LEX_BODY)) return false;
    bool named = party_one_end(r, left.first, left.last) == left.last; /* "Sở | Xây dựng" */
    if (!named && class_between(r, LEX_ACTION, left.first, m->lead, NULL, NULL)) return false;
    bool follows = prev && prev->placed && prev->last <= left.first && str_eq(prev->figure.unit, m->figure.unit);
    if (!follows && !subject_is_part(r, m, left.first)) return false;
    struct str whole = follows                              ? prev->figure.subject
                       : r->carry.counted_block == r->block ? r->carry.last_rest
                                                            : STR("");
    if (whole.len == 0) return false;
    struct str noun = name_words(r, m->noun_first, m->noun_last);
    m->figure.subject = follows ? whole : name_join(r, noun, whole);
    m->figure.place = name_words(r, left.first, left.last);
    m->placed = true;
    return true;
}

void count_subject(struct reader *r, size_t k, struct name left, size_t limit)
{
    assert(r->mentions.at && k < r->mentions.len);
    struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    size_t end = m->name_end = tail_end(r, k, limit);
    if (count_of_place(r, k, left, end) || count_of_body(r, k, left, end)) return;
    if (named_left(r, m, left, end)) {
        size_t n;
        bool owner = lexicon_before(&r->tokens, m->lead, LEX_OF, &n) &&
                     m->lead - n == left.last; /* "GRDP của 2 tỉnh" */
        m->subject_first = left.first;
        m->subject_last = owner ? end : left.last;
        m->figure.subject = name_words(r, m->subject_first, m->subject_last);
        return;
    }
    if (only_where(r, m->noun_last, end) && left.first < left.last) end = m->noun_last;
    struct str tail = name_words(r, m->noun_last, end);
    m->figure.subject = name_words(r, m->noun_first, end);
    m->subject_first = m->noun_first;
    m->subject_last = end;
    const struct mention
        *sibling = prev; /* over its amount: "16 dự án trong nước với 3.911 tỷ đồng và | 1 dự án FDI" */
    while (sibling && !subject_is_count(sibling)) sibling = sibling > r->mentions.at ? sibling - 1 : NULL;
    bool in_row = sibling && sibling->part && str_eq(sibling->figure.unit, m->figure.unit);
    m->part = in_row || (prev && subject_is_count(prev) && str_eq(prev->figure.unit, m->figure.unit) &&
                         subject_is_part(r, m, left.first));
    if (m->part && !in_row) r->carry.whole = prev->figure.subject;
    if (m->part && end > m->noun_last && end <= m->noun_last + 2) {
        m->figure.subject = name_join(r, r->carry.whole, tail);
        m->joined = true;
        return;
    }
    m->whom = for_whom(r, m, left) || (next_of(r, k) && prev->whom);
    if (m->whom || end <= m->noun_last + TAIL_SHORT)
        tail = bare_count(r, k, left, end <= m->noun_last + TAIL_SHORT ? tail : STR(""));
    size_t n;
    bool state = end > m->noun_last && lexicon_at(&r->tokens, m->noun_last, LEX_LINK, &n) &&
                 n == r->tokens.at[m->noun_last].phrase_len; /* not the "giao" of "giao dịch" */
    remember(r, m, tail, state);
    if (end > m->tail_end) m->tail_end = end;
}

bool changed_count(struct reader *r, size_t k, size_t limit)
{
    assert(r->mentions.at && k < r->mentions.len);
    struct mention *m = &r->mentions.at[k];
    size_t end = tail_end(r, k, limit);
    struct str tail = name_words(r, m->noun_last, end);
    size_t telling = end > m->noun_last ? m->noun_last : m->noun_last - 1; /* "người | chết" */
    struct str word = telling > m->noun_first ? name_words(r, telling, telling + 1) : STR("");
    for (size_t i = k; i > 0 && i + LEVELS_BACK > k; i--) {
        const struct mention *p = &r->mentions.at[i - 1];
        if (p->figure.kind == KIND_CHANGE ||
            (!noun_of(p->figure.unit, m->figure.unit) && !noun_of(m->figure.unit, p->figure.unit)))
            continue;
        if (word.len && str_find(p->figure.subject, word) < 0) continue;
        m->figure.subject = p->figure.subject;
        return true;
    }
    if (tail.len == 0 && m->noun_last == m->noun_first + 1) return false;
    m->figure.subject = name_join(r, name_words(r, m->noun_first, m->noun_last), tail);
    m->subject_first = m->noun_first;
    m->subject_last = end;
    return true;
}

/* Counts that share what follows the last of them: "03 chương trình, 01 đề án | trọng điểm theo Nghị quyết". */
void subject_share(struct reader *r)
{
    for (size_t k = r->mentions.len; k > 1; k--) {
        const struct mention *m = &r->mentions.at[k - 1];
        struct mention *p = &r->mentions.at[k - 2];
        if (!subject_is_count(m) || !subject_is_count(p) || p->subject_last != p->noun_last ||
            m->subject_last <= m->noun_last)
            continue;
        bool pair = m->lead == p->last + 1 &&
                    (token_is_punct(&r->tokens, p->last, ',') || lexicon_is(&r->tokens, p->last, LEX_AND));
        struct str tail = name_words(r, m->noun_last, m->subject_last);
        bool told = str_find(p->figure.subject, tail) >= 0;
        if (pair && !p->whom && !p->labelled && !told && p->subject_first == p->noun_first)
            p->figure.subject = name_join(r, p->figure.subject, tail);
    }
}
