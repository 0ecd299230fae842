import { TestSandbox } from "./sandbox.ts";
import { users } from "./users.ts";
const [who = "root"] = process.argv.slice(2);
const user = users.find(u => u.name === who)!;
await using s = await TestSandbox.open(user);
const sh = async (script: string, input = "") => { const t = performance.now(); const r = await s.programReading(input)`sh -c ${script}`; console.log(`$ ${script}  [${r.status}] ${(performance.now()-t).toFixed(0)} ms`); if (r.stdout) console.log(r.stdout.replace(/^/gm, "  | ").replace(/\n  \| $/, "")); if (r.stderr) console.log(r.stderr.replace(/^/gm, "  ! ").replace(/\n  ! $/, "")); };
for (const line of (await Bun.stdin.text()).split("\n")) if (line.trim()) await sh(line);
