# Keeps a setting of a link: NAME SETTING [WAY INTO ITS NAMESPACE…]
undo_link_setting() {
  local VALUE
  VALUE=$(was "$@") || return 0
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
    *_* | priority) WORDS=(type bridge "$SETTING" "$VALUE") ;;
    *) WORDS=("$SETTING" "$VALUE") ;;
  esac
  sudo "$@" ip link set dev "$LINK" "${WORDS[@]}"
}
