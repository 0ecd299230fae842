/**
 * The types of the module "wirework", for editors, without anything installed.
 *
 * It matches lib/mod.ts; recipes are checked against both.
 *
 * @module
 */

declare const brand: unique symbol;
type Brand<Base extends string | number, Name extends string> = Base & { readonly [brand]: Name };

type Ipv4 = Brand<string, "Ipv4">;
type Cidr = Brand<string, "Cidr">;
type Hostname = Brand<string, "Hostname">;
type IfName = Brand<string, "IfName">;
type ContainerId = Brand<string, "ContainerId">;
type ContainerName = Brand<string, "ContainerName">;
type ImageName = Brand<string, "ImageName">;
type Mtu = Brand<number, "Mtu">;
type BridgePorts = Brand<number, "BridgePorts">;
type NetworkNamespace = Brand<string, "NetworkNamespace">;
type Port = Brand<number, "Port">;
type Pid = Brand<number, "Pid">;
type SocketName = Brand<string, "SocketName">;

/** An object that stands in a command for a value known only at run time: a named value, a terminal */
declare abstract class Handle {
  private readonly handle: true;
}

/** A value that a command printed, with a name */
declare class Named<T> extends Handle {
  readonly name: string;
  readonly value: T;
  /** The value in the article */
  readonly sample: string;
}

/** A container's shell that stays open */
export interface Terminal extends Handle {
  /** Types a line into it, waits for the next prompt, and returns the line's output */
  type(template: TemplateStringsArray, ...values: readonly Value[]): Promise<string>;
  /** Leaves it; returns its exit status */
  exit(): Promise<number>;
  /** The same terminal, for lines that the article describes without printing them */
  readonly told: Terminal;
  /** The same terminal, for lines of the article */
  readonly quoted: Terminal;
}

/** A value in `${…}` of a command */
type Value = string | number | Handle | readonly Value[];

type Tagged<T> = (template: TemplateStringsArray, ...values: readonly Value[]) => T;

/** The output of a command */
interface Output {
  /** Its exit status, which is 0 for an awaited command */
  readonly exitCode: number;
  /** Returns its standard output without trailing line feeds */
  text(): string;
  /** Returns the lines of its standard output */
  lines(): readonly string[];
  /** Parses its standard output as JSON */
  json<T>(): T;
}

/** A command, which runs when it is awaited */
interface Pending extends PromiseLike<Output> {
  /** Runs it unannounced, whatever its exit status */
  quietly(): Promise<{
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
    readonly ms: number;
  }>;
}

/** A type of value that commands print, with the article's sample */
interface Sampled<T> {
  readonly type: ValueType<T>;
  readonly sample: string;
}

interface ValueType<T> {
  readonly kind: string;
  readonly placeholder: string;
  parse(text: string): T;
}

interface Tag extends Tagged<Pending> {
  /** Runs a command that prints a value, which gets a name */
  as<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /** Runs a command that prints a value, and prints the line `name=value` */
  let<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /** `… >> file` */
  append(file: string): Tagged<Pending>;
  /** `… > file` */
  write(file: string): Tagged<Pending>;
  /** `… > file 2>&1 &`: starts a program that keeps running, and continues once it has printed that */
  background(file: string, says: string): Tagged<Pending>;
  /** `a | b` */
  pipe(first: Pending, ...others: readonly Pending[]): Pending;
  /** Runs a command that wirework does not know how to undo; the reason says why it need not */
  irreversible(reason: string): Tag;
}

/** Opens a container's shell; the sample is the id in the article's prompt */
type Opens = (sample: string) => Tagged<Promise<Terminal>>;

/** A recipe's `$` */
export interface RecipeShell extends Tag {
  readonly terminal: Opens;
  /** Types a line of the article that is needed only when a program is missing */
  readonly ifMissing: (program: string) => Tagged<Promise<void>>;
  /** Types lines that the article describes without printing them */
  readonly told: Tag & { readonly terminal: Opens };
}

/** The Docker host itself, as a place for checks */
export declare const host: unique symbol;

/** A network namespace with an entry in `/var/run/netns`, as a place for checks */
export declare class NamedNetwork extends Handle {
  /** Its entry in `/var/run/netns` */
  readonly name: string;
  /** Its own address, the target of checks */
  readonly address: Ipv4;
}

/** A network namespace that the recipe itself creates, by its name */
export declare function networkNamed(name: string, address: Ipv4): NamedNetwork;

