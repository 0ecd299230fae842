# Listens on an abstract socket, prints so, answers one message, and ends with its input
SERVE_UNIX=$(
  cat <<'PERL'
use IO::Socket::UNIX; use IO::Select; $| = 1;
my $server = IO::Socket::UNIX->new(Local => "\0" . substr($ARGV[0], 1), Listen => 1);
print $server ? "listening\n" : $!{EADDRINUSE} ? "taken\n" : "$!\n";
my $waiting = IO::Select->new(\*STDIN, $server ? $server : ());
while (my ($ready) = $waiting->can_read) {
  exit if $ready == \*STDIN;
  my $client = $server->accept or next;
  print $client "pong\n" if <$client> eq "ping\n";
}
PERL
)

# Connects to an abstract socket, and sends a message; or prints the name of the error
ASK_UNIX=$(
  cat <<'PERL'
use IO::Socket::UNIX; use Errno;
my ($name, $server) = @ARGV;
my $socket = IO::Socket::UNIX->new(Peer => "\0" . substr($name, 1));
if (!$socket) { my ($name) = grep { $!{$_} } sort keys %!; print "$name\n"; exit 1 }
if ($server eq "taken") { print "connected to the existing server\n"; exit }
alarm 3;
print $socket "ping\n"; $socket->flush;
exit 1 if <$socket> ne "pong\n";
print "bytes went both ways\n";
PERL
)

# Checks that one place can connect to an abstract socket of another
exchange_unix() {
  local STATE STATUS=0 INPUT OUTPUT SERVER
  # It runs until its input ends: Bash forgets a coprocess that has ended, with its pipes
  coproc SERVER_PROCESS { inside "$2" perl -e "$SERVE_UNIX" "$3" 2>&1 || true; exec >/dev/null; cat; }
  SERVER=$SERVER_PROCESS_PID OUTPUT=${SERVER_PROCESS[0]} INPUT=${SERVER_PROCESS[1]}
  read -r -t 3 STATE <&"$OUTPUT" || STATE='no server'
  case $STATE in
    listening | taken) SEEN=$(inside "$1" perl -e "$ASK_UNIX" "$3" "$STATE" 2>&1) || STATUS=1 ;;
    *) SEEN=$STATE STATUS=2 ;;
  esac
  exec {INPUT}>&-
  wait "$SERVER" || true
  return "$STATUS"
}

# An abstract socket of the second place answers the first
connects_unix() {
  exchange_unix "$@"
}

# It refuses the first, though it answers its own place
no_unix_connection() {
  local STATUS=0
  if ! exchange_unix "$2" "$2" "$3"; then
    SEEN="$2 does not even reach it itself ($SEEN)"
    return 1
  fi
  exchange_unix "$@" || STATUS=$?
  [[ $STATUS == 1 && $SEEN == ECONNREFUSED ]]
}
