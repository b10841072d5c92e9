/* SPDX-License-Identifier: Apache-2.0
 *
 * The last day on which a directive is in time, by its words and the time that the reader read in them.
 */
#include "unit_test.h"

#include "buf.h"
#include "task_proposal.h"

static void due_days(void **state)
{
    static const struct {
        const char *due, *words, *day;
    } CASES[] = {
        {"2024-01-31", "trước ngày 31/01/2024", "2024-01-30"},
        {"2024-03-01", "Trước ngày 01/3/2024", "2024-02-29"},
        {"2024-01-01", "trước ngày 01/01/2024", "2023-12-31"},
        {"2024-01-31", "chậm nhất ngày 31/01/2024", "2024-01-31"},
        {"2024-01-31", "đến ngày 31/01/2024", "2024-01-31"},
        {"..2024-01-31", "đến hết ngày 31/01/2024", "2024-01-31"},
        {"..2024-01-31", "trước ngày 31/01/2024", "2024-01-30"},
        {"2024-06", "trong tháng 6/2024", "2024-06-30"},
        {"2024-06", "trước tháng 6/2024", "2024-05-31"},
        {"2024-02", "trong tháng 2", "2024-02-29"},
        {"2024-Q1", "trong quý I/2024", "2024-03-31"},
        {"2024-Q2", "trước quý II", "2024-03-31"},
        {"2024-H1", "6 tháng đầu năm 2024", "2024-06-30"},
        {"2024", "trong năm 2024", "2024-12-31"},
        {"2024-2025", "giai đoạn 2024-2025", "2025-12-31"},
        {"2024-02-10..2024-02-12", "từ ngày 10 đến ngày 12/02/2024", "2024-02-12"},
        {"2024-01-25", "trước ngày 25 hằng tháng", ""},
        {"2024-01-25", "trước ngày 25 hàng tháng", ""},
        {"2024-Q1", "định kỳ hằng quý", ""},
        {"2024-01", "mỗi tháng", ""},
        {"", "khẩn trương", ""},
        {"", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct period due;
        struct buf b = buf_make(16);
        assert_true(period_read(&due, str_of(CASES[i].due)));
        date_write(&b, task_due_day(due, str_of(CASES[i].words)));
        assert_str(buf_str(&b), str_of(CASES[i].day));
        buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(due_days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
