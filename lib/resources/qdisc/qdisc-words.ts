/**
 * Converts the output of `tc -details -raw -json qdisc show` to the words of `tc qdisc add`.
 *
 * Sources: print_qdisc() of iproute2's tc/tc_qdisc.c, tbf_print_opt() of tc/q_tbf.c, netem_print_opt() of tc/q_netem.c
 *
 * @module
 */

/** The fields that are read */
export interface ShownQdisc {
  readonly kind: string;
  /** The handle; `0:` for a default that the kernel gives a link */
  readonly handle: string;
  readonly root?: boolean;
  readonly parent?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

type Options = Readonly<Record<string, unknown>>;

/** Writes the options of each kind that can be restored; `null` when some of them can't */
const WRITTEN: Readonly<Record<string, (options: Options) => readonly string[] | null>> = {
  pfifo: ({ limit }) => ["limit", `${numberOf(limit)}`],
  bfifo: ({ limit }) => ["limit", `${numberOf(limit)}`],
  pfifo_fast: () => [],
  noqueue: () => [],
  ingress: () => [],
  clsact: () => [],
  tbf: tbfWords,
  netem: netemWords,
};

/** Writes its handle, kind and options; `null` when wirework can't write them */
export function qdiscWords({ kind, handle, options = {} }: ShownQdisc): string | null {
  const words = WRITTEN[kind]?.(options) ?? null;
  return words === null ? null : ["handle", handle, kind, ...words].join(" ");
}

/** PSCHED_TICKS_PER_SEC: the kernel counts in units of 64 ns, include/net/pkt_sched.h */
const TICKS = 15_625_000;

/** The kernel keeps the time of a burst, and `tc` prints it as bytes, rounded down */
function tbfWords({
  rate,
  burst_raw: raw,
  limit,
  mpu = 0,
  overhead = 0,
  linklayer = "ethernet",
  mtu_raw: peak,
}: Options) {
  const [bytes, ticks] = [numberOf(rate), Number.parseInt(String(raw), 16)];
  const about = Math.floor((bytes * ticks) / TICKS);
  const burst = [about, about + 1].find((size) => Math.floor((size / bytes) * TICKS) === ticks);
  const isPlain = mpu === 0 && overhead === 0 && linklayer === "ethernet" && peak === undefined;
  if (!isPlain || burst === undefined || limit === undefined) return null;
  return ["rate", `${bytes * 8}bit`, "burst", `${burst}b`, "limit", `${numberOf(limit)}b`];
}

/** Times are printed in seconds, and shares as fractions. A table that distributes the jitter is not printed at all */
function netemWords({ limit, ecn, gap, delay, "loss-random": loss, duplicate, corrupt, ...others }: Options) {
  const [wait, losses, doubles, bits] = [delay, loss, duplicate, corrupt].map(partOf);
  const parts = [wait, losses, doubles, bits];
  const isPlain = parts.every((part) => numberOf(part?.["jitter"]) === 0 && numberOf(part?.["correlation"]) === 0);
  if (!isPlain || Object.keys(others).length > 0 || ecn === true || numberOf(gap) !== 0) return null;
  const share = (name: string, fraction: unknown) =>
    numberOf(fraction) === 0 ? [] : [name, `${Number((numberOf(fraction) * 100).toPrecision(9))}%`];
  return [
    "limit",
    `${numberOf(limit)}`,
    ...(wait === null || wait === undefined ? [] : ["delay", `${Math.round(numberOf(wait["delay"]) * 1e6)}us`]),
    ...share("loss", losses?.["loss"]),
    ...share("duplicate", doubles?.["duplicate"]),
    ...share("corrupt", bits?.["corrupt"]),
  ];
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function partOf(value: unknown): Options | null {
  return typeof value === "object" && value !== null ? (value as Options) : null; // JSON
}
