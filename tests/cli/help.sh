#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# help: every command explains itself in both languages; the man page and the completion scripts are well-formed and complete.
. "$(dirname "$0")/lib.sh"

commands=$(dieuhanh help | sed -n '/^Các lệnh:/,/^$/s/^  \([a-z]*\) .*/\1/p')
ok 'there are commands' [ -n "$commands" ]

for command in $commands; do
    for lang in vi en; do
        run dieuhanh help "$command" --lang $lang
        is_status 0
        silent err
        ok "help $command: no line is wider than 100 columns" \
            sh -c '! grep -vE "^      |^  dieuhanh |^  [a-z].*\|" "$1" | grep -qE "^.{101,}"' - "$out"
    done
    cp "$out" from-help
    run dieuhanh "$command" --help --lang en
    same out from-help
    ok "help $command: English has no Vietnamese letters outside quotations" \
        sh -c '! sed "s/\"[^\"]*\"//g; /^  dieuhanh /d; /^  echo /d" "$1" | grep -qE "[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"' - "$out"
done
rm -f from-help

run dieuhanh help --all
is_status 0
for command in $commands; do says out "  dieuhanh $command"; done

for lang in vi en; do
    dieuhanh help --man --lang $lang >page.1
    for command in $commands; do says page.1 ".SS \"$command\""; done
    if command -v groff >/dev/null; then
        run groff -ww -K utf8 -T utf8 -man page.1
        is_status 0
        silent err
        says out DIEUHANH
    else
        skip 'groff is not installed' 3
    fi
done
rm page.1

# The scripts are checked by the shells themselves.
for shell in bash zsh fish; do
    dieuhanh completion $shell >script
    ok "completion $shell is not empty" [ -s script ]
    for command in $commands; do says script "$command"; done
    says_not script quantity
    if command -v $shell >/dev/null; then
        run $shell -n script
        is_status 0
        silent err
    else
        skip "$shell is not installed" 2
    fi
done

# What bash would offer.
dieuhanh completion bash >script
touch bao-cao.txt bang.csv
offers() { # words of the command line, the last one unfinished
    bash -c 'source ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dieuhanh; printf "%s\n" "${COMPREPLY[@]}" | sort | paste -sd" "' - "$@"
}
offered() {
    expected=$1
    shift
    about="completion of: $*"
    found=$(offers "$@" 2>"$err")
    echo "$found" >"$out"
    ok "$about: «$found» is «$expected»" [ "$found" = "$expected" ]
}
if command -v bash >/dev/null; then
    offered 'version' dieuhanh versi
    offered '--format' dieuhanh read --form
    offered 'json jsonl' dieuhanh read --format js
    offered 'csv csv-excel' dieuhanh read --format = csv
    offered 'bang.csv bao-cao.txt' dieuhanh read ba
    offered 'bao-cao.txt' dieuhanh --lang en read --date 2023-07-13 bao
    offered 'bash' dieuhanh completion ba
    offered 'en vi' dieuhanh read --lang ''
    offered '' dieuhanh read --date ''
    offered 'csv csv-excel' dieuhanh read -f csv
    offered 'stand statements' dieuhanh help st
    offered 'report' dieuhanh --key khoa.txt repo
else
    skip 'bash is not installed' 12
fi

# What fish and zsh offer. fish can be asked; zsh only completes for somebody at a terminal, so it is given one.
fish_offers() {
    about="fish: $1"
    found=$(HOME=$PWD fish --no-config -c 'source ./script.fish; complete -C $argv[1]' "$1" 2>"$err" | cut -f1 | sort | paste -sd' ')
    echo "$found" >"$out"
    ok "$about: «$found» is «$2»" [ "$found" = "$2" ]
}
if command -v fish >/dev/null; then
    dieuhanh completion fish >script.fish
    fish_offers 'dieuhanh versi' version
    fish_offers 'dieuhanh --lang en versi' version
    fish_offers 'dieuhanh help st' 'stand statements'
    fish_offers 'dieuhanh read -f js' 'json jsonl'
    fish_offers 'dieuhanh completion ba' bash
    fish_offers 'dieuhanh read ba' 'bang.csv bao-cao.txt'
    rm -rf script.fish .config .cache .local
else
    skip 'fish is not installed' 6
fi
zsh_completes() { # a line, what it becomes with the tabulator key
    about="zsh: $1"
    timeout 60 zsh -f -c '
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1= ; autoload -U compinit; compinit -u -D; source ./script.zsh; echo rea""dy"
        zpty -r -m shell said "*ready*"
        zpty -w -n shell "$1"$'"'\\t'"'
        zpty -r -m shell said "*$2*"' - "$1" "$2" >"$out" 2>"$err"
    status=$?
    is_status 0
}
if command -v zsh >/dev/null; then
    dieuhanh completion zsh >script.zsh
    zsh_completes 'dieuhanh versi' 'version'
    zsh_completes 'dieuhanh --lang en versi' 'version'
    zsh_completes 'dieuhanh read -f table --quie' 'quiet'
    zsh_completes 'dieuhanh read --from tcv' 'tcvn3'
    zsh_completes 'dieuhanh help stat' 'statements'
    rm script.zsh
else
    skip 'zsh is not installed' 5
fi
rm script bao-cao.txt bang.csv
done_testing
