/**
 * A furnisher that is kept in reserve furnishes what it is told later.
 */
import { expect, test } from "bun:test";

import { BUN_COMMAND } from "../../../../../lib/hosts/bun-command.ts";
import { readableProject } from "../../../../support/project.ts";
import { describeInSandbox } from "../../../../support/host/test-host.ts";

/** Takes spare ones for a container until there is none; prints what each of them said */
const TAKING = `
const { keepSpareFurnisher, takeSpareFurnisher } = await import(process.argv[1] + "/spare-furnisher.ts");
const { wordsOf } = await import(process.argv[1] + "/furnisher.ts");
const command = { command: ["true", ...process.argv.slice(3)], environment: [], workingFolder: "/" };
keepSpareFurnisher(2);
for (let turn = 0; turn < 3; turn++) {
  await using furnisher = takeSpareFurnisher([process.argv[2], ...wordsOf(command)]);
  console.log(furnisher === null ? "none" : await furnisher.isReady());
}
process.exit();`;

describeInSandbox((host) => {
  const taking = async (...words: readonly string[]) => {
    const id = (await host().$`docker ps --all --quiet --no-trunc`).stdout.trim();
    const engine = `${readableProject()}/lib/builtins/docker/engine/process`;
    return await host().program`${[...BUN_COMMAND, "--eval", TAKING, engine, id, ...words]}`;
  };

  test("as many as were wanted are ready, one after another, and then there is none", async () => {
    await host().$`docker run base true`;
    expect(await taking()).toEqual({ status: 0, stdout: "ready\nready\nnone\n", stderr: "" });
  });

  test("none is taken for more words than a pipe takes at once", async () => {
    expect((await taking("x".repeat(4096))).stdout).toBe("none\nnone\nnone\n");
  });
});
