/**
 * The memory of a program and all that it starts, at the moment when it is largest.
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";

/** Bytes, of all processes together */
export interface Memory {
  /** Resident: a page that two processes share is counted twice */
  readonly rss: number;
  /** Proportional: a page that two processes share is counted as half a page in each */
  readonly pss: number;
}

const POLL_MILLISECONDS = 3;

/**
 * Runs a program to its end, and looks at its processes every few milliseconds; the largest sums that were seen.
 *
 * Reads `/proc/$pid/smaps_rollup`, proc_pid_smaps(5). This Bun shares pages with the program's as well, which lowers
 * their proportional part: the truth lies between the two figures.
 */
export async function peakMemory(argv: readonly string[]): Promise<Memory> {
  const running = Bun.spawn([...argv], { stdio: ["ignore", "ignore", "ignore"] });
  let peak: Memory = { rss: 0, pss: 0 };
  while (running.exitCode === null && running.signalCode === null) {
    const now = memoryOf(descendants(running.pid));
    peak = { rss: Math.max(peak.rss, now.rss), pss: Math.max(peak.pss, now.pss) };
    await Bun.sleep(POLL_MILLISECONDS);
  }
  return peak;
}

/** A process, its children, and theirs; orphans of a process namespace are its first process's */
function descendants(ancestor: number): readonly number[] {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return pid === ancestor || (parent !== undefined && parent !== 0 && isOurs(parent));
  };
  return [...parents.keys()].filter((pid) => isOurs(pid) && !isBorrower(pid, parents.get(pid) ?? 0));
}

/** A child that has not yet become another program runs in its parent's memory, vfork(2): that is not there twice */
function isBorrower(pid: number, parent: number): boolean {
  return contentOf(`/proc/${pid}/cmdline`) === contentOf(`/proc/${parent}/cmdline`);
}

function memoryOf(pids: readonly number[]): Memory {
  const texts = pids.map((pid) => contentOf(`/proc/${pid}/smaps_rollup`));
  const sum = (field: string) =>
    texts.reduce(
      (total, text) => total + 1024 * Number(new RegExp(`^${field}: +(\\d+) kB$`, "m").exec(text)?.[1] ?? 0),
      0,
    );
  return { rss: sum("Rss"), pss: sum("Pss") };
}

function processIds(): readonly number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

/** The fourth field of proc_pid_stat(5), counted behind the name, which may have blanks in it; 0 for a process that has ended */
function parentOf(pid: number): number {
  const text = contentOf(`/proc/${pid}/stat`);
  return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
