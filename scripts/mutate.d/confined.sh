#!/bin/sh
# Runs a command as root where a fault in it can break nothing: with its own network, mounts, processes, session, IPC, host name
# and cgroups, and without power over clock, modules, reboot, raw devices, or settings of the kernel that aren't the network's.
#
#   confined.sh FOLDER COMMAND [ARGUMENT...]
#
# FOLDER is /media/folder there, and the command runs in its folder "project". Only that, a fresh /tmp, /run and /dev/shm, and copies
# of what is in /etc, /root and /home can be written to. All that was started ends with the command, and with whoever started this.
set -eu

# Enters cgroups, one by one, and then does the rest
if [ "$1" = --enter ]; then
  cgroup=$2
  if [ "$cgroup" = -- ]; then
    shift 2
    exec setpriv --pdeathsig KILL -- unshare --cgroup -- "$0" --settle "$@"
  fi
  shift 2
  if [ -e "$cgroup/cpuset.cpus" ] && [ ! -e "$cgroup/cgroup.controllers" ]; then
    cat "${cgroup%/*}/cpuset.cpus" >"$cgroup/cpuset.cpus"
    cat "${cgroup%/*}/cpuset.mems" >"$cgroup/cpuset.mems"
  fi
  echo $$ >"$cgroup/cgroup.procs"
  exec "$0" --enter "$@"
fi

# In version 2 a cgroup that has processes gives no controllers to those below it: what is a root in there must have none
if [ "$1" = --settle ]; then
  name=$2
  shift 2
  for cgroup in /sys/fs/cgroup/"$name" /sys/fs/cgroup/*/"$name"; do
    if [ ! -e "$cgroup/cgroup.controllers" ]; then continue; fi
    mkdir "$cgroup/command"
    echo $$ >"$cgroup/command/cgroup.procs"
    tr ' ' '\n' <"$cgroup/cgroup.controllers" | while read -r controller; do
      echo "+$controller" >"$cgroup/cgroup.subtree_control" 2>/dev/null || true
    done
  done
  exec "$@"
fi

# Prepares the mounts, in the new namespaces
if [ "$1" = --inside ]; then
  folder=$2
  name=$3
  shift 3
  hostname confined
  # Whatever is mounted, is there to be read only
  awk '{ print $5 }' /proc/self/mountinfo | while read -r place; do
    case $place in
      /proc | /proc/* | /sys | /sys/* | /dev | /dev/*) ;;
      *) mount -o remount,bind,ro "$(printf %b "$place")" 2>/dev/null || true ;;
    esac
  done
  mount -t tmpfs -o size=2g,mode=755 confined /media
  mkdir /media/folder /media/cgroup /media/proc /media/dev
  mount --bind "$folder" /media/folder
  mount -o remount,bind,rw /media/folder
  for top in etc root home; do
    if [ ! -d "/$top" ]; then continue; fi
    mkdir -p "/media/$top/upper" "/media/$top/work"
    mount -t overlay -o "lowerdir=/$top,upperdir=/media/$top/upper,workdir=/media/$top/work" overlay "/$top" 2>/dev/null || true
  done
  mount -t tmpfs -o mode=755 run /run
  mount -t tmpfs -o mode=1777 tmp /tmp
  cd /media/folder/project
  # No disks
  mount -t tmpfs -o mode=755 dev /media/dev
  for device in null zero full random urandom tty net/tun; do
    if [ ! -e "/dev/$device" ]; then continue; fi
    mkdir -p "$(dirname "/media/dev/$device")"
    : >"/media/dev/$device"
    mount --bind "/dev/$device" "/media/dev/$device"
  done
  mkdir /media/dev/pts /media/dev/shm
  mount -t devpts -o newinstance,gid=5,mode=620,ptmxmode=666 devpts /media/dev/pts
  mount -t tmpfs -o mode=1777 shm /media/dev/shm
  ln -s pts/ptmx /media/dev/ptmx
  ln -s /proc/self/fd /media/dev/fd
  for stream in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${stream%:*}" "/media/dev/${stream#*:}"; done
  mount --move /media/dev /dev
  mount -t proc proc /proc
  # One with nothing over it, or sandboxes in here could mount none
  mount -t proc proc /media/proc
  if mountpoint -q /sys/fs/cgroup; then mount --move /sys/fs/cgroup /media/cgroup; fi
  # The links that it shows are then its own, too
  mount -t sysfs sysfs /sys
  if [ -e "/media/cgroup/$name" ]; then
    mount --bind "/media/cgroup/$name" /sys/fs/cgroup
  else
    mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
    for hierarchy in /media/cgroup/*; do
      if [ -L "$hierarchy" ]; then cp -P "$hierarchy" /sys/fs/cgroup/; fi
      if [ -L "$hierarchy" ] || [ ! -e "$hierarchy/$name" ]; then continue; fi
      mkdir "/sys/fs/cgroup/${hierarchy##*/}"
      mount --bind "$hierarchy/$name" "/sys/fs/cgroup/${hierarchy##*/}"
    done
  fi
  umount --recursive /media/cgroup 2>/dev/null || true
  mount --bind /proc/sys /proc/sys
  mount -o remount,bind,ro /proc/sys
  # These belong to namespaces: the second to that of users, which is the machine's; see below
  for settings in net user; do
    mount --bind "/proc/sys/$settings" "/proc/sys/$settings"
    mount -o remount,bind,rw "/proc/sys/$settings"
  done
  if [ -e /proc/sysrq-trigger ]; then mount --bind /dev/null /proc/sysrq-trigger; fi
  ip link set lo up
  # As the first process it is the parent of all that lost theirs, and waits for them, too
  status=0
  "$@" || status=$?
  exit "$status"
