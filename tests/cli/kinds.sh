#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# kinds: the kinds that the program brings beside tasks and dossiers, each once from its beginning to an end, with the clock of its rule. All names
# and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-08-03
dieuhanh init -q
W='phường Bến Thành'

# A letter is a complaint: seven working days to take it on; the complaint itself has its days by law, from that day.
run dieuhanh matter new 'Đơn về bồi thường khi thu hồi đất' -k letter -u "$W" type='khiếu nại' sender='Nguyễn Văn Thử' received_on=2026-08-03
is_status 0
says err 'M1 (DT-2026-1), hạn 12/8/2026'
run dieuhanh matter new 'Đơn xin xác nhận' -k letter -u "$W" type='đơn khác' received_on=2026-08-03
says err 'hạn 13/8/2026'
run dieuhanh matter new 'Đơn tố cáo' -k letter -u "$W" type='tố cáo'
is_status 1
says err '«type» không nhận «tố cáo»'
run dieuhanh matter move classify M1
run dieuhanh matter move accept M1
is_status 0
run dieuhanh matter new 'Khiếu nại về bồi thường khi thu hồi đất' -k complaint -u "$W" --parent M1 handling='lần đầu' against='Quyết định 10/QĐ-UBND'
is_status 0
says err 'M3 (KN-2026-1), hạn 3/9/2026'
# 2 and 3 September are days off: 30 days end on the 2nd and roll on.
run dieuhanh matter show M3
says out 'KN-LAN1'
on 2026-08-10
run dieuhanh matter edit M3 handling='lần đầu, phức tạp'
is_status 1
says err 'lý do'
run dieuhanh matter edit M3 handling='lần đầu, phức tạp' --note 'phải xác minh ở hai nơi'
is_status 0
run dieuhanh matter show M3 --format json
says out '"due":"2026-09-17"'
run dieuhanh matter move suspend M3 --note 'chờ kết quả giám định'
is_status 0
on 2026-08-20
run dieuhanh matter move resume M3 --note 'đã có kết quả'
is_status 0
run dieuhanh matter show M3 --format json
says out '"due":"2026-09-28"'
run dieuhanh matter move decide M3
is_status 1
says err 'M3'
run dieuhanh matter edit M3 outcome='khiếu nại đúng một phần' decision='55/QĐ-UBND'
run dieuhanh matter move decide M3
is_status 0
run dieuhanh matter move take_effect M3
run dieuhanh matter move execute M3 --note 'đã chi trả'
is_status 0

# 22 August is worked in place of the 31st; 1 and 2 September are days off.
# Ten working days after a reception; fifteen for what was reported on the portal, which stand while it waits.
run dieuhanh matter new 'Tiếp ông A về trật tự đô thị' -k reception -u "$W" day_met=2026-08-20 people=1 content='phản ánh, kiến nghị'
says err 'hạn 7/9/2026'
run dieuhanh matter new 'Cột đèn hỏng' -k feedback -u "$W" subject='hạ tầng, môi trường' sent_on=2026-08-20
says err 'hạn 14/9/2026'
run dieuhanh matter move ask M5 --note 'chưa rõ địa điểm'
on 2026-08-27
run dieuhanh matter move supply M5
run dieuhanh matter show M5 --format json
says out '"due":"2026-09-22"'
run dieuhanh matter move answer M5 --note 'đã sửa'
is_status 0
run dieuhanh matter move publish M5
is_status 0

