/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_denunciation: letters that denounce somebody, as matters of the kind; and beside that who denounces, which the
 * record does not hold (docs/DENUNCIATIONS.md): sealing it, who may see it, showing it with a reason, and who has
 * seen it.
 */
#include "matter_command.h"
#include "sealed_cells.h"

static const struct option_spec OPTIONS[] = {SEALED_OPTIONS, MATTER_OPTIONS, {0}};

/* clang-format off */
static const struct command_word WORDS[] = {
    {"key", tr("key TỆP: tạo khóa đọc của một người, có mật khẩu; in khóa công khai; --change: đổi mật khẩu"),
     "change no-passphrase passphrase-fd passphrase-file", sealed_run_key},
    {"reader", tr("reader NGƯỜI --public KHÓA: ghi người có khóa đọc; --remove: thôi"),
     "public remove sealed note", sealed_run_reader},
    {"readers", tr("những người có khóa đọc; mỗi người được xem bao nhiêu đơn"),
     "sealed", sealed_run_readers},
    {"seal", tr("seal VIỆC --identity TỆP: niêm phong danh tính người tố cáo, lá đơn (--file); nêu ai được xem "
         "(--readers)"),
     "identity file readers sealed note on", sealed_run_seal},
    {"identity", tr("identity VIỆC --note LÝ DO: xem danh tính; lý do vào nhật ký trước khi danh tính hiện ra"),
     "note reader-key passphrase-fd passphrase-file out sealed", sealed_run_identity},
    {"allow", tr("allow VIỆC NGƯỜI --note LÝ DO: người đang được xem cho thêm một người"),
     "note reader-key passphrase-fd passphrase-file sealed", sealed_run_allow},
    {"forbid", tr("forbid VIỆC NGƯỜI --note LÝ DO: thôi cho xem"),
     "note sealed", sealed_run_forbid},
    {"access-log", tr("access-log [VIỆC]: ai đã niêm phong, cho phép, xem, bị từ chối, vì sao"),
     "sealed", sealed_run_access_log},
    {"check", tr("mọi hộp niêm phong còn đủ, đúng như nhật ký"),
     "sealed", sealed_run_check},
    MATTER_WORDS(sealed_run_new, sealed_run_show, sealed_run_attach),
    {0},
};
/* clang-format on */

static bool run(struct cli *c, struct err *err)
{
    return matter_run_word(c, err);
}

const struct command cmd_denunciation = {
    .name = "denunciation",
    .summary = tr("đơn tố cáo: như matter, chỉ của loại denunciation; danh tính người tố cáo giữ riêng"),
    .usage = {tr("new NỘI DUNG --unit ĐƠN VỊ [--identity TỆP --readers «NGƯỜI;NGƯỜI»]"),
              tr("seal VIỆC --identity TỆP [--file ĐƠN] [--readers «NGƯỜI;NGƯỜI»]"),
              tr("identity VIỆC --note LÝ DO [--reader-key TỆP] [--out TỆP]"),
              tr("allow|forbid VIỆC NGƯỜI --note LÝ DO | access-log [VIỆC] | check"),
              tr("key TỆP [--change] | reader NGƯỜI --public KHÓA | readers"),
              tr("list|show|move|assign|extend|edit|note ... (như matter)")},
    .about = tr("Họ tên, địa chỉ, bút tích và những điều làm lộ người tố cáo (Luật Tố cáo 2018 Điều 56) không vào kho: "
                "chúng được mã hóa, để trong một thư mục riêng, chỉ mở được bằng khóa của người được phép. Kho chỉ "
                "giữ số hộp, mã băm của nội dung đã mã hóa, ai được xem và ai đã xem.\n"
                "Danh tính gõ vào tệp hoặc đầu vào chuẩn (--identity -), không gõ trên dòng lệnh: mỗi dòng "
                "«họ tên=…», «địa chỉ=…», «điện thoại=…», «số định danh=…», «đặc điểm=…».\n"
                "Chữ của danh tính mà có trong nội dung hay các trường thì việc ghi bị từ chối. Về sau, ghi chú, kết "
                "luận, tệp đính kèm phải do người ghi tự lược bỏ: ai mở kho cũng đọc được.\n"
                "docs/DENUNCIATIONS.md nói rõ cách giữ này chống được gì, không chống được gì."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh denunciation key chanh.khoa", tr("tạo khóa đọc, mỗi người tự làm, tự giữ")},
                 {"dieuhanh denunciation seal M7 --identity - --readers \"Trần Thị Giữ\"",
                  tr("niêm phong; danh tính gõ ở đầu vào chuẩn")},
                 {"dieuhanh denunciation identity M7 --note \"mời làm việc, giấy mời 12\"",
                  tr("xem danh tính, có lý do")},
                 {"dieuhanh denunciation access-log M7", tr("ai đã xem")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
