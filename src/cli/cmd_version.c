/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_version: what is running. Numbers of parts that are linked are asked of the parts themselves, not of the headers that they
 * were built with.
 */
#include "command.h"

static bool run(struct cli *c, struct err *err)
{
    (void)err;
    buf_put(c->out, STR("dieuhanh " DIEUHANH_VERSION "\n"));
    return true;
}

const struct command cmd_version = {
    .name = "version",
    .summary = tr("in phiên bản của chương trình và các thư viện"),
    .usage = {""},
    .examples = {{"dieuhanh version", tr("phiên bản đang chạy")}},
    .run = run,
};
