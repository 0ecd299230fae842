# Remembers the rules of a chain just before a line changes them: PROGRAM TABLE CHAIN [WORDS THAT ENTER ITS NAMESPACE…]
keep_rules() {
  mapfile -t RULES < <(rules_of "$@")
}
RULES=()
# Notes that undo deletes the rules that the line has added, and inserts those that it has removed at their places
undo_rule() {
  local NOW
  local -i START=0 END=0 AT
  mapfile -t NOW < <(rules_of "$@")
  while ((START < ${#RULES[@]} && START < ${#NOW[@]})) && [[ ${RULES[START]} == "${NOW[START]}" ]]; do START+=1; done
  while ((START + END < ${#RULES[@]} && START + END < ${#NOW[@]})) && [[ ${RULES[-1 - END]} == "${NOW[-1 - END]}" ]]; do END+=1; done
  for ((AT = ${#RULES[@]} - END; AT > START; AT--)); do note_rule rule_back "$AT" "${RULES[AT - 1]}" "$@"; done
  for ((AT = START + 1; AT <= ${#NOW[@]} - END; AT++)); do note_rule rule_gone "$AT" "${NOW[AT - 1]}" "$@"; done
}
# Adds how many equal rules there were: HOW NUMBER RULE PROGRAM TABLE CHAIN [WAY…]
note_rule() {
  undo "$1" "$(equals_of "$3" "${RULES[@]}")" "${@:2}"
}
# Deletes a rule: the one with that number, or the last of its equals once they have moved
rule_gone() {
  local -i BEFORE=$1 AT=$2
  local RULE=$3 NOW
  shift 3
  mapfile -t NOW < <(rules_of "$@")
  (($(equals_of "$RULE" "${NOW[@]}") > BEFORE)) || return 0
  [[ ${NOW[AT - 1]-} == "$RULE" ]] || for ((AT = ${#NOW[@]}; AT > 1; AT--)); do [[ ${NOW[AT - 1]} != "$RULE" ]] || break; done
  sudo "${@:4}" "$1" -w -t "$2" -D "$3" "$AT"
}
# Inserts it again; iptables-restore reads its quotes as iptables -S prints them
rule_back() {
  local -i BEFORE=$1 AT=$2
  local RULE=$3 NOW
  shift 3
  mapfile -t NOW < <(rules_of "$@")
  (($(equals_of "$RULE" "${NOW[@]}") < BEFORE)) || return 0
  ((AT <= ${#NOW[@]})) || AT=${#NOW[@]}+1
  printf '*%s\n-I %s %d%s\nCOMMIT\n' "$2" "$3" "$AT" "${RULE#"-A $3"}" | sudo "${@:4}" "$1-restore" -w --noflush
}
# Counts a rule among others: RULE RULES…
equals_of() {
  local -i COUNT=0
  local RULE
  for RULE in "${@:2}"; do [[ $RULE != "$1" ]] || COUNT+=1; done
  echo "$COUNT"
}
rules_of() {
  sudo "${@:4}" "$1" -w -t "$2" -S "$3" | sed -n '/^-A /p'
}
# Keeps the policy of a chain: PROGRAM TABLE CHAIN [WAY…]
undo_policy() {
  local WORDS
  read -r -a WORDS < <(sudo "${@:4}" "$1" -w -t "$2" -S "$3")
  [[ ${WORDS[0]} != -P ]] || undo sudo "${@:4}" "$1" -w -t "$2" "${WORDS[@]}"
}
