/**
 * `--link`.
 */
import { type BadInput, butInSandbox, declined, failed, misspelt, refused, taken } from "./row.ts";

/** What the name x stands for */
const NAMED_X = "sh -c 'grep -w x /etc/hosts | cut -f 2'";

export const LINKS: readonly BadInput[] = [
  misspelt("docker run --link", "flag needs an argument: --link"),
  refused("--link ''", 'invalid argument "" for "--link" flag: empty string specified for links'),
  refused("--link a:b:c", 'invalid argument "a:b:c" for "--link" flag: bad format for links: a:b:c'),
  declined("--link nosuch:db", "could not get container for nosuch: No such container: nosuch"),
  declined("--link db-host:db", "could not get container for db-host: No such container: db-host"),
  butInSandbox(
    taken("--link db:"),
    'invalid argument "db:" for "--link" flag: bad format for links: db:',
    "a link by no name gives a line without one in /etc/hosts",
  ),
  butInSandbox(
    declined("--link :db", 'could not get container for : invalid name or ID supplied: ""'),
    'invalid argument ":db" for "--link" flag: bad format for links: :db',
    "the client need not ask the daemon for that",
  ),
  butInSandbox(
    declined("--link :", 'could not get container for : invalid name or ID supplied: ""'),
    'invalid argument ":" for "--link" flag: bad format for links: :',
    "the client need not ask the daemon for that",
  ),
  butInSandbox(
    taken("--link db:'a b'"),
    'invalid argument "db:a b" for "--link" flag: bad format for links: db:a b',
    "blanks divide names in /etc/hosts: it would be two",
  ),
  taken("--link db:x --link db:x", NAMED_X, "x db-host db\n"),
  taken("--link db:x --link other:x", NAMED_X, "x db-host db\n"),
  declined("--name me --link me:you", "could not get container for me: No such container: me"),
  failed("--link stopped:s", "Cannot link to a non running container: /stopped AS /MADE-UP-NAME/s"),
  refused("--net=none --link db:db", "docker: links are only supported for user-defined networks."),
  refused("--net=host --link db:db", "docker: links are only supported for user-defined networks."),
  refused("--net=container:db --link db:db", "docker: links are only supported for user-defined networks."),
];
