/* SPDX-License-Identifier: Apache-2.0
 *
 * reminder_setup: rules, outlets and addresses, checked and put into the record.
 */
#include "matter_kinds.h"
#include "matter_reports.h"
#include "reminder.h"

static int by_code(const void *a, const void *b)
{
    const struct effective_rule *one = a, *two = b;
    return str_cmp(one->rule.code, two->rule.code);
}

bool remind_rules_now(struct effective_rules *out, struct db *db, struct arena *a, struct err *err)
{
    struct remind_rules own = remind_rule_catalogue();
    struct kept_remind_rules kept = {0};
    *out = (struct effective_rules){0};
    if (db && !remind_rule_rows(&kept, db, a, err)) return false;
    for (size_t i = 0; i < kept.len; i++)
        *vec_push(a, out) = (struct effective_rule){kept.at[i].rule, true, kept.at[i].used};
    for (size_t i = 0; i < own.len; i++) {
        size_t k = 0;
        while (k < kept.len && !str_eq(kept.at[k].rule.code, own.at[i].code)) k++;
        if (k == kept.len) *vec_push(a, out) = (struct effective_rule){own.at[i], false, true};
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_code);
    return true;
}

/* A code, a name of an outlet: it stands in file names and journals. */
static bool is_word(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (i && (c == '-' || c == '_')))) return false;
    }
    return s.len > 0 && s.len <= 40;
}

static bool rule_fits(struct db *db, struct arena *a, const struct kept_remind_rule *r, struct err *err)
{
    int32_t steps[REMIND_STEPS_MOST];
    size_t count;
    struct known_kind kind;
    if (!is_word(r->rule.code)) return fail(err, ERR_REMIND_CODE, r->rule.code);
    if (!remind_steps_read(steps, &count, r->rule.at)) return fail(err, ERR_REMIND_STEPS, r->rule.at);
    if (r->rule.every > REMIND_DAYS_MOST) return fail(err, ERR_REMIND_EVERY);
    if (str_eq(r->rule.kind, REPORT_KIND)) return true;
    return !r->rule.kind.len || known_kind(&kind, db, a, r->rule.kind, err);
}

bool remind_rule_set(struct db *db, struct arena *a, const struct author *author, const struct kept_remind_rule *r,
                     struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, rule_fits(db, a, r, err) && change_remind_rule(db, a, author, r, err), err);
}

/* The name of an environment variable. */
static bool is_variable(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!((c >= 'A' && c <= 'Z') || c == '_' || (i && c >= '0' && c <= '9'))) return false;
    }
    return true;
}

static bool outlet_fits(const struct kept_outlet *o, struct err *err)
{
    const struct outlet_type *type = outlet_type_find(o->type);
    if (!is_word(o->name)) return fail(err, ERR_OUTLET_NAME, o->name);
    if (!type) return fail(err, ERR_OUTLET_TYPE, o->type);
    if (!type->place_fits(o->place)) return fail(err, ERR_OUTLET_PLACE, o->place, o->type);
    if (type->needs_sender ? !mail_address_fits(o->sender) : o->sender.len > 0)
        return fail(err, ERR_OUTLET_SENDER, o->sender);
    return is_variable(o->secret) || fail(err, ERR_OUTLET_SECRET);
}

bool outlet_set(struct db *db, struct arena *a, const struct author *author, const struct kept_outlet *o,
                struct err *err)
{
    if (!outlet_fits(o, err) || !db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, change_outlet(db, a, author, o, err), err);
}

bool outlet_find(struct kept_outlet *out, struct db *db, struct arena *a, struct str name, struct err *err)
{
    struct kept_outlets all;
    if (!outlet_rows(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (!str_eq(all.at[i].name, name)) continue;
        *out = all.at[i];
        return true;
    }
    return fail(err, ERR_OUTLET_UNKNOWN, name);
}

static bool contact_inside(struct db *db, struct arena *a, const struct author *author, const struct kept_contact *c,
                           struct err *err)
{
    struct kept_outlet o;
    if (!outlet_find(&o, db, a, c->outlet, err)) return false;
    const struct outlet_type *type = outlet_type_find(o.type);
    if (c->address.len && !(type && type->address_fits(c->address)))
        return fail(err, ERR_CONTACT_ADDRESS, c->address, o.type);
    return change_contact(db, a, author, c, err);
}

bool contact_set(struct db *db, struct arena *a, const struct author *author, const struct kept_contact *c,
                 struct err *err)
{
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    return db_finish(db, contact_inside(db, a, author, c, err), err);
}
