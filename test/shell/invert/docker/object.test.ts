/**
 * What is made is known by its label, and then by its id; images by their names.
 */
import { describe, expect, test } from "bun:test";

import { CannotUndo } from "../../../../lib/shell/invert/cannot-undo.ts";
import { NOTHING } from "../../../../lib/shell/outcome.ts";
import { taken, wayBack } from "./engine-with.ts";

describe.each([
  [
    "docker run -d base true",
    "docker run --label LABEL -d base true",
    "container",
    "ps --all --quiet --no-trunc",
    "rm --force --volumes",
  ],
  [
    "docker container create base",
    "docker container create --label LABEL base",
    "container",
    "ps --all --quiet --no-trunc",
    "rm --force --volumes",
  ],
  [
    "docker network create net",
    "docker network create --label LABEL net",
    "network",
    "network ls --quiet --no-trunc",
    "network rm",
  ],
  [
    "sudo docker volume create v",
    "sudo docker volume create --label LABEL v",
    "volume",
    "volume ls --quiet",
    "volume rm",
  ],
])("%s", (line, runs, thing, list, remove) => {
  const listing = `docker ${list} --filter LABEL`;
  const byLabel = expect.stringMatching(new RegExp(`^docker ${remove} 'LABEL$`));

  test("gets a label of its own each time", async () => {
    const [one, other] = [await wayBack(line, {}, {}), await wayBack(line, {}, {})];
    expect(one.argv.replace(/wirework=\S+/, "LABEL")).toBe(runs);
    expect(one.argv).toMatch(/--label wirework=[-0-9a-f]{36} /);
    expect(one.argv).not.toBe(other.argv);
  });

  test.each<[string | null, readonly string[] | null]>([
    [null, null],
    ["", []],
    ["1d\n", ["1d"]],
    ["1d\n2d\n", ["1d", "2d"]],
  ])("when the engine then lists %j", async (printed, ids) => {
    const way = await wayBack(line, {}, { [listing]: printed });
    expect(way.before).toEqual([byLabel]);
    expect(way.after).toEqual(ids === null ? [byLabel] : ids.map((id) => `docker ${remove} ${id}`));
    const [label = ""] = /wirework=[-0-9a-f]+/.exec(way.argv) ?? [];
    expect(taken(way.completed)).toEqual(
      (ids ?? [null]).map((id) => ({ kind: "docker", thing, docker: ["docker"], id, label })),
    );
  });
});

describe("an image", () => {
  const inspect = (name: string) => `docker image inspect --format {{.Id}} ${name}`;
  const LINE = "docker build -q -t web -t beef /tmp";

  test("that is built is undone by its names, none of which is taken for an id", async () => {
    const way = await wayBack(LINE, {}, { [inspect("beef")]: "sha256:1d\n" });
    const steps = ["docker rmi web", "docker rmi beef:latest"];
    expect(way).toMatchObject({ before: steps, after: steps });
    expect(way.argv).toBe("docker build --no-cache --force-rm -q -t web -t beef /tmp");
    expect(taken(way.completed)).toEqual(
      ["web", "beef:latest"].map((name) => ({ kind: "image", docker: ["docker"], name, id: "sha256:1d" })),
    );
  });

  test("whose name another has is not built", async () => {
    await expect(wayBack(LINE, { [inspect("beef")]: "sha256:1d\n" }, {})).rejects.toThrow(CannotUndo);
  });

  const [FIRST, SECOND, THIRD] = ["40241b8e637e", "50241b8e637e", "60241b8e637e"];
  test.each<[string, readonly string[]]>([
    ["", []],
    [`Step 1\n ---> ${FIRST}\n`, []],
    [`Step 1\n ---> ${FIRST}\nStep 2\n ---> ${SECOND}\n`, [SECOND]],
    [`Step 1\n ---> ${FIRST}\n ---> ${SECOND}\n ---> ${THIRD}\n ---> Running in 70241b8e637e\n`, [THIRD]],
    [`said  ---> ${FIRST}\n ---> ${SECOND}\n`, []],
  ])("that failed leaves its last step: %j", async (stdout, left) => {
    const way = await wayBack(LINE, {}, {}, { ...NOTHING, stdout });
    expect(taken(way.completed)).toEqual(left.map((name) => ({ kind: "image", docker: ["docker"], name, id: null })));
    expect(way.after).toHaveLength(left.length);
  });
});
