# Keeps all that is needed to make a link again: NAME [WORDS THAT ENTER ITS NAMESPACE…]
undo_link() {
  local SHOWN KIND PEER=
  SHOWN=$(sudo "${@:2}" ip -details -oneline link show dev "$1") || return
  [[ $SHOWN =~ \ (bridge|dummy|veth)\  ]] || { echo "$NAME: a link of the kind of $1 cannot be made again" >&2 && exit 1; }
  KIND=${BASH_REMATCH[1]}
  if [[ $KIND == veth ]]; then
    PEER=${SHOWN%%: <*}
    PEER=${PEER##*@}
    [[ ! $PEER =~ ^if[0-9]+$ ]] || { echo "$NAME: the other end of $1 is in another namespace, so it cannot be made again" >&2 && exit 1; }
    undo_neighbours_on "$PEER" "${@:2}"
    undo_routes_over "$PEER" "${@:2}"
    undo_addresses "$PEER" "${@:2}"
    undo_link_settings "$PEER" "${@:2}"
  fi
  undo_link_settings "$@"
  undo link_again "$1" "$KIND" "$(was "$1" address "${@:2}")" "$PEER" "$([[ -z $PEER ]] || was "$PEER" address "${@:2}")" "${@:2}"
}
# Keeps its settings and its ports, in the reverse order of restoring
undo_link_settings() {
  local SETTING PORT
  undo_link_setting "$1" state "${@:2}"
  for SETTING in nf_call_iptables nf_call_ip6tables nf_call_arptables mcast_mld_version mcast_igmp_version mcast_stats_enabled \
    mcast_hash_max mcast_querier mcast_query_use_ifaddr mcast_router mcast_snooping vlan_filtering vlan_stats_enabled \
    vlan_default_pvid no_linklocal_learn group_fwd_mask stp_state priority ageing_time max_age hello_time forward_delay \
    master promisc allmulticast multicast arp group alias txqueuelen mtu; do
    undo_link_setting "$1" "$SETTING" "${@:2}"
  done
  # A port gets its number back if the ports before it are restored first
  while read -r _ PORT; do
    [[ -z $PORT ]] || undo_link_setting "$PORT" master "${@:2}"
  done < <(ports_of "$@" | sort -rn)
}
# Prints the ports with their numbers
ports_of() {
  local LINE
  while read -r LINE; do
    [[ ! $LINE =~ ^[0-9]+:\ ([^@:]+).*\ port_no\ (0x[0-9a-f]+) ]] || echo "$((BASH_REMATCH[2])) ${BASH_REMATCH[1]}"
  done < <(sudo "${@:2}" ip -details -oneline link show master "$1" 2>/dev/null)
}
# Makes a link, unless it exists, as docker0 does once Docker runs: NAME KIND ADDRESS PEER ITS-ADDRESS [WAY…]
link_again() {
  local WORDS=(name "$1" ${3:+address "$3"} type "$2")
  [[ -z $4 ]] || WORDS+=(peer name "$4" ${5:+address "$5"})
  [[ -n $(sudo "${@:6}" ip link show dev "$1" 2>/dev/null) ]] || sudo "${@:6}" ip link add "${WORDS[@]}"
}
