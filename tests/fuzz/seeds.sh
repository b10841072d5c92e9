#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# seeds.sh NAME FOLDER: starting inputs that are no text, made from the descriptions in tests/sheets, for the fuzz target NAME.
cd "$(dirname "$0")" || exit 1
for spec in ../sheets/*.json; do
    stem=${spec##*/}
    for kind in $(python3 -c 'import json,sys; print(" ".join(json.load(open(sys.argv[1]))["as"]))' "$spec"); do
        file=$2/${stem%.json}.$kind
        case $1:$kind in
            fuzz_xlsx:xlsx | fuzz_xls:*xls) python3 ../tools/make_book.py "$spec" "$file" ;;
            fuzz_csv:csv | fuzz_csv:tsv | fuzz_csv:csv.gz | fuzz_csv:zip)
                python3 ../tools/make_book.py "$spec" "$file"
                case $kind in csv) mark='\0' ;; tsv) mark='\1' ;; csv.gz) mark='\2' ;; *) mark='\3' ;; esac
                { printf "$mark"; cat "$file"; } >"$file.seed" && mv "$file.seed" "$file" ;;
        esac
        [ ! -f "$file" ] || [ "$(stat -c %s "$file")" -lt 200000 ] || rm "$file"
    done
done
