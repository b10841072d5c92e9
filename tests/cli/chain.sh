#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# chain: from a resolution over a decision and a plan down to the tasks of departments by field.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=van-phong
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
task() { dieuhanh task "$@" 2>"$err.2"; }
on 2026-01-05
dieuhanh init -q
run dieuhanh task chain
is_status 0
says err 'chưa có văn bản giao việc nào'

run dieuhanh task chain add 98/2023/QH15 --title 'Nghị quyết về thí điểm một số cơ chế, chính sách đặc thù phát triển Thành phố Hồ Chí Minh' --issuer 'Quốc hội' --on 2023-06-24
is_status 0
says err 'đã ghi 98/2023/QH15'
run dieuhanh task chain add 2856/QĐ-UBND --basis 98/2023/QH15 --issuer 'UBND Thành phố Hồ Chí Minh'
says err 'đã ghi 2856/QĐ-UBND, triển khai 98/2023/QH15'
run dieuhanh task chain add 'Kế hoạch 232/KH-UBND' --basis 'Quyết định 2856/QĐ-UBND'
says err 'đã ghi 232/KH-UBND, triển khai 2856/QĐ-UBND'
refused 2 'không có số, ký hiệu văn bản' dieuhanh task chain add 'kế hoạch của quận'
refused 2 'không có số, ký hiệu văn bản' dieuhanh task chain add 1/KH-UBND --basis 'nghị quyết'
refused 1 'đã có trong chuỗi' dieuhanh task chain add 2856/QĐ-UBND
refused 1 'đã triển khai' dieuhanh task chain add 98/2023/QH15 --basis 232/KH-UBND
refused 1 'đã triển khai' dieuhanh task chain add 7/KH-UBND --basis 7/KH-UBND
refused 1 'không có văn bản' dieuhanh task chain drop 8/KH-UBND
refused 2 'còn thiếu tham số' dieuhanh task chain add
refused 2 'không nhận tham số' dieuhanh task chain add 1/KH-UBND thừa
run dieuhanh task chain 9/KH-UBND
is_status 1
says err 'không có văn bản «9/KH-UBND» trong chuỗi giao việc'
run dieuhanh task chain 'không số'
is_status 2

task new 'Rà soát cơ chế tài chính' -u 'phường Bến Thành' --due 2026-02-10 --document 'Kế hoạch 232/KH-UBND ngày 14/9/2023' --clause 'II.1' area='Tài chính'
task new 'Trình phương án thu phí' -u 'phường Bến Thành' --due 2026-02-20 --document '232/kh-ubnd' area='Tài chính'
task new 'Lập danh mục dự án PPP' -u 'phường Sài Gòn' --due 2026-06-30 --document 232/KH-UBND area='Đầu tư'
task new 'Thống kê hiện trạng' -u 'phường Sài Gòn' --due 2026-05-30 --parent M3
task new 'Việc của văn bản khác' -u 'phường Sài Gòn' --document '45/TB-UBND'
task new 'Không văn bản' -u 'phường Sài Gòn'
task move take M1 M2
on 2026-02-09
task move submit M1 M2 --note 'đã làm'
task move approve M1
on 2026-02-25
task move approve M2
run dieuhanh task chain 98/2023/QH15 --format csv
is_status 0
lines out 10
says out '2856/QĐ-UBND,98/2023/QH15'
says out 'Kế hoạch 232/KH-UBND,2,document'
says out 'Tài chính,3,area,,,,,,,,,2,2,0,50.0,2,,0'
says out 'M3 Lập danh mục dự án PPP,4,matter'
says out 'M4 Thống kê hiện trạng,5,matter'
says_not out 'Việc của văn bản khác'
run dieuhanh task chain
says out 'Quyết định 2856/QĐ-UBND (UBND Thành phố Hồ Chí Minh)'
says out '1/2 (50,0 %)'
says out 'Thông báo 45/TB-UBND'
says out '0/2 (0,0 %)'
says_not out 'Không văn bản'
run dieuhanh task chain list --format csv
lines out 5
says out 'Thông báo 45/TB-UBND,0,document,45/TB-UBND,,,,,,,,1,0,0,,0,0.0,1'
run dieuhanh task chain 45/tb-ubnd --format csv
lines out 4
run dieuhanh task chain 232/KH-UBND --on 2026-07-02
says out 'quá hạn'
says out '2/2 (100,0 %)'

# A document that was entered wrongly goes; what stands below it stays.
run dieuhanh task chain drop 2856/QĐ-UBND
is_status 0
says err 'đã đưa 2856/QĐ-UBND ra khỏi chuỗi văn bản'
refused 1 'không có văn bản' dieuhanh task chain drop 2856/QĐ-UBND
run dieuhanh task chain 98/2023/QH15 --format csv
lines out 2
run dieuhanh task chain add 2856/QĐ-UBND --basis 98/2023/QH15
is_status 0
run dieuhanh task chain 98/2023/QH15 --format csv
lines out 10
# What was read proposes: the plan of a district that says what it carries out.
cat >ke-hoach.md <<'TEXT'
Ngày 20 tháng 9 năm 2023

Ủy ban nhân dân quận An Hòa ban hành Kế hoạch số 55/KH-UBND ngày 20/9/2023 về triển khai thực hiện Quyết định số 2856/QĐ-UBND ngày 05/7/2023 của Ủy ban nhân dân Thành phố Hồ Chí Minh.
TEXT
run dieuhanh task chain proposals
is_status 0
says err 'chưa đọc được văn bản nào triển khai văn bản khác'
dieuhanh import ke-hoach.md >"$out.2" 2>"$err.2"
run dieuhanh task chain proposals --format csv
is_status 0
lines out 2
says out '55/KH-UBND,2856/QĐ-UBND,Ủy ban nhân dân quận An Hòa,2023-09-20'
says out ',D1,ke-hoach.md,false'
run dieuhanh task chain add 55/KH-UBND
is_status 0
says err 'đã ghi 55/KH-UBND, triển khai 2856/QĐ-UBND'
says err 'lấy theo tài liệu D1'
run dieuhanh task chain proposals --format csv
says out ',D1,ke-hoach.md,true'
run dieuhanh task chain 98/2023/QH15 --format csv
says out '"Kế hoạch 55/KH-UBND (Ủy ban nhân dân quận An Hòa, 20/9/2023)",2,document'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt'
done_testing
