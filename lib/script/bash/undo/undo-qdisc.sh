# Keeps the queueing discipline of a place on a link: NAME root|CLASS [WORDS THAT ENTER ITS NAMESPACE…]
undo_qdisc() {
  local WORDS
  WORDS=$(qdisc_words "$@") && has_default "$WORDS" "$@" || { echo "$NAME: the queueing discipline of $1 has settings that cannot be restored" >&2 && exit 1; }
  undo qdisc_back "$WORDS" "$@"
}
# Checks that the place gets its default back; a class of some kinds would drop all packets instead
has_default() {
  [[ -n $1 || $3 == root || $3 == ffff:fff1 ]] ||
    grep -qE "^qdisc (htb|prio) ${3%:*}: " <<<"$(sudo "${@:4}" tc qdisc show dev "$2")"
}
# Prints it in the words of `tc qdisc add`; nothing for the kernel's default
qdisc_words() {
  local SHOWN LINE KIND HANDLE PLACE="\"parent\":\"$2\"" RATE TICKS BURST
  [[ $2 != root ]] || PLACE='"root":true'
  SHOWN=$(sudo "${@:3}" tc -details -raw -json qdisc show dev "$1" 2>/dev/null | sed 's/},{"kind"/}\n{"kind"/g') || return 0
  LINE=$(grep -F "$PLACE" <<<"$SHOWN") || return 0
  KIND=$(json_value kind) HANDLE=$(json_value handle)
  [[ $HANDLE != 0: ]] || return 0
  ! grep -qF "\"parent\":\"$HANDLE" <<<"${SHOWN/"$LINE"/}" || return 1
  case $KIND in
    pfifo | bfifo) echo "handle $HANDLE $KIND limit $(json_value limit)" ;;
    pfifo_fast | noqueue) echo "handle $HANDLE $KIND" ;;
    tbf)
      [[ $LINE == *'"mpu":0,'* && $LINE == *'"linklayer":"ethernet"'* && $LINE != *'"overhead"'* && $LINE != *'"mtu"'* ]] || return 1
      RATE=$(json_value rate) TICKS=$((16#$(json_value burst_raw)))
      BURST=$((RATE * TICKS / 15625000))
      # The kernel keeps the time of a burst, in 64 ns
      ((BURST * 15625000 / RATE == TICKS)) || BURST=$((BURST + 1))
      ((BURST * 15625000 / RATE == TICKS)) || return 1
      echo "handle $HANDLE tbf rate $((RATE * 8))bit burst ${BURST}b limit $(json_value limit)b"
      ;;
    *) return 1 ;;
  esac
}
json_value() {
  [[ $LINE =~ \"$1\":\"?([^\",}]*) ]] && echo "${BASH_REMATCH[1]}"
}
qdisc_back() {
  local WAS=$1 NOW PLACE=(root) WORDS
  shift
  [[ $2 == root ]] || PLACE=(parent "$2")
  NOW=$(qdisc_words "$@") || NOW=another
  [[ $NOW != "$WAS" ]] || return 0
  read -r -a WORDS <<<"$WAS"
  if [[ -n $WAS ]]; then
    sudo "${@:3}" tc qdisc replace dev "$1" "${PLACE[@]}" "${WORDS[@]}"
  else
    sudo "${@:3}" tc qdisc del dev "$1" "${PLACE[@]}"
  fi
}
