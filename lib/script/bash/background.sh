# Starts a program in the background, with its output in a file, and waits until it prints that it is ready
background() {
  local FILE=$1 SAYS=$2 PROCESS=$SCRATCH/process${#UNDOS[@]} BY=()
  shift 2
  [[ $1 != sudo ]] || { BY=(sudo) && shift; }
  undo end_process "$PROCESS"
  "${BY[@]}" sh -c "echo \"\$\$\" >\"\$0\"; exec >\"\$1\" 2>&1 </dev/null; shift; exec \"\$@\"" "$PROCESS" "$FILE" "$@" &
  eventually said "$FILE" "$SAYS" && return
  echo "$NAME: it has not printed $SAYS: $(sudo cat "$FILE")" >&2
  return 1
}
said() {
  sudo grep -qsF "$2" "$1"
}
end_process() {
  [[ ! -s $1 ]] || ! sudo kill -0 "$(<"$1")" 2>/dev/null || { sudo kill "$(<"$1")" && false; }
}
