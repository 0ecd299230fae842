/**
 * What `DOCKER_OPTS` can't be: options of the daemon with something wrong in them, as measured with Docker 20.10.24.
 */

/** Options that the daemon does not start with */
export interface BadOptions {
  readonly options: string;
  /** `null` where it starts all the same */
  readonly docker: string | null;
  /** What the embedded engine says, as far as it goes on otherwise; `null` where it begins with the same words */
  readonly sandbox: { readonly says: string; readonly why: string } | null;
}

function refused(options: string, docker: string): BadOptions {
  return { options, docker, sandbox: null };
}

function taken(options: string): BadOptions {
  return { options, docker: null, sandbox: null };
}

function butInSandbox(options: string, docker: string | null, says: string, why: string): BadOptions {
  return { options, docker, sandbox: { says, why } };
}

const BOOLEAN = (option: string) =>
  refused(
    `--${option}=maybe`,
    `invalid argument "maybe" for "--${option}" flag: strconv.ParseBool: parsing "maybe": invalid syntax`,
  );
const MTU = (value: string, reason: string) =>
  refused(
    `--mtu=${value}`,
    `invalid argument "${value}" for "--mtu" flag: strconv.ParseInt: parsing "${value}": ${reason}`,
  );
const ADDRESS = (option: string, value: string) =>
  refused(`--${option}=${value}`, `invalid argument "${value}" for "--${option}" flag: ${value} is not an ip address`);

export const BAD_OPTIONS: readonly BadOptions[] = [
  refused("-b", "flag needs an argument: 'b' in -b"),
  refused("-b nosuch0", "bridge device with non default name nosuch0 must be created manually"),
  refused("--bridge=nosuch0", "bridge device with non default name nosuch0 must be created manually"),
  refused("-b lo", "existing interface lo is not a bridge"),
  butInSandbox(
    "-b a-name-of-20-letters",
    "failed to check bridge interface existence: numerical result out of range",
    'invalid argument "a-name-of-20-letters" for "-b, --bridge" flag: 20',
    "the kernel's answer does not say which number",
  ),
  refused(
    "-b docker0 --bip=10.9.0.1/24",
    "You specified -b & --bip, mutually exclusive options. Please specify only one",
  ),
  refused("--bip", "flag needs an argument: --bip"),
  refused("--bip=nope", "invalid CIDR address: nope"),
  refused("--bip=10.9.0.1", "invalid CIDR address: 10.9.0.1"),
  refused("--bip=300.1.1.1/24", "invalid CIDR address: 300.1.1.1/24"),
  refused("--bip=10.9.0.1/33", "invalid CIDR address: 10.9.0.1/33"),
  refused("--bip=10.9.0.0/24", "failed to allocate gateway (10.9.0.0): Address already in use"),
  refused("--bip=10.9.0.255/24", "failed to allocate gateway (10.9.0.255): Address already in use"),
  refused("--bip=10.9.0.1/32", "failed to allocate gateway (10.9.0.1): No available addresses on this pool"),
  MTU("nope", "invalid syntax"),
  MTU("1400.5", "invalid syntax"),
  MTU("99999999999999999999", "value out of range"),
  taken("--mtu=0"),
  refused("--mtu=-1", "invalid MTU number: -1"),
  butInSandbox(
    "--mtu=67",
    null,
    'invalid argument "67" for "--mtu" flag: the smallest is 68',
    "no container would start",
  ),
  butInSandbox(
    "--mtu=70000",
    null,
    'invalid argument "70000" for "--mtu" flag: the largest is 65535',
    "no container would start",
  ),
  BOOLEAN("icc"),
  BOOLEAN("iptables"),
  BOOLEAN("ip-forward"),
  refused(
    "--icc=false --iptables=false",
    "You specified --iptables=false with --icc=false. ICC=false uses iptables to function. Please set --icc or --iptables to true",
  ),
  ADDRESS("ip", "nope"),
  ADDRESS("ip", "300.1.1.1"),
  ADDRESS("ip", "10.0.0.1/24"),
  refused("--dns", "flag needs an argument: --dns"),
  ADDRESS("dns", "nope"),
  ADDRESS("dns", "300.1.1.1"),
  ADDRESS("dns", "8.8.8.8/24"),
  refused("--dns-search=a..b", 'invalid argument "a..b" for "--dns-search" flag: a..b is not a valid domain'),
  refused("-H", "flag needs an argument: 'H' in -H"),
  refused("-H nope://x", 'invalid argument "nope://x" for "-H, --host" flag: Invalid bind address format: nope://x'),
  refused(
    `-H unix:///run/${"y".repeat(103)}`,
    `failed to load listeners: can't create unix socket /run/${"y".repeat(103)}: listen unix /run/${"y".repeat(103)}: bind: invalid argument`,
  ),
  refused(
    `-H unix:///run/${"y".repeat(256)}`,
    `failed to load listeners: can't create unix socket /run/${"y".repeat(256)}: file name too long`,
  ),
  refused("--link=a:b", "unknown flag: --link"),
  refused("--net=host", "unknown flag: --net"),
  refused("--publish=80:80", "unknown flag: --publish"),
  refused("-P", "unknown shorthand flag: 'P' in -P"),
  refused("--publish-all", "unknown flag: --publish-all"),
  refused("--hostname=web", "unknown flag: --hostname"),
  butInSandbox(
    "-p 80:80",
    null,
    "unknown shorthand flag: 'p' in -p: it belongs to one container, so only docker run takes it (-p of dockerd names its pid file)",
    "a pid file called 80:80 is not what anybody means",
  ),
  refused("--privileged", "unknown flag: --privileged"),
  refused("--nonsense", "unknown flag: --nonsense"),
  refused("--icc false", '"dockerd" accepts no argument(s).'),
];

/** Options that are given twice: the last one counts, or both do */
export const GIVEN_TWICE: readonly { readonly options: string; readonly command: string; readonly prints: string }[] = [
  { options: "--mtu=1400 --mtu=1300", command: "cat /sys/class/net/eth0/mtu", prints: "1300\n" },
  {
    options: "--dns=8.8.8.8 --dns=8.8.8.8",
    command: "grep nameserver /etc/resolv.conf",
    prints: "nameserver 8.8.8.8\nnameserver 8.8.8.8\n",
  },
  {
    options: "--bip=10.9.0.1/24 --bip=10.8.0.1/24",
    command: "sh -c 'ip route | grep ^default'",
    prints: "default via 10.8.0.1 dev eth0 \n",
  },
];
