# Checks that a command prints a line with each of these texts, in this order
shows() {
  wanted "$@"
  printed "${@:${#WANTED[@]}+2}" || return
  local LINE FOUND=()
  mapfile -t PRINTED <<<"$SEEN"
  for LINE in "${PRINTED[@]}"; do
    [[ ${#FOUND[@]} == "${#WANTED[@]}" || $LINE != *"${WANTED[${#FOUND[@]}]}"* ]] || FOUND+=("$LINE")
  done
  [[ ${#FOUND[@]} == "${#WANTED[@]}" ]] || return
  SEEN=$(printf '%s\n' "${FOUND[@]}")
}
