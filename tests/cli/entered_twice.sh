#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# entered_twice: what is entered twice or ahead of its time, and what must not be joined: an incoming document, days that are swapped, the hour of
# the portal, a complaint and a feedback; lists of projects as long as was asked. Names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 ${2:-05:00}" +%s) && export SOURCE_DATE_EPOCH; }
W=26740
on 2026-08-03 02:00
dieuhanh init -q
doc() { dieuhanh matter new "$1" --kind document_in -u $W symbol="$2" issuer="$3" issued="$4"; }
run doc 'Về giải ngân' '12/UBND-KT' 'UBND Thành phố' 2026-07-28
is_status 0
says_not err 'trùng'
run doc 'V/v giải ngân' '12/ubnd-kt' 'UBND  thành phố' 2026-07-28
is_status 0
says err '! có thể trùng với M1 (1/2026, vào sổ 3/8/2026): Về giải ngân'
run doc 'Việc khác' '12/UBND-KT' 'Sở Tài chính' 2026-07-28
says_not err 'trùng'
run doc 'Ngày khác' '12/UBND-KT' 'UBND Thành phố' 2026-07-29
says_not err 'trùng'

# Days swapped.
run dieuhanh calendar swap 2027-08-30 2027-08-21 --text '1/TB'
is_status 0
refused 1 'đã có: nghỉ 2027-08-30, làm bù 2027-08-21 (1/TB)' dieuhanh calendar swap 2027-08-30 2027-08-21 --text '1/TB'
refused 1 'đã là ngày làm bù cho ngày nghỉ 2027-08-30' dieuhanh calendar swap 2027-08-31 2027-08-21 --text '2/TB'
run dieuhanh calendar swap 2027-08-30 2027-08-28 --text '3/TB'
is_status 0

# The hour of the portal.
dieuhanh dossier new 'Trích lục' -u $W procedure=2.000635 term='1 ngày làm việc' applicant=An channel='trực tiếp' -q
dieuhanh dossier move receive M5 -q
dieuhanh dossier move process M5 -q
refused 1 'ở sau hôm nay' dieuhanh dossier move finish M5 synced_at=2026-09-10
run dieuhanh dossier move finish M5 synced_at=2026-08-03T09:00
is_status 0
refused 1 'ở sau hôm nay' dieuhanh dossier edit M5 apology_on=2026-08-10

# A complaint goes by another law than a feedback.
dieuhanh petition new 'Khiếu nại thu hồi đất hẻm 14' -k complaint -u $W handling='lần đầu' against='QĐ 5/QĐ-UBND' -q
dieuhanh petition new 'Phản ánh thu hồi đất hẻm 14' -k feedback -u $W subject='khác' sender='Lê Thị Ồn' -q
refused 1 'M6 là Khiếu nại, M7 là Phản ánh, kiến nghị: hai loại có thời hạn và trình tự luật định khác nhau' dieuhanh petition join M6 M7 --note 'một việc'

# As long as was asked.
for n in 1 2 3; do
    dieuhanh project new "Dự án $n" -u $W sector='giáo dục' total='5 tỷ' -q
    dieuhanh project plan DA-2026-$n '1 tỷ' --year 2026 -s commune --on 2026-08-01 -q
done
for words in capital pressing; do
    run dieuhanh project $words --limit 2 --format csv
    is_status 0
    lines out 3
    says err 'còn nữa'
    run dieuhanh project $words --format csv
    lines out 4
done
done_testing
