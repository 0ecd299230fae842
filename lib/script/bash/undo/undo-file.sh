# Keeps a file, so that undo restores it; a file that does not exist is removed instead
undo_file() {
  local COPY=$SCRATCH/${#UNDOS[@]}
  if sudo test -e "$1"; then
    sudo cp --preserve=all "$1" "$COPY"
    undo sudo cp --preserve=all "$COPY" "$1"
  else
    undo sudo rm -f "$1"
  fi
}
