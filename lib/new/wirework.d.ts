/**
 * What recipes are written with, for editors: the types of the module "wirework", without anything installed.
 *
 * It says the same as lib/mod.ts; recipes are checked against both.
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

/** Something that can stand in a command for what only a run knows: a named value, a terminal */
declare abstract class Handle {
  private readonly handle: true;
}

/** A value that a command printed, under its name */
declare class Named<T> extends Handle {
  readonly name: string;
  readonly value: T;
  /** The value that the article prints */
  readonly sample: string;
}

/** A container's shell that stays open */
export interface Terminal extends Handle {
  /** Types a line into it, and waits for the next prompt; what the line printed */
  type(template: TemplateStringsArray, ...values: readonly Value[]): Promise<string>;
  /** Leaves it; its exit status */
  exit(): Promise<number>;
  /** The same, for what the article tells in words only */
  readonly told: Terminal;
  /** The same, for a line that is the article's own */
  readonly quoted: Terminal;
}

/** What may stand in `${…}` of a command */
type Value = string | number | Handle | readonly Value[];

type Tagged<T> = (template: TemplateStringsArray, ...values: readonly Value[]) => T;

/** What a command printed */
interface Output {
  /** Its exit status: of a command that was awaited, 0 */
  readonly exitCode: number;
  /** Its standard output, without the line feeds at the end */
  text(): string;
  /** The lines of that */
  lines(): readonly string[];
  /** The same, read as JSON */
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

/** A type of what a command prints, with the article's sample of it */
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
  /** Takes what the command prints as a value, under a name */
  as<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /** The same, and prints the line `name=value` */
  let<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /** `… >> file` */
  append(file: string): Tagged<Pending>;
  /** `… > file` */
  write(file: string): Tagged<Pending>;
  /** `… > file 2>&1 &`: a program that stays; goes on once it has printed that */
  background(file: string, says: string): Tagged<Pending>;
  /** `a | b` */
  pipe(first: Pending, ...others: readonly Pending[]): Pending;
  /** For a command that nobody can take back: says why it need not be */
  irreversible(reason: string): Tag;
}

/** Opens a container's shell; the sample is the id that the article's prompt shows */
type Opens = (sample: string) => Tagged<Promise<Terminal>>;

/** What recipes call `$` */
export interface RecipeShell extends Tag {
  readonly terminal: Opens;
  /** For what the article types where a program is missing */
  readonly ifMissing: (program: string) => Tagged<Promise<void>>;
  /** For what the article tells in words only */
  readonly told: Tag & { readonly terminal: Opens };
}

/** The Docker host itself, as a place of checks */
export declare const host: unique symbol;

/** A network namespace with an entry in `/var/run/netns`, as a place of checks */
export declare class NamedNetwork extends Handle {
  /** Its entry in `/var/run/netns` */
  readonly name: string;
  /** Its own address, which checks of it are sent to */
  readonly address: Ipv4;
}

/** A network namespace that the recipe makes, by the name that it gives it */
export declare function networkNamed(name: string, address: Ipv4): NamedNetwork;

/** The network beyond the host's uplink, as a place of checks */
export declare class OutsideNetwork extends NamedNetwork {
  /** Those that the host has on its uplink */
  readonly hostAddresses: readonly [Ipv4, Ipv4];
}

/** Types the lines that make a network outside, and give the host an uplink to it */
export declare function outsideNetwork($: RecipeShell, uplink: IfName): Promise<OutsideNetwork>;

/** Types the line that starts a name server in a network outside, which knows one name there, and nothing else */
export declare function nameServerOutside($: RecipeShell, outside: OutsideNetwork, name: Hostname): Promise<string>;

/** A port of the host that leads to a server's own */
export declare class PublishedPort {
  private readonly brand: undefined;
}

/** A port of the host that `--publish` leads to one of a container's, for the checks of connections */
export declare function published(outside: Port | Named<Port>, inside: Port): PublishedPort;

