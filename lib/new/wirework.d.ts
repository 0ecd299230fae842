/**
 * What recipes are written with, for editors: the types of the module "wirework", without anything installed.
 *
 * Made by scripts/docs from lib/mod.ts: change it there.
 *
 * @module
 */

/* oxlint-disable -- TypeScript has its own way to declare what is private */

/** What an option says of itself. */
export interface OptionSettings {
  /** As it would be typed */
  readonly default: string;
  /** One line, for `wirework show` */
  readonly help: string;
}

/** A type of value, as an option declares it */
interface ValueType<T> {
  /** What a value of the type is, with its article, as errors say it: `an interface name` */
  readonly kind: string;
  /** What stands for a value in help: `NAME`, `ADDRESS`, `CIDR` */
  readonly placeholder: string;
  /**
   * Makes a value of the type.
   *
   * @throws {BadValue} when the text is no such value
   */
  parse(text: string): T;
}

/** A version of IP, as `ip` names it: IPv4 and IPv6 */
type Family = "inet" | "inet6";

declare const brand: unique symbol;

/**
 * A string or number that its parser has approved: it goes wherever its base goes, and nothing else goes
 * where it is asked for. Its base may be branded itself, as a subnet is an address with its prefix. Only the
 * parser beside each type may cast to it, as its last line.
 */
type Brand<Base extends string | number, Name extends string> = Base & {
  readonly [brand]: {
    readonly [Each in Name]: true;
  };
};

declare const family: unique symbol;

/** A text about addresses of one family, which {@linkcode familyOf} reads off it; `Of<"inet", …>` goes wherever `Of<Family, …>` goes */
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

/** The host that is up */
interface LiveHost {
  /** An interface by its name; `null` when there is none */
  interface(name: string): Promise<LiveInterface | null>;
}

/** Asks the host, with the values of the other options */
type LiveDefault<T> = (host: LiveHost, values: Readonly<Record<string, unknown>>) => Promise<T>;

/** An option of a recipe, `--name VALUE`. */
export interface Option<T> {
  /** How a text becomes such a value, and why one doesn't */
  readonly type: ValueType<T>;
  /** What it is where nobody typed it */
  readonly default: T;
  /** The default as it would be typed */
  readonly shown: string;
  /** One line, for `wirework show` */
  readonly help: string;
  /** What it is on a host that is up, where nobody typed it; `null` where that is the default */
  readonly live: LiveDefault<T> | null;
}

/** How many ports a bridge is to have, 1 to 1023 */
type BridgePorts = Brand<number, "BridgePorts">;

/**
 * A number of a bridge's ports, of which the kernel allows 1023: `--count 1000`.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function bridgePorts(settings: OptionSettings): Option<BridgePorts>;

/**
 * A network, with the length of its prefix, 0 to 32 bits: `--subnet 192.168.5.0/24`.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function cidr(settings: OptionSettings): Option<Ipv4Cidr>;

/** A name that `docker run --name` takes */
type ContainerName = Brand<string, "ContainerName">;

/**
 * A container's name, as `docker run --name` takes it, two letters, digits, `_`, `.` or `-` at least: `--server web`.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function containerName(settings: OptionSettings): Option<ContainerName>;

/** A host name: labels of letters, digits and hyphens, joined by dots, 64 characters at most */
type Hostname = Brand<string, "Hostname">;

/**
 * A host name, labels of letters, digits and hyphens, joined by dots, 64 characters at most: `--domain example.com`.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function hostname(settings: OptionSettings): Option<Hostname>;

/** The name of a network interface: 1 to 15 bytes of visible ASCII */
type IfName = Brand<string, "IfName">;

/**
 * An interface's name, 1 to 15 visible ASCII characters: `--bridge bridge0`. No word of `ip` is one, nor one with a slash or a
 * colon.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function ifName(settings: OptionSettings): Option<IfName>;

/** The name of an image, as `docker run` takes it: `[REGISTRY[:PORT]/]NAME[:TAG][@sha256:DIGEST]` */
type ImageName = Brand<string, "ImageName">;

