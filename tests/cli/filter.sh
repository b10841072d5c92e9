#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# filter: what lists of matters are asked for, kept under a name: one's own, and one of all.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=lan.tran
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
task() { dieuhanh task "$@" 2>"$err.2"; }
on 2026-03-02
dieuhanh init -q
task new 'Báo cáo giải ngân' -u 'phường Bến Thành' --due 2026-03-03
task new 'Rà soát quy hoạch' -u 'phường Sài Gòn' --due 2026-03-04
task new 'Kế hoạch năm' -u 'phường Bến Thành' --due 2026-12-30
on 2026-03-10
run dieuhanh task filter list
is_status 0
says err 'chưa có bộ lọc nào'
refused 2 'cần ít nhất một điều kiện' dieuhanh task filter save 'trống'
refused 2 'không đặt được làm tên' dieuhanh task filter save ' ' --clock late
refused 2 'còn thiếu tham số' dieuhanh task filter save
refused 2 'chỉ có: save, list, drop' dieuhanh task filter xóa
refused 1 'không có bộ lọc «quá hạn»' dieuhanh task filter drop 'quá hạn'
run dieuhanh task list --filter 'quá hạn'
is_status 1
says err 'lan.tran không có bộ lọc «quá hạn»'

run dieuhanh task filter save 'quá hạn Bến Thành' --clock late --unit 'phường Bến Thành'
is_status 0
says err 'đã lưu bộ lọc «quá hạn Bến Thành»'
run dieuhanh task list --filter 'quá hạn Bến Thành' --format csv
is_status 0
lines out 2
says out 'Báo cáo giải ngân'
# What is typed beside it goes before.
run dieuhanh task list --filter 'quá hạn Bến Thành' --unit 'phường Sài Gòn' --format csv
lines out 2
says out 'Rà soát quy hoạch'
run dieuhanh task filter list --format csv
says out '"{""unit"":""26743"",""clock"":""late"",""kind"":""task""}"'
run dieuhanh task filter list
says out '--unit phường Bến Thành'
says out '--clock late'

# One's own is nobody else's; a shared one is everybody's, and one's own goes before it.
DIEUHANH_USER=minh.le
run dieuhanh task list --filter 'quá hạn Bến Thành'
is_status 1
run dieuhanh task filter list
says err 'chưa có bộ lọc nào'
run dieuhanh task filter save 'quá hạn' --clock late --shared
is_status 0
DIEUHANH_USER=lan.tran
run dieuhanh task list --filter 'quá hạn' --format csv
lines out 3
run dieuhanh matter list --filter 'quá hạn' --format csv
lines out 3
run dieuhanh task filter save 'quá hạn' --clock late --text 'giải ngân'
run dieuhanh task list --filter 'quá hạn' --format csv
lines out 2
run dieuhanh task stats --filter 'quá hạn Bến Thành' --format csv
says err 'phép đếm này không xét --clock'
lines out 3
run dieuhanh dossier list --filter 'quá hạn'
is_status 1
says err 'của loại task, ngoài phạm vi lệnh dossier'
run dieuhanh task filter drop 'quá hạn'
is_status 0
run dieuhanh task list --filter 'quá hạn' --format csv
lines out 3
run dieuhanh task filter drop 'quá hạn' --shared
is_status 0
run dieuhanh task list --filter 'quá hạn'
is_status 1
# State and deadline are two axes, asked apart and together.
dieuhanh task move take M1 2>"$err.2"
run dieuhanh task list --clock late --format csv
lines out 3
run dieuhanh task list --clock late --state doing --format csv
lines out 2
says out 'Báo cáo giải ngân'
run dieuhanh task list --clock late --group waiting --format csv
lines out 2
says out 'Rà soát quy hoạch'
run dieuhanh task list --clock in_time --group waiting --format csv
lines out 2
says out 'Kế hoạch năm'
run dieuhanh task list --clock late --group done --format csv
lines out 1
run dieuhanh task list --clock late --group open --filter 'quá hạn Bến Thành' --format csv
lines out 2
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt'
run dieuhanh task list --filter 'quá hạn Bến Thành' --format csv
lines out 2
done_testing