/** A container, the host, or a network with a name, such as the one outside */
export type Place = Handle | typeof host;

type Target = string | Handle;
type Expected = string | Handle;

interface ChecksOf {
  /** One echo request is answered */
  ping(from: Place, to: Target): Promise<void>;
  /** One echo request gets no answer */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /** A connection to a server in `to`, at `target`, carries bytes both ways */
  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /** The same, but that the server sees the client by that address */
  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void>;
  /** No connection comes about */
  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says?: string): Promise<void>;
  /** A datagram to a server in `to`, at `target`, is answered */
  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /** Ten echo requests raise the number that a command prints by ten at least */
  counted(from: Place, to: Target, counter: Pending): Promise<void>;
  /** Ten echo requests don't raise it */
  uncounted(from: Place, to: Target, counter: Pending): Promise<void>;
  /** Two commands print the same */
  same(command: Pending, other: Pending): Promise<void>;
  /** A command prints a line with each of these, in this order */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints these lines and no others */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints none of these words */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /** A command fails, and says each of these, in this order */
  refuses(command: Pending, ...says: readonly Expected[]): Promise<void>;
  /** A command prints an address of a network, but not the one that the network is given by */
  showsHostOf(command: Pending, network: Cidr): Promise<void>;
  /** Each line that a command prints ends with a port that Docker chooses from where it is told none */
  showsChosenPorts(command: Pending): Promise<void>;
  /** A packet in a chain meets rules with these words, in this order; the command is `sudo iptables -S` */
  meets(command: Pending, chain: string, ...expected: readonly (Expected | readonly Expected[])[]): Promise<void>;
  /** An abstract Unix socket in `to` answers `from` */
  unix(from: Place, to: Place, name: SocketName): Promise<void>;
  /** An abstract Unix socket in `to` refuses `from` */
  noUnix(from: Place, to: Place, name: SocketName): Promise<void>;
}

/** What a recipe may touch */
export interface Permissions {
  /** The programs that it may run on the host */
  readonly run: readonly string[];
  /** Kernel modules that must be there already */
  readonly modules?: readonly string[];
}

interface Step {
  /** Begins a step, with the comment over its commands, an argument a line */
  (...comment: readonly string[]): void;
  /** The same, where the article has the comment and no line under it */
  article(...comment: readonly string[]): void;
  /** The same, where the article has a line under it and no comment: that is ours */
  told(...comment: readonly string[]): void;
}

/** What a recipe is given */
export interface Tools {
  /** Runs commands, as typed */
  readonly $: RecipeShell;
  readonly step: Step;
  /** Proves a statement of the article, by its number */
  check(claim: number, name?: string): ChecksOf;
}

