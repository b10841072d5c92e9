#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# exchange: figures go out as a data package and come back, and come in as JSON. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo

# What is equal when figures are: all but the id, the document with its place and words, and who.
figures() { dieuhanh export --record "$1" --format csv | tr -d '\r' | sed 's/^F[0-9]*,//; s/,[0-9]*,[0-9a-f]\{64\},.*//' | sort; }

report >bao-cao.txt
printf 'Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2023 khoảng 12,50 tỷ đồng.\n' >phuong.txt
dieuhanh init --record a.db 2>/dev/null
dieuhanh import --record a.db --accept --date 2023-07-13 --place 'quận An Hòa' bao-cao.txt >/dev/null
dieuhanh import --record a.db --accept --date 2023-07-13 --place 'phường An Lạc Thử, quận An Hòa' phuong.txt >/dev/null
dieuhanh unit add --record a.db 'phòng Thử Nghiệm' --parent 'quận An Hòa' >/dev/null 2>&1

# --- out

run dieuhanh export --record a.db --package goi --license CC-BY-4.0
is_status 0
silent out
says err 'đã ghi gói «goi»'
says goi/datapackage.json '"licenses":[{"name":"CC-BY-4.0"}]'
says goi/datapackage.json '"sources":[{"title":"bao-cao.txt"}'
# The digits are all there, and how far they were known.
says goi/figures.csv ',1234500000000,-8,'
says goi/figures.csv ',35,0,,,38,0,exact,'
if command -v python3 >/dev/null; then
    ok 'it is a Tabular Data Package' python3 "$here/../tools/check_package.py" goi
    cp -r goi sai
    sed -i 's/1234500000000/12345e8/' sai/figures.csv
    ok 'the checker finds a table that was changed' sh -c '! python3 "$1" sai' - "$here/../tools/check_package.py"
else
    skip 'python3 is not installed' 2
fi
# The same record, the same bytes; also over what stands there.
cp -r goi truoc
run dieuhanh export --record a.db --package goi --license CC-BY-4.0
for file in datapackage.json figures.csv units.csv indicators.csv documents.csv; do same goi/$file truoc/$file; done
run dieuhanh export --record a.db --package mot --indicator H01d --quiet
lines mot/figures.csv 2
lines mot/units.csv 2
says_not mot/datapackage.json '"licenses"'
run dieuhanh export --record a.db --package x --license 'của tôi'
is_status 2
says err 'không phải tên hay địa chỉ của một giấy phép'
ok 'nothing was written' [ ! -e x ]
run dieuhanh export --record a.db --package bao-cao.txt
is_status 1
says err 'không ghi được'

# --- and back

dieuhanh init --record b.db 2>/dev/null
run dieuhanh table --record b.db --dry-run --format jsonl goi
is_status 0
says out '"value":1234500000000,'
run dieuhanh documents --record b.db --format jsonl
lines out 0
run dieuhanh table --record b.db --accept --format csv goi
is_status 0
says out 'goi,D1,new,'
figures a.db >a.figures
figures b.db >b.figures
lines a.figures 8 # with the header
lines goi/units.csv 4
same b.figures a.figures
run dieuhanh verify --record b.db
is_status 0
run dieuhanh rebuild --record b.db
is_status 0
# Out of the second record: the same numbers with the same precision.
dieuhanh export --record b.db --package goi2 --quiet
ok 'numbers and scales are equal' sh -c 'cut -d, -f2-16 goi/figures.csv | sort >1; cut -d, -f2-16 goi2/figures.csv | sort >2; cmp 1 2'
same goi2/units.csv goi/units.csv
same goi2/indicators.csv goi/indicators.csv
# A second time nothing is new.
run dieuhanh table --record b.db --accept --format csv goi/datapackage.json
says out 'goi/datapackage.json,D1,unchanged,0,0,0,0,0'

