/**
 * Other options: `--privileged`, `-v`, `--name`, and those of the daemon, given to a container.
 */
import { type BadInput, declined, misspelt, refused } from "./row.ts";

export const OTHERS: readonly BadInput[] = [
  refused(
    "--privileged=maybe",
    'invalid argument "maybe" for "--privileged" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  ),
  refused(
    "--privileged=2",
    'invalid argument "2" for "--privileged" flag: strconv.ParseBool: parsing "2": invalid syntax',
  ),
  misspelt("docker run -v", "flag needs an argument: 'v' in -v"),
  declined("-v /tmp:", "invalid volume specification: '/tmp:'"),
  declined(
    "-v relative/path:/x",
    'create relative/path: "relative/path" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path',
  ),
  declined(
    "-v /tmp:relative",
    "invalid volume specification: '/tmp:relative': invalid mount config for type \"bind\": invalid mount path: 'relative' mount path must be absolute",
  ),
  declined("-v /tmp:/x:zz", "invalid mode: zz"),
  declined("-v /tmp:/x:ro:rw", "invalid volume specification: '/tmp:/x:ro:rw'"),
  declined(
    "-v /tmp:/",
    "invalid volume specification: '/tmp:/': invalid mount config for type \"bind\": invalid specification: destination can't be '/'",
  ),
  declined("-v /tmp:/x -v /var:/x", "Duplicate mount point: /x"),
  declined("--name 'a b'", "Invalid container name (a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"),
  declined(
    "--name db",
    'Conflict. The container name "/db" is already in use by container "ID". You have to remove (or rename) that container to be able to reuse that name',
  ),
  refused("--icc=false", "unknown flag: --icc"),
  refused("--bip=10.0.0.1/24", "unknown flag: --bip"),
  refused("-b bridge0", "unknown shorthand flag: 'b' in -b"),
  refused("--bridge=bridge0", "unknown flag: --bridge"),
  refused("--mtu=1400", "unknown flag: --mtu"),
  refused("--iptables=false", "unknown flag: --iptables"),
  refused("--ip-forward=false", "unknown flag: --ip-forward"),
  refused("-H unix:///tmp/x", "unknown shorthand flag: 'H' in -H"),
  refused("--host=unix:///tmp/x", "unknown flag: --host"),
  refused("--rm=maybe", 'invalid argument "maybe" for "--rm" flag: strconv.ParseBool: parsing "maybe": invalid syntax'),
];
