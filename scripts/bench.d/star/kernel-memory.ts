import { readFileSync } from "node:fs";

/** What the kernel needs for itself, proc_meminfo(5): objects, memory of each processor, stacks, page tables */
const FIELDS = ["Slab", "Percpu", "KernelStack", "PageTables"] as const;

/** The kernel's own memory, in bytes: the whole machine's, so that only large differences mean something */
export function kernelMemory(): number {
  const text = readFileSync("/proc/meminfo", "utf8");
  return FIELDS.map((field) => 1024 * Number(new RegExp(`^${field}: +(\\d+) kB$`, "m").exec(text)?.[1] ?? 0)).reduce(
    (sum, bytes) => sum + bytes,
  );
}
