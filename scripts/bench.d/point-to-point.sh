#!/usr/bin/env bash
# The steps and checks of recipes/point-to-point.ts as a person would script them, to measure the recipe against.
#
#   point-to-point.sh plain|copy-on-write
#
# The throw-away host and the two containers are namespaces that unshare(1) opens. With "copy-on-write" each of the
# three also gets what a wirework sandbox and its containers have: a root that takes every write for itself.
set -eu
roots=$1

# The first call opens the host, the second one is inside of it
[ "${2:-}" = inside ] ||
  exec unshare --user --map-root-user --net --mount --pid --fork --ipc --uts --mount-proc --kill-child bash "$0" "$roots" inside

# Ends the script, unless there is an answer: the first packet over a cable may be lost while it comes up
answers() {
  local attempt
  for attempt in 1 2 3; do
    ! "$@" >/dev/null || return 0
  done
  return "$attempt"
}

# Ends the script, unless the command fails
refute() {
  ! "$@" >/dev/null 2>&1
}

# Makes this mount namespace a copy-on-write image of what it was; "etc" as $1 has /etc copied, where others own it
enter_copy_on_write_root() {
  local top=/mnt root=/mnt/root dir name
  mount --make-rprivate /
  mount -t tmpfs tmpfs $top
  mkdir $top/written $root
  mount --bind $root $root
  for dir in /*; do
    if [ -L "$dir" ]; then
      cp -P "$dir" $root
    elif [ -d "$dir" ]; then
      name=${dir#/}
      case $name in
        proc | sys | dev | run | tmp | root | mnt | "$1") mkdir "$root/$name" ;;
        *) lay_over "$name" ;;
      esac
    fi
  done
  for name in root run tmp dev "${1:-}"; do
    [ -z "$name" ] || mount -t tmpfs -o mode=755 tmpfs "$root/$name"
  done
  [ -z "$1" ] || cp -a --no-preserve=ownership /etc/. $root/etc 2>/dev/null || true # what may be read
  mount --rbind /proc $root/proc
  mkdir $root/dev/pts $root/mnt/.sys $root/.old
  mount -t sysfs sysfs $root/sys
  mount -t sysfs sysfs $root/mnt/.sys # without a second one in sight "ip netns exec" cannot mount its own
  for name in null zero full random urandom tty; do
    : >$root/dev/$name
    mount --bind /dev/$name $root/dev/$name
  done
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts $root/dev/pts
  cd $root
  pivot_root . .old
  umount -l /.old
}

# Shows the top-level folder $1 below the new root; what cannot be laid over is shown read-only
lay_over() {
  local written=$top/written/$1 work=$top/written/.work.$1
  mkdir "$root/$1" "$written" "$work"
  mount -t overlay -o "lowerdir=/$1,upperdir=$written,workdir=$work,userxattr" overlay "$root/$1" 2>/dev/null ||
    { mount --rbind "/$1" "$root/$1" && mount -o remount,bind,ro "$root/$1"; }
}

# Starts a container, which waits; sets $container to its process id
start_container() {
  local enter_root=''
  if [ "$roots" = copy-on-write ]; then enter_root='enter_copy_on_write_root "";'; fi
  unshare --net --mount --pid --fork --ipc --uts --mount-proc --kill-child \
    bash -c "$enter_root hostname \$1; ip link set lo up; echo ready; exec sleep 600" bash "$1" >"$ready" &
  container=$!
  read -r _ <"$ready"
}
export -f enter_copy_on_write_root lay_over

if [ "$roots" = copy-on-write ]; then enter_copy_on_write_root etc; else mount -t tmpfs tmpfs /run; fi
hostname host
ip link set lo up
ready=/run/ready
mkfifo $ready

# Start up two containers
start_container 1f1f4c1f931a
pid1=$container
start_container 12e343489d2f
pid2=$container

# Create their namespace entries
mkdir -p /var/run/netns
ln -s "/proc/$pid1/ns/net" "/var/run/netns/$pid1"
ln -s "/proc/$pid2/ns/net" "/var/run/netns/$pid2"

# Create the "peer" interfaces and hand them out
ip link add A type veth peer name B
ip link set A netns "$pid1"
ip netns exec "$pid1" ip addr add 10.1.1.1/32 dev A
ip netns exec "$pid1" ip link set A up
ip netns exec "$pid1" ip route add 10.1.1.2/32 dev A
ip link set B netns "$pid2"
ip netns exec "$pid2" ip addr add 10.1.1.2/32 dev B
ip netns exec "$pid2" ip link set B up
ip netns exec "$pid2" ip route add 10.1.1.1/32 dev B

# The two containers ping each other
one=(nsenter "--net=/proc/$pid1/ns/net")
two=(nsenter "--net=/proc/$pid2/ns/net")
answers "${one[@]}" ping -n -c 1 -W 1 10.1.1.2
answers "${two[@]}" ping -n -c 1 -W 1 10.1.1.1

# A connection carries bytes both ways
# shellcheck disable=SC2016 # Perl's own variables
"${two[@]}" perl -MIO::Socket::INET -e '
  $server = IO::Socket::INET->new(LocalPort => 7, Listen => 1, ReuseAddr => 1) or die;
  syswrite STDOUT, "ready\n";
  $client = $server->accept;
  print $client scalar <$client>;
' >$ready &
read -r _ <$ready
# shellcheck disable=SC2016 # the inner bash's own
"${one[@]}" bash -c 'exec 3<>/dev/tcp/10.1.1.2/7; echo ping >&3; read -r answer <&3; [ "$answer" = ping ]'

# No bridge is involved, and nothing else is reachable
refute grep -E ' [AB][@:]' <(ip -brief link)
refute "${one[@]}" ping -n -c 1 -W 1 172.17.42.1

# Without its route the peer is not reached; with it, it answers
ip netns exec "$pid1" ip route del 10.1.1.2/32 dev A
refute "${one[@]}" ping -n -c 1 -W 1 10.1.1.2
ip netns exec "$pid1" ip route add 10.1.1.2/32 dev A
answers "${one[@]}" ping -n -c 1 -W 1 10.1.1.2
