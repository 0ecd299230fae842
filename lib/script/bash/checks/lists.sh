# The same, and no other line
lists() {
  shows "$@" && [[ ${#PRINTED[@]} == "${#WANTED[@]}" ]]
}