fi

folder=$1
shift
# What was killed has left its own
for cgroup in /sys/fs/cgroup/confined-* /sys/fs/cgroup/*/confined-*; do
  if [ ! -e "$cgroup" ] || [ -e "/proc/${cgroup##*-}" ]; then continue; fi
  find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null || true
done
name=confined-$$
cgroups=
for cgroup in /sys/fs/cgroup /sys/fs/cgroup/*; do
  if [ ! -e "$cgroup/cgroup.procs" ] || { [ "$cgroup" != /sys/fs/cgroup ] && [ -e /sys/fs/cgroup/cgroup.procs ]; }; then continue; fi
  if mkdir "$cgroup/$name" 2>/dev/null; then cgroups="$cgroups $cgroup/$name"; fi
done
# What has been killed is gone a moment later
# shellcheck disable=SC2317 # the trap calls it
remove_cgroups() {
  tries=0
  for cgroup in $cgroups; do
    while find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null; [ -e "$cgroup" ] && [ "$tries" -lt 50 ]; do
      tries=$((tries + 1))
      sleep 0.1
    done
  done
}
limits=$(cd /proc/sys/user && grep -H . ./*)
# Tests change these in user namespaces of their own, and a fault could do so in the machine's
# shellcheck disable=SC2317 # the trap calls it
restore_limits() {
  echo "$limits" | while IFS=: read -r limit value; do
    [ "$(cat "/proc/sys/user/$limit")" = "$value" ] || echo "$value" >"/proc/sys/user/$limit" || true
  done
}
trap 'remove_cgroups; restore_limits' EXIT
running=
trap 'trap - TERM INT HUP; if [ -n "$running" ]; then kill -KILL "$running" 2>/dev/null; wait "$running"; fi; exit 143' TERM INT HUP
# A process group reaches across process namespaces: who ends 0 ends all of it
# shellcheck disable=SC2086 # paths without blanks
"$0" --enter $cgroups -- "$name" unshare --net --mount --pid --fork --ipc --uts --kill-child --propagation private -- \
  setpriv --bounding-set=-sys_time,-sys_module,-sys_boot,-sys_rawio,-syslog,-mac_admin,-wake_alarm -- \
  setsid "$0" --inside "$folder" "$name" "$@" &
running=$!
status=0
wait "$running" || status=$?
exit "$status"
