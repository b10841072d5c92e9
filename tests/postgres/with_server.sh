#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# with_server.sh COMMAND [ARGUMENT...]: run a test with a PostgreSQL server of its own. The server is Debian's package, in a
# temporary folder, reached by a socket in it and by nothing else, run by somebody who is not root, and gone at the end
# whatever happens. The command finds in its environment
#
#     TEST_POSTGRES   the address of an empty database: postgresql:///dieuhanh?host=...
#     TEST_SERVER     the folder: data/ is the cluster, log what the server said
#     TEST_SERVER_DO  a command that runs another one as the user of the server (empty: we are that user)
#     PATH            with psql, pg_ctl, pg_basebackup
#
# Where there is no server to be had the test is skipped, in TAP.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [ ! -x "$bin/initdb" ]; then
    echo '1..0 # SKIP no PostgreSQL server is installed (packages.txt: postgresql)'
    exit 0
fi
PATH=$bin:$PATH
TEST_SERVER=$(mktemp -d /tmp/dieuhanh-server-XXXXXX) # a short name: that of a socket has at most 107 letters
TEST_SERVER_DO=
if [ "$(id -u)" = 0 ]; then
    user=$(getent passwd postgres >/dev/null && echo postgres || echo nobody)
    TEST_SERVER_DO="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
    chown "$user" "$TEST_SERVER"
fi
chmod 755 "$TEST_SERVER"
as_server() { (cd "$TEST_SERVER" && exec env -u LD_PRELOAD HOME="$TEST_SERVER" $TEST_SERVER_DO "$@"); }
stop() {
    for data in "$TEST_SERVER"/*/postmaster.pid; do
        [ ! -f "$data" ] || as_server pg_ctl -D "${data%/postmaster.pid}" -m immediate -s -w stop >/dev/null 2>&1
    done
    rm -rf "$TEST_SERVER"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM
# UTF-8 with the order of bytes; nobody but those who can reach the socket is there, so nobody is asked for a password.
as_server initdb -D "$TEST_SERVER/data" -U dieuhanh -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$TEST_SERVER/initdb.log" 2>&1 || {
    sed 's/^/# /' "$TEST_SERVER/initdb.log"
    echo '1..1'
    echo 'not ok 1 - initdb'
    exit 1
}
# Losing power is not what is tested, so the disk is not waited for.
cat >>"$TEST_SERVER/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$TEST_SERVER'
unix_socket_permissions = 0777
fsync = off
max_connections = 60
max_wal_senders = 4
shared_buffers = 32MB
logging_collector = off
CONF
as_server pg_ctl -D "$TEST_SERVER/data" -l "$TEST_SERVER/log" -s -w start || {
    sed 's/^/# /' "$TEST_SERVER/log"
    echo '1..1'
    echo 'not ok 1 - the server starts'
    exit 1
}
export PATH TEST_SERVER TEST_SERVER_DO
export PGHOST="$TEST_SERVER" PGUSER=dieuhanh PGDATABASE=dieuhanh
as_server createdb -h "$TEST_SERVER" -U dieuhanh dieuhanh
export TEST_POSTGRES="postgresql://dieuhanh@/dieuhanh?host=$TEST_SERVER"
"$@"
