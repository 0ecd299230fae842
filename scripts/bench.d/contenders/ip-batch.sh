#!/usr/bin/env bash
# The same with as few programs as iproute2 allows: one `ip -batch` for all that is the host's, with each cable's far end made in
# its namespace, and one `ip -n` for each namespace, since a batch stays in one.
# Speaks the protocol of ../star/driver.ts.
set -eu
bridge=star
count=0

# Adds so many containers
add_containers() {
  local first=$((count + 1)) last=$((count + $1)) n
  for ((n = first; n <= last; n++)); do
    echo "netns add c$n"
    echo "link add name v$n up master $bridge type veth peer name eth0 netns c$n"
  done | ip -batch -
  for ((n = first; n <= last; n++)); do
    printf 'link set eth0 up\naddress add 10.7.%s.%s/16 dev eth0\n' $((n / 256)) $((n % 256)) | ip -n "c$n" -batch -
  done
  count=$last
}

up() {
  ip link add name $bridge up type bridge
  add_containers "$1"
}

down() {
  {
    for ((n = 1; n <= count; n++)); do echo "netns del c$n"; done
    echo "link del $bridge"
  } | ip -batch -
  count=0
}

where() {
  printf '%s' $bridge
  for ((n = 1; n <= count; n++)); do printf ' /run/netns/c%s' "$n"; done
  echo
}

echo "done"
while read -r command number; do
  case $command in
    up) up "$number" ;;
    attach) add_containers 1 ;;
    down) down ;;
    where) where ;;
  esac
  echo "done"
done
