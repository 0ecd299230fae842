/**
 * The engine's images, whatever others do at the same time, and whatever was killed before.
 */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

const STATE = "/run/wirework-host/docker";

/**
 * Removes an image as `docker rmi` does, while a line waits for the lock that it is removed under; ends as the line.
 *
 * The line's process is there before the lock is taken, so that a lock among its files is one that it opened.
 */
const REMOVED_MEANWHILE = `
mkfifo /tmp/taken
sh -c "read _ </tmp/taken; exec $1" >/tmp/said 2>&1 &
client=$!
exec 9>>${STATE}/lock
flock 9
echo >/tmp/taken
while [ -e /proc/$client/exe ] && ! ls -l /proc/$client/fd | grep -q ${STATE}/lock; do :; done
rm -r "$(dirname "$(grep -l '"gone:latest"' ${STATE}/images/*/image.json)")"
exec 9>&-
wait $client
status=$?
cat /tmp/said
rm /tmp/taken
exit $status`;

describeInSandbox((host) => {
  const build = (dockerfile: string, ...options: readonly string[]) =>
    host().run(["docker", "build", "-q", ...options, "-"], { input: dockerfile });

  test("base is there after a start that was killed before it had written that down", async () => {
    await host().$`service docker stop`;
    await host().$`sh -c ${`rm ${STATE}/images/*/image.json`}`;
    await host().$`service docker start`;
    expect(await host().$`docker run --rm base true`).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  describe("an id's beginning that fits several images", () => {
    let digit = "";
    beforeEach(async () => {
      // More than there are digits
      await build(["FROM base", ...Array.from({ length: 17 }, (_, at) => `ENV A=${at}`)].join("\n"));
      const { stdout } = await host().$`docker images -a -q`;
      digit =
        stdout
          .split("\n")
          .map(([first = ""]) => first)
          .toSorted()
          .find((first, at, all) => first !== "" && first === all[at + 1]) ?? "";
    });

    test.each<readonly [line: string, status: number, says: string]>([
      ["run --rm X true", 125, "Unable to find image 'X:latest' locally\n"],
      ["rmi X", 1, "Error: No such image: X\n"],
      ["rmi -f X", 0, "Error: No such image: X\n"],
      ["image inspect X", 1, "Error: No such image: X\n"],
      ["inspect X", 1, "Error: No such object: X\n"],
    ])("is none of them to docker %s", async (line, status, says) => {
      const said = await host().run(["docker", ...line.replace("X", digit).split(" ")]);
      expect(said).toMatchObject({ status, stderr: expect.stringContaining(says.replaceAll("X", digit)) });
    });
  });

  describe("an image that is removed meanwhile", () => {
    beforeEach(() => build("FROM base\nENV GONE=1", "-t", "gone"));
    afterEach(() => host().$`sh -c ${"docker rm -f $(docker ps -a -q)"}`);

    test.each<readonly [what: string, line: string, status: number]>([
      ["has no container", "docker run gone true", 125],
      ["gets no other name", "docker build -q -t other - <<END\nFROM gone\nEND", 1],
      ["has nothing built upon it", "docker build -q - <<END\nFROM gone\nENV B=1\nEND", 1],
    ])("%s", async (_what, line, status) => {
      const before = await host().$`docker images -a -q`;
      const said = await host().program`sh -c ${REMOVED_MEANWHILE} sh ${line}`;
      expect(said).toMatchObject({ status, stdout: expect.stringContaining("No such image: sha256:") });
      expect((await host().$`docker ps -a -q`).stdout).toBe("");
      const after = (await host().$`docker images -a -q`).stdout.trim().split("\n");
      expect(
        before.stdout
          .trim()
          .split("\n")
          .filter((id) => !after.includes(id)),
      ).toHaveLength(1);
      expect(after.filter((id) => !before.stdout.includes(id))).toEqual([]);
    });
  });
});
