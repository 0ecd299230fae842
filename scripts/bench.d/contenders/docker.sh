#!/usr/bin/env bash
# A star as Docker builds it, on an engine that runs.
#
#   docker.sh run IMAGE       containers started on the star's network
#   docker.sh connect IMAGE   containers that run, connected to it one by one
#
# Speaks the protocol of ../star/driver.ts.
set -eu
way=$1 image=$2
network=star
count=0
prepared=0

start() {
  docker run --detach --name "c$1" --net "$2" "$image" sleep 86400 >/dev/null
}

# A container that runs on no network: Docker connects none that was started with --net=none
prepare_container() {
  prepared=$((prepared + 1))
  start $prepared bridge
  docker network disconnect bridge c$prepared
}

prepare() {
  [ "$way" = connect ] || return 0
  # One more is to be attached
  for ((n = 0; n <= $1; n++)); do prepare_container; done
}

add_container() {
  count=$((count + 1))
  case $way in
    run) start $count $network ;;
    connect) docker network connect $network c$count ;;
  esac
}

up() {
  docker network create --opt "com.docker.network.bridge.name=$network" --subnet 10.7.0.0/16 $network >/dev/null
  for ((n = 0; n < $1; n++)); do add_container; done
}

down() {
  local names=()
  for (( ; count > 0; count--)); do
    case $way in
      run) names+=("c$count") ;;
      connect) docker network disconnect $network c$count ;;
    esac
  done
  [ "$way" = connect ] || docker rm --force "${names[@]}" >/dev/null
  docker network rm $network >/dev/null
}

# After `down`, the containers that were there before
where() {
  local last=$count names=() pids
  if ((count == 0)); then last=$prepared; fi
  for ((n = 1; n <= last; n++)); do names+=("c$n"); done
  printf '%s' $network
  ((last == 0)) || {
    pids=$(docker inspect --format '{{.State.Pid}}' "${names[@]}")
    for pid in $pids; do printf ' /proc/%s/ns/net' "$pid"; done
  }
  echo
}

echo "done"
while read -r command number; do
  case $command in
    prepare) prepare "$number" ;;
    up) up "$number" ;;
    attach) add_container ;;
    where) where ;;
    down) down ;;
  esac
  echo "done"
done
