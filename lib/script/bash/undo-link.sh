# Keeps what a bridge is like, to make it again
undo_link() {
  local PLACE=/sys/class/net/$1 ADDRESSES
  [[ -d $PLACE/bridge ]] || { echo "$NAME: $1 can't be made again, as it is no bridge" >&2 && exit 1; }
  mapfile -t ADDRESSES < <(ip -oneline -4 addr show dev "$1" | sed 's/.* inet //; s/ scope .*//')
  undo bridge_again "$1" "$(cat "$PLACE/address")" "$(cat "$PLACE/mtu")" "$(cat "$PLACE/tx_queue_len")" "${ADDRESSES[@]}"
}
# Unless somebody has made it already, as Docker does with docker0
bridge_again() {
  local BRIDGE=$1 LIKE=(address "$2" mtu "$3" txqueuelen "$4") ADDRESS WORDS
  shift 4
  [[ -e /sys/class/net/$BRIDGE ]] || sudo ip link add name "$BRIDGE" "${LIKE[@]}" type bridge || return $?
  for ADDRESS in "$@"; do
    read -r -a WORDS <<<"$ADDRESS"
    [[ -n $(ip addr show dev "$BRIDGE" to "${WORDS[0]%/*}") ]] || sudo ip addr add "${WORDS[@]}" dev "$BRIDGE" || return $?
  done
}
