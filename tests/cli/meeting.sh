#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# meeting: an agenda of what is off its track, of which a person picks; decisions as tasks of the meeting. All names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=van-phong
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-08-03
dieuhanh --record x.db init -q
m() { dieuhanh --record x.db meeting "$@"; }
W='phường Bến Thành'
run m agenda
is_status 0
says err 'không có gì chậm'

dieuhanh --record x.db -q task new 'Rà soát hộ kinh doanh' -u "$W" --due 2026-08-10
dieuhanh --record x.db -q task new 'Báo cáo tháng' -u "$W" --due 2026-08-22
dieuhanh --record x.db -q petition new 'Tiếng ồn karaoke' -k feedback -u "$W" subject='khác' sent_on=2026-07-01
dieuhanh --record x.db -q petition new 'Cấp phép vỉa hè' -k firm_issue -u "$W" firm='Công ty A' area='khác' --due 2026-12-01
dieuhanh --record x.db -q petition move take M4
run dieuhanh --record x.db petition move propose M4 --note 'kiến nghị sở'
is_status 1
says err 'Đã kiến nghị'
dieuhanh --record x.db -q petition move propose M4 --note 'kiến nghị sở' proposed_to='Sở Xây dựng'
cat > bc.txt <<'END'
Ủy ban nhân dân phường Bến Thành, ngày 20 tháng 8 năm 2026
Thu ngân sách nhà nước trên địa bàn 7 tháng đầu năm 2026 đạt 20 tỷ đồng, kế hoạch năm 2026 là 100 tỷ đồng.
END
dieuhanh --record x.db import -q --date 2026-08-20 --place "$W" bc.txt > printed
dieuhanh --record x.db accept S1 S2 -q
on 2026-08-20
run m new 'Giao ban tháng 8' -u "$W" --due 2026-08-21 chair='Chủ tịch' type='giao ban'
is_status 0
run m agenda --format csv
is_status 0
says out 'M1,late,Rà soát hộ kinh doanh'
says out '"quá hạn 10 ngày, hạn 10/8/2026; Chưa nhận"'
says out 'M3,petition,Tiếng ồn karaoke'
says out 'M4,obstacle,Cấp phép vỉa hè'
says out 'M2,soon,Báo cáo tháng'
says out ',indicator,'
says out 'chậm so với kế hoạch'
ok 'no meeting among them' test "$(grep -c 'Giao ban' "$out")" = 0
code=$(grep ',indicator,' "$out" | head -n 1 | cut -d, -f1)
run m agenda --unit 'phường Sài Gòn' --format csv
ok 'of one unit' test "$(wc -l < "$out")" = 1
run m agenda --unit "$W" --under "$W"
is_status 2

run m agenda M5
is_status 2
says err 'chưa nêu mục nào'
run m agenda M5 --take 'M1;M77'
is_status 2
says err '«M77» không có trong các mục'
run m agenda M1 --take M1
is_status 1
says err 'task'
run m agenda --take M1
is_status 2
run m agenda M5 --take "M1; $code"
is_status 0
says err 'chương trình có 2 mục'
run m show M5
says out '1. [M1] Rà soát hộ kinh doanh'
says out "2. [$code]"
m -q move hold M5
run m agenda M5 --take M3
is_status 1
m -q move conclude M5 conclusion_no='120/TB-UBND'
run m decide M5 'Xử phạt quán karaoke' -u "$W" --due 2026-09-01 product='Quyết định xử phạt'
is_status 0
says err 'M6 (NV-2026-3), hạn 1/9/2026'
run m decide M1 'X' -u "$W"
is_status 1
run m decide M5
is_status 2
run m decide M5 'X' -u "$W" --parent M1
is_status 2
run dieuhanh --record x.db task show M6
says out 'thuộc việc: M5'
says out 'văn bản giao: 120/TB-UBND'
says out 'người giao: Chủ tịch'
run m show M5
says out 'việc thành phần: M6 Xử phạt quán karaoke'
run m list --all --format csv
ok 'meetings only' test "$(wc -l < "$out")" = 2
# What hinders a project and is past its day.
run dieuhanh --record x.db project new 'Mở rộng hẻm 12' --unit "$W" sector='giao thông khác' total=14500000000 --on 2026-05-01
is_status 0
project=$(sed -n 's/.*đã giao \(M[0-9]*\) .*/\1/p' "$err")
run dieuhanh --record x.db project obstacle "$project" 'Ba hộ chưa giao mặt bằng' --class gpmb --owner 'Ban QLDA' --due 2026-07-24 --on 2026-05-02
is_status 0
run m agenda --format csv
says out 'Ba hộ chưa giao mặt bằng'
says out 'quá hạn 27 ngày, hạn 24/7/2026; dự án Mở rộng hẻm 12; gỡ: Ban QLDA'
run m agenda --on 2026-07-24 --format csv
says_not out 'Ba hộ chưa giao mặt bằng'
run dieuhanh --record x.db verify
is_status 0
done_testing
