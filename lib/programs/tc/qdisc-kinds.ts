/**
 * Kinds of queueing disciplines, and the words behind each.
 *
 * Sources: tc(8), tc-pfifo(8), tc-tbf(8), tc-netem(8), tc-fq_codel(8), tc-sfq(8), tc-prio(8), tc-htb(8); parse_opt() of each in
 * iproute2's tc/q_*.c
 *
 * @module
 */
import type { Grammar, Keyword, Parameter } from "../grammar.ts";
import { further } from "../grammar-parts.ts";

const PERCENT = "how many of them, in percent";
const TIME = "a time: 10ms, 500us";
const SIZE = "bytes, or with a unit: 32kbit, 10kb";
const RATE = "a rate: 1mbit, 500kbit, 100kbps for bytes";
const PACKETS = "packets";

function word(name: string, means: string, follows: string, ...more: readonly Parameter[]): Keyword {
  return { means, takes: [{ name, means: follows }, ...more] };
}

/** Allows any beginning of a keyword, as iproute2's matches() does */
function short(keyword: Keyword): Keyword {
  return { ...keyword, short: true };
}

function options(words: Grammar["words"]): Grammar {
  return { operands: [], words };
}

const LIMIT = word("limit", "the length of the queue; packets beyond it are dropped", PACKETS);

const BURST = word("burst", "how much may be sent at once, at full speed", SIZE);
const PEAK_BURST = word("mtu", "how much may be sent at once at the peak rate", SIZE);

const TBF = options({
  limit: short(word("limit", "the length of the queue; packets beyond it are dropped", SIZE)),
  latency: short(word("latency", "how long a packet may wait; packets that would wait longer are dropped", TIME)),
  burst: short(BURST),
  buffer: BURST,
  maxburst: BURST,
  mtu: PEAK_BURST,
  minburst: PEAK_BURST,
  mpu: word("mpu", "the smallest size that a packet counts as", SIZE),
  rate: word("rate", "the average rate", RATE),
  peakrate: short(word("peakrate", "the largest rate of a burst", RATE)),
  overhead: short(word("overhead", "a number of bytes added to each packet's size", "bytes")),
  linklayer: short(word("linklayer", "what carries the packets", "ethernet, atm or adsl")),
});

const CORRELATION = further("correlation", "how much each depends on the one before, in percent");

function some(name: string, means: string): Keyword {
  return short(word(name, means, PERCENT, CORRELATION));
}

const PROBABILITY = further("probability", "how likely a change of state is, in percent");

const JITTER = further("jitter", "the variation: a time");
const DELAY = word("delay", "delays each packet", TIME, JITTER, CORRELATION);

const LOSS: Keyword = {
  ...word("loss", "drops some packets", PERCENT, CORRELATION, PROBABILITY, PROBABILITY, PROBABILITY),
  before: {
    random: "independently for each packet",
    state: "by a Markov model with four states",
    gemodel: "by the Gilbert-Elliot model: in bursts",
  },
};

const NETEM = options({
  limit: short(LIMIT),
  latency: short(DELAY),
  delay: short(DELAY),
  loss: short(LOSS),
  drop: short(LOSS),
  ecn: short({ means: "marks packets instead of dropping them" }),
  reorder: some("reorder", "sends some packets at once, ahead of delayed ones"),
  gap: short(word("gap", "reorders only every nth packet", PACKETS)),
  corrupt: some("corrupt", "changes a bit of some packets"),
  duplicate: some("duplicate", "sends some packets twice"),
  distribution: short(
    word("distribution", "the distribution of the delays", "uniform, normal, pareto, paretonormal, or a table's name"),
  ),
  rate: short(
    word(
      "rate",
      "limits the rate",
      RATE,
      further("packetoverhead", "bytes added to each packet's size"),
      further("cellsize", "the size of a cell, in bytes"),
      further("celloverhead", "bytes added to each cell's size"),
    ),
  ),
  slot: short({
    ...word(
      "slot",
      "sends only in slots, which are this far apart",
      TIME,
      further("slotMax", "the largest distance: a time"),
    ),
    before: { distribution: "distributed by a table" },
  }),
  packets: word("slotPackets", "the largest number of packets in a slot", PACKETS),
  bytes: word("slotBytes", "the largest number of bytes in a slot", "bytes"),
  seed: short(word("seed", "the seed of its random numbers", "a number")),
});

const FQ_CODEL = options({
  limit: LIMIT,
  flows: word("flows", "the number of queues", "a number"),
  target: word("target", "the target for the delay in a queue", TIME),
  interval: word("interval", "how long the target may be exceeded", TIME),
  quantum: word("quantum", "how much a queue may send in its turn", "bytes"),
  ce_threshold: word("ce_threshold", "marks packets that have waited longer", TIME),
  memory_limit: word("memory_limit", "how much memory it may use", SIZE),
  drop_batch: word("drop_batch", "how many packets it drops at once", PACKETS),
  ecn: { means: "marks packets instead of dropping them" },
  noecn: { means: "drops packets, and marks none" },
});

const SFQ = options({
  limit: LIMIT,
  perturb: word("perturb", "how often the hash of connections changes", "seconds"),
  quantum: word("quantum", "how much a queue may send in its turn", "bytes"),
  divisor: word("divisor", "the largest number of queues", "a power of two"),
  flows: word("flows", "the number of queues in use", "a number"),
  depth: word("depth", "the length of each queue", PACKETS),
  headdrop: { means: "drops the packet that has waited longest" },
});

const BAND: Parameter = { name: "band", means: "the band of that priority: 0 is sent first" };

const PRIO = options({
  bands: word("bands", "the number of queues", "a number"),
  priomap: { means: "the queue of each priority", takes: Array.from({ length: 16 }, () => BAND) },
});

const HTB = options({
  default: word("default", "the class for packets that no filter matches", "its minor number, in hexadecimal"),
  r2q: word("r2q", "divides a class's rate to get its quantum", "a number"),
  direct_qlen: word("direct_qlen", "the length of the queue for unmatched packets", PACKETS),
  offload: { means: "offloads it to the network card" },
});

/** Each kind with its meaning and its words */
export const QDISC_KINDS: Readonly<Record<string, { readonly means: string; readonly options: Grammar }>> = {
  pfifo: { means: "sends packets in their order, and counts them", options: options({ limit: LIMIT }) },
  bfifo: {
    means: "sends packets in their order, and counts their bytes",
    options: options({ limit: word("limit", "the length of the queue; packets beyond it are dropped", SIZE) }),
  },
  pfifo_fast: { means: "sends packets in their order, the urgent ones first", options: options({}) },
  noqueue: { means: "sends each packet at once: none waits", options: options({}) },
  tbf: { means: "a token bucket: delays packets that exceed a rate", options: TBF },
  netem: { means: "emulates a bad network: slower, with losses", options: NETEM },
  fq_codel: { means: "shares the link between connections, and keeps queues short", options: FQ_CODEL },
  sfq: { means: "shares the link between connections", options: SFQ },
  prio: { means: "several queues; the first that has a packet is sent", options: PRIO },
  htb: { means: "classes, each with a rate of its own", options: HTB },
  mq: { means: "a queueing discipline for each queue of the network card", options: options({}) },
};
