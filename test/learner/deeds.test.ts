/**
 * What lines of `docker` do, in all their spellings.
 */
import { describe, expect, test } from "bun:test";

import { containerMadeBy, deedsOf } from "../../lib/learner/deeds/deeds-of.ts";

const ENGINES = ["", "-H unix:///run/other.sock ", "-H=unix:///run/other.sock ", "--host=unix:///run/other.sock "];

function line(text: string): readonly [string, ...string[]] {
  const [program = "", ...args] = text.split(" ");
  return [program, ...args];
}

describe.each(ENGINES)("docker %s…", (engine) => {
  test.each(["build -t web", "build --tag=web", "build -tweb", "image build -qt web"])("%s makes an image", (build) => {
    expect(deedsOf(line(`sudo docker ${engine}${build} /tmp`))).toEqual([
      { kind: "image", polarity: "there", name: "web" },
    ]);
  });

  test.each(["rmi web", "image rm web"])("%s removes it", (removal) => {
    expect(deedsOf(line(`docker ${engine}${removal}`))).toEqual([{ kind: "image", polarity: "gone", name: "web" }]);
  });

  test("rm is about containers, unless it is about their links", () => {
    expect(deedsOf(line(`docker ${engine}container rm -f web`))).toEqual([
      { kind: "container", polarity: "gone", references: ["web"] },
    ]);
    expect(deedsOf(line(`docker ${engine}container rm --link=true web/db`))).toEqual([]);
  });

  test("run makes a container", () => {
    expect(containerMadeBy(line(`docker ${engine}run -d base`))).toEqual(["-d", "base"]);
    expect(containerMadeBy(line(`docker ${engine}ps -a`))).toBeNull();
  });
});
