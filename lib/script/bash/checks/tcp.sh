# Waits for a connection to a port, answers one message, and prints the client's address; ends with its input
SERVE=$(
  cat <<'PERL'
use IO::Socket::INET; use IO::Select; $| = 1;
my $server = IO::Socket::INET->new(LocalPort => $ARGV[0], Listen => 1, ReuseAddr => 1);
print $server ? "listening\n" : $!{EADDRINUSE} ? "taken\n" : "$!\n";
my $waiting = IO::Select->new(\*STDIN, $server ? $server : ());
while (my ($ready) = $waiting->can_read) {
  exit if $ready == \*STDIN;
  my $client = $server->accept or next;
  print $client "pong\n" if <$client> eq "ping\n";
  print $client->peerhost, "\n";
}
PERL
)

# Connects to an address and a port within some seconds, sends a message, and prints its own address, or the name of the
# error
ASK=$(
  cat <<'PERL'
use IO::Socket::INET; use Errno;
my ($address, $port, $seconds, $server) = @ARGV;
my $socket = IO::Socket::INET->new(PeerAddr => $address, PeerPort => $port, Timeout => $seconds);
if (!$socket) { my ($name) = grep { $!{$_} } sort keys %!; print "$name\n"; exit 1 }
print $socket->sockhost, "\n";
exit if $server eq "taken";
alarm 3;
print $socket "ping\n"; $socket->flush;
exit(<$socket> eq "pong\n" ? 0 : 1);
PERL
)

# Connects from one place to a server in another, by an address and a port, within some seconds. The server must see the
# client's own address, or the given one. Of two ports, 8080:80, the second is the server's own
exchange() {
  local ADDRESS STATE OWN PEER='' STATUS=0 INPUT OUTPUT SERVER WANTED
  ADDRESS=$(address_of "$3")
  # It runs until its input ends: Bash forgets a coprocess that has ended, with its pipes
  coproc SERVER_PROCESS { inside "$2" perl -e "$SERVE" "${4#*:}" 2>&1 || true; exec >/dev/null; cat; }
  SERVER=$SERVER_PROCESS_PID OUTPUT=${SERVER_PROCESS[0]} INPUT=${SERVER_PROCESS[1]}
  read -r -t 3 STATE <&"$OUTPUT" || STATE='no server'
  case $STATE in
    listening | taken)
      OWN=$(inside "$1" perl -e "$ASK" "$ADDRESS" "${4%:*}" "$5" "$STATE" 2>&1) || STATUS=1
      ;;
    *) OWN=$STATE STATUS=2 ;;
  esac
  [[ $STATUS != 0 || $STATE == taken ]] || read -r -t 3 PEER <&"$OUTPUT" || true
  exec {INPUT}>&-
  wait "$SERVER" || true
  SEEN=$OWN
  [[ $STATUS == 0 ]] || return "$STATUS"
  WANTED=${6:-$OWN}
  if [[ $STATE == taken ]]; then
    SEEN="connected from $OWN to the existing server"
    [[ $WANTED == "$OWN" ]]
  else
    SEEN="bytes went both ways; the server saw ${PEER:-nobody}, the client is $OWN"
    [[ $PEER == "$WANTED" ]]
  fi
}

# Checks that bytes go both ways between a place and a server in another, and that the server sees the client's own
# address
connects() {
  exchange "$1" "$2" "$3" "$4" 3 && { [[ $1 == "$2" || $4 == *:* ]] || other "$1" "$(address_of "$3")"; }
}

# Checks the same, except that the server must see the given address
connects_as() {
  exchange "$2" "$3" "$4" "$5" 3 "$1" && { [[ $5 == *:* ]] || other "$2" "$(address_of "$4")"; }
}