/** The network beyond the host's uplink, as a place for checks */
export declare class OutsideNetwork extends NamedNetwork {
  /** The host's addresses on its uplink */
  readonly hostAddresses: readonly [Ipv4, Ipv4];
}

/** Types the lines that create a network outside, and connect the host to it */
export declare function outsideNetwork($: RecipeShell, uplink: IfName): Promise<OutsideNetwork>;

/** Types the line that starts a name server in a network outside; it resolves a single name */
export declare function nameServerOutside($: RecipeShell, outside: OutsideNetwork, name: Hostname): Promise<string>;

/** A port of the host that is forwarded to a server's */
export declare class PublishedPort {
  private readonly brand: undefined;
}

/** A port of the host that `--publish` forwards to one of a container's, for checks of connections */
export declare function published(outside: Port | Named<Port>, inside: Port): PublishedPort;

/** A container, the host, or a named network, such as the one outside */
export type Place = Handle | typeof host;

type Target = string | Handle;
type Expected = string | Handle;

interface ChecksOf {
  /** Checks that one echo request is answered */
  ping(from: Place, to: Target): Promise<void>;
  /** Checks that one echo request gets no answer */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /** Checks that a connection to a server in `to`, at `target`, carries bytes both ways */
  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /** Checks a connection, and that the server sees the client by that address */
  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void>;
  /** Checks that no connection is made */
  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says?: string): Promise<void>;
  /** Checks that a datagram to a server in `to`, at `target`, is answered */
  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /** Checks that the number printed by a command grows by at least ten with ten echo requests */
  counted(from: Place, to: Target, counter: Pending): Promise<void>;
  /** Checks that the number does not grow with ten echo requests */
  uncounted(from: Place, to: Target, counter: Pending): Promise<void>;
  /** Checks that two commands print the same */
  same(command: Pending, other: Pending): Promise<void>;
  /** Checks that a command prints lines with each of these, in this order */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** Checks that a command prints these lines and no others */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** Checks that a command prints none of these words */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /** Checks that a command fails, and prints each of these, in this order */
  refuses(command: Pending, ...says: readonly Expected[]): Promise<void>;
  /** Checks that a command prints an address of a network other than the one given */
  showsHostOf(command: Pending, network: Cidr): Promise<void>;
  /** Checks that each line that a command prints ends with a port that Docker chose itself */
  showsChosenPorts(command: Pending): Promise<void>;
  /**
   * Checks that a packet in a chain traverses rules with these words, in this order; the command is `sudo
   * iptables -S`
   */
  meets(command: Pending, chain: string, ...expected: readonly (Expected | readonly Expected[])[]): Promise<void>;
  /** Checks that an abstract Unix socket in `to` answers `from` */
  unix(from: Place, to: Place, name: SocketName): Promise<void>;
  /** Checks that an abstract Unix socket in `to` refuses `from` */
  noUnix(from: Place, to: Place, name: SocketName): Promise<void>;
}

/** The permissions of a recipe */
export interface Permissions {
  /** Programs that it may run on the host */
  readonly run: readonly string[];
  /** Kernel modules that must be loaded already */
  readonly modules?: readonly string[];
}

interface Step {
  /** Begins a step with the comment over its commands, one argument per line */
  (...comment: readonly string[]): void;
  /** Begins a step whose comment is the article's, although none of its lines is */
  article(...comment: readonly string[]): void;
  /** Begins a step whose comment is ours, although the article has its lines */
  told(...comment: readonly string[]): void;
}

/** The tools of a recipe */
export interface Tools {
  /** Runs commands as typed */
  readonly $: RecipeShell;
  readonly step: Step;
  /** Proves a statement of the article, by its number */
  check(claim: number, name?: string): ChecksOf;
}

/** An option's default and description */
export interface OptionSettings {
  /** As typed */
  readonly default: string;
  /** One line, for `wirework show` */
  readonly help: string;
}

/** An option of a recipe, `--name VALUE` */
export interface Option<T> {
  readonly type: ValueType<T>;
  readonly default: T;
  readonly shown: string;
  readonly help: string;
  readonly live: ((host: LiveHost, values: Readonly<Record<string, unknown>>) => Promise<T>) | null;
}

interface LiveHost {
  interface(name: string): Promise<{ readonly isBridge: boolean; readonly address: Cidr | null } | null>;
}

type OptionTable = Readonly<Record<string, Option<unknown>>>;
type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer T> ? T : never;
};

