import type { Look, SeenFile } from "../../../lib/resources/look.ts";
import { networkWith, type Told } from "../../support/kernel/seen-network.ts";

/** What there is on a machine; of all else there is nothing, and every other command fails */
export interface There {
  /** What commands print, by their words */
  readonly texts?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly inodes?: Readonly<Record<string, number>>;
  readonly networks?: Readonly<Record<string, number>>;
  /** What is in networks, by their files */
  readonly sees?: Readonly<Record<string, Told>>;
}

/** A machine on which there is that, and nothing else */
export function lookingAt({ texts = {}, files = {}, links = {}, inodes = {}, networks = {}, sees = {} }: There): Look {
  const seen = (content: string): SeenFile => ({ content: Buffer.from(content), uid: 0, gid: 0, mode: 0o644 });
  return {
    text: async (argv) => texts[argv.join(" ")] ?? null,
    file: (path) => (files[path] === undefined ? null : seen(files[path])),
    link: (path) => links[path] ?? null,
    inode: (path) => inodes[path] ?? null,
    network: (path) => networks[path] ?? null,
    see: (path, read) => (sees[path] === undefined ? null : read(networkWith(sees[path]))),
  };
}