# Packages that are not whole, or not ours, change nothing.
dieuhanh init --record c.db 2>/dev/null
refused() { # WORDS FOLDER
    run dieuhanh table --record c.db --accept "$2"
    is_status 1
    says err "$1"
}
cp -r goi sua && sed -i 's/,8.1,1,/,9.1,1,/' sua/figures.csv
refused 'sua/figures.csv» không còn như datapackage.json đã ghi' sua
sed -i 's/"hash":"[^"]*"/"hash":""/g' sua/datapackage.json
run dieuhanh table --record c.db --dry-run --format jsonl sua
says out '"value":9.1,'
rm sua/figures.csv
refused 'sua/figures.csv' sua
mkdir trong
refused 'trong/datapackage.json' trong
change() { # NAME FILE SED: a package where a file was changed and its hash taken out
    rm -rf "$1" && cp -r goi "$1" && sed -i 's/"hash":"[^"]*"/"hash":""/g' "$1/datapackage.json" && sed -i "$3" "$1/$2"
}
change k1 datapackage.json 's/"dieuhanh":{"version":1}/"dieuhanh":{"version":2}/'
refused 'không phải gói số liệu của Điều Hành' k1
change k2 datapackage.json 's|"path":"figures.csv"|"path":"../goi/figures.csv"|'
refused 'không phải gói số liệu của Điều Hành' k2
change k3 datapackage.json 's/"name":"figures"/"name":"so-lieu"/'
refused 'resources: figures' k3
change k4 datapackage.json 's/$/}/'
refused '«k4/datapackage.json» không phải gói' k4
change k5 units.csv 's/^quan-an-hoa,\([^,]*\),,,/quan-an-hoa,\1,,phuong-an-lac-thu,/'
refused 'k5/units.csv», dòng 2, trường «parent»' k5
change k6 units.csv 's/,quan-an-hoa,/,quan-khong-co,/'
refused 'trường «parent»: không hiểu «quan-khong-co»' k6
change k7 figures.csv 's/,quan-an-hoa,/,quan-khac,/'
refused 'k7/figures.csv», dòng 2, trường «unit»: không rõ «quan-khac»' k7
change k8 figures.csv '3s/,by$//; 3s/,can-bo$//'
refused 'k8/figures.csv», dòng 3: có 21 ô, dòng tên cột có 22' k8
change k9 figures.csv 's/,1234500000000,-8,/,1234500000000,-9,/'
refused 'trường «value_scale»: «-9» không phải một số viết đúng' k9

# --- JSON

cat >so-lieu.json <<'JSON'
[
  {"unit": "quận An Hòa", "indicator": "C01", "period": "2023", "value": 2345.60, "measure": "tỷ đồng", "note": "tạm tính", "source": "sổ tay"},
  {"unit": "quan-an-hoa", "indicator": "C01", "period": "2023", "value": "2400000000000", "aspect": "plan", "layer": "hdnd"},
  {"unit": "quận An Hòa", "indicator": "H01d", "period": "2023-Q1", "value": 120, "bound": "over", "value_max": null}
]
JSON
run dieuhanh table --record a.db --dry-run --format jsonl so-lieu.json
is_status 0
lines out 3
says out '"quote":"2345.60","value":2345600000000,'
run dieuhanh table --record a.db --accept --format csv so-lieu.json
is_status 0
says out 'so-lieu.json,D3,new,3,3,3,0,3'
run dieuhanh export --record a.db --format csv --indicator C01
says out ',2023,level,actual,,,2345600000000,,,exact,VND,'
says out ',2023,level,plan,,hdnd,2400000000000,,,exact,VND,'
run dieuhanh table --record a.db --accept --format csv so-lieu.json
says out 'so-lieu.json,D3,unchanged,'
run dieuhanh verify --record a.db
is_status 0
# What export prints as JSON is read as well; its figures are there already, so they are confirmed.
dieuhanh export --record a.db --format jsonl >ra.jsonl
figures a.db >truoc.figures
run dieuhanh table --record a.db --accept --format csv ra.jsonl
is_status 0
figures a.db >sau.figures
same sau.figures truoc.figures
# A unit that the file does not name is that of --place.
printf '{"indicator":"C01","period":"2022","value":"1"}\n' >noi.jsonl
run dieuhanh table --record a.db --dry-run noi.jsonl
is_status 1
says err '«noi.jsonl», dòng 1: thiếu trường «unit»'
run dieuhanh table --record a.db --dry-run --place 'quận An Hòa' noi.jsonl
is_status 0

