import { describe, expect, test } from "bun:test";
import { readlinkSync } from "node:fs";

import type { Builtin } from "../../lib/builtins/builtin.ts";
import { print } from "../../lib/builtins/builtin.ts";
import { host, nameOf, openNetwork, targetAddress } from "../../lib/recipe/place.ts";
import { Handle } from "../../lib/shell/handle.ts";
import { Named } from "../../lib/shell/named.ts";
import { performer } from "../shell/on-this-machine.ts";

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

/** A sudo whose docker answers this to anything */
function answering(words: string, status = 0): ReturnType<typeof performer> {
  const sudo: Builtin = async (args, { output, errors }) => {
    expect(args[0]).toBe("docker");
    print(status === 0 ? output : errors, words);
    return status;
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
  await expect(openNetwork(answering("0"), web)).rejects.toThrow('printed "0", which is not a process id');
});

test("a container that is gone has none, in Docker's words", async () => {
  await expect(openNetwork(answering("Error: No such container: web", 1), web)).rejects.toMatchObject({
    name: "CommandError",
    exitCode: 1,
    cause: "it has ended and was removed, or the name is a hostname",
  });
});

describe("a target", () => {
  test("that is an address is that address", async () => {
    expect<string>(await targetAddress(performer(), host, "10.1.1.2")).toBe("10.1.1.2");
  });

  test("that is a container is its address on Docker's bridge", async () => {
    expect<string>(await targetAddress(answering("172.17.0.2"), host, web)).toBe("172.17.0.2");
  });

  test("that is a container without one is an error, and no address", async () => {
    await expect(targetAddress(answering(""), host, web)).rejects.toThrow('printed "", which is not an IPv4 address');
  });

  test("that is a name is what the asking container finds under it", async () => {
    const hosts = answering("172.17.0.2      STREAM www\n172.17.0.2      DGRAM");
    expect<string>(await targetAddress(hosts, web, "www")).toBe("172.17.0.2");
  });

  test("that is a name means nothing to the host", async () => {
    await expect(targetAddress(performer(), host, "www")).rejects.toThrow(
      'Cannot look up "www" on the host: only containers know aliases',
    );
  });
});

test("places have the names that people call them by", () => {
  const places = [host, web, named, "10.1.1.2"] as const;
  expect(places.map((place) => nameOf(place))).toEqual(["the host", "web", "one", "10.1.1.2"]);
});
