/* SPDX-License-Identifier: Apache-2.0
 *
 * passphrase: the passphrase of a key file, from where it is not seen: typed at the terminal without being shown, or a
 * line of a file descriptor or of a file that only its owner may read. Never an argument, which all programs see, nor
 * the environment, which is handed on to every program that is started.
 */
#ifndef PASSPHRASE_H
#define PASSPHRASE_H
#include "command.h"

#define PASSPHRASE_OPTIONS                                                                                             \
    {"passphrase-fd", 0, OPTION_COUNT, tr("SỐ"),                                                                       \
     .help = tr("key, identity, allow: mật khẩu của tệp khóa là một dòng của mô tả tệp này, thay vì gõ")},             \
    {                                                                                                                  \
        "passphrase-file", 0, OPTION_FILE, tr("TỆP"),                                                                  \
            .help = tr("như trên, dòng đầu của một tệp chỉ chủ tệp đọc được")                                          \
    }

/* The next passphrase: `prompt` is asked for at a terminal. Errors: ERR_KEY_PHRASE_NEEDED when there is none and
 * nothing else was named (`path`: the key file), ERR_KEY_PHRASE_SOURCE. */
[[nodiscard]] bool passphrase_ask(struct str *out, struct cli *c, struct str path, const char *prompt, struct err *err);
/* A new one, typed twice at a terminal. ERR_KEY_PHRASE_DIFFERS. */
[[nodiscard]] bool passphrase_new(struct str *out, struct cli *c, struct str path, struct err *err);
#endif
