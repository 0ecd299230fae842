import { describe, expect, test } from "bun:test";
import { readlinkSync } from "node:fs";

import type { Builtin } from "../../../lib/builtins/builtin.ts";
import { print } from "../../../lib/builtins/builtin.ts";
import { OutsideNetwork } from "../../../lib/recipe/checks/outside.ts";
import { host, nameOf, openNetwork, targetAddress } from "../../../lib/recipe/checks/place.ts";
import { Handle } from "../../../lib/shell/template/handle.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { performer } from "../../shell/on-this-machine.ts";
import { naming } from "../../support/naming.ts";

class Container extends Handle {
  override word(): string {
    return "web";
  }
  override spelling(): string | null {
    return null;
  }
}

const web = new Container();
const named = new Named({
  name: "one",
  value: "63f36fc01b5f",
  sample: "63f36fc01b5f",
  word: "63f36fc01b5f",
  spelled: "value",
});

/** A sudo whose docker answers these one after the other, and the last of them for ever */
function answering(...words: readonly string[]): ReturnType<typeof performer> {
  let asked = 0;
  const sudo: Builtin = async (args, { output }) => {
    expect(args[0]).toBe("docker");
    print(output, words[Math.min(asked++, words.length - 1)] ?? "");
    return 0;
  };
  return performer({ sudo });
}

/** A sudo whose docker fails */
function failing(words: string): ReturnType<typeof performer> {
  const sudo: Builtin = async (_args, { errors }) => {
    print(errors, words);
    return 1;
  };
  return performer({ sudo });
}

test("the host's network is the one that we are in", async () => {
  using network = await openNetwork(performer(), host);
  expect(readlinkSync(`/proc/self/fd/${network.fd}`)).toBe(readlinkSync("/proc/self/ns/net"));
});

test("a container's network is that of its first process", async () => {
  using network = await openNetwork(answering(String(process.pid)), web);
  expect(readlinkSync(`/proc/self/fd/${network.fd}`)).toBe(readlinkSync("/proc/self/ns/net"));
});

test("a container that does not run has no network, and process 0 is not taken for one", async () => {
  await expect(openNetwork(answering("0"), web)).rejects.toMatchObject({
    message: naming('"0"'),
    cause: "the container has ended, or was never started, so it has no process",
  });
});

test("a container that is gone has none, in Docker's words", async () => {
  await expect(openNetwork(failing("Error: No such container: web"), web)).rejects.toMatchObject({
    name: "CommandError",
    exitCode: 1,
    cause: "the container has ended and was removed, or the name is a hostname",
  });
});

test("a container that is started again while it is looked into is an error, as the id may be another's by then", async () => {
  const restarted = answering(String(process.pid), String(process.ppid));
  await expect(openNetwork(restarted, web)).rejects.toThrow(
    `Cannot enter web: it was restarted meanwhile, its process ${process.pid} is now ${process.ppid}`,
  );
});

test("the network outside is behind its entry, where it has been made", async () => {
  await expect(openNetwork(performer(), new OutsideNetwork())).rejects.toThrow("/run/netns/outside");
});

describe("a target", () => {
  test("that is an address is that address", async () => {
    expect<string>(await targetAddress(performer(), host, "10.1.1.2")).toBe("10.1.1.2");
  });

  test("that is a container is its address on Docker's bridge", async () => {
    const settings = '{"IPAddress": "172.17.0.2"}';
    expect<string>(await targetAddress(answering(settings), host, web)).toBe("172.17.0.2");
  });

  test.each([
    '{"IPAddress": "", "Networks": {"other": {"IPAddress": "172.17.0.2"}}}',
    '{"Networks": {"none": {"IPAddress": ""}, "bridge": {"IPAddress": "172.17.0.2"}}}',
    '{"IPAddress": "172.17.0.2", "Networks": {"bridge": {"IPAddress": "172.17.0.2"}}}',
  ])("that is a container is its address wherever the engine says it: %s", async (settings) => {
    expect<string>(await targetAddress(answering(settings), host, web)).toBe("172.17.0.2");
  });

  test("that is a container is its address on a network that the asking one is in as well", async () => {
    const asking = '{"Networks": {"two": {"IPAddress": "10.2.0.2"}}}';
    const settings = '{"Networks": {"one": {"IPAddress": "10.1.0.3"}, "two": {"IPAddress": "10.2.0.3"}}}';
    expect<string>(await targetAddress(answering(asking, settings), new Container(), web)).toBe("10.2.0.3");
  });

  test("that is a container without one is an error, and no address", async () => {
    const settings = '{"IPAddress": "", "Networks": {"none": {"IPAddress": ""}}}';
    await expect(targetAddress(answering(settings), host, web)).rejects.toMatchObject({
      message: naming('""'),
      tryThis: "docker ps --all; else the address itself, in place of the container",
    });
  });

  test("that is a name is what the asking container finds under it", async () => {
    expect<string>(await targetAddress(answering(String(process.pid)), web, "localhost")).toBe("127.0.0.1");
  });

  test("that is a name which the asking container has not is an error with the way out", async () => {
    await expect(targetAddress(answering(String(process.pid)), web, "nobody.invalid")).rejects.toMatchObject({
      message: 'Cannot look up "nobody.invalid" in web: its /etc/hosts has no such name',
      cause: "only a link gives a container the name of another one",
      tryThis: "docker run --link $server:nobody.invalid …",
    });
  });

  test("that is a name means nothing to the host", async () => {
    await expect(targetAddress(performer(), host, "www")).rejects.toThrow(
      'Cannot look up "www" on the host: only containers know aliases',
    );
  });
});

test("places have the names that people call them by", () => {
  const places = [host, web, named, new OutsideNetwork(), "10.1.1.2"] as const;
  expect(places.map((place) => nameOf(place))).toEqual(["the host", "web", "one", "outside", "10.1.1.2"]);
});
