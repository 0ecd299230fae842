/**
 * The types of the module "wirework", for editors of recipes, with nothing installed.
 *
 * Made by scripts/docs from lib/mod.ts: change it there.
 *
 * @module
 */

/* oxlint-disable -- TypeScript has its own way to declare what is private */

/** An option's default and description. */
export interface OptionSettings {
  /** The default as typed */
  readonly default: string;
  /** One line, for `wirework show` */
  readonly help: string;
}

/** A type of value that an option can have */
interface ValueType<T> {
  /** The name of one value of the type, with its article, as errors print it: `an interface name` */
  readonly kind: string;
  /** The placeholder for a value in help: `NAME`, `ADDRESS`, `CIDR` */
  readonly placeholder: string;
  /**
   * Makes a value of the type.
   *
   * @throws {BadValue} when the text is invalid
   */
  parse(text: string): T;
}

/** A version of IP, as `ip` names it: IPv4 and IPv6 */
type Family = "inet" | "inet6";

declare const brand: unique symbol;

/**
 * A string or number that its parser has approved. It can be used wherever its base can, and nothing else can stand in
 * for it. The base may be branded itself: a subnet is an address with its prefix. Only the parser beside each type may
 * cast to it, as its last line.
 */
type Brand<Base extends string | number, Name extends string> = Base & {
  readonly [brand]: {
    readonly [Each in Name]: true;
  };
};

declare const family: unique symbol;

/**
 * A text that holds addresses of one family, found by {@linkcode familyOf}; `Of<"inet", …>` goes wherever `Of<Family,
 * …>` goes
 */
type Of<F extends Family, Name extends string> = Brand<string, Name> & {
  readonly [family]: F;
};

/**
 * An IP address and the length of its network's prefix, as `ip addr add` takes it: `172.17.42.99/16` is that
 * one address on the network 172.17.0.0/16. Its spelling is the canonical one.
 */
type Cidr<F extends Family = Family> = Of<F, "Cidr">;

/** An IPv4 address and the length of its network's prefix */
type Ipv4Cidr = Cidr<"inet">;

/** An interface of the host */
interface LiveInterface {
  readonly isBridge: boolean;
  /** Its first IPv4 address; `null` when it has none */
  readonly address: Ipv4Cidr | null;
}

/** The running host */
interface LiveHost {
  /** Finds an interface by name; `null` when there is none */
  interface(name: string): Promise<LiveInterface | null>;
}

/** Reads the default from the host, with the values of the other options */
type LiveDefault<T> = (host: LiveHost, values: Readonly<Record<string, unknown>>) => Promise<T>;

/** An option of a recipe, `--name VALUE`. */
export interface Option<T> {
  /** Parses its value, and explains a bad one */
  readonly type: ValueType<T>;
  /** The value when none is typed */
  readonly default: T;
  /** The default as typed */
  readonly shown: string;
  /** One line, for `wirework show` */
  readonly help: string;
  /** The default on a running host; `null` when that is the static default */
  readonly live: LiveDefault<T> | null;
}

/** The number of ports of a bridge, 1 to 1023 */
type BridgePorts = Brand<number, "BridgePorts">;

/**
 * A number of ports on a bridge, of which the kernel allows 1023: `--count 1000`.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function bridgePorts(settings: OptionSettings): Option<BridgePorts>;

/**
 * A network with its prefix length, 0 to 32: `--subnet 192.168.5.0/24`.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function cidr(settings: OptionSettings): Option<Ipv4Cidr>;

/** A name that `docker run --name` takes */
type ContainerName = Brand<string, "ContainerName">;

/**
 * A container's name, as `docker run --name` takes it, at least two letters, digits, `_`, `.` or `-`:
 * `--server web`.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function containerName(settings: OptionSettings): Option<ContainerName>;

/** A host name: labels of letters, digits and hyphens, joined by dots, 64 characters at most */
type Hostname = Brand<string, "Hostname">;