/** A rule about option values; returns the reason why they break it, or `null` */
export type Rule<Values> = (values: Values) => string | null;
/** A rule about option values on the running host */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/** The option under test, and the one that may name an interface */
type AddressOption<Name extends string, Value> = Readonly<Record<Name, Value>> & Readonly<Record<string, unknown>>;

/** A recipe as its author writes it */
export interface RecipeDefinition<Table extends OptionTable> {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The section of the article */
  readonly article?: string;
  /** The things that it builds, one per line */
  readonly builds?: readonly string[];
  readonly options: Table;
  readonly rules?: readonly Rule<OptionValues<Table>>[];
  /** Rules about the host, checked before the first step */
  readonly preflight?: readonly LiveRule<OptionValues<Table>>[];
  readonly permissions: Permissions;
  run(tools: Tools, options: OptionValues<Table>): Promise<void>;
}

/** A finished recipe */
export declare class Recipe {
  readonly summary: string;
  readonly article: string | null;
}

/** Makes a recipe: a file's default export */
export declare function recipe<const Table extends OptionTable>(definition: RecipeDefinition<Table>): Recipe;

/** An IPv4 address that a host may have, four decimal numbers: `--from 10.1.1.1` */
export declare function ipv4(settings: OptionSettings): Option<Ipv4>;
/** A network with its prefix length, 0 to 32: `--subnet 192.168.5.0/24` */
export declare function cidr(settings: OptionSettings): Option<Cidr>;
/**
 * An address that a host may have, with the prefix length of its network, as `ip addr add` takes it:
 * `--address 192.168.5.1/24`
 */
export declare function interfaceCidr(settings: OptionSettings): Option<Cidr>;
/** An interface's name, 1 to 15 visible ASCII characters: `--bridge bridge0` */
export declare function ifName(settings: OptionSettings): Option<IfName>;
/**
 * A container's name, as `docker run --name` takes it, at least two letters, digits, `_`, `.` or `-`:
 * `--server web`
 */
export declare function containerName(settings: OptionSettings): Option<ContainerName>;
/** A host name, labels of letters, digits and hyphens joined by dots: `--domain example.com` */
export declare function hostname(settings: OptionSettings): Option<Hostname>;
/** An image for containers, as `docker run` takes it: `--image debian:bookworm` */
export declare function image(settings?: Partial<OptionSettings>): Option<ImageName>;
/** A number of ports on a bridge, of which the kernel allows 1023: `--count 1000` */
export declare function bridgePorts(settings: OptionSettings): Option<BridgePorts>;
/** A maximum transmission unit, the largest packet of an interface in bytes, 68 to 65535: `--mtu 1400` */
export declare function mtu(settings: OptionSettings): Option<Mtu>;
/** A TCP port, 1 to 65535: `--port 80` */
export declare function port(settings: OptionSettings): Option<Port>;
/** The name of an abstract Unix socket: `--socket @/com/ubuntu/upstart` */
export declare function socketName(settings: OptionSettings): Option<SocketName>;
/**
 * The address of an interface, as a gateway; the default applies when no host is running, or it has no such
 * interface
 */
export declare function gatewayOn(bridge: string, settings: OptionSettings): Option<Ipv4>;
/**
 * An address in an interface's network, with its prefix length: the default if it is in there, else the last
 * one
 */
export declare function addressBeside(bridge: string, settings: OptionSettings): Option<Cidr>;

/** Requires two options with different values */
export declare function different<Name extends string>(
  one: Name,
  other: Name,
): Rule<Readonly<Record<Name, string | number>>>;
/** Requires two networks that do not overlap */
export declare function apart<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, Cidr>>>;
/** Requires a gateway that is another host of an address's network: any other is unreachable */
export declare function gatewayInside<Gateway extends string, Address extends string>(
  gateway: Gateway,
  address: Address,
): Rule<Readonly<Record<Gateway, Ipv4> & Record<Address, Cidr>>>;
/** Refuses a value that something else has already */
export declare function isNot<Name extends string>(
  name: Name,
  taken: string,
  whose: string,
): Rule<Readonly<Record<Name, string | number>>>;
/**
 * Requires two numbers that form a range, as of ports: the second is not below the first, and not too far
 * above it
 */
