/**
 * What is seen of an entry is enough to bring it back by the real `ip`.
 */
import { expect, test } from "bun:test";

import { UNSHARE } from "../support/host/in-namespaces.ts";
import type { Again } from "./again-inside.ts";

let done: Promise<Readonly<Record<string, Again>>> | null = null;

async function doInside(): Promise<Readonly<Record<string, Again>>> {
  const running = Bun.spawn([...UNSHARE, process.execPath, "--no-env-file", `${import.meta.dir}/again-inside.ts`], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" },
  });
  const [stdout, stderr] = await Promise.all([running.stdout.text(), running.stderr.text()]);
  if ((await running.exited) !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, Again>; // what again-inside.ts prints
}

test.each([
  ["an IPv4 rule", 11],
  ["an IPv6 rule", 3],
  ["a neighbour", 5],
  ["an IPv4 route", 14],
  ["an IPv6 route", 7],
  ["an IPv4 address", 6],
  ["an IPv6 address", 4],
] as const)("%s that is removed is brought back, each of %d, in its place", async (what, count) => {
  done ??= doInside();
  const again = (await done)[what];
  expect(again?.failed).toEqual([]);
  expect(again?.after).toEqual(again?.before ?? []);
  expect(again?.before).toHaveLength(count);
});
