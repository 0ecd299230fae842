/**
 * `--dns` and `--dns-search`.
 */
import { type BadInput, declined, misspelt, refused, taken } from "./row.ts";

export const DNS: readonly BadInput[] = [
  misspelt("docker run --dns", "flag needs an argument: --dns"),
  refused("--dns ''", 'invalid argument "" for "--dns" flag:  is not an ip address'),
  refused("--dns nope", 'invalid argument "nope" for "--dns" flag: nope is not an ip address'),
  refused("--dns 1.2.3", 'invalid argument "1.2.3" for "--dns" flag: 1.2.3 is not an ip address'),
  refused("--dns 300.1.1.1", 'invalid argument "300.1.1.1" for "--dns" flag: 300.1.1.1 is not an ip address'),
  refused("--dns 8.8.8.8/24", 'invalid argument "8.8.8.8/24" for "--dns" flag: 8.8.8.8/24 is not an ip address'),
  refused(
    "--dns 8.8.8.8,8.8.4.4",
    'invalid argument "8.8.8.8,8.8.4.4" for "--dns" flag: 8.8.8.8,8.8.4.4 is not an ip address',
  ),
  refused("--dns 010.0.0.1", 'invalid argument "010.0.0.1" for "--dns" flag: 010.0.0.1 is not an ip address'),
  taken("--dns 8.8.8.8 --dns 8.8.8.8", "grep nameserver /etc/resolv.conf", "nameserver 8.8.8.8\nnameserver 8.8.8.8\n"),
  taken(
    "--dns 127.0.0.1",
    "grep nameserver /etc/resolv.conf",
    "nameserver 127.0.0.1\n",
    "WARNING: Localhost DNS setting (--dns=127.0.0.1) may fail in containers.",
  ),
  declined("--net=container:db --dns 8.8.8.8", "conflicting options: dns and the network mode"),
  taken("--net=host --dns 8.8.8.8", "grep nameserver /etc/resolv.conf", "nameserver 8.8.8.8\n"),
  misspelt("docker run --dns-search", "flag needs an argument: --dns-search"),
  refused("--dns-search ''", 'invalid argument "" for "--dns-search" flag:  is not a valid domain'),
  refused("--dns-search 'a b'", 'invalid argument "a b" for "--dns-search" flag: a b is not a valid domain'),
  refused("--dns-search a..b", 'invalid argument "a..b" for "--dns-search" flag: a..b is not a valid domain'),
  refused(
    "--dns-search -x.example.com",
    'invalid argument "-x.example.com" for "--dns-search" flag: -x.example.com is not a valid domain',
  ),
  refused(
    "--dns-search under_score.com",
    'invalid argument "under_score.com" for "--dns-search" flag: MADE-UP-NAME.com is not a valid domain',
  ),
  refused("--dns-search 8.8.8.8", 'invalid argument "8.8.8.8" for "--dns-search" flag: 8.8.8.8 is not a valid domain'),
  taken("--dns-search one.com --dns-search one.com", "grep search /etc/resolv.conf", "search one.com one.com\n"),
  taken("--net=container:db --dns-search one.com"),
];
