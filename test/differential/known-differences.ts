/**
 * Where Docker 20.10.24 differs from the sandbox, whose engine is from the article's time: the one place that says so. A
 * recipe's look must be the same on both but for these, and a test sees to it that each of them is one.
 */
import type { Document, Look } from "./look.ts";
import { mapValues } from "./normalise.ts";

/** A difference, and how to forget it */
export interface KnownDifference {
  readonly what: string;
  readonly sandbox: string;
  /** Docker 20.10.24 */
  readonly docker: string;
  forget(look: Look): Look;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    what: "a change of the host's resolv.conf, by the lines that the recipe dns adds to it",
    sandbox: "in containers that run, too",
    docker: "only in those that start again",
    forget: (look) => ({
      ...look,
      files: mapValues(look.files, (files) =>
        mapValues(files, (text) => text.replace(/^(?:search lan\.example|nameserver 192\.0\.2\.5[34])\n/gm, "")),
      ),
    }),
  },
  {
    what: "docker0's address",
    sandbox: "172.17.42.1",
    docker: "172.17.0.1: the first of the network",
    forget: (look) => JSON.parse(JSON.stringify(look).replace(/\b172\.17\.(?:42|0)\.1\b/g, "DOCKER0")) as Look,
  },
  {
    what: "IPv6 in containers",
    sandbox: "the kernel's own link-local addresses, as in the article's sample of ip addr",
    docker: "switched off, unless the network has IPv6",
    forget: (look) =>
      changeAddresses(look, (addresses, place) =>
        place === "host" ? addresses : addresses.filter(({ family }) => family !== "inet6"),
      ),
  },
  {
    what: "broadcast addresses",
    sandbox: "none, as in the article's sample of ip addr",
    docker: "the network's last address",
    forget: (look) => changeAddresses(look, (addresses) => addresses.map((address) => without(address, "broadcast"))),
  },
  {
    what: "transmit queues of Docker's own links",
    sandbox: "1000 packets, as in the article's sample of ip addr",
    docker: "none",
    forget: (look) => ({
      ...look,
      links: mapValues(look.links, (links) => links.map((link) => without(link, "txqlen"))),
    }),
  },
  {
    what: "docker0 beside a bridge of one's own",
    sandbox: "gone for good",
    docker: "made again from the stored network, with no container on it",
    forget: (look) => (look.links["host"]?.some(({ ifname }) => ifname === "bridge0") ? withoutDocker0(look) : look),
  },
  {
    what: "FORWARD's policy, for what comes to docker0's containers from another bridge",
    sandbox: "ACCEPT",
    docker: "DROP, as it was Docker that switched ip_forward on",
    forget: withoutWaysToDocker0,
  },
  {
    what: "the first container's address, where --bip has left the network's first one free",
    sandbox: "192.168.1.2, as before Docker 1.2",
    docker: "192.168.1.1",
    forget: countedFromTheFirst,
  },
  {
    what: "the interface of a container that has lost a link",
    sandbox: "eth0, as before",
    docker: "eth1: its network is put together anew",
    forget: (look) => JSON.parse(JSON.stringify(look).replaceAll('"eth1"', '"eth0"')) as Look,
  },
  {
    what: "the order of a link's line and the container's own in /etc/hosts",
    sandbox: "the container's own first",
    docker: "the link's first",
    forget: (look) => ({
      ...look,
      files: mapValues(look.files, (files) => ({
        ...files,
        hosts: (files["hosts"] ?? "").split("\n").toSorted().join("\n"),
      })),
    }),
  },
  {
    what: "the host's own name, which a container in its network has as well",
    sandbox: "sandbox",
    docker: "docker",
    forget: (look) => ({
      ...look,
      files: mapValues(look.files, (files) =>
        mapValues(files, (text, file) => (file === "hostname" ? text.replace(/^(?:sandbox|docker)$/m, "HOST") : text)),
      ),
    }),
  },
];

function changeAddresses(
  look: Look,
  change: (addresses: readonly Document[], place: string) => readonly Document[],
): Look {
  return {
    ...look,
    links: mapValues(
      look.links,
      (links, place) =>
        links.map((link) => ({ ...link, addresses: change(link["addresses"] as readonly Document[], place) })), // normalise() made it
    ),
  };
}

function without(document: Document, key: string): Document {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
}

/** Without the ways of containers that are not on docker0 to those that are */
function withoutWaysToDocker0(look: Look): Look {
  const isOnDocker0 = (place: string) => JSON.stringify(look.links[place] ?? []).includes('"172.17.');
  const isOther = (pair: string) => {
    const [, from = ""] = /^(\S+) -> \S+ 172\.17\./.exec(pair) ?? [];
    return from === "" || from === "host" || isOnDocker0(from);
  };
  return { ...look, reach: Object.fromEntries(Object.entries(look.reach).filter(([pair]) => isOther(pair))) };
}

/** With containers' addresses in 192.168.1.5/24, and what is made of them, by their places */
function countedFromTheFirst(look: Look): Look {
  const text = JSON.stringify(look);
  const numbers = [
    ...new Set([...text.matchAll(/(?<![\d.])192\.168\.1\.([1-4])\b/g)].map(([, number]) => number)),
  ].toSorted();
  const placed = text.replace(
    /(?<![\d.])(192\.168\.1\.|02:42:c0:a8:01:0)([1-4])\b/g,
    (_, before: string, number: string) => `${before}PLACE-${numbers.indexOf(number)}`,
  );
  return JSON.parse(placed) as Look;
}

function withoutDocker0(look: Look): Look {
  const isOther = (text: unknown) => text !== "docker0";
  return {
    ...look,
    links: mapValues(look.links, (links) => links.filter(({ ifname }) => isOther(ifname))),
    routes: mapValues(look.routes, (routes) => routes.filter(({ dev }) => isOther(dev))),
    reach: Object.fromEntries(Object.entries(look.reach).filter(([pair]) => !/ (?:DOCKER0|172\.17\.0\.1)$/.test(pair))),
  };
}
