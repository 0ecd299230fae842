# Keeps a setting of a link: NAME SETTING [WAY INTO ITS NAMESPACE…]
undo_link_setting() {
  local VALUE OPTION
  VALUE=$(was "$@") || return 0
  # With its bridge a port loses what it is as a port; whether it forwards the kernel says itself
  [[ $2 != master || -z $VALUE ]] ||
    for OPTION in cost priority hairpin guard root_block fastleave learning flood proxy_arp proxy_arp_wifi mcast_router mcast_flood \
      bcast_flood mcast_to_unicast group_fwd_mask neigh_suppress vlan_tunnel isolated locked; do
      undo_link_setting "$1" "port.$OPTION" "${@:3}"
    done
  undo set_back "$1" "$2" "$VALUE" "${@:3}"
}
# Sets it as it was, where it is there and is otherwise now
set_back() {
  local LINK=$1 SETTING=$2 VALUE=$3 NOW WORDS
  shift 3
  NOW=$(was "$LINK" "$SETTING" "$@") || return 0
  [[ $NOW != "$VALUE" ]] || return 0
  case $SETTING in
    state) WORDS=("$VALUE") ;;
    master) [[ -n $VALUE ]] && WORDS=(master "$VALUE") || WORDS=(nomaster) ;;
    port.*) WORDS=(type bridge_slave "${SETTING#port.}" "$VALUE") ;;
    *_* | priority) WORDS=(type bridge "$SETTING" "$VALUE") ;;
    *) WORDS=("$SETTING" "$VALUE") ;;
  esac
  sudo "$@" ip link set dev "$LINK" "${WORDS[@]}"
}
