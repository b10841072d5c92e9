#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# matter: what is owed: giving, moving, due days, lists, counts; a kind that is only data, through every move that it allows and refuses.
# All names and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-03-02

# Kinds need no record.
run dieuhanh kind list --format csv
is_status 0
says out 'task,Nhiệm vụ,program,'
says out 'dossier,Hồ sơ thủ tục hành chính,program,'
run dieuhanh kind show task
is_status 0
says out 'Chờ duyệt kết quả'
says out 'Trả lại, yêu cầu thực hiện lại'
run dieuhanh kind show tusk
is_status 1
says err 'không có loại việc «tusk»'
run dieuhanh kind
is_status 2
run dieuhanh kind burn x
is_status 2

dieuhanh init -q
run dieuhanh task list
is_status 0
says err 'không có việc nào'

# Wrong usage.
run dieuhanh task
is_status 2
run dieuhanh task burn
is_status 2
run dieuhanh task new
is_status 2
run dieuhanh task move
is_status 2
run dieuhanh task move take
is_status 2
run dieuhanh task list --group nhieu
is_status 2
run dieuhanh task show M1
is_status 1
says err 'kho không có việc M1'
run dieuhanh task show viec-gi
is_status 2
says err '«viec-gi» không phải mã hay số'
run dieuhanh task list --state dong
is_status 1
says err 'trạng thái «dong»'
run dieuhanh task move take M1 --known-on 2026-01-01
is_status 2
refused 1 'thiếu đơn vị chủ trì (--unit)' dieuhanh task new 'Lập kế hoạch chuyển đổi số'
refused 1 'trước ngày giao' dieuhanh task new 'Lập kế hoạch' --unit 26740 --due 2026-03-01
refused 1 'sau hôm nay' dieuhanh task new 'Lập kế hoạch' --unit 26740 --on 2026-03-09
refused 1 'không có trường «san_pham»' dieuhanh task new 'Lập kế hoạch' --unit 26740 san_pham=x
refused 1 '«urgency» không nhận «gấp»' dieuhanh task new 'Lập kế hoạch' --unit 26740 urgency=gấp
refused 1 '«cost» không nhận «1.5»' dieuhanh task new 'Lập kế hoạch' --unit 26740 cost=1.5
refused 1 'X99' dieuhanh task new 'Lập kế hoạch' --unit 26740 indicator=X99
refused 2 'trường=giá trị' dieuhanh task new 'Lập kế hoạch' --unit 26740 khẩn
refused 1 'kho không có việc M9' dieuhanh task new 'Lập kế hoạch' --unit 26740 --parent M9

# A task from the beginning to the end.
run dieuhanh task new 'Lập kế hoạch chuyển đổi số' --unit 'phường Bến Thành' --with 'phường Sài Gòn' --due 2026-03-20 --person lan.tran \
    --giver chu-tich --document 232/KH-UBND --clause 'mục II.3' --priority high product='Kế hoạch' urgency=khẩn cost=1.500.000 indicator=C01
