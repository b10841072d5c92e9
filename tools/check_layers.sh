#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# check_layers.sh [--tap]: every #include "x.h" of src/ must name a header of the same folder or of one to its left:
#
#   base <- domain <- { document reader store cube output outlet } <- centre <- web <- cli
#
# The build enforces the same by giving each folder only the include directories to its left; this says it without building
# and in words. Headers must have names unique in the tree, since they are included bare.
cd "$(dirname "$0")/.." || exit 1
sees() {
    case $1 in
    base) echo base ;;
    domain) echo base domain ;;
    document | reader | store | cube | output | outlet) echo base domain "$1" ;;
    centre) echo base domain document reader store cube output outlet centre ;;
    web) echo base domain document reader store cube output outlet centre web ;;
    cli) echo base domain document reader store cube output outlet centre web cli ;;
    *) echo "" ;;
    esac
}
declare -A home
bad=0 n=0 report=""
note() { bad=$((bad + 1)) report+="$1"$'\n'; }
while read -r path; do
    header=${path##*/} folder=${path#src/}
    folder=${folder%%/*}
    [ -n "${home[$header]:-}" ] && note "$header: also in src/${home[$header]}"
    home[$header]=$folder
done < <(find src -name '*.h' | sort)
tap=""
for dir in src/*/; do
    folder=${dir#src/} folder=${folder%/}
    before=$bad
    while IFS=: read -r file line text; do
        header=${text#*\"}
        header=${header%%\"*}
        header=${header##*/}
        owner=${home[$header]:-}
        [ -n "$owner" ] || continue # made by the build
        case " $(sees "$folder") " in *" $owner "*) ;; *) note "$file:$line: src/$folder must not see $header of src/$owner" ;; esac
    done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]+"' --include='*.[ch]' --include='*.re' "$dir")
    n=$((n + 1))
    [ $bad = $before ] && tap+="ok $n - layers of src/$folder"$'\n' || tap+="not ok $n - layers of src/$folder"$'\n'
done
if [ "${1:-}" = --tap ]; then
    printf '%s' "$tap" "$report" | sed '/^\(not \)\?ok/!s/^/# /'
    echo "1..$n"
else
    printf '%s' "$report"
fi
[ $bad = 0 ]
