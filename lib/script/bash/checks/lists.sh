# Checks the same, and that no other line is printed
lists() {
  shows "$@" && [[ ${#PRINTED[@]} == "${#WANTED[@]}" ]]
}