is_status 0
says err 'đã giao M1 (NV-2026-1), hạn 20/3/2026'
refused 1 'Chưa nhận' dieuhanh task move submit M1 --note x
says err 'take, refuse'
refused 1 'không có bước «bay»' dieuhanh task move bay M1
refused 1 'thiếu lý do (--note)' dieuhanh task move refuse M1
refused 1 'trước ngày 2026-03-02' dieuhanh task move take M1 --on 2026-03-01
run dieuhanh task move take M1
is_status 0
says err 'M1 (NV-2026-1): Đang thực hiện'
on 2026-03-18
run dieuhanh task list --format csv
says out 'M1,NV-2026-1,task,Lập kế hoạch chuyển đổi số,'
says out ',soon,-2'
run dieuhanh task mine --person lan.tran --format csv
says out 'soon,M1,'
on 2026-03-23
run dieuhanh task list --clock late --format csv
says out ',late,3'
run dieuhanh task list --clock late --on 2026-03-20
says err 'không có việc nào'
refused 1 'thiếu lý do (--note)' dieuhanh task extend M1 --due 2026-04-05
refused 1 'vẫn là 2026-03-20' dieuhanh task extend M1 --due 2026-03-20 --note x
refused 1 'thiếu hạn (--due)' dieuhanh task extend M1 --note x
refused 2 'không phải mã hay số' dieuhanh task extend NV-2026-2 --due 2026-04-05
run dieuhanh task extend M1 --due 2026-04-05 --note 'chờ ý kiến sở'
is_status 0
says err 'hạn mới 5/4/2026; hạn ban đầu 20/3/2026 vẫn được giữ'
printf 'noi dung' >ket-qua.txt
run dieuhanh task move submit NV-2026-1 --note 'đã xong dự thảo' --file ket-qua.txt
is_status 0
run dieuhanh task mine --person chu-tich --format csv
says out 'decide,M1,'
refused 1 'thiếu lý do (--note)' dieuhanh task move return M1
run dieuhanh task move return M1 --note 'thiếu phụ lục'
run dieuhanh task mine --person lan.tran --format csv
says out 'returned,M1,'
run dieuhanh task assign M1 --person minh.le --without 'phường Sài Gòn' --with 'phường Tân Định'
is_status 0
refused 1 'không có gì thay đổi' dieuhanh task assign M1 --person minh.le
run dieuhanh task edit M1 --title 'Lập kế hoạch chuyển đổi số năm 2026' product='Kế hoạch kèm phụ lục'
is_status 0
refused 2 'không đổi «unit»' dieuhanh task edit M1 unit=26743
run dieuhanh task note M1 --note 'đôn đốc lần 1'
is_status 0
refused 1 'thiếu nội dung (--note)' dieuhanh task note M1
refused 1 'thiếu tệp (--file)' dieuhanh task attach M1
run dieuhanh task attach M1 --file khong-co.txt
is_status 1
run dieuhanh task move submit M1 --note 'đã bổ sung'
on 2026-04-07
run dieuhanh task move approve M1 --on 2026-04-06
is_status 0
says err 'Hoàn thành'
refused 1 'đã kết thúc' dieuhanh task extend M1 --due 2026-05-01 --note x
refused 1 'đã kết thúc' dieuhanh task edit M1 --title khác
refused 1 'Các bước đi được: –' dieuhanh task move recall M1 --note x
run dieuhanh task show M1
is_status 0
says out 'hoàn thành quá hạn, trễ 1 ngày'
says out '20/3/2026 (hạn ban đầu): can-bo'
says out '5/4/2026: can-bo'
says out 'chờ ý kiến sở'
says out 'nội dung: Lập kế hoạch chuyển đổi số → Lập kế hoạch chuyển đổi số năm 2026'
says out 'Sản phẩm đầu ra: Kế hoạch → Kế hoạch kèm phụ lục'
says out 'Kinh phí: 1.500.000 đồng'
says out 'thôi phối hợp: phường Sài Gòn'
says out 'tệp ket-qua.txt, 8 byte, SHA-256 '
says out 'đôn đốc lần 1'
run dieuhanh task show M1 --format jsonl
says out '"due_days":[{"due":"2026-03-20",'
says out '"verdict":"ended_late","days_late":1'
says out '["due","2026-03-20","2026-04-05"]'
run dieuhanh task show M1 --lang en
says out 'ended late, 1 days late'

# As known on an earlier day.
run dieuhanh task show M1 --known-on 2026-03-18
is_status 0
says out 'Đang thực hiện'
says out 'sắp đến hạn'

# Lists: pages, words, units.
for number in 1 2 3 4 5 6 7 8 9 10 11 12; do # dieuhanh of lib.sh has its own i
    dieuhanh task new "Rà soát đường hẻm số $number" --unit 26743 --due "2026-05-$((number + 9))" -q
done
dieuhanh task new 'Việc không hạn' --unit 26743 -q
run dieuhanh task list --limit 5 --format csv
lines out 6
says err '--after M6'
run dieuhanh task list --limit 5 --after M6 --format csv
lines out 6
says out 'M11,'
run dieuhanh task list --after M13 --format csv
lines out 2
says out 'M14,'
run dieuhanh task list --text 'duong hem' --format csv
lines out 13
run dieuhanh task list --text 'duong hop'
says err 'không có việc nào'
run dieuhanh task list --text 'ke hoach' --all --format csv
says out 'M1,'
run dieuhanh task list --unit 'phường Tân Định'
says err 'không có việc nào'
run dieuhanh task list --under 'TP Hồ Chí Minh' --format csv
lines out 14
run dieuhanh task list --under 'TP Hà Nội'
says err 'không có việc nào'
run dieuhanh task list --clock no_clock --format csv
lines out 2
run dieuhanh task list --due-from 2026-05-12 --due-to 2026-05-13 --format csv
lines out 3
run dieuhanh task list --unit 26743 --under 79
is_status 2
run dieuhanh task stats --on 2026-05-15 --format csv
is_status 0
says out '26743,'
says out ',,14,13,0,0,0,3,4,5,1,1,0,1,0,0.0,1,38.5,13'
run dieuhanh task stats --on 2026-05-15
says out '0/1 (0,0 %)'
says out '5/13 (38,5 %)'
run dieuhanh task stats --due-from 2030-01-01
says out '–'

