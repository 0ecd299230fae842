/**
 * What is typed into a container goes as fast as it reads.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

/** More than a pipe holds: pipe(7) */
const TYPED = "x".repeat(200_000);

describeInSandbox((host) => {
  test("what a container does not read yet keeps nobody else in its client's process waiting", async () => {
    const argv = ["docker", "run", "-i", "--name", "late", "base", "sh", "-c", "mkfifo /go && read go </go && wc -c"];
    const running = host().run(argv, { input: TYPED });
    while ((await host().program`docker exec late test -p /go`).status !== 0) await Bun.sleep(2);
    const answered = host().$`echo answered`.then(({ stdout }) => stdout);
    expect(await Promise.race([answered, Bun.sleep(20_000)])).toBe("answered\n");
    await host().program`docker exec late sh -c ${"echo go >/go"}`;
    expect(await running).toMatchObject({ status: 0, stdout: `${TYPED.length}\n` });
    await host().$`docker rm late`;
  });
});
