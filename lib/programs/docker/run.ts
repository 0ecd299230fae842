/**
 * `docker run`.
 *
 * @module
 */
import type { Grammar, Keyword, Said } from "../grammar.ts";
import { flags, needing, operand, several, word } from "../grammar-parts.ts";
import { NETWORK, publishing, wiring } from "./networks.ts";
import { PORTS } from "./ports.ts";
import { truth } from "./refusal.ts";

const NET = word("which network it gets", NETWORK);
const PUBLISH = word("opens a port of the host, and passes it on", PORTS);
const EXPOSED = "opens a port of the host for each port that it exposes";
const HOSTNAME = word("its host name: in /etc/hostname, /etc/hosts and the prompt", operand("hostname", "the name"));

/** The article's options, and those of recipes */
const OPTIONS: Readonly<Record<string, Keyword>> = {
  "-i": word("keeps its input open, to be typed to"),
  "--interactive": word("keeps its input open, to be typed to"),
  "-t": word("gives it a terminal, so that a shell shows a prompt"),
  "--tty": word("gives it a terminal, so that a shell shows a prompt"),
  "-d": word("lets it run in the background, and prints its id"),
  "--detach": word("lets it run in the background, and prints its id"),
  "--rm": word("removes it when it has ended"),
  "--name": word("what it is called", operand("container", "the name")),
  "--net": NET,
  "--network": NET,
  "-h": HOSTNAME,
  "--hostname": HOSTNAME,
  "--link": word(
    "lets it reach another one by a name: in /etc/hosts, and by rules of iptables where --icc=false",
    operand("link", "the other container, a colon, and the name for it"),
  ),
  "--expose": word("a port that it serves, for links and -P", operand("port", "the port")),
  "-p": PUBLISH,
  "--publish": PUBLISH,
  "-P": word(EXPOSED),
  "--publish-all": word(EXPOSED, truth("exposed", { long: "publish-all", short: "P" })),
  "--dns": word("the name server that it asks, in /etc/resolv.conf", operand("dns", "its address")),
  "--dns-search": word("the domain that it tries a name in, in /etc/resolv.conf", operand("domain", "the domain")),
  "--privileged": word("lets it change the host's kernel, as root does", truth("privileged", { long: "privileged" })),
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
const INSIDE = flags({
  operands: [operand("command", "the program to run in it", PROGRAMS), several("text", "what that program is told")],
});

/** `docker run` */
export const RUN: Grammar = {
  ...flags({
    words: OPTIONS,
    operands: [IMAGE],
    after: INSIDE,
    needs: needing(IMAGE),
  }),
  deed: {
    kernel: (said) => [
      `starts a process with files, processes and a host name of its own, ${wiring(said)}`,
      ...publishing(said),
    ],
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