# A kind that is only data.
cat >dong.json <<'TEXT'
{
  "kind": "hotline", "name": "Phản ánh qua đường dây nóng", "number": "{n}/ĐDN-{year}",
  "note": "Quy trình của phường, dùng để thử.",
  "states": [
    {"state": "received", "name": "Đã tiếp nhận", "group": "waiting", "waits": "giver"},
    {"state": "sent", "name": "Đã chuyển xử lý", "group": "open", "waits": "responsible"},
    {"state": "answered", "name": "Đã trả lời", "group": "done"},
    {"state": "rejected", "name": "Không thuộc thẩm quyền", "group": "dropped"}
  ],
  "moves": [
    {"move": "send", "name": "Chuyển xử lý", "from": ["received"], "to": "sent", "needs": ["person"]},
    {"move": "answer", "name": "Trả lời", "from": ["sent"], "to": "answered", "by": "responsible", "needs": ["answer", "attachment"]},
    {"move": "reject", "name": "Từ chối", "from": ["received", "sent"], "to": "rejected", "needs": ["reason"]}
  ],
  "fields": [
    {"field": "caller", "name": "Người phản ánh", "type": "person", "required": true},
    {"field": "topic", "name": "Lĩnh vực", "type": "choice", "choices": ["rác", "ngập", "tiếng ồn"]},
    {"field": "answer", "name": "Nội dung trả lời", "type": "text"},
    {"field": "urgent", "name": "Khẩn", "type": "flag"},
    {"field": "seen", "name": "Ngày xem hiện trường", "type": "day"},
    {"field": "place", "name": "Nơi xảy ra", "type": "unit"}
  ],
  "soon": 1
}
TEXT
refused 1 'không có loại việc «hotline»' dieuhanh matter new 'Ngập' --kind hotline --unit 26740
run dieuhanh kind check dong.json
is_status 0
says out 'Không thuộc thẩm quyền'
run dieuhanh kind add dong.json
is_status 0
says err 'đã thêm loại việc hotline'
refused 1 'phiên bản 1' dieuhanh kind add dong.json
refused 1 'thiếu Người phản ánh (caller=…)' dieuhanh matter new 'Ngập nước đường X' --kind hotline --unit 26740
run dieuhanh matter new 'Ngập nước đường X' --kind hotline --unit 26740 --due 2026-04-10 caller='Bà Ba' topic=ngập urgent=có seen=2026-04-07 \
    place='phường Tân Định'
is_status 0
says err 'M15 (1/ĐDN-2026)'
refused 1 '«seen» không nhận «hôm qua»' dieuhanh matter edit M15 seen='hôm qua'
refused 1 '«urgent» không nhận «maybe»' dieuhanh matter edit M15 urgent=maybe
refused 1 'thiếu Người phản ánh (caller=…)' dieuhanh matter edit M15 caller=
# Every move of every state: allowed, or refused.
refused 1 'Đã tiếp nhận' dieuhanh matter move answer M15 answer=x --file ket-qua.txt
refused 1 'thiếu người thực hiện (--person)' dieuhanh matter move send M15
refused 1 'thiếu lý do (--note)' dieuhanh matter move reject M15
refused 1 'không có bước «take»' dieuhanh matter move take M15
run dieuhanh matter move send M15 --person nam.vo
is_status 0
says err 'Đã chuyển xử lý'
refused 1 'Đã chuyển xử lý' dieuhanh matter move send M15
refused 1 'thiếu Nội dung trả lời (answer=…)' dieuhanh matter move answer M15
refused 1 'thiếu tệp (--file)' dieuhanh matter move answer M15 answer='Đã thông cống'
refused 1 'không cho đổi hạn' dieuhanh matter extend M15 --due 2026-05-01 --note x
refused 1 'thuộc loại hotline' dieuhanh task show M15