/**
 * A host name, labels of letters, digits and hyphens joined by dots, at most 64 characters: `--domain
 * example.com`.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function hostname(settings: OptionSettings): Option<Hostname>;

/** The name of a network interface: 1 to 15 bytes of visible ASCII */
type IfName = Brand<string, "IfName">;

/**
 * An interface's name, 1 to 15 visible ASCII characters: `--bridge bridge0`. Words of `ip`, slashes and
 * colons are refused.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function ifName(settings: OptionSettings): Option<IfName>;

/** The name of an image, as `docker run` takes it: `[REGISTRY[:PORT]/]NAME[:TAG][@sha256:DIGEST]` */
type ImageName = Brand<string, "ImageName">;

/**
 * An image for containers, as `docker run` takes it: `--image debian:bookworm`. Without settings it is
 * `base`, which every throw-away host has.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function image(settings?: Partial<OptionSettings>): Option<ImageName>;

/**
 * An address that a host may have, with the prefix length of its network, as `ip addr add` takes it:
 * `--address 192.168.5.1/24`. It is neither the network's own address nor its broadcast address, unless the
 * prefix has 31 or 32 bits.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function interfaceCidr(settings: OptionSettings): Option<Ipv4Cidr>;

/**
 * An IP address in its one canonical spelling, so that two are the same address when they are the same text:
 * `10.1.1.1`, or as RFC 5952 has it `fe80::1`. `Address<"inet">` is one of IPv4.
 */
type Address<F extends Family = Family> = Of<F, "Address">;

/** An IPv4 address in its one canonical spelling: four decimal parts */
type Ipv4 = Address<"inet">;

/**
 * An IPv4 address that a host may have, four decimal numbers: `--from 10.1.1.1`. It is not in 0.0.0.0/8 or
 * 127.0.0.0/8, nor above 223.255.255.255.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function ipv4(settings: OptionSettings): Option<Ipv4>;

/** A maximum transmission unit in bytes, 68 to 65535 */
type Mtu = Brand<number, "Mtu">;

/**
 * A maximum transmission unit, the largest packet of an interface in bytes, 68 to 65535: `--mtu 1400`.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function mtu(settings: OptionSettings): Option<Mtu>;

/** A TCP or UDP port, 1 to 65535 */
type Port = Brand<number, "Port">;

/**
 * A TCP port, 1 to 65535: `--port 80`.
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function port(settings: OptionSettings): Option<Port>;

/** The name of an abstract Unix socket, which is in no folder: `@/com/ubuntu/upstart` */
type SocketName = Brand<string, "SocketName">;

/**
 * The name of an abstract Unix socket, beginning with an at sign as in ss(8).
 *
 * Equivalent to: `ss --unix --listening`
 *
 * @throws {BadValue} when the default is invalid
 */
export declare function socketName(settings: OptionSettings): Option<SocketName>;

/** A rule about option values; returns the reason why they break it, or `null`. */
export type Rule<Values> = (values: Values) => string | null;

/** Requires an address, or a network, that does not overlap with the network outside. */
export declare function isApartFromOutside<Name extends string>(
  name: Name,
): Rule<Readonly<Record<Name, Ipv4 | Ipv4Cidr>>>;

/**
 * Requires an address that stays free when Docker has assigned the lowest ones of a network to so many
 * containers.
 *
 * @param bridge the option with the bridge's own address and prefix length
 */
export declare function isLeftIn<Name extends string, Bridge extends string>(
  name: Name,
  containers: number,
  bridge: Bridge,
): Rule<Readonly<Record<Name, Ipv4 | Ipv4Cidr> & Record<Bridge, Ipv4Cidr>>>;

/** A type of value that commands print, with the article's sample of it */
interface Sampled<T> {
  readonly type: ValueType<T>;
  readonly sample: string;
}

/** A name that Docker generates for a container: an adjective and a surname, such as `stupefied_pare` */
type AssignedName = Brand<string, "AssignedName">;

/**
 * The name that Docker generated for a container: an adjective and a surname.
 *
 * Equivalent to: `docker inspect -f '{{slice .Name 1}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is not such a name
 */
export declare const assignedName: (sample: string) => Sampled<AssignedName>;