# The others have the day that somebody names.
run dieuhanh matter new 'Mở rộng hẻm' -k voter_petition -u "$W" --due 2026-09-30 session='kỳ họp thứ mười'
is_status 0
run dieuhanh matter move take M6
run dieuhanh matter move answer M6 --note 'đã có kế hoạch'
run dieuhanh matter move plan M6
is_status 1
run dieuhanh matter edit M6 roadmap='quý I/2027'
run dieuhanh matter move plan M6
is_status 0
run dieuhanh matter new 'Vướng mắc tiền thuê đất' -k firm_issue -u "$W" --due 2026-09-15 firm='Công ty Thử Nghiệm' area='đất đai'
is_status 0
run dieuhanh matter new 'Kiểm tra đầu tư công năm 2026' -k inspection -u "$W" --due 2026-10-30 type='kiểm tra' subject='Ban quản lý dự án'
is_status 0
run dieuhanh matter new 'Thu hồi tiền chi sai' -k conclusion -u "$W" --due 2026-12-31 --parent M8 type='thu hồi tiền' money=120.000.000
is_status 0
run dieuhanh matter new 'Xây không phép' -k violation -u "$W" --due 2026-09-10 address='hẻm 12' type='không phép'
is_status 0
run dieuhanh matter move penalise M10
is_status 1
says err 'Đã phát hiện'
run dieuhanh matter new 'V/v báo cáo giải ngân' -k document_in -u "$W" --due 2026-09-05 symbol=1234/UBND-TH issuer='UBND thành phố' electronic=có
is_status 0
says err 'M11 (1/2026)'
run dieuhanh matter new 'Trả lời công văn 1234' -k document_out -u "$W" --due 2026-09-05 doc_kind='công văn'
is_status 0
run dieuhanh matter move submit M12 --note 'trình ký'
run dieuhanh matter move sign M12
run dieuhanh matter move issue M12
is_status 1
run dieuhanh matter edit M12 symbol=55/UBND-TH
run dieuhanh matter move issue M12
is_status 0
run dieuhanh matter new 'Giao ban tháng 9' -k meeting -u "$W" --due 2026-09-04 chair='Chủ tịch'
is_status 0
run dieuhanh matter move hold M13
run dieuhanh task new 'Rà soát dự án chậm' -u "$W" --due 2026-09-20 --parent M13
is_status 0
run dieuhanh matter show M13
says out 'việc thành phần: M14 Rà soát dự án chậm'
run dieuhanh matter list --format csv --all
is_status 0
lines out 15

# A difficulty of a firm, out of a dialogue, until the firm says so; and again when it comes back.
run dieuhanh matter edit M7 meeting=M99
is_status 1
run dieuhanh matter edit M7 meeting=HN-2026-1 cause='thực hiện chậm'
is_status 0
run dieuhanh matter move take M7
run dieuhanh matter move propose M7 --note 'kiến nghị sở'
is_status 1
says err 'proposed_to'
run dieuhanh matter move propose M7 proposed_to='Sở Tài chính' --note 'kiến nghị sở'
is_status 0
run dieuhanh matter move answer M7 --note 'sở đã trả lời'
run dieuhanh matter move settle M7 --note 'doanh nghiệp đồng ý' confirmed_on=2026-08-27
is_status 0
run dieuhanh matter show M7
says out 'Cuộc đối thoại: M13'
run dieuhanh matter move reopen_settled M7 --note 'vướng mắc lặp lại'
is_status 0
says err 'Đang tháo gỡ'

# A building against the rules: time to get a permit, none came, looked at again and again, mended, and built on again.
run dieuhanh matter move record M10 record_no='01/BB'
run dieuhanh matter move penalise M10 decision='02/QĐ-XPHC'
run dieuhanh matter move apply M10
is_status 1
says err 'permit_by'
run dieuhanh matter move apply M10 permit_by=2026-10-27
is_status 0
run dieuhanh matter move expire M10 --note 'không nộp hồ sơ'
run dieuhanh matter move check M10 checked_on=2026-08-27 --note 'chưa tháo dỡ'
is_status 0
run dieuhanh matter move check M10 checked_on=2026-08-27 --note 'đã tháo một phần'
is_status 0
run dieuhanh matter move remedy M10 --note 'đã tháo dỡ xong'
is_status 0
run dieuhanh matter move relapse M10 --note 'xây lại'
is_status 0
says err 'Đã lập biên bản'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
done_testing
