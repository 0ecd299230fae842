# Keeps a file as it is now, to be put back; where there is none, it is to be removed
undo_file() {
  local COPY=$SCRATCH/${#UNDOS[@]}
  if sudo test -e "$1"; then
    sudo cp --preserve=all "$1" "$COPY"
    undo sudo cp --preserve=all "$COPY" "$1"
  else
    undo sudo rm -f "$1"
  fi
}
