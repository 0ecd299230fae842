# Waits for a datagram to a port, answers it, and prints the client's address; ends with its input
SERVE_DATAGRAM=$(
  cat <<'PERL'
use IO::Socket::INET; use IO::Select; use Socket; $| = 1;
my $server = IO::Socket::INET->new(LocalPort => $ARGV[0], Proto => "udp");
print $server ? "listening\n" : "$!\n";
my $waiting = IO::Select->new(\*STDIN, $server ? $server : ());
while (my ($ready) = $waiting->can_read) {
  exit if $ready == \*STDIN;
  my $peer = recv($server, my $said, 64, 0) or next;
  send($server, "pong\n", 0, $peer) if $said eq "ping\n";
  print inet_ntoa((sockaddr_in($peer))[1]), "\n";
}
PERL
)

# Sends a datagram to an address and a port, and prints its own address, or why there is no answer
ASK_DATAGRAM=$(
  cat <<'PERL'
use IO::Socket::INET; use IO::Select; use Errno;
my ($address, $port) = @ARGV;
my $socket = IO::Socket::INET->new(PeerAddr => $address, PeerPort => $port, Proto => "udp");
if (!$socket) { my ($name) = grep { $!{$_} } sort keys %!; print "$name\n"; exit 1 }
$socket->send("ping\n");
my $answer = "";
$socket->recv($answer, 64) if IO::Select->new($socket)->can_read(3);
print $answer eq "pong\n" ? $socket->sockhost : "no answer came back", "\n";
exit($answer eq "pong\n" ? 0 : 1);
PERL
)

# Checks that a datagram to a server in another place is answered, and that the server sees the client's own address
datagram() {
  local ADDRESS STATE OWN PEER='' STATUS=0 INPUT OUTPUT SERVER
  ADDRESS=$(address_of "$3")
  # It runs until its input ends: Bash forgets a coprocess that has ended, with its pipes
  coproc SERVER_PROCESS { inside "$2" perl -e "$SERVE_DATAGRAM" "${4#*:}" 2>&1 || true; exec >/dev/null; cat; }
  SERVER=$SERVER_PROCESS_PID OUTPUT=${SERVER_PROCESS[0]} INPUT=${SERVER_PROCESS[1]}
  read -r -t 3 STATE <&"$OUTPUT" || STATE='no server'
  if [[ $STATE == listening ]]; then
    OWN=$(inside "$1" perl -e "$ASK_DATAGRAM" "$ADDRESS" "${4%:*}" 2>&1) || STATUS=1
  else
    OWN=$STATE STATUS=1
  fi
  [[ $STATUS != 0 ]] || read -r -t 3 PEER <&"$OUTPUT" || true
  exec {INPUT}>&-
  wait "$SERVER" || true
  SEEN=$OWN
  [[ $STATUS == 0 ]] || return 1
  SEEN="a datagram went both ways; the server saw ${PEER:-nobody}, the client is $OWN"
  [[ $PEER == "$OWN" ]] && { [[ $4 == *:* ]] || other "$1" "$ADDRESS"; }
}
