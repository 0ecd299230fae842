/**
 * Where `docker` of the article's time, which the sandbox's is, says another thing than Docker 20.10.24: the one place.
 */

/** A difference, and how to forget it in what a line prints */
export interface EraDifference {
  readonly what: string;
  readonly sandbox: string;
  /** Docker 20.10.24 */
  readonly docker: string;
  forget(text: string): string;
}

export const ERA_DIFFERENCES: readonly EraDifference[] = [
  {
    what: "docker0's address",
    sandbox: "172.17.42.1",
    docker: "172.17.0.1: the first of the network",
    forget: (text) => text.replace(/\b172\.17\.(?:42|0)\.1\b/g, "DOCKER0"),
  },
  {
    what: "broadcast addresses",
    sandbox: "none, as in the article's sample of ip addr",
    docker: "the network's last address",
    forget: (text) => text.replaceAll(" brd 172.17.255.255", ""),
  },
  {
    what: "transmit queues of Docker's own links",
    sandbox: "1000 packets, as in the article's sample of ip addr",
    docker: "none",
    forget: (text) => text.replace(/(: eth0.* default) (?:qlen 1000)?/g, "$1 "),
  },
  {
    what: "published ports without an address",
    sandbox: "on 0.0.0.0",
    docker: "on 0.0.0.0 and on [::]",
    forget: (text) =>
      text
        .replace(/, :::[^,\s]+/g, "")
        .replace(/^(?:\d+\/\w+ -> )?:::\d+\n/gm, "")
        .replace(/,\{"HostIp":"::","HostPort":"\d+"\}/g, ""),
  },
  {
    what: "the order of the ports of a container",
    sandbox: "that of their numbers",
    docker: "any",
    forget: (text) =>
      text.replace(/(?:^\d+\/\w+ -> \S+\n)+/gm, (lines) => lines.split("\n").toSorted().join("\n").trimStart() + "\n"),
  },
  {
    what: "the order of a link's line and the container's own in /etc/hosts",
    sandbox: "the container's own first",
    docker: "the link's first",
    forget: (text) =>
      text.replace(/(?:^172\.17\.\d+\.\d+\t.*\n)+/gm, (lines) => lines.split("\n").toSorted().join("\n")),
  },
];
