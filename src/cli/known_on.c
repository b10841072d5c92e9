/* SPDX-License-Identifier: Apache-2.0
 *
 * known_on: see known_on.h.
 */
#include "known_on.h"

#include "cli_private.h"
#include "known.h"
#include "record.h"

bool known_on_fits(const struct command *command)
{
    switch (command->known) {
    case KNOWN_AS_NEEDED: return command->needs == NEEDS_RECORD_READ;
    case KNOWN_NEVER: return false;
    case KNOWN_BY_ITSELF: return true;
    }
    return false;
}

static void put_moment(struct buf *b, enum lang lang, const struct known_moment *m)
{
    enum { VIETNAM = 7 * 3600, DAY_SECONDS = 86400 };
    char clock[16], day[16], entry[24];
    int second = (int)((m->second + VIETNAM) % DAY_SECONDS);
    snprintf(clock, sizeof clock, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    snprintf(day, sizeof day, "%d/%d/%d", m->day.day, m->day.month, m->day.year);
    snprintf(entry, sizeof entry, "J%lld", (long long)m->entry);
    struct str words[] = {str_of(day), str_of(clock), str_of(entry)};
    switch (m->kind) {
    case KNOWN_DAY: tr_fill(b, lang, tr("Như đã biết đến hết ngày {1}"), words, 3); break;
    case KNOWN_TIME: tr_fill(b, lang, tr("Như đã biết đến {2} ngày {1}, giờ Việt Nam"), words, 3); break;
    case KNOWN_ENTRY: tr_fill(b, lang, tr("Như đã biết sau mục nhật ký {3}, lúc {2} ngày {1}"), words, 3); break;
    }
}

static struct str words_of(struct arena *a, enum lang lang, const struct known_record *known)
{
    struct buf b = buf_make(1 << 12);
    struct digest_text root = digest_text(known->head.root);
    char size[24], astray[24];
    snprintf(size, sizeof size, "%llu", (unsigned long long)known->head.size);
    snprintf(astray, sizeof astray, "%lld", (long long)known->astray);
    struct str words[] = {str_of(size), digest_str(&root), str_of(astray)};
    put_moment(&b, lang, &known->moment);
    if (known->head.size)
        tr_fill(&b, lang, tr(": {1} mục nhật ký, gốc {2}"), words, 3);
    else
        tr_fill(&b, lang, tr(": nhật ký chưa có mục nào, kho còn trống"), words, 3);
    if (known->astray)
        tr_fill(&b, lang, tr("; không tính {3} mục ghi giờ sớm hơn nhưng đứng sau trong nhật ký"), words, 3);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool known_on_open(struct cli *c, enum db_mode mode, struct err *err)
{
    if (mode != DB_READ) return known_on_refuse(c, err) && record_open(&c->db, c->arena, c->record, mode, err);
    return record_open(&c->db, c->arena, c->record, mode, err) && known_on_apply(c, err);
}

bool known_on_refuse(const struct cli *c, struct err *err)
{
    return !cli_given(c, "known-on") || fail(err, ERR_KNOWN_WRITE, str_of(c->command->name));
}

struct str known_on_words(const struct cli *c)
{
    return c->known ? words_of(c->arena, LANG_VI, c->known) : STR("");
}

/* Where standard output is for eyes and begins with nothing else. */
static bool says_first(const struct cli *c)
{
    return !c->command->formats || c->format == FORMAT_TABLE;
}

static void tell(void *self, uint64_t done, uint64_t total)
{
    cli_progress(self, tr("Đang dựng lại kho của ngày ấy"), done, total);
}

static void tell_line(struct cli *c, struct str line)
{
    struct buf b = buf_make(1 << 12);
    if (c->quiet) return;
    buf_put(&b, line);
    buf_char(&b, '\n');
    cli_tell(buf_str(&b));
    buf_free(&b);
}

bool known_on_apply(struct cli *c, struct err *err)
{
    struct known_moment m;
    struct known_record *known = arena_new(c->arena, struct known_record);
    struct db *earlier;
    if (!cli_given(c, "known-on")) return true;
    if (!known_moment_read(&m, cli_text(c, "known-on"), c->today, err)) return false;
    bool ok = known_open(&earlier, known, c->db, c->arena, &m, &(struct rebuild_progress){tell, c}, err);
    cli_progress_end(c);
    if (!ok) return false;
    c->db = earlier;
    c->today = known->moment.day;
    c->known = known;
    struct str line = words_of(c->arena, c->lang, known);
    if (says_first(c)) {
        cli_put_words(c, line);
        buf_char(c->out, '\n');
    } else if (c->format != FORMAT_MARKDOWN && c->format != FORMAT_HTML) {
        tell_line(c, line);
    }
    return true;
}