/**
 * An image that containers are made of, as `docker run` takes it: `--image debian:bookworm`. Without settings it is `base`, which
 * every throw-away host has.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function image(settings?: Partial<OptionSettings>): Option<ImageName>;

/**
 * An address that a host may have, with the prefix of its network, as `ip addr add` takes it: `--address 192.168.5.1/24`. It is
 * neither the network's own address nor its broadcast address, unless the prefix has 31 or 32 bits.
 *
 * @throws {BadValue} when the default is no such value
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
 * An IPv4 address that a host may have, four decimal numbers: `--from 10.1.1.1`. None is of 0.0.0.0/8, 127.0.0.0/8, or above
 * 223.255.255.255.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function ipv4(settings: OptionSettings): Option<Ipv4>;

/** A maximum transmission unit in bytes, 68 to 65535 */
type Mtu = Brand<number, "Mtu">;

/**
 * A maximum transmission unit, the largest packet of an interface in bytes, 68 to 65535: `--mtu 1400`.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function mtu(settings: OptionSettings): Option<Mtu>;

/** A TCP or UDP port, 1 to 65535 */
type Port = Brand<number, "Port">;

/**
 * A TCP port, 1 to 65535: `--port 80`.
 *
 * @throws {BadValue} when the default is no such value
 */
export declare function port(settings: OptionSettings): Option<Port>;

/** The name of an abstract Unix socket, which is in no folder: `@/com/ubuntu/upstart` */
type SocketName = Brand<string, "SocketName">;

/**
 * The name of an abstract Unix socket, with an at sign first as in ss(8).
 *
 * Equivalent to: `ss --unix --listening`
 *
 * @throws {BadValue} when the default is none
 */
export declare function socketName(settings: OptionSettings): Option<SocketName>;

/** A rule about the values of options; the reason why they break it, or `null`. */
export type Rule<Values> = (values: Values) => string | null;

/** An address, or a network, that must have nothing in common with the network outside. */
export declare function isApartFromOutside<Name extends string>(
  name: Name,
): Rule<Readonly<Record<Name, Ipv4 | Ipv4Cidr>>>;

/**
 * An address that must be left when Docker has given the lowest ones of a network to so many containers.
 *
 * @param bridge the option that has the bridge's own address, and its network
 */
export declare function isLeftIn<Name extends string, Bridge extends string>(
  name: Name,
  containers: number,
  bridge: Bridge,
): Rule<Readonly<Record<Name, Ipv4 | Ipv4Cidr> & Record<Bridge, Ipv4Cidr>>>;

/** A type of value that commands print, with what the article prints there */
interface Sampled<T> {
  readonly type: ValueType<T>;
  readonly sample: string;
}

/** A name that Docker has made up for a container: an adjective and a surname, such as `stupefied_pare` */
type AssignedName = Brand<string, "AssignedName">;

/**
 * The name that Docker made up for a container: an adjective and a surname.
 *
 * Equivalent to: `docker inspect -f '{{slice .Name 1}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const assignedName: (sample: string) => Sampled<AssignedName>;

/**
 * An address in the network of an interface, with its netmask: the default where that is inside, else the last one.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 * @throws {BadValue} when the default is no address of a host with its prefix
 */
export declare function addressBeside(bridge: string, settings: OptionSettings): Option<Ipv4Cidr>;

/**
 * The address of an interface, as a gateway: the default where no host is up, or it has no such interface.
 *
 * Equivalent to: `ip -4 addr show docker0`
 *
 * @param bridge the interface, or the option that names it
 * @throws {BadValue} when the default is no address of a host
 */
export declare function gatewayOn(bridge: string, settings: OptionSettings): Option<Ipv4>;

/** A rule about the values of options on a host; the reason why they break it, or `null`. */
export type LiveRule<Values> = (values: Values, host: LiveHost) => Promise<string | null>;

/** The option that must be right, and the one that may name the interface */
type AddressOption<Name extends string, Value> = Readonly<Record<Name, Value>> & Readonly<Record<string, unknown>>;

/**
 * An address that must be an interface's own.
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
 * An address, or a network, that must have nothing in common with the network of an interface.
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
 * An address that must be in the network of an interface, with its netmask, and not its own.
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
 * An address that must be left when Docker has given the lowest ones of an interface's network to so many containers.
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
 * An address that must not be an interface's own already.
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
 * A bridge that must be there already.
 *
 * Equivalent to: `ip link show type bridge`
 */
export declare function isBridge<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;

/**
 * A name that no interface of the host may have already, but for one that the recipe itself removes.
 *
 * Equivalent to: `ip link show bridge0`
 */