/**
 * An address in an interface's network, with its prefix length: the default if it is in there, else the last
 * one.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 * @throws {BadValue} when the default is not an address of a host with its prefix
 */
export declare function addressBeside(bridge: string, settings: OptionSettings): Option<Ipv4Cidr>;

/**
 * The address of an interface, as a gateway; the default applies when no host is running, or it has no such
 * interface.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 * @throws {BadValue} when the default is not an address of a host
 */
export declare function gatewayOn(bridge: string, settings: OptionSettings): Option<Ipv4>;

/** A rule about option values on a host; returns the reason why they break it, or `null`. */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/** The option under test, and the one that may name the interface */
type AddressOption<Name extends string, Value> = Readonly<Record<Name, Value>> & Readonly<Record<string, unknown>>;

/**
 * Requires an interface's own address.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 */
export declare function isAddressOn<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4>>;

/**
 * Requires an address, or a network, that does not overlap with an interface's network.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 */
export declare function isApartFrom<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Ipv4Cidr>>;

/**
 * Requires an address in an interface's network, with its prefix length, but not its own.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 */
export declare function isBeside<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4Cidr>>;

/**
 * Requires an address that stays free when Docker has assigned the lowest ones of an interface's network to
 * so many containers.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 */
export declare function isLeftOn<Name extends string>(
  name: Name,
  containers: number,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Ipv4Cidr>>;

/**
 * Requires an address other than an interface's own.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 */
export declare function isNewOn<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4Cidr>>;

/**
 * Requires an existing bridge.
 *
 * Equivalent to: `ip link show type bridge`
 */
export declare function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;

/**
 * Requires a name that no interface of the host has, except one that the recipe itself removes.
 *
 * Equivalent to: `ip link show bridge0`
 */
export declare function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;

/** Requires a name that is not in every container's /etc/hosts, in upper or lower case. */
export declare function isNoLocalName<Name extends string>(name: Name): Rule<Readonly<Record<Name, string>>>;

/**
 * Requires a number that is not below another one.
 *
 * @param whose a description of the smallest: `the length of a ping`
 */
export declare function isAtLeast<Name extends string>(
  name: Name,
  smallest: number,
  whose: string,
): Rule<Readonly<Record<Name, number>>>;

/** Requires a port of the host below those that Docker chooses itself. */
export declare function isNotEphemeral<Name extends string>(name: Name): Rule<Readonly<Record<Name, Port>>>;

/**
 * An object of ours that can be part of a command: a named value, a terminal, a container.
 *
 * The brand is a private field that only this constructor can write: an object parsed from a file can look
 * like a handle, but cannot be one.
 */
declare abstract class Handle {
  #private;
}

/** A value in `${…}`: text, a finite number, a handle, or an array of these. */
type Value = string | number | Handle | readonly Value[];

/** A template tag */
type Tagged<T> = (template: TemplateStringsArray, ...values: readonly Value[]) => T;

/** The output of a successful command. */
declare class Output {
  #private;
  protected constructor();
  /** Returns its exit status, which is 0 for an awaited command */
  get exitCode(): number;
  /** Returns its standard output without trailing line feeds, as `$(…)` does */
  text(): string;
  /** Returns the lines of its standard output */
  lines(): string[];
  /**
   * Parses its standard output as JSON.
   *
   * @throws {SyntaxError} when it is not JSON
   */
  json<T>(): T;
}

/** The result of a command */
interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The duration in milliseconds */
  readonly ms: number;
}

/**
 * A command that runs when it is awaited, so that it can instead be part of a pipe or a check.
 *
 * Not a `Promise`, which would have begun.
 *
 * @throws {CommandError} when it is awaited, and its exit status is not 0
 */