export declare function isRange<First extends string, Last extends string>(
  first: First,
  last: Last,
  most: number,
): Rule<Readonly<Record<First, number> & Record<Last, number>>>;
/** Requires a number between two others */
export declare function isBetween<Name extends string, First extends string, Last extends string>(
  name: Name,
  first: First,
  last: Last,
): Rule<Readonly<Record<Name, number> & Record<First, number> & Record<Last, number>>>;
/** Requires a value without special meaning in a file that a shell reads */
export declare function isPlainIn<Name extends string>(file: string, name: Name): Rule<Readonly<Record<Name, string>>>;
/** Requires a network large enough for so many hosts */
export declare function roomFor<Name extends string>(hosts: number, name: Name): Rule<Readonly<Record<Name, Cidr>>>;
/** Requires a network large enough for an interface's own address, and as many others as an option says */
export declare function roomForEach<Count extends string, Name extends string>(
  count: Count,
  name: Name,
): Rule<Readonly<Record<Count, number>> & Readonly<Record<Name, Cidr>>>;
/** Requires an existing bridge */
export declare function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;
/** Requires a name that no interface of the host has, except one that the recipe itself removes */
export declare function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;
/** Requires a number that is not below another one */
export declare function isAtLeast<Name extends string>(
  name: Name,
  smallest: number,
  whose: string,
): Rule<Readonly<Record<Name, number>>>;
/** Requires a port of the host below those that Docker chooses itself */
export declare function isNotEphemeral<Name extends string>(name: Name): Rule<Readonly<Record<Name, Port>>>;
/** Requires a name that is not in every container's /etc/hosts, in upper or lower case */
export declare function isNoLocalName<Name extends string>(name: Name): Rule<Readonly<Record<Name, string>>>;
/** Requires an address, or a network, that does not overlap with the network outside */
export declare function isApartFromOutside<Name extends string>(name: Name): Rule<Readonly<Record<Name, Ipv4 | Cidr>>>;
/**
 * Requires an address that stays free when Docker has assigned the lowest ones of a network to so many
 * containers
 */
export declare function isLeftIn<Name extends string, Bridge extends string>(
  name: Name,
  containers: number,
  bridge: Bridge,
): Rule<Readonly<Record<Name, Ipv4 | Cidr> & Record<Bridge, Cidr>>>;
/** Requires an address in an interface's network, with its prefix length, but not its own */
export declare function isBeside<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Cidr>>;
/** Requires an interface's own address */
export declare function isAddressOn<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4>>;
/** Requires an address other than an interface's own */
export declare function isNewOn<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Cidr>>;
/** Requires an address, or a network, that does not overlap with an interface's network */
export declare function isApartFrom<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Cidr>>;
/**
 * Requires an address that stays free when Docker has assigned the lowest ones of an interface's network to
 * so many containers
 */
export declare function isLeftOn<Name extends string>(
  name: Name,
  containers: number,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Cidr>>;

/**
 * A process id, 1 to 4194303, with the article's value as sample; commands that use it run only while it
 * means the same process
 */
export declare function pid(sample: string): Sampled<Pid>;
/** A container's id, as `docker run --detach` prints it: 12 or 64 lower-case hex digits */
export declare function containerId(sample: string): Sampled<ContainerId>;
/** An IPv4 address that a host may have, such as a container's */
export declare function address(sample: string): Sampled<Ipv4>;
/** A port of the host, 1 to 65535, such as one that Docker has chosen */
export declare function hostPort(sample: string): Sampled<Port>;
/** The name that Docker generated for a container: an adjective and a surname */
export declare function assignedName(sample: string): Sampled<string>;
/** An interface's name, at most 15 characters */
export declare function interfaceName(sample: string): Sampled<IfName>;
/** A network namespace, by its inode, as `readlink /proc/self/ns/net` prints it */
export declare function networkNamespace(sample: string): Sampled<NetworkNamespace>;

/** Returns the address without its prefix length: 172.17.42.99 of `172.17.42.99/16` */
export declare function addressOf(cidr: Cidr): Ipv4;
/** Returns the prefix length, 0 to 32: 16 of `172.17.42.99/16` */
export declare function prefixOf(cidr: Cidr): number;
/** Returns the nth address after a subnet's network address: 10.1.1.2 for 2 in `10.1.1.0/24` */
export declare function hostAt(cidr: Cidr, n: number): Ipv4;
/** Returns the nth host of an interface's network, not counting the interface */
export declare function hostBeside(own: Cidr, n: number): Ipv4;
/** Reports whether a subnet contains an address, its first and last address included */
export declare function contains(cidr: Cidr, address: Ipv4): boolean;
/** Returns the subnet of an address, without the host's bits: `172.17.0.0/16` of `172.17.42.99/16` */
export declare function networkOf(cidr: Cidr): Cidr;
