#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# project: an investment project as the officer of a ward keeps it: group, plan, vouchers, treasury and claim, stages, obstacles, households of the
# site; rates by named denominators, who has to be pressed, where the year will end; lists of vouchers in and out; what is refused leaves the
# record as it was. Sums were worked by hand. Names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 ${2:-05:00}" +%s) && export SOURCE_DATE_EPOCH; }
W=26740
on 2026-06-30
dieuhanh init -q

# A project and its group.
refused 1 'thiếu Lĩnh vực' dieuhanh project new 'Nâng cấp hẻm 12' -u "$W"
run dieuhanh project new 'Nâng cấp hẻm 12' -u "$W" --due 2026-12-31 --on 2025-11-03 sector='giao thông khác' investor='Ban Quản lý dự án phường'
is_status 0
says err 'đã giao M1 (DA-2025-1)'
run dieuhanh project show M1
says out 'Phân loại: chưa xác định (chưa có tổng mức đầu tư)'
refused 1 'thiếu' dieuhanh project move decide M1
run dieuhanh project edit DA-2025-1 policy_no=12/NQ-HĐND policy_on=2025-11-20 total=14.500.000.000 decision=88/QĐ-UBND
run dieuhanh project move decide DA-2025-1 --on 2025-11-20
run dieuhanh project move approve DA-2025-1 --on 2025-12-20
run dieuhanh project move start DA-2025-1 --on 2026-02-02
is_status 0
run dieuhanh project show M1
says out 'Phân loại: nhóm C, dưới 160 tỷ đồng (Luật Đầu tư công 58/2024/QH15, Điều 11 khoản 2; tính vào ngày 20/11/2025)'
run dieuhanh task new 'Không phải dự án' -u "$W"

# Capital.
refused 1 'thiếu nguồn vốn' dieuhanh project plan M1 '6 tỷ' --year 2026
refused 1 'không có nguồn vốn «ngân hàng»' dieuhanh project plan M1 '6 tỷ' --year 2026 -s 'ngân hàng'
refused 2 'không phải số tiền' dieuhanh project plan M1 nhiều --year 2026 -s commune
refused 2 'không phải số tiền' dieuhanh project plan M1 --year 2026 -s commune -- -5
refused 2 'không phải năm' dieuhanh project plan M1 5 --year 26 -s commune
refused 1 'không phải dự án' dieuhanh project plan M2 5 --year 2026 -s commune
refused 2 'không hiểu cấp giao' dieuhanh project plan M1 5 --year 2026 -s commune --layer bộ
run dieuhanh project plan M1 '14.000 triệu' --year 2026-2030 -s 'ngân sách phường' --number 3/NQ-HĐND --on 2026-01-12
is_status 0
says err 'V1 (Trung hạn), 14.000 triệu đồng'
run dieuhanh project plan M1 '6 tỷ' --year 2026 -s 'ngân sách phường' --number 15/NQ-HĐND --on 2026-01-12
says err 'V2 (Kế hoạch giao), 6.000 triệu đồng'
run dieuhanh project supplement M1 '500 triệu' --year 2026 -s commune --number 40/QĐ-UBND --on 2026-05-04
is_status 0
run dieuhanh project adjust M1 'giảm 200 triệu' --year 2026 -s commune --on 2026-06-01
run dieuhanh project adjust M1 --year 2026 -s commune --on 2026-06-02 -- '-100 triệu'
is_status 0
refused 1 'đã có dòng V2 với đúng năm' dieuhanh project plan M1 '6 tỷ' --year 2026 -s commune --number 15/NQ-HĐND --on 2026-01-12

