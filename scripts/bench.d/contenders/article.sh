#!/usr/bin/env bash
# The article's lines for a container that is wired by hand (its section "How Docker networks a container"), for one container
# after another. Where it starts a container and links its namespace, a namespace is made; sudo is left out, as we are root.
# Speaks the protocol of ../star/driver.ts.
set -eu
bridge=star
count=0

# brctl where it is there, as the article has it; else the same in today's words
if command -v brctl >/dev/null; then
  add_bridge() { brctl addbr "$1"; }
  add_port() { brctl addif "$1" "$2"; }
else
  add_bridge() { ip link add "$1" type bridge; }
  add_port() { ip link set "$2" master "$1"; }
fi

add_container() {
  count=$((count + 1))
  local container=c$count A=A$count B=B
  ip netns add "$container"
  ip link add "$A" type veth peer name $B
  add_port $bridge "$A"
  ip link set "$A" up
  ip link set $B netns "$container"
  ip netns exec "$container" ip link set dev $B name eth0
  ip netns exec "$container" ip link set eth0 up
  ip netns exec "$container" ip addr add "10.7.$((count / 256)).$((count % 256))/16" dev eth0
}

up() {
  add_bridge $bridge
  ip link set $bridge up
  for ((n = 0; n < $1; n++)); do add_container; done
}

down() {
  for (( ; count > 0; count--)); do ip netns del "c$count"; done
  ip link del $bridge
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
    attach) add_container ;;
    down) down ;;
    where) where ;;
  esac
  echo "done"
done
