# Checks that a command prints none of these words; a word ends before anything but a letter, digit, dot, dash or
# underscore
hides() {
  wanted "$@"
  printed "${@:${#WANTED[@]}+2}" || return
  local LINE WORD LINES=()
  [[ -z $SEEN ]] || mapfile -t LINES <<<"$SEEN"
  for LINE in "${LINES[@]}"; do
    for WORD in "${WANTED[@]}"; do
      [[ $(words_only "$LINE") != *"$(words_only "$WORD")"* ]] || return
    done
  done
  SEEN="no ${WANTED[*]}"
}
words_only() {
  local WORDS
  read -r -a WORDS <<<"${1//[^[:alnum:]_.-]/ }"
  printf ' %s ' "${WORDS[*]}"
}