# Vouchers: 1000 advance, 2000 paid of which 400 were advanced, 100 paid back: 2500 of 6200.
run dieuhanh project show M1 --year 2026
says out 'Giải ngân kế hoạch năm: chưa có chứng từ nào'
run dieuhanh project disburse M1 '1 tỷ' --as advance -s commune --number GRT-01 --on 2026-02-10
run dieuhanh project disburse M1 '2 tỷ' -s commune --number GRT-02 --on 2026-04-15
run dieuhanh project disburse M1 '400 triệu' --as recovered -s commune --number GTT-01 --on 2026-04-15
run dieuhanh project disburse M1 '100 triệu' --as returned -s commune --number NT-01 --on 2026-05-15
is_status 0
refused 1 'đã có ở dòng V7 với ngày hay số tiền khác' dieuhanh project disburse M1 '2,1 tỷ' -s commune --number GRT-02 --on 2026-04-15
refused 1 'ở sau hôm nay' dieuhanh project disburse M1 5 -s commune --on 2026-07-01
refused 1 'vốn kế hoạch năm 2025 không chi được ngày 2026-03-01; thời hạn đến 2026-01-31' dieuhanh project disburse M1 5 --year 2025 -s commune --on 2026-03-01
refused 1 'thời hạn đến' dieuhanh project disburse M1 5 --year 2026 -s commune --on 2025-12-31
run dieuhanh project carry M1 '300 triệu' --year 2025 -s commune --number 9/QĐ-UBND --on 2026-02-20
run dieuhanh project disburse M1 '200 triệu' --year 2025 -s commune --number GRT-03 --on 2026-03-01
is_status 0
refused 1 'thời hạn đến 2026-01-31' dieuhanh project disburse M1 '200 triệu' --year 2025 -s province --on 2026-03-01 # another source was not carried on
refused 1 'nêu cho cả kế hoạch năm' dieuhanh project confirm M1 5 -s commune
run dieuhanh project confirm M1 '2.400 triệu' --on 2026-06-15
run dieuhanh project claim M1 '2.700 triệu' --on 2026-06-20
says err 'chưa có minh chứng'
printf 'anh' >hien-truong.jpg
refused 2 'không phải số tiền' dieuhanh project claim M1 101x%
refused 2 'không phải số tiền' dieuhanh project claim M1 101%
run dieuhanh project claim M1 45,5% --on 2026-06-20 --file hien-truong.jpg
is_status 0
run dieuhanh project show M1
says out 'Kế hoạch sau điều chỉnh: 6.200'
says out 'Giải ngân kế hoạch năm: 2.500'
says out 'Giải ngân vốn kéo dài: 200'
says out 'Tỷ lệ trên kế hoạch HĐND, UBND giao: 2.500 / 6.000 = 41,67 %'
says out 'Tỷ lệ trên kế hoạch sau điều chỉnh, bổ sung: 2.500 / 6.200 = 40,32 %'
says out 'Tỷ lệ trên kế hoạch sau điều chỉnh và vốn kéo dài: 2.700 / 6.500 = 41,54 %'
says out 'Được giải ngân đến 31/1/2027 (kế hoạch năm; Luật Đầu tư công 58/2024/QH15, Điều 72)'
says out 'chứng từ lệch số Kho bạc: 100'
says out 'số báo cáo lệch số Kho bạc: 300'
says out 'Khối lượng hoàn thành: 45,5 %, tính đến 20/6/2026 (có minh chứng)'
run dieuhanh project rates
is_status 0
says out 'Kế hoạch sau điều chỉnh: giao 6.000 + bổ sung 500 + điều chỉnh -300 = 6.200'
says out 'thanh toán khối lượng 2.000 + tạm ứng 1.000 − thu hồi tạm ứng 400 − nộp trả 100 = 2.500'
says out 'Thời hạn giải ngân kế hoạch năm: đến 31/1/2027'
run dieuhanh project rates --format csv
says out 'pm,pm,,,,0,0,1,2500000000'
says out 'changed,changed,6200000000,2500000000,40.32,1,0,0,'
run dieuhanh project rates --split source --base carried
says out '2.700'
run dieuhanh project rates --split source --base x
is_status 2
run dieuhanh project rates --on 2026-04-20 --format csv
says out 'changed,changed,6000000000,2600000000,43.33,1,0,0,'

# Struck out, not deleted.
refused 1 'cần nêu lý do' dieuhanh project strike V9
refused 1 'không có dòng vốn' dieuhanh project strike V99 --note sai
run dieuhanh project strike V9 --note 'nhập nhầm dự án'
is_status 0
refused 1 'đã bị gạch' dieuhanh project strike V9 --note sai
run dieuhanh project rates --format csv
says out 'changed,changed,6200000000,2600000000,41.94,1,0,0,'
run dieuhanh project capital M1 --all
says out 'nhập nhầm dự án'
run dieuhanh project capital M1 --format csv
is_status 0
lines out 14

