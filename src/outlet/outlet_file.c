/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet_file: a message as a file of a directory, under its id and the recipient: "N7-lan.tran.txt". The directory is
 * made when it is not there. It is written beside its place and then moved there, so nobody ever reads a half.
 */
#include "outlet_private.h"

#include "buf.h"
#include "file.h"
#include "utf8.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Letters without their marks, digits and dots of a name; all else becomes one '-'. The id makes it unique. */
static void put_name(struct buf *b, struct arena *a, struct str s)
{
    struct str folded = utf8_fold(a, s);
    for (size_t i = 0; i < folded.len && i < 60; i++) {
        char c = folded.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        if (plain)
            buf_char(b, c);
        else if (b->ptr[b->len - 1] != '-')
            buf_char(b, '-');
    }
}

static void put_text(struct buf *b, const struct outlet_message *m)
{
    buf_put(b, STR("Gửi: "));
    buf_put(b, m->who);
    buf_put(b, STR("\n"));
    buf_put(b, m->subject);
    buf_put(b, STR("\n\n"));
    buf_put(b, m->text);
}

enum outlet_answer file_send(struct str *note, struct arena *a, const struct outlet_settings *s,
                             const struct outlet_message *m)
{
    struct err err = {0};
    struct buf path = buf_make(SIZE_MAX), text = buf_make(SIZE_MAX);
    enum outlet_answer answer = OUTLET_SENT;
    *note = STR("");
    if (mkdir(str_copy_z(a, s->place), 0777) != 0 && errno != EEXIST) {
        *note = str_copy(a, str_of(strerror(errno)));
        return OUTLET_FAILED;
    }
    buf_put(&path, s->place);
    buf_char(&path, '/');
    size_t start = path.len;
    buf_put(&path, m->id);
    buf_char(&path, '-');
    put_name(&path, a, m->who);
    buf_put(&path, STR(".txt"));
    put_text(&text, m);
    if (file_write(buf_str(&path), buf_str(&text), &err)) {
        *note = str_copy(a, str_from(buf_str(&path), start));
    } else {
        struct buf said = buf_make(SIZE_MAX);
        err_write(&said, &err, LANG_VI);
        *note = str_copy(a, buf_str(&said));
        answer = OUTLET_FAILED;
        buf_free(&said);
    }
    buf_free(&path);
    buf_free(&text);
    return answer;
}
