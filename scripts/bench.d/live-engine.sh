#!/usr/bin/env bash
# The lines of recipes/point-to-point.ts after its containers have been started, to measure the recipe against.
#
#   bash live-engine.sh ID ID
set -eu
pid1=$(docker inspect -f '{{.State.Pid}}' "$1")
pid2=$(docker inspect -f '{{.State.Pid}}' "$2")
mkdir -p /var/run/netns
ln -s "/proc/$pid1/ns/net" "/var/run/netns/$pid1"
ln -s "/proc/$pid2/ns/net" "/var/run/netns/$pid2"
ip link add A type veth peer name B
ip link set A netns "$pid1"
ip netns exec "$pid1" ip addr add 10.1.1.1/32 dev A
ip netns exec "$pid1" ip link set A up
ip netns exec "$pid1" ip route add 10.1.1.2/32 dev A
ip link set B netns "$pid2"
ip netns exec "$pid2" ip addr add 10.1.1.2/32 dev B
ip netns exec "$pid2" ip link set B up
ip netns exec "$pid2" ip route add 10.1.1.1/32 dev B
