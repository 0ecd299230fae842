# Keeps a setting of a link: NAME SETTING [WORDS THAT ENTER ITS NAMESPACE…]
undo_link_setting() {
  local VALUE OPTION
  VALUE=$(was "$@") || return 0
  # A port that leaves its bridge loses its port settings; its state is set by the kernel
  [[ $2 != master || -z $VALUE ]] ||
    for OPTION in cost priority hairpin guard root_block fastleave learning flood proxy_arp proxy_arp_wifi mcast_router mcast_flood \
      bcast_flood mcast_to_unicast group_fwd_mask neigh_suppress vlan_tunnel isolated locked; do
      undo_link_setting "$1" "port.$OPTION" "${@:3}"
    done
  undo set_back "$1" "$2" "$VALUE" "${@:3}"
}
# Restores a setting, if the link is there and the value differs
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
