import { expect, test } from "bun:test";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { LAB_REPORT, reportLab, runningIds } from "../../../lib/recipe/run/lab-report.ts";
import { networkAt } from "../../../lib/netlink/process/process-identity.ts";
import { UnexpectedOutput } from "../../../lib/shell/failure/unexpected-output.ts";
import { answering } from "../../support/terminal/answering.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

const [ONE, TWO] = ["63f36fc01b5f", "1a2b3c4d5e6f"] as const;

/** Two containers, of which the first one's process is ours, and the other's is none */
const NO_PROCESS = 4_194_303;
const engine = answering((command) => {
  if (command.includes(" ps ")) return { stdout: `${ONE}\n${TWO}\n` };
  const isFirst = command.endsWith(ONE);
  if (command.includes("{{.Name}}")) return { stdout: isFirst ? "/web\n" : "/db\n" };
  return { stdout: `${isFirst ? process.pid : NO_PROCESS}\n` };
});

test("a lab's report has its containers, what the recipe calls them, and where they are", async () => {
  const file = join(emptyFolder(), "lab.json");
  const names = [
    { name: "server", word: ONE },
    { name: "pid", word: "2778" },
    { name: "short", word: ONE.slice(0, 11) },
    { name: "long", word: `${ONE}${"0".repeat(52)}` },
    { name: "other", word: `x${ONE}` },
    { name: "path", word: `${ONE}/` },
    { name: "client", word: TWO },
    { name: "behind", word: `0${TWO}` },
  ];
  await reportLab(engine.performer, names, "a line", file);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    containers: [
      {
        id: ONE,
        name: "web",
        called: ["server", "long"],
        pid: process.pid,
        network: networkAt("/proc/self/ns/net"),
      },
      { id: TWO, name: "db", called: ["client"], pid: NO_PROCESS, network: null },
    ],
    obstacle: "a line",
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("where Docker does not answer, no container runs", async () => {
  const { performer } = answering(() => ({ exitCode: 1, stderr: "no daemon" }));
  expect(await runningIds(performer)).toEqual([]);
  const file = join(emptyFolder(), "lab.json");
  await reportLab(performer, [], null, file);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ containers: [], obstacle: null });
});

test("an answer that is none is an error", async () => {
  expect(await runningIds(engine.performer)).toEqual([ONE, TWO]);
  await expect(runningIds(answering(() => ({ stdout: "?" })).performer)).rejects.toThrow(UnexpectedOutput);
});

test("on a host the report is where only root can write", () => {
  expect(LAB_REPORT).toBe("/run/wirework-host/lab.json");
});