export declare function isFree<Name extends string>(name: Name): LiveRule<Readonly<Record<Name, string>>>;

/** A name that must not be one which every container's /etc/hosts has, in capitals or not. */
export declare function isNoLocalName<Name extends string>(name: Name): Rule<Readonly<Record<Name, string>>>;

/**
 * A number that must not be below another one.
 *
 * @param whose what is said of the smallest: `the length of a ping`
 */
export declare function isAtLeast<Name extends string>(
  name: Name,
  smallest: number,
  whose: string,
): Rule<Readonly<Record<Name, number>>>;

/** A port of the host that must be below those from which Docker chooses itself. */
export declare function isNotEphemeral<Name extends string>(name: Name): Rule<Readonly<Record<Name, Port>>>;

/**
 * Something of ours that can stand in a command: a named value, a terminal, a container.
 *
 * The brand is a private field, which nothing but this constructor can write: an object that was
 * parsed from a file can look like a handle, but cannot be one.
 */
declare abstract class Handle {
  #private;
}

/** What may stand in `${…}`: text, a finite number, a handle, or an array of these. */
type Value = string | number | Handle | readonly Value[];

/** A template tag */
type Tagged<T> = (template: TemplateStringsArray, ...values: readonly Value[]) => T;

/** What a command printed. */
declare class Output {
  #private;
  protected constructor();
  /** Its exit status: of a command that was awaited, 0 */
  get exitCode(): number;
  /** What it printed on its standard output, without the line feeds at the end, as `$(…)` gives it */
  text(): string;
  /** The lines of its standard output */
  lines(): string[];
  /**
   * Its standard output, read as JSON.
   *
   * @throws {SyntaxError} when it is none
   */
  json<T>(): T;
}

/** What became of a command */
interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** How long it took, in milliseconds */
  readonly ms: number;
}

/**
 * A command that runs when it is awaited, so that it can be part of a pipe instead, or of a check.
 *
 * Not a `Promise`, which would have begun.
 *
 * @throws {CommandError} when it is awaited, and its exit status is not 0
 */
