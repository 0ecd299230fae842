import { afterAll, beforeAll, test } from "bun:test";
import { describeInSandbox } from "../../support/test-host.ts";
import { MatrixHost } from "./matrix-host.ts";
import { ADDRESS_LINES, NEIGHBOUR_LINES, ROUTE_LINES, RULE_LINES } from "./lines/entries.ts";
import { LINK_LINES } from "./lines/links.ts";
import { SETUP } from "./setup.ts";
const WHICH: any = { link: LINK_LINES, address: ADDRESS_LINES, route: ROUTE_LINES, rule: RULE_LINES, neighbour: NEIGHBOUR_LINES };
const LINES: string[] = (process.env["WHICH"] ?? "link,address,route,rule,neighbour").split(",").flatMap((one) => WHICH[one]);

describeInSandbox((host) => {
  let matrix: MatrixHost;
  beforeAll(() => void (matrix = new MatrixHost(host(), SETUP)));
  afterAll(() => matrix[Symbol.asyncDispose]());
  test.each(LINES)("%s", async (line) => {
    const said = (one: any) => one === null ? "?" : one.left.length > 0 ? "WRONG " + one.left.join("\n       ")+"\n     "+one.lines.join(" ; ") : one.refused !== null ? "refused: " + one.refused.slice(0, 150) : "ok";
    try {
      const a = await matrix.ask(line);
      console.log(`${line}\n   journal ${said(a.journal)} ${a.journal.changed.length}\n   script ${said(a.script)}\n   explain ${said(a.explain)}`);
    } catch (e) { console.log(`${line}: ${e}`); matrix = new MatrixHost(host(), SETUP); }
  });
});
