#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# run.sh PRINT_SHEETS [accept]: each NAME.json here describes a workbook (tests/tools/make_book.py) and says in "as" which
# kinds of file to make of it and in "options" how to read it; what is read of each is compared with NAME.cells. With
# "accept" the listings are written anew from the first kind; git diff is the review.
print=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
make=../tools/make_book.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0 failed=0
for spec in *.json; do
    name=${spec%.json}
    kinds=$(python3 -c 'import json,sys; print(" ".join(json.load(open(sys.argv[1]))["as"]))' "$spec")
    options=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1])).get("options", ""))' "$spec")
    for kind in $kinds; do
        file=$work/$name.$kind
        python3 "$make" "$spec" "$file" || exit 1
        # The name of the file stands in messages: without its kind one listing serves all kinds.
        # shellcheck disable=SC2086
        "$print" "$file" $options 2>&1 | sed "s/$name\.$kind/$name/g" >"$work/got"
        if [ "${2:-}" = accept ]; then
            cp "$work/got" "$name.cells"
            break
        fi
        n=$((n + 1))
        if difference=$(diff -u "$name.cells" "$work/got" 2>&1); then
            echo "ok $n - $name.$kind"
        else
            echo "not ok $n - $name.$kind"
            head -40 <<<"$difference" | sed 's/^/# /'
            failed=1
        fi
    done
done
[ "${2:-}" = accept ] || echo "1..$n"
exit $failed
