#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# grade: what tasks give for the grading of who does them. All names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-01-05
dieuhanh init -q
task() { dieuhanh task new "$1" -u 'phường Bến Thành' --person lan.tran --due "$2" "coefficient=${3:-1}" 2>"$err.2"; }
task 'Kế hoạch' 2026-01-20
task 'Báo cáo' 2026-02-10
task 'Đề án' 2026-03-10 2
task 'Quy chế' 2026-02-20 1,5
task 'Của quý sau' 2026-04-15
dieuhanh task new 'Việc không hạn' -u 'phường Bến Thành' --person lan.tran 2>"$err.2"
dieuhanh task new 'Của người khác' -u 'phường Bến Thành' --person minh.le --due 2026-01-20 2>"$err.2"
dieuhanh task move take M1 M2 M3 M4 2>"$err.2"
for round in 1 2; do
    on 2026-01-1$round
    dieuhanh task move submit M1 --note 'trình' 2>"$err.2"
    dieuhanh task move return M1 --note 'chưa đạt' 2>"$err.2"
done
on 2026-01-19
dieuhanh task move submit M1 --note 'trình' 2>"$err.2"
dieuhanh task move approve M1 2>"$err.2"
on 2026-02-12
dieuhanh task move submit M2 --note 'trình' 2>"$err.2"
dieuhanh task move approve M2 2>"$err.2"
on 2026-02-19
dieuhanh task extend M4 --due 2026-03-05 --note 'chờ ý kiến của sở' 2>"$err.2"
on 2026-03-02
dieuhanh task move submit M4 --note 'trình' 2>"$err.2"
dieuhanh task move approve M4 2>"$err.2"
on 2026-04-01
quarter='--due-from 2026-01-01 --due-to 2026-03-31'
run dieuhanh task grade --person lan.tran $quarter
is_status 0
says out 'a, số lượng: 3,5 / 5,5 = 63,64 %'
says out 'b, chất lượng: 3 / 3,5 = 85,71 %'
says out 'c, tiến độ: 3,25 / 3,5 = 92,86 %'
says out 'Kết quả nhiệm vụ: (a + b + c) / 3 × 70 = 56,52 điểm'
says out 'có, đã gia hạn'
says out 'NĐ 335/2025/NĐ-CP'
says out 'chưa đối chiếu bản gốc'
says err '1 nhiệm vụ không có hạn, không tính'
run dieuhanh task grade --person lan.tran $quarter --common 28
says out 'Tổng: 28 + 56,52 = 84,52 điểm: hoàn thành tốt nhiệm vụ'
says out 'gia hạn có phải vì nguyên nhân khách quan hay không là do người đánh giá'
# A leader: three results of his unit beside: (63,6364 + 85,7143 + 92,8571 + 95 + 90 + 100) / 6 x 70 %.
run dieuhanh task grade --person lan.tran $quarter --leader '95; 90; 100'
is_status 0
says out 'd, đ, e, kết quả của đơn vị (theo người nhập): 95 + 90 + 100 %'
says out '(a + b + c + d + đ + e) / 6 × 70 = 61,51 điểm'
run dieuhanh task grade --person lan.tran $quarter --format csv
lines out 5
says out 'M1,NV-2026-1,Kế hoạch,2026-01-20,2026-01-20,2026-01-19,1,true,2,false,false'
says out 'M4,NV-2026-4,Quy chế,2026-02-20,2026-03-05,2026-03-02,1.5,true,0,true,true'
run dieuhanh task grade --unit 'phường Bến Thành' $quarter --format csv
lines out 6
run dieuhanh task grade --person minh.le $quarter
says out 'a, số lượng: 0 / 1 = 0 %'
says out 'Chưa có sản phẩm hoàn thành'
run dieuhanh task grade --person minh.le $quarter --lang en
says out 'Nothing is done yet'
# The sums for programs, and a period in place of its days.
run dieuhanh task grade sums --person lan.tran --period 2026-Q1 --common 28 --format csv
is_status 0
lines out 2
says out 'lan.tran,,,2026-01-01,2026-03-31,CONGCHUC,4,1,5.5,3.5,3,3.25,63.64,85.71,92.86,,56.52,28,84.52,good,NĐ 335/2025/NĐ-CP'
run dieuhanh task grade sums --person minh.le --period 2026-Q1 --format jsonl
says out '"a":0,"b":null,"c":null'
says out '"result":null'
run dieuhanh task grade --person lan.tran --period 2026-Q1 --format csv
lines out 5
# Wrong things.
run dieuhanh task grade --person lan.tran --period quý
is_status 2
says err 'không phải kỳ'
run dieuhanh task grade sum --person lan.tran --period 2026-Q1
is_status 2
run dieuhanh task grade $quarter
is_status 2
run dieuhanh task grade --person lan.tran
is_status 2
says err 'và kỳ (--due-from, --due-to)'
run dieuhanh task grade --person lan.tran --due-from 2025-01-01 --due-to 2025-03-31
is_status 1
says err 'không có quy định xếp loại có hiệu lực ngày 2025-03-31'
for points in 31 -1 abc; do
    run dieuhanh task grade --person lan.tran $quarter --common=$points
    is_status 2
    says err 'từ 0 đến 30'
done
for rates in '95; 90' '95; 90; 101' '95; 90; -1' 'a; b; c' '1; 2; 3; 4' ''; do
    run dieuhanh task grade --person lan.tran $quarter --leader "$rates"
    is_status 2
    says err 'ba tỷ lệ d, đ, e'
done
run dieuhanh task edit M3 coefficient=0 --note thử
run dieuhanh task grade --person lan.tran $quarter
is_status 1
says err 'hệ số sản phẩm của NV-2026-3'
done_testing
