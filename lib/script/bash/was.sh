# Prints a setting of a link, in the words of `ip link set`: NAME SETTING [WORDS THAT ENTER ITS NAMESPACE…]
was() {
  local NAME_OF=$1 SETTING=$2 SHOWN ALIAS=
  shift 2
  SHOWN=$(sudo "$@" ip -details -oneline link show dev "$NAME_OF" 2>/dev/null) || return
  # An alias may contain any text, even that of a setting
  [[ $SHOWN != *'\    alias '* ]] || ALIAS=${SHOWN#*\\    alias }
  SHOWN=${SHOWN%%\\    alias *}
  if [[ $SETTING == port.* ]]; then
    [[ $SHOWN == *' bridge_slave '* ]] || return
    SHOWN=${SHOWN#*' bridge_slave'}
  fi
  case $SETTING in
    port.state) port_state ;;
    port.*) word_after "${SETTING#port.}" ;;
    state) flag_of UP up down ;;
    arp) flag_of NOARP off on ;;
    multicast) flag_of MULTICAST on off ;;
    allmulticast) flag_of ALLMULTI on off ;;
    promisc) flag_of PROMISC on off ;;
    dynamic) flag_of DYNAMIC on off ;;
    protodown) [[ $SHOWN == *' protodown on'* ]] && echo on || echo off ;;
    alias) printf '%s\n' "${ALIAS%%\\    altname *}" ;;
    master) word_after master || echo ;;
    address) word_after 'link/ether' ;;
    txqueuelen) word_after qlen || echo 0 ;;
    *) word_after "$SETTING" ;;
  esac
}
flag_of() {
  [[ ${SHOWN%%>*} =~ [\<,]$1(,|$) ]] && echo "$2" || echo "$3"
}
word_after() {
  [[ " ${SHOWN//\\/ } " =~ \ $1\ +([^ ]+) ]] && echo "${BASH_REMATCH[1]}"
}
# The state's number, as it is set
port_state() {
  local STATE NUMBER=0
  for STATE in disabled listening learning forwarding blocking; do
    [[ $(word_after state) != "$STATE" ]] || echo "$NUMBER"
    NUMBER=$((NUMBER + 1))
  done
}
