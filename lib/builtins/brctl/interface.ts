/**
 * The interfaces of the network namespace whose `/sys` is mounted, read from there.
 * Source: Documentation/ABI/testing/sysfs-class-net of the kernel.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const FOLDER = "/sys/class/net";

/** IFF_UP, include/uapi/linux/if.h */
const UP = 0x1;

/** What is_valid_ether_addr() refuses, include/linux/etherdevice.h */
const UNUSABLE_ADDRESS = /^(?:00(?::00)*$|.[13579bdf]:)/;

/** An interface by its name; when there is none of that name, nothing is true of it */
export class Interface {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  get exists(): boolean {
    return this.#has("ifindex");
  }

  get isBridge(): boolean {
    return this.#has("bridge");
  }

  get isUp(): boolean {
    return (Number(this.#read("flags")) & UP) !== 0;
  }

  /** Whether it has a master: a bridge, a bond, a VRF… */
  get hasMaster(): boolean {
    return this.#has("master");
  }

  /** Whether its address is none at all, as of `lo` and of a bridge after its last port, or a group's */
  get hasUnusableAddress(): boolean {
    return UNUSABLE_ADDRESS.test(this.#read("address"));
  }

  /** Of a bridge: its priority and address, such as `8000.66d0770e1a2b` */
  get bridgeId(): string {
    return this.#read("bridge/bridge_id");
  }

  /** Of a bridge: whether it speaks the spanning tree protocol */
  get hasStp(): boolean {
    return this.#read("bridge/stp_state") !== "0";
  }

  /** Of a bridge: the names of its ports, sorted */
  get ports(): string[] {
    const list = () => readdirSync(`${FOLDER}/${this.name}/brif`).toSorted();
    return this.#has("brif") ? whileThere(list, []) : [];
  }

  hasPort(device: Interface): boolean {
    return isEntry(device.name) && this.#has(`brif/${device.name}`);
  }

  #has(entry: string): boolean {
    return isEntry(this.name) && existsSync(`${FOLDER}/${this.name}/${entry}`);
  }

  #read(entry: string): string {
    const read = () => readFileSync(`${FOLDER}/${this.name}/${entry}`, "utf8").trimEnd();
    return this.#has(entry) ? whileThere(read, "") : "";
  }
}

/** All bridges, sorted by their names */
export function listBridges(): Interface[] {
  const interfaces = readdirSync(FOLDER)
    .toSorted()
    .map((name) => new Interface(name));
  return interfaces.filter((one) => one.isBridge);
}

/** Others delete interfaces as well, also between our look at one and our reading of it */
function whileThere<T>(read: () => T, gone: T): T {
  try {
    return read();
  } catch {
    return gone;
  }
}

/** Whether a name stays inside a folder; the real brctl also shows `b0/` and `../net/b0` */
function isEntry(name: string): boolean {
  return !["", ".", ".."].includes(name) && !name.includes("/");
}