/** What an option says of itself */
export interface OptionSettings {
  /** As it would be typed */
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

/** A rule about the values of options; the reason why they break it, or `null` */
export type Rule<Values> = (values: Values) => string | null;
/** The same, on the host that is up */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/** The option that must be right, and the one that may name an interface */
type AddressOption<Name extends string, Value> = Readonly<Record<Name, Value>> & Readonly<Record<string, unknown>>;

/** A recipe as its author writes it */
export interface RecipeDefinition<Table extends OptionTable> {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The section of the article */
  readonly article?: string;
  /** What stands when it has run, a line each */
  readonly builds?: readonly string[];
  readonly options: Table;
  readonly rules?: readonly Rule<OptionValues<Table>>[];
  /** What must hold on the host, before the first step */
  readonly preflight?: readonly LiveRule<OptionValues<Table>>[];
  readonly permissions: Permissions;
  run(tools: Tools, options: OptionValues<Table>): Promise<void>;
}

/** A recipe, made */
export declare class Recipe {
  readonly summary: string;
  readonly article: string | null;
}

/** Makes a recipe: a file's default export */
export declare function recipe<const Table extends OptionTable>(definition: RecipeDefinition<Table>): Recipe;

/** An IPv4 address that a host may have, four decimal numbers: `--from 10.1.1.1` */
export declare function ipv4(settings: OptionSettings): Option<Ipv4>;
/** A network, with the length of its prefix, 0 to 32 bits: `--subnet 192.168.5.0/24` */
export declare function cidr(settings: OptionSettings): Option<Cidr>;
/** An address that a host may have, with the prefix of its network, as `ip addr add` takes it: `--address 192.168.5.1/24` */
export declare function interfaceCidr(settings: OptionSettings): Option<Cidr>;
/** An interface's name, 1 to 15 visible ASCII characters: `--bridge bridge0` */
export declare function ifName(settings: OptionSettings): Option<IfName>;
/** A container's name, as `docker run --name` takes it, two letters, digits, `_`, `.` or `-` at least: `--server web` */
export declare function containerName(settings: OptionSettings): Option<ContainerName>;
/** A host name, labels of letters, digits and hyphens, joined by dots: `--domain example.com` */
export declare function hostname(settings: OptionSettings): Option<Hostname>;
/** An image that containers are made of, as `docker run` takes it: `--image debian:bookworm` */
export declare function image(settings?: Partial<OptionSettings>): Option<ImageName>;
/** A number of a bridge's ports, of which the kernel allows 1023: `--count 1000` */
export declare function bridgePorts(settings: OptionSettings): Option<BridgePorts>;
/** A maximum transmission unit, the largest packet of an interface in bytes, 68 to 65535: `--mtu 1400` */
export declare function mtu(settings: OptionSettings): Option<Mtu>;
/** A TCP port, 1 to 65535: `--port 80` */
export declare function port(settings: OptionSettings): Option<Port>;
/** The name of an abstract Unix socket: `--socket @/com/ubuntu/upstart` */
export declare function socketName(settings: OptionSettings): Option<SocketName>;
/** The address of an interface, as a gateway: the default where no host is up, or it has no such interface */
export declare function gatewayOn(bridge: string, settings: OptionSettings): Option<Ipv4>;
/** An address in the network of an interface, with its netmask: the default where that is inside, else the last one */
export declare function addressBeside(bridge: string, settings: OptionSettings): Option<Cidr>;

/** Two options whose values must not be the same */
export declare function different<Name extends string>(
  one: Name,
  other: Name,
): Rule<Readonly<Record<Name, string | number>>>;
/** Two networks that must have no address in common */
export declare function apart<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, Cidr>>>;
/** A gateway that must be another host of an address's network: any other can't be reached */
export declare function gatewayInside<Gateway extends string, Address extends string>(
  gateway: Gateway,
  address: Address,
): Rule<Readonly<Record<Gateway, Ipv4> & Record<Address, Cidr>>>;
/** A value that something else has already */
export declare function isNot<Name extends string>(
  name: Name,
  taken: string,
  whose: string,
): Rule<Readonly<Record<Name, string | number>>>;
/** Two numbers that begin and end a range, as of ports: the second is the first or above it, and not too far */
export declare function isRange<First extends string, Last extends string>(
  first: First,
  last: Last,
  most: number,
): Rule<Readonly<Record<First, number> & Record<Last, number>>>;
/** A number that must be between two others */
export declare function isBetween<Name extends string, First extends string, Last extends string>(
  name: Name,
  first: First,
  last: Last,
): Rule<Readonly<Record<Name, number> & Record<First, number> & Record<Last, number>>>;
/** A value that goes into a file which a shell reads: there it must mean itself, whatever is around it */
export declare function isPlainIn<Name extends string>(file: string, name: Name): Rule<Readonly<Record<Name, string>>>;
/** A network that must be large enough for so many hosts */
export declare function roomFor<Name extends string>(hosts: number, name: Name): Rule<Readonly<Record<Name, Cidr>>>;
/** A network that must be large enough for an interface's own address, and for as many others as an option says */
export declare function roomForEach<Count extends string, Name extends string>(
  count: Count,
  name: Name,
): Rule<Readonly<Record<Count, number>> & Readonly<Record<Name, Cidr>>>;
/** A bridge that must be there already */
export declare function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;
/** A name that no interface of the host may have already, but for one that the recipe itself removes */
export declare function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;
/** A number that must not be below another one */
export declare function isAtLeast<Name extends string>(
  name: Name,
  smallest: number,
  whose: string,
): Rule<Readonly<Record<Name, number>>>;
/** A port of the host that must be below those from which Docker chooses itself */
export declare function isNotEphemeral<Name extends string>(name: Name): Rule<Readonly<Record<Name, Port>>>;
/** A name that must not be one which every container's /etc/hosts has, in capitals or not */
export declare function isNoLocalName<Name extends string>(name: Name): Rule<Readonly<Record<Name, string>>>;
/** An address, or a network, that must have nothing in common with the network outside */
export declare function isApartFromOutside<Name extends string>(name: Name): Rule<Readonly<Record<Name, Ipv4 | Cidr>>>;
/** An address that must be left when Docker has given the lowest ones of a network to so many containers */
export declare function isLeftIn<Name extends string, Bridge extends string>(
  name: Name,
  containers: number,
  bridge: Bridge,
): Rule<Readonly<Record<Name, Ipv4 | Cidr> & Record<Bridge, Cidr>>>;
/** An address that must be in the network of an interface, with its netmask, and not its own */
export declare function isBeside<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Cidr>>;
/** An address that must be an interface's own */
export declare function isAddressOn<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4>>;
/** An address that must not be an interface's own already */
export declare function isNewOn<Name extends string>(name: Name, bridge: string): LiveRule<AddressOption<Name, Cidr>>;
/** An address, or a network, that must have nothing in common with the network of an interface */
export declare function isApartFrom<Name extends string>(
  name: Name,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Cidr>>;
/** An address that must be left when Docker has given the lowest ones of an interface's network to so many containers */
export declare function isLeftOn<Name extends string>(
  name: Name,
  containers: number,
  bridge: string,
): LiveRule<AddressOption<Name, Ipv4 | Cidr>>;

/** A process id, 1 to 4194303, with the article's: commands with it run only while it stands for the same process */
export declare function pid(sample: string): Sampled<Pid>;
/** What `docker run --detach` prints, a container's id: 12 or 64 lower-case hex digits */
export declare function containerId(sample: string): Sampled<ContainerId>;
/** An IPv4 address that a host may have, such as a container's */
export declare function address(sample: string): Sampled<Ipv4>;
/** A port of the host, 1 to 65535, such as one that Docker has chosen */
export declare function hostPort(sample: string): Sampled<Port>;
/** The name that Docker made up for a container: an adjective and a surname */
export declare function assignedName(sample: string): Sampled<string>;
/** An interface's name, 15 characters at most */
export declare function interfaceName(sample: string): Sampled<IfName>;
/** A network namespace, by its inode, as `readlink /proc/self/ns/net` prints it */
export declare function networkNamespace(sample: string): Sampled<NetworkNamespace>;

/** The address of an address with its prefix: 172.17.42.99 of `172.17.42.99/16` */
export declare function addressOf(cidr: Cidr): Ipv4;
/** The length of the prefix in bits, 0 to 32: 16 of `172.17.42.99/16` */
export declare function prefixOf(cidr: Cidr): number;
/** The nth address after a subnet's network address: 10.1.1.2 for 2 in `10.1.1.0/24` */
export declare function hostAt(cidr: Cidr, n: number): Ipv4;
/** The nth host of an interface's network, not counting the interface */
export declare function hostBeside(own: Cidr, n: number): Ipv4;
/** Whether the subnet has the address in it, its first and last address included */
export declare function contains(cidr: Cidr, address: Ipv4): boolean;
/** The subnet that an address is on, without the host's bits: `172.17.0.0/16` of `172.17.42.99/16` */
export declare function networkOf(cidr: Cidr): Cidr;