# Every mistake: file, line, field; nothing is kept. The first line is right each time.
wrong() { # WORDS LINE
    { printf '{"unit":"quận An Hòa","indicator":"C01","period":"2019","value":1}\n'; printf '%s\n' "$2"; } >sai.jsonl
    run dieuhanh table --record a.db --accept sai.jsonl
    is_status 1
    says err "$1"
}
wrong '«sai.jsonl», dòng 2, cột 12: ở đây phải có ' '{"value":1,}'
wrong '«sai.jsonl», dòng 2: trường «value» chứa một danh sách' '{"value":[1]}'
wrong '«sai.jsonl», dòng 2: trường «value» có hai lần' '{"value":1,"value":2}'
wrong '«sai.jsonl», dòng 2: không có trường nào tên «gia_tri»' '{"gia_tri":1}'
wrong '«sai.jsonl», dòng 2: thiếu trường «value»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022"}'
wrong '«sai.jsonl», dòng 2: thiếu trường «period»' '{"unit":"quận An Hòa","indicator":"C01","value":1}'
wrong '«sai.jsonl», dòng 2, trường «value»: «1,5 tỷ»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","value":"1,5 tỷ"}'
wrong '«sai.jsonl», dòng 2, trường «value»: «1e9»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","value":1e9}'
wrong 'trường «value»: «true»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","value":true}'
wrong 'trường «period»: không hiểu «2022-13»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022-13","value":1}'
wrong 'trường «aspect»: không hiểu «thật»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","value":1,"aspect":"thật"}'
wrong 'trường «layer»: không hiểu «x»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","value":1,"layer":"x"}'
wrong 'trường «indicator»: danh mục không có chỉ tiêu «Z99»' '{"unit":"quận An Hòa","indicator":"Z99","period":"2022","value":1}'
wrong 'trường «unit»: không rõ «quận Không Có» là nơi nào ở kỳ 2022' '{"unit":"quận Không Có","indicator":"C01","period":"2022","value":1}'
wrong 'trường «measure»: chỉ tiêu C01 không đo bằng «hộ»' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","value":1,"measure":"hộ"}'
wrong 'trường «measure»: chỉ tiêu C01 không đo bằng' '{"unit":"quận An Hòa","indicator":"C01","period":"2022","kind":"growth","value":1,"measure":"a\u001bb"}'
wrong 'dòng 2: cùng chỉ tiêu, nơi, kỳ, loại với dòng 1' '{"unit":"quan-an-hoa","indicator":"C01","period":"2019","value":2}'
run dieuhanh table --record a.db --lang en sai.jsonl
says err 'line 2: the same indicator, place, period and kind as line 1'
says err 'Nothing was written.'
printf '\n' >rong.json
run dieuhanh table --record a.db rong.json
is_status 1
says err '«rong.json» không có số liệu nào'
printf '{"unit":"qu\3523n"}\n' >ma.json
run dieuhanh table --record a.db ma.json
says err '«ma.json» không phải UTF-8'
figures a.db >cuoi.figures
same cuoi.figures truoc.figures
# --- numbers that stand as texts: decided for the field, or asked

dieuhanh init --record so.db --quiet
grep -v '^#' "$here/../figures/json_numbers.tsv" | while IFS= read -r line; do
    values=$(printf '%s' "$line" | cut -f1) habit=$(printf '%s' "$line" | cut -f2) wanted=$(printf '%s' "$line" | cut -f3)
    # A blank inside a number is written as itself when all of the field is one number.
    case $values in '1 234 567') set -- "$values" ;; *) set -- $values ;; esac
    year=2000
    : >so.jsonl
    for value; do
        year=$((year + 1))
        case $value in '#'*) value=${value#?} ;; *) value="\"$value\"" ;; esac
        printf '{"unit":"79","indicator":"F10b","period":"%s","value":%s}\n' "$year" "$value" >>so.jsonl
    done
    got=$(dieuhanh table --record so.db --dry-run --format jsonl ${habit:+--numbers "$habit"} so.jsonl 2>so.err |
        sed 's/.*"value":\([^,]*\),.*/\1/' | tr '\n' ' ' | sed 's/ $//')
    [ -n "$got" ] || case $(cat so.err) in
        *'có thể đọc theo hai cách'*) got=unclear ;; *'viết khác kiểu'*) got=mixed ;; *'không phải một số'*) got=number ;;
        *) got=$(cat so.err) ;;
    esac
    [ "$got" = "$wanted" ] || echo "$values ($habit): $got, and not $wanted"
done >so.wrong
silent so.wrong
printf '[{"unit":"79","indicator":"A02","period":"2001","value":"1.234"}]' >so.json
run dieuhanh table --record so.db --accept so.json
is_status 1
says err '«so.json», dòng 1, trường «value»: «1.234» có thể đọc theo hai cách'
says err 'Nêu --numbers vi'
run dieuhanh table --record so.db --accept --numbers vi so.json
is_status 0
run dieuhanh table --record so.db --numbers vi --format csv so.json
says out ',unchanged,'
# What a program wrote with a scale beside it has a point.
printf '[{"unit":"79","indicator":"F10b","period":"2001","value":"1.234","value_scale":3}]' >so.json
run dieuhanh table --record so.db --dry-run --format jsonl so.json
is_status 0
says out '"value":1.234,'
done_testing
