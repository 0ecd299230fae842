import { readBridgeLine } from "./bridge/line.ts";
import { readNftLine } from "./nft/line.ts";
import type { ReadLine } from "./read-line.ts";
import { readTcLine } from "./tc/line.ts";

/** Who reads the lines of a program, by its name */
export const LINE_READERS: Readonly<Partial<Record<string, ReadLine>>> = {
  bridge: readBridgeLine,
  nft: readNftLine,
  tc: readTcLine,
};
