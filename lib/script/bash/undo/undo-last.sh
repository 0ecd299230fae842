# The same as undo, for what does its work once all else is taken back
undo_last() {
  UNDOS=("$(printf '%q ' "$@")" "${UNDOS[@]}")
  obey
}
