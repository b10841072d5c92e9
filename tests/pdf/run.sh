#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# run.sh PRINT_BLOCKS PRINT_SHEETS [accept]: each NAME.json here describes a PDF (tests/tools/make_pdf.py). The blocks that are
# read of it are compared with NAME.blocks and the cells of its tables with NAME.cells. With "accept" the listings are written
# anew; git diff is the review.
blocks=$(realpath "$1") sheets=$(realpath "$2")
cd "$(dirname "$0")" || exit 1
if ! command -v pdftotext >/dev/null || ! command -v python3 >/dev/null; then
    echo '1..0 # SKIP pdftotext (poppler-utils) or python3 is not installed'
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0 failed=0
for spec in *.json; do
    name=${spec%.json}
    python3 ../tools/make_pdf.py "$spec" "$work/$name" || exit 1
    for kind in blocks cells; do
        # The path stands in messages.
        if [ $kind = blocks ]; then print=$blocks; else print=$sheets; fi
        (cd "$work" && "$print" "$name" 2>&1 | tr '\f' '~') >"$work/got"
        if [ "${3:-}" = accept ]; then
            cp "$work/got" "$name.$kind"
            continue
        fi
        n=$((n + 1))
        if difference=$(diff -u "$name.$kind" "$work/got" 2>&1); then
            echo "ok $n - $name.$kind"
        else
            echo "not ok $n - $name.$kind"
            head -40 <<<"$difference" | sed 's/^/# /'
            failed=1
        fi
    done
done
[ "${3:-}" = accept ] || echo "1..$n"
exit $failed
