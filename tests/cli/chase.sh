#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# chase: who was chased for what he owes, by whom, by words, by a document, by a reminder; what is no answer. All names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=van-phong
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
task() { dieuhanh task "$@" 2>"$err.2"; }
on 2026-03-02
dieuhanh init -q
task new 'Báo cáo giải ngân quý I' -u 'phường Bến Thành' --person lan.tran --giver chu-tich --due 2026-03-16
task new 'Rà soát quy hoạch' -u 'phường Sài Gòn' --person minh.le --giver chu-tich --due 2026-03-10
task new 'Việc chưa ai đôn đốc' -u 'phường Sài Gòn' --due 2026-04-30
run dieuhanh task chased
is_status 0
says err 'không có đôn đốc nào chưa được trả lời'

# What is refused.
refused 1 'đôn đốc cần nội dung (--note) hoặc văn bản (--document)' dieuhanh task chase M1
refused 1 'không có việc M9' dieuhanh task chase M9 --note 'đề nghị báo cáo'
refused 2 'còn thiếu tham số' dieuhanh task chase
refused 1 'sau hôm nay' dieuhanh task chase M1 --note 'đề nghị báo cáo' --on 2026-03-05
refused 2 'không nhận tham số' dieuhanh task chased thừa

on 2026-03-11
run dieuhanh task chase M2 --note 'đã quá hạn, đề nghị báo cáo trong ngày'
is_status 0
says err 'M2: đã ghi đôn đốc, lần thứ 1'
on 2026-03-13
run dieuhanh task chase M1 M2 --document '45/UBND-VP' --to 'phường Sài Gòn' --note 'nêu rõ nguyên nhân'
says err 'M1: đã ghi đôn đốc, lần thứ 1'
says err 'M2: đã ghi đôn đốc, lần thứ 2'
run dieuhanh task chase M1 --note 'gọi điện' --to lan.tran
is_status 0
# Neither another due day nor a note of who chased is an answer.
task extend M1 --due 2026-03-20 --note 'chờ số liệu của Kho bạc'
task note M2 --note 'chưa thấy trả lời'
run dieuhanh task chased --format csv
is_status 0
lines out 5
says out 'M2,NV-2026-2,Rà soát quy hoạch,26740,phường Sài Gòn,2026-03-11,chase,1,van-phong,,,,"đã quá hạn, đề nghị báo cáo trong ngày",,false'
says out '45/UBND-VP,nêu rõ nguyên nhân'
says err 'đôn đốc 4 lần, nhắc việc 0 thông báo; chưa có trả lời 4'
run dieuhanh task chased --unit 'phường Bến Thành'
says out 'lan.tran'
says_not out 'Rà soát'
says err 'đôn đốc 2 lần, nhắc việc 0 thông báo; chưa có trả lời 2'
# The counts stand in lists and in what is shown.
run dieuhanh task list
says out 'đôn đốc 2'
run dieuhanh task list --format csv
says out ',returns,chases,reminders'
run dieuhanh task list --unit 'phường Sài Gòn' --text 'chưa ai'
says_not out 'đôn đốc 2'
run dieuhanh task show M2
says out 'Đôn đốc'
says out '13/3/2026  van-phong → phường Sài Gòn: văn bản 45/UBND-VP; nêu rõ nguyên nhân; trả lời: chưa, đã 0 ngày'
run dieuhanh task show M2 --format jsonl
says out '"chases":[{"way":"chase","day":"2026-03-11","by":"van-phong"'

# A step answers, and so does a note of somebody else.
on 2026-03-14
DIEUHANH_USER=minh.le
task note M2 --note 'đang chờ ý kiến của sở, xin báo cáo ngày 20/3'
DIEUHANH_USER=lan.tran
task move take M1
DIEUHANH_USER=van-phong
run dieuhanh task chased
says err 'không có đôn đốc nào chưa được trả lời'
run dieuhanh task chased --all --format csv
lines out 5
says out ',true,2026-03-14,minh.le,'
says out ',true,2026-03-14,lan.tran,'

# A reminder that was sent chases too, and is told apart.
dieuhanh remind outlet so --type file --place nhac 2>"$err.2"
dieuhanh remind contact minh --person minh.le --outlet so 2>"$err.2"
on 2026-03-17
run dieuhanh remind run
is_status 0
run dieuhanh task chased
says out 'nhắc việc N3'
says out 'minh.le'
says_not out 'chu-tich'
says err 'đôn đốc 4 lần, nhắc việc 3 thông báo; chưa có trả lời 3'
run dieuhanh task chased --format csv
says out ',2026-03-17,reminder,1,van-phong,lan.tran,,,,N2,false'
says out ',2026-03-17,reminder,1,van-phong,minh.le,,,,N3,false'
run dieuhanh task list --format csv --text 'quy hoạch'
says out ',0,2,2'
on 2026-03-18
DIEUHANH_USER=minh.le
task move take M2
DIEUHANH_USER=van-phong
run dieuhanh task chased --all --format csv
says out ',reminder,1,van-phong,minh.le,,,,N3,true,2026-03-18,minh.le'

# What has ended is not chased, and is no more in the list.
task move submit M2 --note 'đã rà soát 12 đồ án'
task move approve M2
refused 1 'đã kết thúc' dieuhanh task chase M2 --note 'báo cáo'
run dieuhanh task chased --all --format csv
says out 'M2'

# It is in the journal, and the record is made again from it.
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt'
run dieuhanh verify
is_status 0
run dieuhanh task show M1 --lang en
says out 'chase'
done_testing
