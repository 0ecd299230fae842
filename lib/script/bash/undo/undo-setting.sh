# Keeps the value of a kernel setting, given by its file
undo_setting() {
  undo write_setting "$1" "$(cat "$1")"
}
write_setting() {
  printf '%s\n' "$2" | sudo tee "$1"
}