# The list goes out and comes back: nothing new. A wrong row: nothing at all.
cp "$(file_of out)" lines.csv
run dieuhanh project load lines.csv
is_status 0
says err '13 dòng: 0 dòng mới, 13 dòng đã có'
cat >chung-tu.csv <<'X'
Dự án,Loại,Năm,Nguồn vốn,Số tiền (triệu đồng),Ngày,Số chứng từ
DA-2025-1,Thanh toán,2026,NS phường,"150,5",02/06/2026,GRT-11
DA-2025-1,Thanh toán,2026,NS phường,49,03/06/2026,GRT-12
X
run dieuhanh project load chung-tu.csv --dry-run
says err '2 dòng: 2 dòng mới, 0 dòng đã có; chỉ xem'
sed 's/,GRT-12/,GRT-11/; s/NS phường,"150/ngân hàng,"150/' chung-tu.csv >sai.csv
refused 1 '1 dòng sai' dieuhanh project load sai.csv
says out 'không có nguồn vốn «ngân hàng»'
sed 's/,GRT-12/,GRT-11/' chung-tu.csv >sai.csv
refused 1 '1 dòng sai' dieuhanh project load sai.csv
says out 'số «GRT-11» đã có'
printf 'a,b\n1,2\n' >khong.csv
refused 1 'không tìm thấy hàng đầu cột' dieuhanh project load khong.csv
run dieuhanh project load chung-tu.csv
says err '2 dòng: 2 dòng mới'
run dieuhanh project rates --format csv
says out 'changed,changed,6200000000,2799500000,45.15,1,0,0,'

cat >book.json <<'JSON'
{"sheets": [{"name": "Chứng từ", "cells": {"A1": "BẢNG KÊ", "A3": "Dự án", "B3": "Năm", "C3": "Nguồn vốn", "D3": "Số tiền (đồng)", "E3": "Ngày", "F3": "Số chứng từ",
  "A4": "DA-2025-1", "B4": 2026, "C4": "NS phường", "D4": 25000000, "E4": {"v": 46182, "format": "dd/mm/yyyy"}, "F4": "GRT-20"}}]}
JSON
python3 "$here/../tools/make_book.py" book.json bang.xlsx
run dieuhanh project load bang.xlsx --dry-run
is_status 0
says err '1 dòng: 1 dòng mới, 0 dòng đã có; chỉ xem'

# Stages: planned, put off, late.
refused 1 'không có giai đoạn' dieuhanh project stage M1 hoàn-công --planned 2026-01-01..2026-02-01
refused 2 'không phải các ngày' dieuhanh project stage M1 build --planned 2026-06-01..2026-02-01
refused 2 'không phải các ngày' dieuhanh project stage M1 build --actual 2026-06-01..2026-12-01
refused 1 'không có gì thay đổi' dieuhanh project stage M1 build
run dieuhanh project stage M1 'đấu thầu' --planned 2026-01-05..2026-02-10 --actual 2026-01-06..2026-02-15
run dieuhanh project stage M1 build --planned 2026-02-20..2026-04-30 --actual 2026-02-25..
run dieuhanh project stage M1 build --planned ..2026-05-15 --note 'mưa kéo dài'
is_status 0
refused 1 'ở trước ngày' dieuhanh project stage M1 build --actual ..2026-02-24
run dieuhanh project show M1
says out 'Lựa chọn nhà thầu: kế hoạch 5/1/2026 – 10/2/2026; thực tế 6/1/2026 – 15/2/2026; trễ 5 ngày'
says out 'Thi công: kế hoạch 20/2/2026 – 15/5/2026 (hạn ban đầu 30/4/2026); thực tế 25/2/2026 – ; trễ 46 ngày'
run dieuhanh project stages --format csv
says out 'build,2026-02-20,2026-05-15,2026-04-30,2026-02-25,,46'
lines out 2

# Obstacles.
refused 1 'không có loại vướng mắc' dieuhanh project obstacle M1 'Ba hộ chưa giao' --class trời
run dieuhanh project obstacle M1 'Ba hộ chưa giao mặt bằng' --class gpmb --owner 'Trung tâm Phát triển quỹ đất' --due 2026-06-10 --on 2026-05-02
is_status 0
says err 'đã ghi vướng mắc X1'
refused 1 'cần nêu lý do' dieuhanh project obstacle X1 --due 2026-06-20
refused 1 'không có gì thay đổi' dieuhanh project obstacle X1
run dieuhanh project obstacle X1 --due 2026-06-20 --note 'chờ duyệt phương án bổ sung'
run dieuhanh project obstacle M1 'Thiếu cát' --class material
run dieuhanh project obstacles
says out 'Trung tâm Phát triển quỹ đất'
run dieuhanh project pressing
is_status 0
says out '1 vướng mắc quá hạn chưa tháo gỡ; có giai đoạn trễ 46 ngày;'
says out 'Nhóm 4: 1 dự án'
run dieuhanh project pressing --format json
says out '{"rule":"obstacle","value":1},{"rule":"stage","value":46},{"rule":"difference","value":12.50}'
refused 1 'không có vướng mắc' dieuhanh project settle X9 --note xong
refused 1 'cần nêu lý do' dieuhanh project settle X1
refused 1 'ở trước ngày' dieuhanh project settle X1 --on 2026-05-01 --note xong
run dieuhanh project settle X1 --on 2026-06-25 --note 'ba hộ đã nhận tiền'
is_status 0
refused 1 'đã tháo gỡ ngày 2026-06-25' dieuhanh project settle X1 --note xong
run dieuhanh project show M1
says out 'X1  Giải phóng mặt bằng: Ba hộ chưa giao mặt bằng; Trung tâm Phát triển quỹ đất tháo gỡ, hạn 20/6/2026 (hạn ban đầu 10/6/2026), đã tháo gỡ 25/6/2026, quá hạn 5 ngày'
run dieuhanh project pressing
says out 'Nhóm 2: 1 dự án'

