import { readFileSync } from "node:fs";

/** The kernel's own memory, proc_meminfo(5): objects, per-CPU memory, stacks, page tables */
const FIELDS = ["Slab", "Percpu", "KernelStack", "PageTables"] as const;

/** Returns the kernel's own memory in bytes: the whole machine's, so only large differences mean something */
export function kernelMemory(): number {
  const text = readFileSync("/proc/meminfo", "utf8");
  return FIELDS.map((field) => 1024 * Number(new RegExp(`^${field}: +(\\d+) kB$`, "m").exec(text)?.[1] ?? 0)).reduce(
    (sum, bytes) => sum + bytes,
  );
}