# A new version is for what begins now.
sed 's/"rác", /"rác", "chó thả rông", /; s/"person"\]/"person", "reason"]/' dong.json >dong2.json
run dieuhanh kind add dong2.json
says err 'phiên bản 2'
refused 1 '«topic» không nhận «chó thả rông»' dieuhanh matter edit M15 topic='chó thả rông'
run dieuhanh matter new 'Chó thả rông' --kind hotline --unit 26740 caller='Ông Tư' topic='chó thả rông'
says err 'M16 (2/ĐDN-2026)'
refused 1 'thiếu lý do (--note)' dieuhanh matter move send M16 --person nam.vo
run dieuhanh matter move answer M15 answer='Đã thông cống' --file ket-qua.txt
is_status 0
says err 'Đã trả lời'
for move in send answer reject; do
    refused 1 'Các bước đi được: –' dieuhanh matter move $move M15 answer=x --note x
done
run dieuhanh matter move reject M16 --note 'chuyển xã khác'
is_status 0
for move in send answer reject; do
    refused 1 'Các bước đi được: –' dieuhanh matter move $move M16 answer=x --note x
done
run dieuhanh matter show M15
says out 'Khẩn: có'
says out 'Nơi xảy ra: phường Tân Định'
says out 'Ngày xem hiện trường: 7/4/2026'
run dieuhanh matter list --kind hotline --all --format csv
lines out 3
run dieuhanh matter list --kind hotline --state answered --format csv
lines out 2
run dieuhanh matter list --clock ended_in_time --format csv
lines out 2
says out 'M15,'
run dieuhanh kind show hotline --json
says out 'chó thả rông'

# Several at once: all or none.
refused 1 'M1 đang ở trạng thái' dieuhanh task move take M2 M1
run dieuhanh task move take M2 M3
is_status 0
says err 'M3 (NV-2026-3): Đang thực hiện'

# Files that describe no kind: what is wrong and where, and nothing taken in.
bad() {
    sed "$2" dong.json >bad.json
    run dieuhanh kind check bad.json
    is_status 1
    says err "$1"
}
bad 'không đúng cú pháp JSON' 's/"soon": 1/"soon": /'
bad 'không có mục «soom»' 's/"soon": 1/"soom": 1/'
bad 'moves[1]: không có trạng thái «gone»' 's/"to": "answered"/"to": "gone"/'
bad 'không bước nào dẫn tới trạng thái «answered»' 's/"to": "answered"/"to": "rejected"/'
bad 'states[2]: giá trị của «group»' 's/"group": "done"/"group": "finished"/'
bad 'không có trạng thái nào thuộc nhóm done' 's/"group": "done"/"group": "dropped"/'
bad 'trạng thái «rejected» chưa kết thúc' 's/"group": "dropped"/"group": "open"/'
bad 'moves[2]: «send» ghi hai lần' 's/"move": "reject"/"move": "send"/'
bad 'states[1]: thiếu «name»' 's/"name": "Đã chuyển xử lý", //'
bad '«answr» không phải điều kiện' 's/"needs": \["answer"/"needs": ["answr"/'
bad 'mẫu số «{n}/{n}»' 's|{n}/ĐDN-{year}|{n}/{n}|'
bad 'fields[0]: mọi việc đều đã có «title»' 's/"field": "caller"/"field": "title"/'
bad '«Hotline» không dùng làm mã được' 's/"kind": "hotline"/"kind": "Hotline"/'
bad 'fields[1]: thiếu «choices»' 's/, "choices": \["rác", "ngập", "tiếng ồn"\]//'
bad 'ghi hai lần' 's/"rác", "ngập"/"rác", "rác"/'
bad 'không thể bắt đầu ở trạng thái đã kết thúc' 's/"group": "waiting"/"group": "done"/'
sed 's/"kind": "hotline"/"kind": "task"/' dong.json >task.json
refused 1 'của chương trình' dieuhanh kind add task.json
run dieuhanh kind check khong-co.json
is_status 1

# Rebuilt, it is the same; copied, too.
run dieuhanh verify
is_status 0
record_copy dieuhanh.db before.db
dieuhanh task list --all --format csv >list.before
run dieuhanh rebuild
is_status 0
run dieuhanh verify
is_status 0
run dieuhanh task list --all --format csv
same out list.before
done_testing
