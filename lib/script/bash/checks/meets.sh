# Follows a packet through a chain, as `iptables -S` lists it: jumps to other chains are followed, and unreachable rules
# are left out. Each argument is a group of words, one a line, which may be matched in any order; groups are matched in
# their order
WALK=$(
  cat <<'PERL'
my ($chain, @groups) = @ARGV;
my (%rules, @met);
my @listing = <STDIN>;
chomp @listing;
my $word = qr/"(?:\\.|[^"\\])*"|\S+/;
for my $line (@listing) {
  my ($command, $name, @words) = $line =~ /$word/g;
  next unless defined $name && $command =~ /^-[AN]$/;
  $rules{$name} ||= [];
  push @{$rules{$name}}, [$line, @words] if $command eq "-A";
}
my %last = map { $_ => 1 } qw(ACCEPT DROP REJECT DNAT SNAT MASQUERADE REDIRECT);
# Follows a chain; the result is true if it stops every packet
sub follow {
  my ($name, $depth) = @_;
  die "rules lead back to $name\n" if $depth > 99;
  for my $rule (@{$rules{$name} || []}) {
    my ($line, @words) = @$rule;
    push @met, $line;
    my ($at) = grep { $words[$_] =~ /^(?:-j|-g|--jump|--goto)$/ } 0 .. $#words;
    next unless defined $at;
    my $target = $words[$at + 1];
    my $stops = $rules{$target} ? follow($target, $depth + 1) : $last{$target};
    my @conditions = @words[0 .. $at - 1];
    next if @conditions && !(@conditions == 4 && "@conditions[0 .. 2]" eq "-m comment --comment");
    return 1 if $stops;
    return 0 if $target eq "RETURN" || $rules{$target} && $words[$at] =~ /^--?g/;
  }
  return 0;
}
push @met, grep { index($_, "-P $chain ") == 0 } @listing unless follow($chain, 0);
# Checks if a rule has these words one after the other; after ! they are another condition
sub has {
  my ($line, $text) = @_;
  my @words = $line =~ /$word/g;
  my @wanted = $text =~ /$word/g;
  for my $at (0 .. @words - @wanted) {
    next if grep { $words[$at + $_] ne $wanted[$_] } 0 .. $#wanted;
    return 1 if $wanted[0] eq "!" || !$at || $words[$at - 1] ne "!";
  }
  return 0;
}
my ($before, @found) = (-1);
for my $group (@groups) {
  my %places;
  for my $text (split /\n/, $group) {
    my ($place) = grep { has($met[$_], $text) } 0 .. $#met;
    exit 1 if !defined $place || $place <= $before || $places{$place}++;
  }
  push @found, sort { $a <=> $b } keys %places;
  $before = $found[-1];
}
print map { "$met[$_]\n" } @found;
PERL
)

# Checks that a packet in a chain of iptables meets rules with these words, in this order
meets() {
  wanted "$@"
  printed "${@:${#WANTED[@]}+2}" || return
  SEEN=$(perl -e "$WALK" "${WANTED[@]}" <<<"$SEEN")
}
