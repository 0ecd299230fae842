# Prints an address as a number
number() {
  local BYTES
  IFS=. read -r -a BYTES <<<"$1"
  echo $((10#${BYTES[0]} << 24 | 10#${BYTES[1]} << 16 | 10#${BYTES[2]} << 8 | 10#${BYTES[3]}))
}
