#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# read: what comes out for good files and what is said about bad ones. Nothing is ever written to the directory.
. "$(dirname "$0")/lib.sh"

report >a.txt
run dieuhanh read --format jsonl a.txt
is_status 0
silent err
ok 'the first line is the whole of it' sh -c 'head -1 "$1" | sed "s/\"indicator\":\"[^\"]*\"/\"indicator\":\"\"/" | cmp -s - "$2"' - "$out" /dev/stdin <<'LINE'
{"file":"a.txt","start":61,"end":77,"quote":"1.234,5 tỷ đồng","value":1234500000000,"unit":"VND","bound":"exact","kind":"level","aspect":"actual","period":"2023-H1","subject":"Thu ngân sách quận An Hòa","indicator":"","place":"quận An Hòa","rule":"level"}
LINE
says out '"quote":"52,3%","value":52.3,"unit":"%","bound":"exact","kind":"plan_ratio","against":"plan"'
says out '"quote":"8,1%","value":8.1,"unit":"%","bound":"exact","kind":"growth","against":"same_period"'
says out '"quote":"35/38 chỉ tiêu","value":35,"of":38,"unit":"chỉ tiêu"'

# Offsets are bytes of the file as it is: NFD, CRLF and a byte order mark move them.
run dieuhanh read --format jsonl a.txt
cp "$out" plain.jsonl
{ printf '\357\273\277'; sed 's/$/\r/' a.txt; } >crlf.txt
for file in a.txt crlf.txt; do
    run dieuhanh read --format jsonl $file
    bad=0
    while IFS= read -r line; do
        start=$(printf '%s' "$line" | sed 's/.*"start":\([0-9]*\),.*/\1/')
        end=$(printf '%s' "$line" | sed 's/.*"end":\([0-9]*\),.*/\1/')
        quote=$(printf '%s' "$line" | sed 's/.*"quote":"\([^"]*\)".*/\1/')
        found=$(tail -c +$((start + 1)) $file | head -c $((end - start)))
        [ "$found" = "$quote" ] || bad=$((bad + 1))
    done <"$out"
    ok "$file: the bytes at start..end are the quote" [ $bad = 0 ]
done
run dieuhanh read --format jsonl crlf.txt
ok 'the same statements with CR LF and a mark' sh -c '
    strip() { sed "s/\"file\":\"[^\"]*\",\"start\":[0-9]*,\"end\":[0-9]*,//" "$1"; }
    [ "$(strip "$1")" = "$(strip "$2")" ]' - "$out" plain.jsonl

# The other forms hold the same statements.
statements=$(wc -l <plain.jsonl)
run dieuhanh read --format csv a.txt
is_status 0
lines out $((statements + 1))
says out 'file,start,end,statement,quote,value,'
run dieuhanh read --format csv-excel a.txt
says out '1234500000000;'
says out ';52,3;'
run dieuhanh read --format json a.txt
ok 'one array' sh -c 'head -c 1 "$1" | grep -q "\[" && tail -1 "$1" | grep -q "]"' - "$out"
if command -v python3 >/dev/null; then
    ok 'JSON is JSON' python3 -c '
import json, sys
rows = json.load(open(sys.argv[1]))
assert rows == [json.loads(line) for line in open("plain.jsonl")]' "$out"
else
    skip 'python3 is not installed' 1
fi
run dieuhanh read a.txt
is_status 0
lines out $((statements + 2))
says out 'Trích'
says out '% kế hoạch'
says_not out "$(printf '\033')"
run dieuhanh read --color always a.txt
says out "$(printf '\033')"
run dieuhanh read --lang en a.txt
says out 'Quote'

# Standard input, several files, one of them bad.
dieuhanh read --format jsonl - <a.txt >"$out" 2>"$err"
ok 'standard input is named -' grep -q '"file":"-"' "$out"
run dieuhanh read --format jsonl a.txt missing.txt a.txt
is_status 1
lines out $((2 * statements))
says err 'không có tệp «missing.txt»'
lines err 2
run dieuhanh read missing.txt
is_status 1
silent out

# Bad files, one by one.
mkdir folder
run dieuhanh read folder
is_status 1
says err '«folder» là thư mục'
run dieuhanh read folder --lang en
says err '"folder" is a directory'
: >empty.txt
run dieuhanh read --format jsonl empty.txt
is_status 1
silent out
says err '«empty.txt» rỗng'
printf ' \n\n \t\n' >blank.txt
run dieuhanh read --format jsonl blank.txt
is_status 1
silent out
says err 'blank.txt'
head -c 1000 /dev/zero >zeros.bin
run dieuhanh read --format jsonl zeros.bin
is_status 1
silent out
says err 'zeros.bin'
run dieuhanh read ''
is_status 1

# A broken file among good ones must not hide them, and its name may be anything.
strange=$(printf 'b\303\241o c\033[31m\377o.txt')
cp a.txt "$strange"
run dieuhanh read --format jsonl "$strange"
is_status 0
lines out "$statements"
ok 'the output is UTF-8' sh -c 'iconv -f UTF-8 -t UTF-8 "$1" >/dev/null' - "$out"
run dieuhanh read "$strange" a.txt
says_not out "$(printf '\033')"
rm "$strange"
run dieuhanh read "$strange"
is_status 1
says_not err "$(printf '\033')"

# Somebody else's file.
if [ "$(id -u)" != 0 ]; then
    cp a.txt secret.txt
    chmod 000 secret.txt
    run dieuhanh read secret.txt
    is_status 1
    says err 'không có quyền đọc «secret.txt»'
elif command -v setpriv >/dev/null && cp "$DIEUHANH" program && chmod 755 . program &&
    setpriv --reuid=65534 --regid=65534 --clear-groups ./program version >/dev/null 2>&1; then
    cp a.txt secret.txt
    chmod 600 secret.txt
    run setpriv --reuid=65534 --regid=65534 --clear-groups ./program read secret.txt
    is_status 1
    says err 'không có quyền đọc «secret.txt»'
else
    skip 'root can read everything, and there is no way to be somebody else' 2
fi
done_testing
