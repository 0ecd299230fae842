# Runs a command, and keeps its output, with runs of blanks reduced to one
printed() {
  local SAID STATUS=0
  SAID=$("$@" 2>"$SCRATCH/errors") || STATUS=$?
  SEEN=$(sed 's/[[:space:]]\{1,\}/ /g; s/^ //; s/ $//' <<<"$SAID")
  [[ $STATUS == 0 ]] || SEEN+=$(cat "$SCRATCH/errors")
  return "$STATUS"
}
# Puts the texts before -- into WANTED; the command follows them
wanted() {
  WANTED=("$1")
  shift
  while [[ $1 != -- ]]; do
    WANTED+=("$1")
    shift
  done
}
WANTED=()
