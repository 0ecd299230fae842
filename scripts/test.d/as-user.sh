#!/bin/sh
# Runs scripts/test as an ordinary user, in a clone of that user's own: README's second command passes for everybody.
#
#   sudo scripts/test.d/as-user.sh [WORD...]
#
# The words are those of scripts/test. What is not committed is not in the clone.
set -eu

if [ "$(id -u)" != 0 ]; then
  echo 'as-user.sh: only root can become another user: sudo scripts/test.d/as-user.sh' >&2
  exit 2
fi
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."

# Where others' homes are
home=$(mktemp -d /home/wirework-test-XXXXXX)
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT TERM HUP
chmod 755 "$home"
git -c safe.directory='*' clone --quiet --no-hardlinks . "$home/wirework"
chown -R 65534:65534 "$home"
cd "$home/wirework"
# Tests that only root can run are skipped here, which is a failure where CI is set
setpriv --reuid=65534 --regid=65534 --clear-groups \
  env --unset=CI HOME="$home" USER=nobody LOGNAME=nobody scripts/test "$@"
