# Runs a program of this machine in the network of a container, of an entry in /var/run/netns, or of the machine itself,
# called host
inside() {
  local PLACE=$1 PROCESS
  shift
  if [[ $PLACE == host ]]; then
    "$@"
  elif [[ $PLACE == /* ]]; then
    sudo nsenter --net="$PLACE" -- "$@"
  else
    PROCESS=$(sudo docker inspect --format '{{.State.Pid}}' "$PLACE") || return
    sudo nsenter --net="/proc/$PROCESS/ns/net" -- "$@"
  fi
}

# Prints the address of a container, of a named network, or the given address itself
address_of() {
  if [[ $1 =~ ^[0-9.]+$ && $1 == *.*.*.* ]]; then
    echo "$1"
  elif [[ $1 == /* ]]; then
    inside "$1" ip -oneline -4 addr show scope global | awk 'NR == 1 { split($4, parts, "/"); print parts[1] }'
  else
    sudo docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$1" | awk '{ print $1 }'
  fi
}

# Checks that an address is not the sender's own, as its own answer would prove nothing
other() {
  [[ $2 == 127.* || $(inside "$1" ip route get "$2" 2>&1) != 'local '* ]] || {
    SEEN="$1 has $2 itself"
    return 1
  }
}
