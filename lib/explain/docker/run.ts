/**
 * `docker run`.
 *
 * @module
 */
import { attached, type Grammar, grammar, needing, operand, type Said, several, type Word, word } from "../grammar.ts";

const NETWORKS = {
  none: "a network of its own, with nothing in it but lo: to be wired by hand",
  bridge: "a network of its own, joined by a cable to Docker's bridge: the default",
  host: "none of its own: it sees the host's interfaces, and may open its ports",
};
const NETWORK = word(
  "which network it gets",
  operand("network", "that of another container, or one that was made before", NETWORKS),
);
const PUBLISH = word("opens a port of the host, and passes it on", operand("ports", "[IP:][HOST-PORT:]CONTAINER-PORT"));
const HOSTNAME = word("its host name: in /etc/hostname, /etc/hosts and the prompt", operand("hostname", "the name"));

/** The article's options, and those of recipes */
const OPTIONS: Readonly<Record<string, Word>> = {
  "-i": word("keeps its input open, to be typed to"),
  "--interactive": word("keeps its input open, to be typed to"),
  "-t": word("gives it a terminal, so that a shell shows a prompt"),
  "--tty": word("gives it a terminal, so that a shell shows a prompt"),
  "-d": word("lets it run in the background, and prints its id"),
  "--detach": word("lets it run in the background, and prints its id"),
  "--rm": word("removes it when it has ended"),
  "--name": word("what it is called", operand("container", "the name")),
  "--net": NETWORK,
  "--network": NETWORK,
  "-h": HOSTNAME,
  "--hostname": HOSTNAME,
  "--link": word(
    "lets it reach another one by a name: in /etc/hosts, and by rules of iptables where --icc=false",
    operand("link", "the other container, a colon, and the name for it"),
  ),
  "--expose": word("a port that it serves, for links and -P", operand("port", "the port")),
  "-p": PUBLISH,
  "--publish": PUBLISH,
  "-P": word("opens a port of the host for each port that it exposes"),
  "--publish-all": word("opens a port of the host for each port that it exposes", attached("all", "true or false")),
  "--dns": word("the name server that it asks, in /etc/resolv.conf", operand("dns", "its address")),
  "--dns-search": word("the domain that it tries a name in, in /etc/resolv.conf", operand("domain", "the domain")),
  "--privileged": word("lets it change the host's kernel, as root does", attached("privileged", "true or false")),
  "-e": word("a variable of its environment", operand("variable", "NAME=VALUE")),
  "--env": word("a variable of its environment", operand("variable", "NAME=VALUE")),
  "-l": word("a label, to find it by", operand("label", "NAME=VALUE")),
  "--label": word("a label, to find it by", operand("label", "NAME=VALUE")),
  "-w": word("the folder that it starts in", operand("folder", "the folder")),
  "--workdir": word("the folder that it starts in", operand("folder", "the folder")),
  "-v": word("a folder of the host in it", operand("volume", "HOST-FOLDER:FOLDER")),
  "--volume": word("a folder of the host in it", operand("volume", "HOST-FOLDER:FOLDER")),
  "-m": word("how much memory it may use", operand("memory", "as 64m")),
  "--memory": word("how much memory it may use", operand("memory", "as 64m")),
};

const PROGRAMS = { "/bin/bash": "a shell", bash: "a shell", sleep: "a program that only waits" };

const IMAGE = operand("image", "the image: the files that it starts with");

/** Once the image is there, everything is the container's own */
const INSIDE = grammar({
  operands: [operand("command", "the program to run in it", PROGRAMS), several("text", "what that program is told")],
});

/** What Docker has the kernel do, by the network */
function wiring({ network = "bridge" }: Said): string {
  if (network === "host") return "in the host's own network";
  if (network === "none") return "in a network of its own, in which only lo is there";
  if (network.startsWith("container:")) return "in that container's network";
  return "in a network of its own, whose eth0 is one end of a cable; the other end goes on the bridge";
}

/** `docker run` */
export const RUN: Grammar = {
  ...grammar({
    words: OPTIONS,
    operands: [IMAGE],
    after: INSIDE,
    needs: needing(IMAGE),
  }),
  deed: {
    kernel: (said) => `starts a process with files, processes and a host name of its own, ${wiring(said)}`,
    back: (said) => {
      if (said["-t"] !== undefined || said["--tty"] !== undefined)
        return { say: `leave its shell: exit${removal(said)}` };
      return { type: `docker rm -f ${said["container"] ?? "ID"}` };
    },
  },
};

function removal(said: Said): string {
  return said["--rm"] === undefined ? ", then docker rm with its id" : "; --rm removes the container then";
}
