#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# plan_rule: one rule says which plan counts and by which share of the year the pace goes (docs/ARCHITECTURE.md, "The plan
# that counts"), so what stand, forecast, budget, report, watch, formulas and pivot show of one figure is the same. All
# places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo

# The value of a field of the first row that has a text: field FILE TEXT NAME
field() { grep -F "$2" "$1" | head -n 1 | sed -n "s/.*\"$3\":\"\{0,1\}\([^,\"}]*\).*/\1/p"; }

cat >so-lieu.csv <<'CSV'
unit,indicator,period,aspect,layer,value
gia-my,C01,2026-H1,actual,,4200000000
gia-my,C01,2026,plan,giao,9000000000
gia-my,C01,2026,plan,hdnd,10000000000
gia-my,C01,2026-03,plan,bo_sung,300000000
gia-my,C01,2026-Q2,plan,bo_sung,200000000
gia-my,C01,2025-H1,actual,,3600000000
gia-my,C01,2025,actual,,9000000000
gia-my,C01,2024-H1,actual,,3200000000
gia-my,C01,2024,actual,,8000000000
gia-my,B04,2026-H1,actual,,2000000000
gia-my,B04,2026,plan,,4100000000
gia-my,C03a,2026-H1,actual,,3000000000
gia-my,C03a,2026,plan,dieu_chinh,6000000000
gia-my,C03a,2026,plan,hdnd,5000000000
gia-my,C03a,2026-05,plan,bo_sung,700000000
gia-my,C04,2026-H1,actual,,600000000
gia-my,C04,2026,plan,giao,1200000000
gia-my,C04,2025,plan,bo_sung,50000000
CSV
dieuhanh init --record x.db 2>/dev/null
dieuhanh unit add 'phường Gia Mỹ' --code gia-my --level commune --record x.db >/dev/null 2>&1
run dieuhanh load so-lieu.csv --record x.db
is_status 0

run dieuhanh stand gia-my 2026-H1 --record x.db --format jsonl
is_status 0
cp "$out" stand.jsonl
run dieuhanh forecast --all gia-my 2026-H1 --record x.db --format jsonl
is_status 0
cp "$out" forecast.jsonl
run dieuhanh budget --unit gia-my --period 2026-H1 --record x.db --format jsonl
is_status 0
cp "$out" budget.jsonl

# What the council decided, 10.000, with 300 and 200: 10.500; of it 4.200 are 40 %, as much as two years had done by then.
ok 'the plan that counts has its supplements' [ "$(field stand.jsonl '"indicator":"C01"' plan)" = 10500000000 ]
ok 'and says so' [ "$(field stand.jsonl '"indicator":"C01"' plan_layer)" = hdnd+bo_sung ]
ok 'the pace goes by the season' [ "$(field stand.jsonl '"indicator":"C01"' pace_by)" = season ]
ok 'which is 40 %' [ "$(field stand.jsonl '"indicator":"C01"' expected)" = 40.00 ]
ok 'so it is even, where the calendar would say behind' [ "$(field stand.jsonl '"indicator":"C01"' pace)" = even ]
ok 'without past years it goes by the calendar' [ "$(field stand.jsonl '"indicator":"B04"' pace_by)" = calendar ]
ok 'an adjusted plan has its supplements in it' [ "$(field stand.jsonl '"indicator":"C03a"' plan)" = 6000000000 ]
ok 'supplements of another year change nothing' [ "$(field stand.jsonl '"indicator":"C04"' plan)" = 1200000000 ]

# Whatever stand says of plan, per cent and pace, the first layer of the forecast says too.
for code in C01 B04 C03a C04; do
    for name in plan plan_ratio pace pace_by expected; do
        a=$(field stand.jsonl "\"indicator\":\"$code\"" "$name")
        b=$(field forecast.jsonl "\"indicator\":\"$code\"" "$name")
        ok "$code: stand has $name" [ -n "$a" ]
        ok "$code: stand and forecast agree on $name" [ "$a" = "$b" ]
    done
    ok "$code: and on the layer" [ "$(field stand.jsonl "\"indicator\":\"$code\"" plan_layer)" = \
        "$(field forecast.jsonl "\"indicator\":\"$code\"" layer)" ]
done
# The column "sau điều chỉnh" of the budget.
for code in C01 C03a; do
    ok "$code: budget agrees on the plan" [ "$(field budget.jsonl "\"indicator\":\"$code\"" plan_adjusted)" = \
        "$(field stand.jsonl "\"indicator\":\"$code\"" plan)" ]
    ok "$code: and on the per cent" [ "$(field budget.jsonl "\"indicator\":\"$code\"" ratio_adjusted)" = \
        "$(field stand.jsonl "\"indicator\":\"$code\"" plan_ratio)" ]
done
# watch shows the rows of stand.
: >watch.jsonl
"$DIEUHANH" watch gia-my 2026-H1 --record "$(record_place x.db)" --format jsonl >watch.jsonl 2>/dev/null &
watching=$!
n=0
while [ "$(wc -l <watch.jsonl)" -lt "$(wc -l <stand.jsonl)" ] && [ $n -lt 600 ]; do
    sleep 0.1
    n=$((n + 1))
done
kill $watching 2>/dev/null
wait $watching 2>/dev/null
for name in plan plan_layer plan_ratio pace pace_by expected; do
    ok "watch agrees on $name" [ "$(field watch.jsonl '"indicator":"C01"' "$name")" = \
        "$(field stand.jsonl '"indicator":"C01"' "$name")" ]
done

# For eyes: marks and what they mean.
run dieuhanh stand gia-my 2026-H1 --record x.db
says out '10,5 +'
says out '+ kế hoạch đã cộng các khoản bổ sung trong năm'
says out 'tiến độ: % kế hoạch so với phần mà 2 năm trước đã làm được đến lúc này'
says out 'tiến độ theo lịch, vì chưa có năm trước: B04, C03a, C04'
run dieuhanh forecast C01 gia-my 2026-H1 --record x.db
says out 'Hội đồng nhân dân giao + bổ sung'
says out '10,5'
run dieuhanh forecast B04 gia-my 2026-H1 --record x.db
says out 'theo lịch'
run dieuhanh report gia-my --period 2026-H1 --record x.db
says out '10,5 +'
says out '+ kế hoạch đã cộng các khoản bổ sung trong năm'
run dieuhanh explain C01/gia-my/2026-H1/plan --record x.db
is_status 0
says out '10,5'
says out '10 + 0,3 + 0,2'
says out 'lớp Hội đồng nhân dân giao, cộng các khoản bổ sung trong năm'
run dieuhanh explain C01/gia-my/2026-H1/plan_ratio --record x.db --format jsonl
says out '"layer":"bo_sung"'
says out '"layer":"hdnd"'
# A record that is built anew says the same.
dieuhanh rebuild --record x.db >/dev/null 2>&1
run dieuhanh stand gia-my 2026-H1 --record x.db --format jsonl
same "$out" stand.jsonl

# A formula that asks for the plan of whatever layer gets the same; of a layer that is named, that one.
run dieuhanh formula add KH_1 'C01 / kế hoạch(C01)' --name 'Thu so với kế hoạch' --measure % --better up --source thử --record x.db
run dieuhanh formula value KH_1 gia-my 2026-H1 --record x.db
says out '= 40,00 %'
says out 'đã cộng bổ sung trong năm'
run dieuhanh formula value C02b gia-my 2026-H1 --record x.db
says out '= 42,00 %'
# The same through the grid.
run dieuhanh pivot KH_1 gia-my 2026-H1 --level commune --record x.db --format jsonl
says out '"KH_1":40.00'

done_testing
