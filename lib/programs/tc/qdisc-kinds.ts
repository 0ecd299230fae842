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

/** Any beginning will do, as iproute2's matches() has it */
function short(keyword: Keyword): Keyword {
  return { ...keyword, short: true };
}

function options(words: Grammar["words"]): Grammar {
  return { operands: [], words };
}

const LIMIT = word("limit", "how much may wait; what comes then is dropped", PACKETS);

const BURST = word("burst", "how much may be sent at once, at full speed", SIZE);
const PEAK_BURST = word("mtu", "how much may be sent at once at the peak rate", SIZE);

const TBF = options({
  limit: short(word("limit", "how much may wait; what comes then is dropped", SIZE)),
  latency: short(word("latency", "how long a packet may wait; what would wait longer is dropped", TIME)),
  burst: short(BURST),
  buffer: BURST,
  maxburst: BURST,
  mtu: PEAK_BURST,
  minburst: PEAK_BURST,
  mpu: word("mpu", "what a packet counts at least", SIZE),
  rate: word("rate", "how much is sent in the long run", RATE),
  peakrate: short(word("peakrate", "how fast a burst may be", RATE)),
  overhead: short(word("overhead", "what each packet counts more", "bytes")),
  linklayer: short(word("linklayer", "what carries the packets", "ethernet, atm or adsl")),
});

const CORRELATION = further("correlation", "how much each is like the one before, in percent");

function some(name: string, means: string): Keyword {
  return short(word(name, means, PERCENT, CORRELATION));
}

const PROBABILITY = further("probability", "how likely a change of state is, in percent");

const JITTER = further("jitter", "how much more, or less, it may be: a time");
const DELAY = word("delay", "holds each packet back", TIME, JITTER, CORRELATION);

const LOSS: Keyword = {
  ...word("loss", "drops some packets", PERCENT, CORRELATION, PROBABILITY, PROBABILITY, PROBABILITY),
  before: {
    random: "each packet by itself",
    state: "as a model of four states says",
    gemodel: "as the model of Gilbert and Elliot says: in bursts",
  },
};

const NETEM = options({
  limit: short(LIMIT),
  latency: short(DELAY),
  delay: short(DELAY),
  loss: short(LOSS),
  drop: short(LOSS),
  ecn: short({ means: "marks packets instead of dropping them" }),
  reorder: some("reorder", "sends some packets at once, ahead of those that wait"),
  gap: short(word("gap", "reorders only each of so many", PACKETS)),
  corrupt: some("corrupt", "changes a bit of some packets"),
  duplicate: some("duplicate", "sends some packets twice"),
  distribution: short(
    word("distribution", "how the times are spread", "uniform, normal, pareto, paretonormal, or a table's name"),
  ),
  rate: short(
    word(
      "rate",
      "sends no faster than that",
      RATE,
      further("packetoverhead", "what each packet counts more, in bytes"),
      further("cellsize", "the size of a cell, in bytes"),
      further("celloverhead", "what each cell counts more, in bytes"),
    ),
  ),
  slot: short({
    ...word("slot", "sends only at moments that are so far apart", TIME, further("slotMax", "at most so far: a time")),
    before: { distribution: "spread by a table" },
  }),
  packets: word("slotPackets", "how many a slot has at most", PACKETS),
  bytes: word("slotBytes", "how much a slot has at most", "bytes"),
  seed: short(word("seed", "where its random numbers start", "a number")),
});

const FQ_CODEL = options({
  limit: LIMIT,
  flows: word("flows", "how many queues there are", "a number"),
  target: word("target", "how long a packet may wait, all in all", TIME),
  interval: word("interval", "for how long that may be exceeded", TIME),
  quantum: word("quantum", "how much a queue may send in turn", "bytes"),
  ce_threshold: word("ce_threshold", "marks packets that have waited longer", TIME),
  memory_limit: word("memory_limit", "how much memory it may take", SIZE),
  drop_batch: word("drop_batch", "how many it drops at once", PACKETS),
  ecn: { means: "marks packets instead of dropping them" },
  noecn: { means: "drops packets, and marks none" },
});

const SFQ = options({
  limit: LIMIT,
  perturb: word("perturb", "how often queues are told apart anew", "seconds"),
  quantum: word("quantum", "how much a queue may send in turn", "bytes"),
  divisor: word("divisor", "how many queues there may be", "a power of two"),
  flows: word("flows", "how many queues are served", "a number"),
  depth: word("depth", "how many packets a queue may have", PACKETS),
  headdrop: { means: "drops the packet that has waited longest" },
});

const BAND: Parameter = { name: "band", means: "the band of that priority: 0 is sent first" };

const PRIO = options({
  bands: word("bands", "how many queues there are", "a number"),
  priomap: { means: "which queue each priority goes to", takes: Array.from({ length: 16 }, () => BAND) },
});

const HTB = options({
  default: word("default", "the class of packets that no filter sorts", "its minor number, in hexadecimal"),
  r2q: word("r2q", "divides a class's rate into what it may send in turn", "a number"),
  direct_qlen: word("direct_qlen", "how many unsorted packets may wait", PACKETS),
  offload: { means: "lets the network card do it" },
});

/** Each kind, what it does, and its words */
export const QDISC_KINDS: Readonly<Record<string, { readonly means: string; readonly options: Grammar }>> = {
  pfifo: { means: "sends packets in their order, and counts them", options: options({ limit: LIMIT }) },
  bfifo: {
    means: "sends packets in their order, and counts their bytes",
    options: options({ limit: word("limit", "how much may wait; what comes then is dropped", SIZE) }),
  },
  pfifo_fast: { means: "sends packets in their order, the urgent ones first", options: options({}) },
  noqueue: { means: "sends each packet at once: none waits", options: options({}) },
  tbf: { means: "a token bucket: holds packets back that come faster than a rate", options: TBF },
  netem: { means: "makes the network worse: slower, with losses", options: NETEM },
  fq_codel: { means: "shares the link between connections, and keeps them from waiting long", options: FQ_CODEL },
  sfq: { means: "shares the link between connections", options: SFQ },
  prio: { means: "several queues; the first that has a packet is sent", options: PRIO },
  htb: { means: "classes, each with a rate of its own", options: HTB },
  mq: { means: "a queueing discipline for each queue of the network card", options: options({}) },
};
