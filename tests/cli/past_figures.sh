#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# past_figures: what a past month is counted to be does not change by what happens later: a task that stood still, one that was extended, handed
# to another unit, ended, or sent back since. And where nobody said anything there is no figure. Counts were made by hand.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='Lê Thị Hoa'
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 ${2:-05:00}" +%s) && export SOURCE_DATE_EPOCH; }
# figure KIND PERIOD CODE UNIT: its value, or why there is none.
figure() {
    dieuhanh matter feed "$2" --kind "$1" --dry-run --format csv 2>/dev/null | tr -d '\r' | awk -F, -v c="$3" -v u="$4" \
        '$1 == c && index($0, u) { for (i = 1; i <= NF; i++) if ($i == u) print $(i + 2) "/" $NF }'
}
is() { ok "$1 is $2 (is $3)" [ "$2" = "$3" ]; }

on 2026-06-01
dieuhanh init -q
for t in 'Việc chờ ý kiến' 'Việc gia hạn' 'Việc chuyển đơn vị' 'Việc xong muộn' 'Việc đúng hạn'; do
    dieuhanh task new "$t" -u 26740 due=2026-06-20 -q
done
dieuhanh task move take M1 M2 M3 M4 M5 -q
on 2026-06-10
dieuhanh task move pause M1 --note 'chờ ý kiến của Sở' -q
on 2026-06-18
dieuhanh task move submit M5 --note 'đã làm' -q
dieuhanh task move approve M5 -q
# The task stands still: not late; M2, M3, M4 are.
on 2026-07-01
is 'late at the end of June' 3/ "$(figure task 2026-06 I01d 26740)"
is 'ended in time in June' 1/ "$(figure task 2026-06 I01b 26740)"
cp /dev/null before.csv
dieuhanh matter feed 2026-06 --kind task --dry-run --format csv >before.csv 2>/dev/null

on 2026-07-02
run dieuhanh task move resume M1 --note 'đã có ý kiến'
is_status 0
run dieuhanh task extend M2 --due 2026-07-30 --note 'khối lượng lớn'
is_status 0
run dieuhanh task assign M3 --unit 26743
is_status 0
dieuhanh task move submit M4 --note 'đã làm' -q
dieuhanh task move approve M4 -q
on 2026-07-06
dieuhanh matter feed 2026-06 --kind task --dry-run --format csv >after.csv 2>/dev/null
same after.csv before.csv
is 'late at the end of June, later' 3/ "$(figure task 2026-06 I01d 26740)"
run dieuhanh matter feed 2026-06 --kind task --unit 26740 --figure I01d
says out 'Việc chuyển đơn vị'
says_not out 'Việc chờ ý kiến'
# What happened within a period is in it.
on 2026-08-01
is 'late at the end of July' 1/ "$(figure task 2026-07 I01d 26743)"

# Nobody was rated, nobody was sent an excuse, nobody complained: that nothing was said is not nothing.
on 2026-09-01 01:00
for n in 1 2; do
    dieuhanh dossier new "Trích lục $n" -u 26740 procedure=2.000635 term='1 ngày làm việc' applicant=An channel='trực tiếp' -q
done
dieuhanh dossier move receive M6 M7 -q
on 2026-09-10
dieuhanh dossier move process M6 M7 -q
dieuhanh dossier move finish M6 M7 --note xong synced_at=2026-09-10 -q
on 2026-10-01
is 'late' 2/ "$(figure dossier 2026-09 H09a 26740)"
for code in H08b H08c H09b H32c; do is "$code of nothing said" /not_said "$(figure dossier 2026-09 $code 26740)"; done
run dieuhanh matter feed 2026-09 --kind dossier --dry-run
says out 'chưa có số liệu: chưa ai ghi trường cần đếm'
run dieuhanh matter feed 2026-09 --kind dossier
is_status 0
run dieuhanh figures --unit 26740 --format csv
says_not out H32c
run dieuhanh dossier edit M6 rating='rất hài lòng' complained=không
is_status 0
is 'nobody was unhappy' 0/ "$(figure dossier 2026-09 H32c 26740)"
is 'one was asked' 1/ "$(figure dossier 2026-09 H08b 26740)"
done_testing