# Households of the site.
run dieuhanh register new site_clearance -u "$W" project=DA-2025-1 code=H1 head='Nguyễn Văn A' status='đã bàn giao mặt bằng'
run dieuhanh register new site_clearance -u "$W" project=DA-2025-1 code=H2 head='Trần Thị B' status='đã nhận tiền'
run dieuhanh register new site_clearance -u "$W" project=DA-2025-1 code=H3 head='Lê Văn C' status='chưa đồng thuận'
run dieuhanh register new site_clearance -u "$W" project=DA-2025-9 code=H1 head='Lê Văn D' status='cưỡng chế'
is_status 0
run dieuhanh project show M1
says out 'Giải phóng mặt bằng: 3 hộ, tổ chức'
says out 'đã nhận tiền: 1 (33,3 %)'

# Where the year will end: by the calendar, then by the years before. 30/6: 181 of 365 days; 2799,5 of them.
run dieuhanh project outlook
says out 'Tiến độ so: 49,59 % của kế hoạch năm, theo số ngày đã qua'
says out 'chỉ để tham khảo'
says out 'Còn phải giải ngân: 3.400,5 đến 31/1/2027; cần giải ngân mỗi tháng 485,79'
run dieuhanh project outlook --format json
says out '"pace_by":"calendar"'
cat >nam-truoc.csv <<'X'
Dự án,Năm,Nguồn vốn,Số tiền (triệu đồng),Ngày,Số chứng từ
DA-2025-1,2024,NS phường,400,02/06/2024,A1
DA-2025-1,2024,NS phường,600,02/01/2025,A2
DA-2025-1,2025,NS phường,500,30/06/2025,A3
DA-2025-1,2025,NS phường,500,01/07/2025,A4
X
run dieuhanh project load nam-truoc.csv
is_status 0
run dieuhanh project outlook
says out 'theo 2 năm trước cùng thời điểm'
says out 'Tiến độ so: 45,00 %'
says out 'Dự báo cả năm: 6.221'
says out 'Năm 2024: cùng thời điểm 400, cả năm 1.000'

# Figures out of the book.
run dieuhanh project feed --period 2026-Q2 --dry-run
is_status 0
says err 'số liệu ghi cho kỳ 2026-H1, không phải riêng 2026-Q2'
refused 2 'không lập cho kỳ «2026-13»' dieuhanh project feed --period 2026-13
run dieuhanh project feed --period 2026-H1 --dry-run --format csv
says out ',D01,6200000000,1'
says out ',D02,2799500000,1'
says out ',D06b,0,0'
run dieuhanh project feed --period 2026-H1
is_status 0
says err 'đã lập 6 số liệu, chấp nhận 6'
run dieuhanh project feed --period 2026-H1
says err 'không đổi gì'
run dieuhanh stand --unit "$W" --period 2026-H1
says out 'Giải ngân vốn đầu tư công'

# A year of a ward, made by the generator, the same bytes each time.
generate=$here/../../tools/matters_generate.py
python3 "$generate" a --dossiers 0 --tasks 0 --projects 40
python3 "$generate" b --dossiers 0 --tasks 0 --projects 40
ok 'the same bytes' cmp a/von-dau-tu.csv b/von-dau-tu.csv
dieuhanh init -q --record w.db
run dieuhanh project import a/du-an.csv --record w.db
is_status 0
says err 'Tổng mức đầu tư → total'
run dieuhanh project load a/von-dau-tu.csv --record w.db
is_status 0
run dieuhanh project load a/von-dau-tu.csv --record w.db
says err ' 0 dòng mới'

# The record stands: verified, made anew, as it was known, carried to another place.
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
run dieuhanh copy "$(record_place dieuhanh.db)" "$(record_place y.db)"
is_status 0
run dieuhanh project rates --record y.db --format csv
says out 'changed,changed,6200000000,2799500000,45.15,1,0,0,'
run dieuhanh project rates --known-on 2026-06-29 --format csv
is_status 0
refused 2 'project' dieuhanh project
refused 2 'bay' dieuhanh project bay M1
run dieuhanh project show M1 --lang en
says out 'Group: group C'
done_testing
