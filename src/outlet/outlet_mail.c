/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet_mail: a message as e-mail, given to a server by SMTP. Subject and text are Vietnamese, so both go in base64;
 * the Message-ID is made of the id of the message, so a reader that gets it twice shows it once.
 */
#include "outlet_private.h"

#include "buf.h"
#include "curl_library.h"

#include <sodium.h>

enum {
    LINE_BYTES = 54,   /* 72 characters in base64 */
    SUBJECT_BYTES = 42 /* of one encoded word, which has at most 75 characters */
};

static void put_base64(struct buf *b, struct str s)
{
    char room[sodium_base64_ENCODED_LEN(LINE_BYTES, sodium_base64_VARIANT_ORIGINAL)];
    sodium_bin2base64(room, sizeof room, (const unsigned char *)s.ptr, s.len, sodium_base64_VARIANT_ORIGINAL);
    buf_put_z(b, room);
}

/* RFC 2047: words of whole characters, each on a line of its own. */
static void put_subject(struct buf *b, struct str s)
{
    for (bool first = true; s.len; first = false) {
        size_t len = s.len < SUBJECT_BYTES ? s.len : SUBJECT_BYTES;
        while (len < s.len && ((unsigned char)s.ptr[len] & 0xc0) == 0x80) len--;
        if (!first) buf_put(b, STR("\r\n "));
        buf_put(b, STR("=?UTF-8?B?"));
        put_base64(b, str_part(s, 0, len));
        buf_put(b, STR("?="));
        s = str_from(s, len);
    }
}

/* RFC 5322: in Việt Nam's time, whatever machine sends it. */
static void put_date(struct buf *b, int64_t at)
{
    static const char *const WEEKDAYS[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char *const MONTHS[] = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int64_t local = at + 7 * 3600;
    struct date d = date_from_days((int32_t)(local / 86400));
    int second = (int)(local % 86400);
    buf_format(b, "%s, %d %s %d %02d:%02d:%02d +0700", WEEKDAYS[date_weekday(d)], d.day, MONTHS[d.month], d.year,
               second / 3600, second / 60 % 60, second % 60);
}

/* Behind the '@' of an address. */
static struct str domain_of(struct str address)
{
    return str_from(address, (size_t)str_find_char(address, '@') + 1);
}

struct str mail_write(struct arena *a, const struct outlet_settings *s, const struct outlet_message *m)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, STR("Date: "));
    put_date(&b, m->at);
    buf_format(&b, "\r\nFrom: <%.*s>\r\nTo: <%.*s>\r\nMessage-ID: <%.*s@%.*s>\r\nSubject: ", STR_ARG(s->sender),
               STR_ARG(m->to), STR_ARG(m->id), STR_ARG(domain_of(s->sender)));
    put_subject(&b, m->subject);
    buf_put(&b, STR("\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
                    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"));
    for (struct str text = m->text; text.len; text = str_from(text, LINE_BYTES)) {
        put_base64(&b, str_part(text, 0, LINE_BYTES));
        buf_put(&b, STR("\r\n"));
    }
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static struct str with_code(struct arena *a, const struct exchange_end *end)
{
    struct buf b = buf_make(SIZE_MAX);
    if (end->code) buf_format(&b, "SMTP %ld: ", end->code);
    buf_put(&b, end->said);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

enum outlet_answer mail_send(struct str *note, struct arena *a, const struct outlet_settings *s,
                             const struct outlet_message *m)
{
    struct exchange_end end;
    struct exchange x = {.url = s->place,
                         .protocols = STR("smtp,smtps"),
                         .body = mail_write(a, s, m),
                         .login = s->login,
                         .secret = s->secret,
                         .mail_from = s->sender,
                         .mail_to = m->to};
    bool ran = exchange_run(&end, a, &x);
    *note = end.said;
    if (!ran) return OUTLET_FAILED;
    if (end.done) return OUTLET_SENT;
    *note = with_code(a, &end);
    /* A code of 5 after the sender was let in is about this message; before that it is about us, and can be mended. */
    if (end.code >= 500 && end.code != 530 && end.code != 535) return OUTLET_REFUSED;
    return end.all_given && end.code < 400 ? OUTLET_UNKNOWN : OUTLET_FAILED;
}
