import { describe, expect, test } from "bun:test";

import { Transcript } from "../../lib/recipe/run/transcript.ts";
import { Page } from "../../lib/step/page.ts";
import { wholeNetwork } from "../../lib/step/see-host.ts";
import type { State } from "../../lib/step/state.ts";
import { Watch } from "../../lib/step/watch.ts";
import { networkWith } from "../support/kernel/seen-network.ts";
import { NOTHING_CHANGED } from "../support/messages.ts";

/** A host with bridges of these names */
function hostWith(names: string): State {
  const links = Object.fromEntries(
    [...names].map((name) => {
      const index = name.charCodeAt(0);
      return [name, { kind: "bridge", index, state: { address: `02:00:00:00:00:${index}` } }];
    }),
  );
  const network = wholeNetwork("host", networkWith({ links }));
  return { networks: new Map([["1:2", network]]), chains: [], docker: "running", containers: [], files: new Map() };
}

/** What is told where lines run at the same time: each look ends when the test lets it */
class Scene {
  readonly told: string[] = [];
  readonly watch: Watch;
  readonly #looks: PromiseWithResolvers<State>[] = [];

  constructor() {
    const write = (line: string) => void this.told.push(line.trim().replace(/: <.*/, ""));
    const page = new Page(new Transcript(write, "plain"), { write, colours: "plain", width: () => 80 });
    this.watch = new Watch(() => {
      const look = Promise.withResolvers<State>();
      this.#looks.push(look);
      return look.promise;
    }, page);
  }

  /** The oldest look that goes on sees bridges of these names */
  async sees(names: string): Promise<void> {
    while (this.#looks.length === 0) await Bun.sleep(0);
    this.#looks.shift()?.resolve(hostWith(names));
  }

  async before(names: string) {
    const before = this.watch.before({ text: "a line", prompt: "$ " });
    await this.sees(names);
    return before;
  }
}

async function begun(): Promise<Scene> {
  const scene = new Scene();
  const begin = scene.watch.begin();
  await scene.sees("");
  await begin;
  return scene;
}

describe("of lines that run at the same time each change is told once", () => {
  test("also where one has done its work before the next begins, and comes to its end after that", async () => {
    const scene = await begun();
    const x = await scene.before("");
    const y = await scene.before("X");
    const told = Promise.all([scene.watch.tellSince(y), scene.watch.tellSince(x)]);
    await scene.sees("XY");
    await scene.sees("XY");
    expect(await told).toEqual([2, 0]);
    expect(scene.told).toEqual(["+ [host] X", "+ [host] Y", NOTHING_CHANGED]);
  });

  test("with the line that comes to its end first", async () => {
    const scene = await begun();
    const x = await scene.before("");
    const y = await scene.before("");
    const told = Promise.all([scene.watch.tellSince(x), scene.watch.tellSince(y)]);
    await scene.sees("X");
    await scene.sees("XY");
    expect(await told).toEqual([1, 1]);
    expect(scene.told).toEqual(["+ [host] X", "+ [host] Y"]);
  });
});

describe("of a line that runs alone", () => {
  test("what came before it is none of its doing", async () => {
    const scene = await begun();
    const x = await scene.before("O");
    const told = scene.watch.tellSince(x);
    await scene.sees("OX");
    expect(await told).toBe(1);
    expect(scene.told).toEqual(["+ [host] X"]);
  });

  test("nor is what came before it while another ran that was given up", async () => {
    const scene = await begun();
    scene.watch.forget(await scene.before(""));
    const x = await scene.before("O");
    const told = scene.watch.tellSince(x);
    await scene.sees("OX");
    expect(await told).toBe(1);
  });
});
