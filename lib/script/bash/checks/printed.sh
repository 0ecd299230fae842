# Runs a command, and keeps what it prints, its blanks reduced to one
printed() {
  local SAID STATUS=0
  SAID=$("$@" 2>"$SCRATCH/errors") || STATUS=$?
  SEEN=$(sed 's/[[:space:]]\{1,\}/ /g; s/^ //; s/ $//' <<<"$SAID")
  [[ $STATUS == 0 ]] || SEEN+=$(cat "$SCRATCH/errors")
  return "$STATUS"
}
# The texts before --, into WANTED; what follows is the command
wanted() {
  WANTED=("$1")
  shift
  while [[ $1 != -- ]]; do
    WANTED+=("$1")
    shift
  done
}
WANTED=()