declare class Pending implements PromiseLike<Output> {
  #private;
  protected constructor();
  /** Runs it once, however often it is awaited; returns its output */
  then<Result = Output, Failure = never>(
    fulfilled?: ((output: Output) => Result | PromiseLike<Result>) | null,
    rejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure>;
  /** Runs it unannounced, whatever its exit status; each call runs it again */
  quietly(): Promise<Outcome>;
}

/**
 * A value that a command printed, with a name and the article's sample.
 *
 * @throws {SyntaxError} if the name is not one that a shell variable can have.
 */
declare class Named<T> extends Handle {
  #private;
  readonly name: string;
  readonly value: T;
  readonly sample: string;
  protected constructor();
}

/**
 * The template tag of `$` and `$.told`. A template that is not a single command is refused when it is
 * written.
 *
 * @throws {TemplateError} for what only a shell could read: `|`, `>`, `*`, `$(…)`
 */
interface Tag extends Tagged<Pending> {
  /**
   * Runs a command that prints a value, which gets a name and the article's sample.
   *
   * Equivalent to: `pid=$(docker inspect …)`
   *
   * @throws {UnexpectedOutput} when it prints anything else
   */
  as<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /**
   * Runs a command that prints a value, and assigns it to a shell variable on a line of its own; later lines
   * show `$pid`.
   *
   * Equivalent to: `pid=2778`
   */
  let<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /**
   * Appends a command's output to a file.
   *
   * Equivalent to: `echo … >> file`
   */
  append(file: string): Tagged<Pending>;
  /**
   * Writes a command's output to a file.
   *
   * Equivalent to: `echo … > file`
   */
  write(file: string): Tagged<Pending>;
  /**
   * Starts a program that keeps running, and continues once it has printed something. Its output goes to a
   * file. It ends with the run, or with the lab that the run becomes.
   *
   * Equivalent to: `program > file 2>&1 &`
   *
   * @param says the text that it prints when it works, within ten seconds
   * @throws {CommandError} when it ends before it has printed that, or does not print it
   */
  background(file: string, says: string): Tagged<Pending>;
  /**
   * Feeds each command's output to the next.
   *
   * Equivalent to: `a | b`
   */
  pipe(first: Pending, ...others: readonly Pending[]): Pending;
  /**
   * Runs a command that wirework does not know how to undo; the reason says why it need not.
   *
   * @throws {TypeError} when no reason is given
   */
  irreversible(reason: string): Tag;
}

/**
 * A terminal, which stands for its container in commands.
 *
 * Equivalent to: a window with `docker run -i -t … /bin/bash` in it
 */
export declare class Terminal extends Handle {
  #private;
  protected constructor();
  /** The same terminal, for lines that the article describes without printing them */
  get told(): Terminal;
  /** The same terminal, for lines of the article */
  get quoted(): Terminal;
  /**
   * Types a line into the container's shell, waits for the next prompt, and returns the output of the line.
   *
   * @throws {StepError} when the shell has ended, or shows no prompt within ten seconds
   */
  type(template: TemplateStringsArray, ...values: readonly Value[]): Promise<string>;
  /**
   * Leaves the container's shell, and waits for the rest of its output; returns the exit status.
   *
   * Equivalent to: `exit`
   */
  exit(): Promise<number>;
}

/** Opens a container's shell that stays open; the sample is the id in the article's prompt */
type Opens = (sample: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<Terminal>;

/** Types a line only when the program is missing; what it installs stays */
type IfMissing = (program: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<void>;

/**
 * A recipe's `$`: a template is one command, and each `${…}` in it is a single word, whatever it contains.
 * The command runs when it is awaited; a failing one fails the run.
 */
export interface RecipeShell extends Tag {
  /** Opens a container's shell that stays open, `docker run -i -t …`, by the id in the article */
  readonly terminal: Opens;
  /**
   * Types a line of the article that is needed only when a program is missing: `` $.ifMissing("brctl")`sudo
   * apt-get install bridge-utils` ``
   */
  readonly ifMissing: IfMissing;
  /** Types lines that the article describes without printing them */
  readonly told: Tag & {
    readonly terminal: Opens;
  };
}

/** The name of an entry in `/var/run/netns`, which `ip netns` takes */
type NetnsName = Brand<string, "NetnsName">;

/**
 * A network namespace with an entry in `/var/run/netns`: a place for checks, whose name can be used in
 * commands.
 */
export declare class NamedNetwork extends Handle {
  /** Its entry in `/var/run/netns` */
  readonly name: NetnsName;
  /** Its own address, the target of checks */
  readonly address: Ipv4;
  protected constructor();
}

/** The network outside: a place for checks, whose name can be used in commands. */
export declare class OutsideNetwork extends NamedNetwork {
  /** The host's addresses on its uplink */
  readonly hostAddresses: readonly [Ipv4, Ipv4];
  protected constructor();
}

/**
 * Types the line that starts a name server in a network outside; it resolves a single name.
 *
 * Equivalent to: `ip netns exec outside dnsmasq --no-daemon … >/run/outside-dns.log 2>&1 &`
 *
 * @param name the name that it resolves to the network's own address
 * @returns the path of its log, which lists the queries
 * @throws {CommandError} when dnsmasq does not start
 */
export declare function nameServerOutside($: RecipeShell, outside: OutsideNetwork, name: Hostname): Promise<string>;

/**
 * Types the lines that create a network outside, and connect the host to it: a cable, two addresses for the
 * host, and its default route. The network has no routes to networks behind the host.
 *
 * Equivalent to: `ip netns add outside`, `ip link add eth0 type veth peer name eth0 netns outside`, …
 *
 * @param uplink the host's end of the cable, which must not be there yet; the other end has the same name
 * @throws {CommandError} when the host has a default route already
 */
export declare function outsideNetwork($: RecipeShell, uplink: IfName): Promise<OutsideNetwork>;

/**
 * A network namespace that the recipe itself creates, by its name.
 *
 * Equivalent to: `ip netns add $name`, which the recipe types itself
 *
 * @param name as `ip netns` takes it: no slash, not a number alone
 * @param address the address that the recipe assigns
 * @throws {BadValue} when the name is invalid
 */
export declare function networkNamed(name: string, address: Ipv4): NamedNetwork;

/** The Docker host itself, as a place for checks. */
export declare const host: unique symbol;

/** A container, by Docker's name or id, the host, or a named network, such as the one outside. */
export type Place = Handle | typeof host;

/**
 * A port of the host that is forwarded to a server's: a check connects to the former, and its server listens
 * on the latter.
 */
export declare class PublishedPort {
  #private;
  /** The server's port */
  readonly inside: Port;
  protected constructor();
  /** The host's port, as known by now */
  get outside(): Port;
  /** The named value of the host's port; `null` for a port that was given */
  get told(): Named<Port> | null;
}

/**
 * A port of the host that `--publish` forwards to one of a container's, for checks of connections: `tcp`,
 * `udp`, `noTcp`.
 *
 * Equivalent to: `docker run -p 8080:80 …`
 *
 * @param outside the host's port, or a value that a command has printed
 * @param inside the container's, on which the check's server listens
 */
export declare function published(outside: Port | Named<Port>, inside: Port): PublishedPort;

/**
 * The permissions of a recipe: a guard rail for honest recipes. A program that is not listed is refused, and
 * the run ends with 4.
 */
export interface Permissions {
  /** Programs that its steps and checks may run on the host */
  readonly run: readonly string[];
  /** Kernel modules that must be loaded already, because loading one changes the machine: `br_netfilter` */
  readonly modules?: readonly string[];
}

/** A recipe's options by name, without the dashes */
type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** Begins a step */
interface Step {
  /** Begins a step with the comment over its commands, one argument per line */
  (...comment: readonly string[]): void;
  /** Begins a step whose comment is the article's, although none of its lines is */
  article(...comment: readonly string[]): void;
  /** Begins a step whose comment is ours, although the article has its lines */
  told(...comment: readonly string[]): void;
}

/**
 * An address, a name in the sending container's `/etc/hosts`, a container on Docker's bridge, or a named
 * network
 */
type Target = string | Handle;

/** A text that a command must print; a named value stands for its value in this run */
type Expected = string | Handle;

/** Words of one rule; or of several, in any order */
type ExpectedRule = Expected | readonly Expected[];

/**
 * The ways to prove a statement. Each reports what it expected and what it saw.
 *
 * Checks that need time are tried again for up to 3 seconds; checks that something does not arrive wait for half a
 * second.
 *
 * @throws {CheckFailed} when a result differs from the expected one
 */
interface ChecksOf {
  /**
   * Checks that one echo request is answered.
   *
   * Equivalent to: `ping -c 1 -W 1 ADDRESS`, in the network of `from`
   */
  ping(from: Place, to: Target): Promise<void>;
  /**
   * Checks that one echo request gets no answer, from a container that answers others; or, with `says`, that
   * ping prints it.
   *
   * Equivalent to: `! ping -c 1 -W 0.5 ADDRESS`, in the network of `from`
   */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /**
   * Checks that a connection to a server in `to`, at `target`, carries bytes both ways, and that the server
   * sees the client's own address. The server runs for this check only; behind a published port it listens on
   * the container's own.
   *
   * Equivalent to: `nc -l -p PORT` in the network of `to`, and `nc ADDRESS PORT` in that of `from`
   */
  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * Checks a connection as `tcp` does, but expects the server to see another address, which the client got on
   * the way (NAT).
   *
   * Equivalent to: the same, with `iptables -t nat -A POSTROUTING … -j MASQUERADE` between them
   */
  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void>;
  /**
   * Checks that no connection is made although a server listens in `to`; `says` is the kernel's error to
   * expect: `ECONNREFUSED`
   */
  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says?: string): Promise<void>;
  /**
   * Checks that a datagram to a server in `to`, at `target`, is answered, and that the server sees the
   * client's own address.
   *
   * Equivalent to: `nc -u -l -p PORT` in the network of `to`, and `nc -u ADDRESS PORT` in that of `from`
   */
  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * Checks that ten echo requests are answered, and that the number printed by a command grows by at least
   * ten.
   *
   * Equivalent to: `cat …/statistics/tx_packets`, `ping -c 10 ADDRESS` in the network of `from`, and the first line again
   */
  counted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Checks that ten echo requests are answered, and that the number printed by a command does not grow. Tried
   * again while it does, as there may be other packets.
   *
   * Equivalent to: the same lines as `counted`
   */
  uncounted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Checks that two commands print the same text, which is not empty; tried again until they do.
   *
   * Equivalent to: `diff <(COMMAND) <(OTHER)`
   */
  same(command: Pending, other: Pending): Promise<void>;
  /** Checks that a command prints lines with each of these, in this order; tried again until it does */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** Checks that a command prints these lines and no others; each may continue. Tried again until it does */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** Checks that a command prints none of these words; tried again until it does */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /**
   * Checks that a command fails, and prints each of these, in this order. It runs once, and must be a command
   * that can be undone
   */
  refuses(command: Pending, ...says: readonly Expected[]): Promise<void>;
  /**
   * Checks that a command prints an address of a network, other than the network's own `network`; tried again until it
   * does
   */
  showsHostOf(command: Pending, network: Ipv4Cidr): Promise<void>;
  /**
   * Checks that each line that a command prints ends with a port that Docker chose itself: 49153 to 49900 for
   * an engine like the article's, the kernel's own range for today's. Tried again until it does
   *
   * Equivalent to: `docker port CONTAINER`, beside `cat /proc/sys/net/ipv4/ip_local_port_range`
   */
  showsChosenPorts(command: Pending): Promise<void>;
  /**
   * Checks that a packet in a chain of iptables traverses rules with these words, in this order, and those
   * within an array in any order; `command` lists the whole table: `sudo iptables -S`. Jumps are followed, so
   * it doesn't matter which chain a rule is in. Tried again until it does
   */
  meets(command: Pending, chain: string, ...expected: readonly ExpectedRule[]): Promise<void>;
  /**
   * Checks that an abstract Unix socket in `to`, which exists for this check only, answers `from`.
   *
   * Equivalent to: `socat ABSTRACT-LISTEN:NAME -` in the network of `to`, and `socat - ABSTRACT-CONNECT:NAME` in that of `from`
   */
  unix(from: Place, to: Place, name: SocketName): Promise<void>;
  /** Checks that an abstract Unix socket in `to` refuses `from`, though it answers `to` itself */
  noUnix(from: Place, to: Place, name: SocketName): Promise<void>;
}

/** The tools of a recipe. */
export interface Tools {
  /** Runs commands as typed */
  readonly $: RecipeShell;
  /** Begins a step: the comment over its commands, one argument per line */
  readonly step: Step;
  /** Proves a statement of the article, 1 to 126, with real packets or with the output of commands */
  check(claim: number, name?: string): ChecksOf;
}

/** A recipe as the runner sees it, made by `recipe`. */
export declare class Recipe {
  #private;
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The article's section; `null` when it follows none */
  readonly article: string | null;
  /** The things that it builds, one per line */
  readonly builds: readonly string[];
  /** Its options by name, without the dashes */
  readonly options: OptionTable;
  /** Programs that it may run on the host, and modules that it needs */
  readonly permissions: Required<Permissions>;
  protected constructor();
  /** Returns the reasons why these values can't be used together; empty when they can */
  objections(values: Readonly<Record<string, unknown>>): readonly string[];
  /** Returns the reasons why these values can't be used on this host; empty when they can */
  liveObjections(values: Readonly<Record<string, unknown>>, host: LiveHost): Promise<readonly string[]>;
  /** Runs its steps and checks */
  run(tools: Tools, values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** The values of options, by name */
type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer T> ? T : never;
};

/** A recipe as its author writes it. */
export interface RecipeDefinition<Table extends OptionTable> {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The section of the article */
  readonly article?: string;
  /** The things that it builds, one per line, for `wirework show` */
  readonly builds?: readonly string[];
  /** Its options by name, without the dashes */
  readonly options: Table;
  /** Rules about its options, checked before anything is opened */
  readonly rules?: readonly Rule<OptionValues<Table>>[];
  /** Rules about the host, checked before the first step */
  readonly preflight?: readonly LiveRule<OptionValues<Table>>[];
  /** Programs that it may run on the host */
  readonly permissions: Permissions;
  /** Runs its steps and checks, in order; anything thrown fails the run, and everything is undone */
  run(tools: Tools, options: OptionValues<Table>): Promise<void>;
}

/** Makes a recipe. A file's default export is one; started by itself, the file hands over to `wirework run`. */
export declare function recipe<const Table extends OptionTable>(definition: RecipeDefinition<Table>): Recipe;

/** Requires two networks that do not overlap. */
export declare function apart<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, Ipv4Cidr>>>;

/** Requires two options with different values. */
export declare function different<Name extends string>(
  one: Name,
  other: Name,
): Rule<Readonly<Record<Name, string | number>>>;

/**
 * Requires a gateway that is another host of an address's network: any other is unreachable.
 *
 * Equivalent to: `ip route add default via …`, which says `Nexthop has invalid gateway`
 */
export declare function gatewayInside<Gateway extends string, Address extends string>(
  gateway: Gateway,
  address: Address,
): Rule<Readonly<Record<Gateway, Ipv4> & Record<Address, Ipv4Cidr>>>;

/** Requires a number between two others. */
export declare function isBetween<Name extends string, First extends string, Last extends string>(
  name: Name,
  first: First,
  last: Last,
): Rule<Readonly<Record<Name, number> & Record<First, number> & Record<Last, number>>>;

/**
 * Refuses a value that something else has already.
 *
 * @param whose a clause about it: `which the recipe removes`
 */
export declare function isNot<Name extends string>(
  name: Name,
  taken: string,
  whose: string,
): Rule<Readonly<Record<Name, string | number>>>;

/** Requires a value without special meaning in a file that a shell reads. */
export declare function isPlainIn<Name extends string>(file: string, name: Name): Rule<Readonly<Record<Name, string>>>;

/**
 * Requires two numbers that form a range, as of ports: the second is not below the first, and not too far
 * above it.
 *
 * @param most the largest difference
 */
export declare function isRange<First extends string, Last extends string>(
  first: First,
  last: Last,
  most: number,
): Rule<Readonly<Record<First, number> & Record<Last, number>>>;

/** Requires a network large enough for so many hosts. */
export declare function roomFor<Name extends string>(hosts: number, name: Name): Rule<Readonly<Record<Name, Ipv4Cidr>>>;

/** Requires a network large enough for an interface's own address, and as many others as an option says. */
export declare function roomForEach<Count extends string, Name extends string>(
  count: Count,
  name: Name,
): Rule<Readonly<Record<Count, number>> & Readonly<Record<Name, Ipv4Cidr>>>;

/**
 * An IPv4 address that a host may have, such as a container's.
 *
 * Equivalent to: `docker inspect -f '{{.NetworkSettings.IPAddress}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is invalid
 */
export declare const address: (sample: string) => Sampled<Ipv4>;

/** A container's id: 64 lower-case hex digits, or the first 12 of them */
type ContainerId = Brand<string, "ContainerId">;

/**
 * A container's id, as `docker run --detach` prints it: 12 or 64 lower-case hex digits.
 *
 * Equivalent to: `docker ps --quiet`
 *
 * @throws {BadValue} when the sample is invalid
 */
export declare const containerId: (sample: string) => Sampled<ContainerId>;

/**
 * A port of the host, 1 to 65535, such as one that Docker has chosen.
 *
 * Equivalent to: `docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is invalid
 */
export declare const hostPort: (sample: string) => Sampled<Port>;

/**
 * An interface's name, at most 15 characters.
 *
 * Equivalent to: `ls /sys/class/net/docker0/brif`
 *
 * @throws {BadValue} when the sample is invalid
 */
export declare const interfaceName: (sample: string) => Sampled<IfName>;

/** A network namespace by its inode, as the kernel prints it: `net:[4026531840]` */
type NetworkNamespace = Brand<string, "NetworkNamespace">;

/**
 * A network namespace, by its inode: processes with the same one are in the same network.
 *
 * Equivalent to: `readlink /proc/self/ns/net`
 *
 * @throws {BadValue} when the sample is invalid
 */
export declare const networkNamespace: (sample: string) => Sampled<NetworkNamespace>;

/** A process id, 1 to 4194303 */
type Pid = Brand<number, "Pid">;

/**
 * A process id, 1 to 4194303, with the article's value as sample; commands that use it run only while it
 * means the same process.
 *
 * Equivalent to: `docker inspect -f '{{.State.Pid}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is invalid
 */
export declare const pid: (sample: string) => Sampled<Pid>;

/** The address of an address with its prefix: 172.17.42.99 of `172.17.42.99/16`. */
export declare function addressOf<F extends Family>(cidr: Cidr<F>): Address<F>;

/** The length of the prefix in bits, 0 to 32 (to 128 for IPv6): 16 of `172.17.42.99/16`. */
export declare function prefixOf(cidr: Cidr): number;

/**
 * The nth address after a subnet's network address: 10.1.1.2 for 2 in `10.1.1.0/24`. Hosts begin at 1, or at 0 where
 * the subnet has no network address.
 *
 * @throws {RangeError} when no host may have that address
 */
export declare function hostAt<F extends Family>(cidr: Cidr<F>, n: number): Address<F>;

/**
 * The nth host of an interface's network, not counting the interface: 192.168.5.3 for 2 beside `192.168.5.1/24`.
 *
 * @throws {RangeError} when the network has no such host
 */
export declare function hostBeside<F extends Family>(own: Cidr<F>, n: number): Address<F>;

/**
 * Reports whether the subnet holds the address, its first and last address included. An address of the other family is
 * never inside.
 */
export declare function contains(cidr: Cidr, address: Address): boolean;

/** A network: an address with its prefix whose host bits are all zero, as a route's destination is */
type Subnet<F extends Family = Family> = Brand<Cidr<F>, "Subnet">;

/** The subnet that an address is on, with the host bits cleared: `172.17.0.0/16` of `172.17.42.99/16`. */
export declare function networkOf<F extends Family>(cidr: Cidr<F>): Subnet<F>;

export {};
