# Like undo, for a command that must run after all other undos
undo_last() {
  UNDOS=("$(printf '%q ' "$@")" "${UNDOS[@]}")
  obey
}
