/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_cells: the words of the command denunciation that deal with who denounces.
 */
#ifndef SEALED_CELLS_H
#define SEALED_CELLS_H
#include "command.h"
#include "matter.h"
#include "passphrase.h"

#define SEALED_OPTIONS                                                                                                 \
    {"identity", 0, OPTION_FILE, tr("TỆP"), .help = tr("danh tính, mỗi dòng trường=giá trị; «-» là đầu vào chuẩn")},   \
        {"readers", 0, OPTION_TEXT, tr("NGƯỜI;NGƯỜI"), .help = tr("ai được xem danh tính")},                           \
        {"sealed", 0, OPTION_FILE, tr("THƯ-MỤC"),                                                                      \
         .help = tr("thư mục niêm phong; không nêu thì $DIEUHANH_SEALED, hoặc cạnh tệp kho, tên thêm .sealed")},       \
        {"reader-key", 0, OPTION_FILE, tr("TỆP"),                                                                      \
         .help = tr("khóa đọc của mình; không nêu thì $DIEUHANH_READER_KEY")},                                         \
        PASSPHRASE_OPTIONS, /* of the key file */                                                                      \
        {"change", 0, OPTION_FLAG, .help = tr("đổi mật khẩu của tệp khóa đã có")},                                     \
        {"no-passphrase", 0, OPTION_FLAG, .help = tr("tệp khóa không có mật khẩu; chỉ khi tệp ở nơi khóa kỹ")},        \
        {"public", 0, OPTION_TEXT, tr("KHÓA"), .help = tr("khóa công khai, 64 chữ số")},                               \
        {"remove", 0, OPTION_FLAG, .help = tr("người này thôi được xem, ở mọi đơn")},                                  \
    {                                                                                                                  \
        "out", 0, OPTION_FILE, tr("TỆP"), .help = tr("ghi lá đơn đã niêm phong ra tệp này")                            \
    }

/* --sealed, else $DIEUHANH_SEALED, else beside the file of the record. Errors: ERR_SEALED_PLACE. */
[[nodiscard]] bool sealed_folder_of(struct str *out, struct cli *c, struct err *err);
/* The second of `count` arguments, as the matter that an identity belongs to. Errors: ERR_ARGUMENTS_FEW, ..._MANY,
 * those of matter_typed. */
[[nodiscard]] bool sealed_argument(struct matter_id *out, struct cli *c, size_t count, struct err *err);
[[nodiscard]] bool sealed_run_key(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_reader(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_readers(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_seal(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_identity(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_allow(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_forbid(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_access_log(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_check(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_new(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_show(struct cli *c, struct err *err);
[[nodiscard]] bool sealed_run_attach(struct cli *c, struct err *err);
#endif
