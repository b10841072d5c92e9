#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# report, export: what leaves the record, each number with its way back.
. "$(dirname "$0")/lib.sh"

cat >nam-2022.txt <<'T'
Quận Thử Nghiệm, ngày 20 tháng 01 năm 2023

Năm 2022, thu ngân sách nhà nước trên địa bàn quận Thử Nghiệm đạt 2.000 tỷ đồng.
T
cat >nam-2023.txt <<'T'
Quận Thử Nghiệm, ngày 20 tháng 01 năm 2024

Năm 2023, thu ngân sách nhà nước trên địa bàn quận Thử Nghiệm đạt 2.200 tỷ đồng, đạt 110% dự toán Thành phố giao (2.000 tỷ đồng) theo <b>tờ trình.
T
run dieuhanh init
is_status 0
run dieuhanh export --format csv
is_status 0
lines out 1
run dieuhanh report 'quận Thử Nghiệm'
is_status 1
silent out
run dieuhanh import --accept nam-2022.txt nam-2023.txt
is_status 0

run dieuhanh report 'quận Thử Nghiệm' --period 2023
is_status 0
says out 'quận Thử Nghiệm, năm 2023'
says out '[2.200](#so-2)'
says out '[\+10,00 %](#so-'
says out '<a id="so-2"></a>'
says out '**2.200 tỷ đồng**'
says out '(nam-2023.txt)'
cp "$out" first
run dieuhanh report 'quận Thử Nghiệm' --period 2023
same out first

run dieuhanh report 'quận Thử Nghiệm' --period 2023 --format html
is_status 0
says out '<a href="#so-2">2.200</a>'
says out '<li id="so-2">'
says out '&lt;b&gt;'
ok 'no markup of the document in the page' sh -c "! grep -q '<b>' '$out'"

run dieuhanh report 'quận Thử Nghiệm' --period 2031
is_status 1
run dieuhanh report 'quận Thử Nghiệm' --period hôm-nào
is_status 2
run dieuhanh report 'quận Không Có'
is_status 1
run dieuhanh report
is_status 2

run dieuhanh export --format csv --indicator C01
is_status 0
says out 'id,indicator,name,unit,unit_name,period,kind,aspect,against,layer,value'
says out ',2022,level,actual,,,2000000000000,'
run dieuhanh export --format json --unit 'quận Thử Nghiệm'
is_status 0
says out '"value":2200000000000'
run dieuhanh export --indicator Z99
is_status 1
run dieuhanh export --unit 'quận Không Có'
is_status 1
done_testing
