# Keeps what a name of a network leads to: NAME
undo_deleted_netns() {
  local ENTRY=/var/run/netns/$1 PID
  if [[ -L $ENTRY ]]; then
    undo named_again "$1" sudo ln -s "$(readlink "$ENTRY")" "$ENTRY"
  elif [[ -e $ENTRY ]]; then
    read -r PID < <(sudo ip netns pids "$1") || { echo "$NAME: no process is in the network $1, which ends with its name" >&2 && exit 1; }
    undo network_again "$1" "$PID" "$(sudo stat --dereference --format %i "/proc/$PID/ns/net")"
  fi
}
# Unless somebody has given the name anew: NAME COMMAND…
named_again() {
  [[ -e /var/run/netns/$1 || -L /var/run/netns/$1 ]] || "${@:2}"
}
# As long as a process of then is still in there: NAME PID NETWORK
network_again() {
  [[ $(sudo stat --dereference --format %i "/proc/$2/ns/net" 2>/dev/null) != "$3" ]] || named_again "$1" sudo ip netns attach "$1" "$2"
}
