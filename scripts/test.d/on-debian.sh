#!/bin/sh
# Runs scripts/test on the programs of another suite of Debian's, unpacked beside this machine's own: newer ones word much
# otherwise.
#
#   sudo scripts/test.d/on-debian.sh SUITE [WORD...]
#
# The words after the suite, such as trixie, are those of scripts/test. What is not committed is not tried. Ends with 75 where the suite
# can't be had.
set -eu

refuse() {
  printf 'on-debian.sh: %s\n' "$1" >&2
  exit 2
}
case ${1-} in
'' | *[!a-z]*) refuse 'Cannot tell which Debian: scripts/test.d/on-debian.sh trixie' ;;
esac
suite=$1
shift
[ "$(id -u)" = 0 ] || refuse "only root can unpack a system: sudo scripts/test.d/on-debian.sh $suite"
command -v debootstrap >/dev/null || refuse 'debootstrap is missing: sudo apt-get install debootstrap'
CDPATH='' cd -P -- "$(dirname -- "$0")/../.."

root=$(mktemp -d /var/tmp/wirework-test-XXXXXX)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
trap 'exit 130' INT TERM HUP

# From where this machine has its own packages
# shellcheck disable=SC2016 # apt's own
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' | head -n 1)
# What the tests need there, and what their clone and npm do
with=$(cut -d : -f 2 scripts/test.d/needed | paste -s -d ,),git,nodejs
debootstrap --variant=minbase --include="$with" "$suite" "$root" "$mirror" >"$root.log" 2>&1 || {
  echo "on-debian.sh: there is no $suite to be had here:" >&2
  tail -n 3 "$root.log" >&2
  rm -f "$root.log"
  exit 75
}
rm -f "$root.log"
git -c safe.directory='*' clone --quiet --no-hardlinks . "$root/home/wirework"
cp -a node_modules "$root/home/wirework/"
touch "$root/home/wirework/node_modules/.package-lock.json"
# Its registries are reached as from here, by this machine's npm
npm=$(dirname -- "$(dirname -- "$(readlink -f -- "$(command -v npm)")")")
mkdir -p "$root/usr/local/lib/node_modules" "$root/etc/ssl"
cp -aL "$npm" "$root/usr/local/lib/node_modules/"
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
for file in /etc/npmrc /usr/etc/npmrc /root/.npmrc /etc/ssl/certs; do
  [ ! -e "$file" ] || { rm -rf "${root:?}$file" && mkdir -p "$root${file%/*}" && cp -aL "$file" "$root${file%/*}/"; }
done

# A chroot may make no user namespace: the system becomes the root of a mount namespace
# shellcheck disable=SC2016 # that shell's own
unshare --mount --pid --fork --kill-child --uts --ipc --propagation private sh -euc '
  root=$1
  shift
  mount --bind "$root" "$root"
  mount -t proc proc "$root/proc"
  mount --rbind /sys "$root/sys"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/run"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  cd "$root"
  pivot_root . mnt
  umount --lazy /mnt
  hostname wirework-test
  cd /home/wirework
  # Not in the place of this shell, which ends what nobody else waits for, as the first process must
  env --unset=CI HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin scripts/test "$@" || exit
' sh "$root" "$@"