declare class Pending implements PromiseLike<Output> {
  #private;
  protected constructor();
  /** Runs it, once, however often it is awaited; what it printed */
  then<Result = Output, Failure = never>(
    fulfilled?: ((output: Output) => Result | PromiseLike<Result>) | null,
    rejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure>;
  /** Runs it unannounced, whatever its exit status will be; each call runs it anew */
  quietly(): Promise<Outcome>;
}

/**
 * A value that came out of a command, under a name and with the article's sample of it.
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
 * What `$` and `$.told` are. A template that is no single command is refused when it is written.
 *
 * @throws {TemplateError} for what only a shell could read: `|`, `>`, `*`, `$(…)`
 */
interface Tag extends Tagged<Pending> {
  /**
   * Runs a command whose output is a value, with a name and the article's sample.
   *
   * Equivalent to: `pid=$(docker inspect …)`
   *
   * @throws {UnexpectedOutput} when it prints anything else
   */
  as<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /**
   * The same, set as a shell variable in a line of its own, and `$pid` from then on.
   *
   * Equivalent to: `pid=2778`
   */
  let<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /**
   * Adds what a command prints to a file.
   *
   * Equivalent to: `echo … >> file`
   */
  append(file: string): Tagged<Pending>;
  /**
   * Replaces a file by what a command prints.
   *
   * Equivalent to: `echo … > file`
   */
  write(file: string): Tagged<Pending>;
  /**
   * Starts a program that stays, and goes on once that has printed something. All that it prints goes into a file. It ends
   * with the run, or with the lab that the run becomes.
   *
   * Equivalent to: `program > file 2>&1 &`
   *
   * @param says what it prints when it does its work, within ten seconds
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
   * For a command that nobody knows how to take back: says why it need not be.
   *
   * @throws {TypeError} when no reason is given
   */
  irreversible(reason: string): Tag;
}

/**
 * A terminal, which stands in a command for its container.
 *
 * Equivalent to: a window with `docker run -i -t … /bin/bash` in it
 */
export declare class Terminal extends Handle {
  #private;
  protected constructor();
  /** The same terminal, for what the article tells in words only, without a line of its own */
  get told(): Terminal;
  /** The same terminal, for a line that is the article's own */
  get quoted(): Terminal;
  /**
   * Types a line into the container's shell, and waits for the next prompt; what the line printed.
   *
   * @throws {StepError} when the shell has ended, or shows no prompt again within ten seconds
   */
  type(template: TemplateStringsArray, ...values: readonly Value[]): Promise<string>;
  /**
   * Leaves the container's shell, and waits until all of its output is there; its exit status.
   *
   * Equivalent to: `exit`
   */
  exit(): Promise<number>;
}

/** Opens a container's shell that stays open; the sample is the id that the article's prompt shows */
type Opens = (sample: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<Terminal>;

/** Types a line only where there is no such program; what it installs stays */
type IfMissing = (program: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<void>;

/**
 * What recipes call `$`: a template is one command, whose `${…}` are single words whatever is in them. It runs when it is
 * awaited, and one that fails fails the run.
 */
export interface RecipeShell extends Tag {
  /** Opens a container's shell that stays open, by its article's id: `docker run -i -t …` */
  readonly terminal: Opens;
  /** For what the article types where a program is missing: `` $.ifMissing("brctl")`sudo apt-get install bridge-utils` `` */
  readonly ifMissing: IfMissing;
  /** For what the article tells in words only, without a line of its own */
  readonly told: Tag & {
    readonly terminal: Opens;
  };
}

/** The name of an entry in `/var/run/netns`, which `ip netns` takes */
type NetnsName = Brand<string, "NetnsName">;

/** A network namespace with an entry in `/var/run/netns`: a place of checks, whose name can stand in a command. */
export declare class NamedNetwork extends Handle {
  /** Its entry in `/var/run/netns` */
  readonly name: NetnsName;
  /** Its own address, which checks of it are sent to */
  readonly address: Ipv4;
  protected constructor();
}

/** The network outside: a place of checks, whose name can stand in a command. */
export declare class OutsideNetwork extends NamedNetwork {
  /** Those that the host has on its uplink */
  readonly hostAddresses: readonly [Ipv4, Ipv4];
  protected constructor();
}

/**
 * Types the line that starts a name server in a network outside, which knows one name there, and nothing else.
 *
 * Equivalent to: `ip netns exec outside dnsmasq --no-daemon … >/run/outside-dns.log 2>&1 &`
 *
 * @param name what it knows: a name of the network's own address
 * @returns the file in which it writes down who has asked for what
 * @throws {CommandError} where dnsmasq does not start
 */
export declare function nameServerOutside($: RecipeShell, outside: OutsideNetwork, name: Hostname): Promise<string>;

/**
 * Types the lines that make a network outside, and give the host an uplink to it: a cable, two addresses of the host's, and its
 * default route. It knows nothing of the networks behind the host.
 *
 * Equivalent to: `ip netns add outside`, `ip link add eth0 type veth peer name eth0 netns outside`, …
 *
 * @param uplink the host's end of the cable, which must not be there yet; the other end has the same name
 * @throws {CommandError} where the host has a default route already
 */
export declare function outsideNetwork($: RecipeShell, uplink: IfName): Promise<OutsideNetwork>;

/**
 * A network namespace that the recipe makes, by the name that it gives it.
 *
 * Equivalent to: `ip netns add $name`, which the recipe types itself
 *
 * @param name as `ip netns` takes it: no slash, not a number alone
 * @param address the one that the recipe gives it
 * @throws {BadValue} when the name is none
 */
export declare function networkNamed(name: string, address: Ipv4): NamedNetwork;

/** The Docker host itself, as a place of checks. */
export declare const host: unique symbol;

/** A container, by what Docker calls it, the host, or a network with a name, such as the one outside. */
export type Place = Handle | typeof host;

/** A port of the host that leads to a server's own: what a check connects to, and what its server listens on. */
export declare class PublishedPort {
  #private;
  /** The server's own */
  readonly inside: Port;
  protected constructor();
  /** The host's, as it is known by now */
  get outside(): Port;
  /** The value that the host's comes from; `null` for one that needs none */
  get told(): Named<Port> | null;
}

/**
 * A port of the host that `--publish` leads to one of a container's, for the checks of connections: `tcp`, `udp`, `noTcp`.
 *
 * Equivalent to: `docker run -p 8080:80 …`
 *
 * @param outside the host's port, or that which a command has told
 * @param inside the container's, on which the check's server listens
 */
export declare function published(outside: Port | Named<Port>, inside: Port): PublishedPort;

/**
 * What a recipe may touch; a guard rail for honest recipes. A program that is not listed is refused, and the run ends with 4.
 */
export interface Permissions {
  /** The programs that it, its checks included, may run on the host */
  readonly run: readonly string[];
  /** Kernel modules that must be there already, as loading one changes the machine: `br_netfilter` */
  readonly modules?: readonly string[];
}

/** A recipe's options by name, without the dashes */
type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** Begins a step */
interface Step {
  /** With the comment over its commands, an argument a line */
  (...comment: readonly string[]): void;
  /** The same, where the article has the comment and no line under it */
  article(...comment: readonly string[]): void;
  /** The same, where the article has a line under it and no comment: that is ours */
  told(...comment: readonly string[]): void;
}

/** An address, a name that the asking container's `/etc/hosts` knows, a container on Docker's bridge, or a network with a name */
type Target = string | Handle;

/** What a command must print; a named value stands for what it is in this run */
type Expected = string | Handle;

/** Words of a rule; or of several, which may be met in any order */
type ExpectedRule = Expected | readonly Expected[];

/**
 * The ways to prove a statement. Each says what it expected and what it saw.
 *
 * What takes its time is asked again for up to 3 seconds; for what must not come, half a second is waited.
 *
 * @throws {CheckFailed} each of them, when what was expected is not what was seen
 */
interface ChecksOf {
  /**
   * One echo request is answered.
   *
   * Equivalent to: `ping -c 1 -W 1 ADDRESS`, in the network of `from`
   */
  ping(from: Place, to: Target): Promise<void>;
  /**
   * One echo request gets no answer, from a container that is shown to be there; or `says` is what ping must have said.
   *
   * Equivalent to: `! ping -c 1 -W 0.5 ADDRESS`, in the network of `from`
   */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /**
   * A connection to a server in `to`, at `target`, carries bytes both ways, and the server sees the client's own address.
   * The server is there for this only; behind a published port it listens on the container's own.
   *
   * Equivalent to: `nc -l -p PORT` in the network of `to`, and `nc ADDRESS PORT` in that of `from`
   */
  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * The same, but that the server sees another address, which the client was given on the way.
   *
   * Equivalent to: the same, with `iptables -t nat -A POSTROUTING … -j MASQUERADE` between them
   */
  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void>;
  /** No connection comes about, though a server listens in `to`; `says` is what the kernel must have said: `ECONNREFUSED` */
  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says?: string): Promise<void>;
  /**
   * A datagram to a server in `to`, at `target`, is answered, and the server sees the client's own address.
   *
   * Equivalent to: `nc -u -l -p PORT` in the network of `to`, and `nc -u ADDRESS PORT` in that of `from`
   */
  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void>;
  /**
   * Ten echo requests are answered, and the number that a command prints is at least ten more afterwards.
   *
   * Equivalent to: `cat …/statistics/tx_packets`, `ping -c 10 ADDRESS` in the network of `from`, and the first line again
   */
  counted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Ten echo requests are answered, and the number that a command prints is not one more afterwards. Asked again while it
   * is, as there may be other packets.
   *
   * Equivalent to: the same lines as `counted`
   */
  uncounted(from: Place, to: Target, counter: Pending): Promise<void>;
  /**
   * Two commands print the same, and something; asked again until they do.
   *
   * Equivalent to: `diff <(COMMAND) <(OTHER)`
   */
  same(command: Pending, other: Pending): Promise<void>;
  /** A command prints a line with each of these, in this order; asked again until it does */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints these lines and no others; each may go on. Asked again until it does */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints none of these words; asked again until it does */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
  /** A command fails, and says each of these, in this order. It is run once, and must be one that can be taken back */
  refuses(command: Pending, ...says: readonly Expected[]): Promise<void>;
  /** A command prints an address of a network, but not the one that the network is given by; asked again until it does */
  showsHostOf(command: Pending, network: Ipv4Cidr): Promise<void>;
  /**
   * Each line that a command prints ends with a port that Docker chooses from where it is told none: 49153 to 49900 of an
   * engine like the article's, and of today's the kernel's own range. Asked again until it does
   *
   * Equivalent to: `docker port CONTAINER`, beside `cat /proc/sys/net/ipv4/ip_local_port_range`
   */
  showsChosenPorts(command: Pending): Promise<void>;
  /**
   * A packet in a chain of iptables meets rules with these words, in this order, and those of an array in any; `command`
   * lists the whole table: `sudo iptables -S`. Chains are followed, so that it doesn't matter in which one a rule is.
   * Asked again until it does
   */
  meets(command: Pending, chain: string, ...expected: readonly ExpectedRule[]): Promise<void>;
  /**
   * An abstract Unix socket in `to`, which is there for this only, answers `from`.
   *
   * Equivalent to: `socat ABSTRACT-LISTEN:NAME -` in the network of `to`, and `socat - ABSTRACT-CONNECT:NAME` in that of `from`
   */
  unix(from: Place, to: Place, name: SocketName): Promise<void>;
  /** An abstract Unix socket in `to` refuses `from`, though it answers `to` itself */
  noUnix(from: Place, to: Place, name: SocketName): Promise<void>;
}

/** What a recipe is given. */
export interface Tools {
  /** Runs commands, as typed */
  readonly $: RecipeShell;
  /** Begins a step: the comment over its commands, an argument a line */
  readonly step: Step;
  /** Proves a statement of the article, 1 to 126, on real packets, or by what a command prints */
  check(claim: number, name?: string): ChecksOf;
}

/** A recipe as the runner sees it: what `recipe` makes. */
export declare class Recipe {
  #private;
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The article's section; `null` where it follows none */
  readonly article: string | null;
  /** What stands when it has run, a line each */
  readonly builds: readonly string[];
  /** By name, without the dashes */
  readonly options: OptionTable;
  /** What it may run on the host, and which modules it needs */
  readonly permissions: Required<Permissions>;
  protected constructor();
  /** Why these values can't be used together; empty when they can */
  objections(values: Readonly<Record<string, unknown>>): readonly string[];
  /** Why these values can't be used on this host; empty when they can */
  liveObjections(values: Readonly<Record<string, unknown>>, host: LiveHost): Promise<readonly string[]>;
  /** Runs its steps and checks */
  run(tools: Tools, values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** What each option's value is */
type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer T> ? T : never;
};

/** A recipe as its author writes it. */
export interface RecipeDefinition<Table extends OptionTable> {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The section of the article */
  readonly article?: string;
  /** What stands when it has run, a line each, for `wirework show` */
  readonly builds?: readonly string[];
  /** By name, without the dashes */
  readonly options: Table;
  /** What must hold between the options, before anything is opened */
  readonly rules?: readonly Rule<OptionValues<Table>>[];
  /** What must hold on the host, before the first step */
  readonly preflight?: readonly LiveRule<OptionValues<Table>>[];
  /** What it may run on the host */
  readonly permissions: Permissions;
  /** Its steps and checks, in order; what it throws fails the run, and all is undone */
  run(tools: Tools, options: OptionValues<Table>): Promise<void>;
}

/** Makes a recipe. A file's default export is one; started by itself, the file hands over to `wirework run`. */
export declare function recipe<const Table extends OptionTable>(definition: RecipeDefinition<Table>): Recipe;

/** Two networks that must have no address in common. */
export declare function apart<Name extends string>(one: Name, other: Name): Rule<Readonly<Record<Name, Ipv4Cidr>>>;

/** Two options whose values must not be the same. */
export declare function different<Name extends string>(
  one: Name,
  other: Name,
): Rule<Readonly<Record<Name, string | number>>>;

/**
 * A gateway that must be another host of an address's network: any other can't be reached.
 *
 * Equivalent to: `ip route add default via …`, which says `Nexthop has invalid gateway`
 */
export declare function gatewayInside<Gateway extends string, Address extends string>(
  gateway: Gateway,
  address: Address,
): Rule<Readonly<Record<Gateway, Ipv4> & Record<Address, Ipv4Cidr>>>;

/** A number that must be between two others. */
export declare function isBetween<Name extends string, First extends string, Last extends string>(
  name: Name,
  first: First,
  last: Last,
): Rule<Readonly<Record<Name, number> & Record<First, number> & Record<Last, number>>>;

/**
 * A value that something else has already.
 *
 * @param whose what is said of it: `which the recipe removes`
 */
export declare function isNot<Name extends string>(
  name: Name,
  taken: string,
  whose: string,
): Rule<Readonly<Record<Name, string | number>>>;

/** A value that goes into a file which a shell reads: there it must mean itself, whatever is around it. */
export declare function isPlainIn<Name extends string>(file: string, name: Name): Rule<Readonly<Record<Name, string>>>;

/**
 * Two numbers that begin and end a range, as of ports: the second is the first or above it, and not too far.
 *
 * @param most how far above it may be
 */
export declare function isRange<First extends string, Last extends string>(
  first: First,
  last: Last,
  most: number,
): Rule<Readonly<Record<First, number> & Record<Last, number>>>;

/** A network that must be large enough for so many hosts. */
export declare function roomFor<Name extends string>(hosts: number, name: Name): Rule<Readonly<Record<Name, Ipv4Cidr>>>;

/** A network that must be large enough for an interface's own address, and for as many others as an option says. */
export declare function roomForEach<Count extends string, Name extends string>(
  count: Count,
  name: Name,
): Rule<Readonly<Record<Count, number>> & Readonly<Record<Name, Ipv4Cidr>>>;

/**
 * An IPv4 address that a host may have, such as a container's.
 *
 * Equivalent to: `docker inspect -f '{{.NetworkSettings.IPAddress}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const address: (sample: string) => Sampled<Ipv4>;

/** A container's id: 64 lower-case hex digits, or the first 12 of them */
type ContainerId = Brand<string, "ContainerId">;

/**
 * What `docker run --detach` prints, a container's id: 12 or 64 lower-case hex digits.
 *
 * Equivalent to: `docker ps --quiet`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const containerId: (sample: string) => Sampled<ContainerId>;

/**
 * A port of the host, 1 to 65535, such as one that Docker has chosen.
 *
 * Equivalent to: `docker inspect -f '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const hostPort: (sample: string) => Sampled<Port>;

/**
 * An interface's name, 15 characters at most.
 *
 * Equivalent to: `ls /sys/class/net/docker0/brif`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const interfaceName: (sample: string) => Sampled<IfName>;

/** A network namespace as the kernel calls it, by its inode: `net:[4026531840]` */
type NetworkNamespace = Brand<string, "NetworkNamespace">;

/**
 * A network namespace, by its inode: two processes with the same one are in the same network.
 *
 * Equivalent to: `readlink /proc/self/ns/net`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const networkNamespace: (sample: string) => Sampled<NetworkNamespace>;

/** A process id, 1 to 4194303 */
type Pid = Brand<number, "Pid">;

/**
 * A process id, 1 to 4194303, with the article's: commands with it run only while it stands for the same process.
 *
 * Equivalent to: `docker inspect -f '{{.State.Pid}}' CONTAINER`
 *
 * @throws {BadValue} when the sample is none
 */
export declare const pid: (sample: string) => Sampled<Pid>;

/** The address of an address with its prefix: 172.17.42.99 of `172.17.42.99/16`. */
export declare function addressOf<F extends Family>(cidr: Cidr<F>): Address<F>;

/** The length of the prefix in bits, 0 to 32, or to 128 of IPv6: 16 of `172.17.42.99/16`. */
export declare function prefixOf(cidr: Cidr): number;

/**
 * The nth address after a subnet's network address: 10.1.1.2 for 2 in `10.1.1.0/24`. Hosts begin at 1, and
 * where a subnet has no address to spare at 0.
 *
 * @throws {RangeError} when that is no address a host may have
 */
export declare function hostAt<F extends Family>(cidr: Cidr<F>, n: number): Address<F>;

/**
 * The nth host of an interface's network, not counting the interface: 192.168.5.3 for 2 beside `192.168.5.1/24`.
 *
 * @throws {RangeError} when the network has no such host
 */
export declare function hostBeside<F extends Family>(own: Cidr<F>, n: number): Address<F>;

/**
 * Whether the subnet has the address in it, its first and last address included; one of the other family never is.
 */
export declare function contains(cidr: Cidr, address: Address): boolean;

/** A network: an address with its prefix whose host bits are all zero, as a route's destination is */
type Subnet<F extends Family = Family> = Brand<Cidr<F>, "Subnet">;

/** The subnet that an address is on, without the host's bits: `172.17.0.0/16` of `172.17.42.99/16`. */
export declare function networkOf<F extends Family>(cidr: Cidr<F>): Subnet<F>;

export {};
