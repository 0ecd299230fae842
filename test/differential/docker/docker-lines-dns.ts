/**
 * Lines of `docker run --dns` and `--dns-search`.
 */
import type { Scene } from "./docker-line.ts";

const LABEL = "a".repeat(64);

/** What prints the file */
const CAT = "base cat /etc/resolv.conf";

export const DNS_SCENES: readonly Scene[] = [
  {
    name: "dns: what is in /etc/resolv.conf",
    lines: [
      `docker run --rm ${CAT}`,
      `docker run --rm --dns 192.0.2.1 ${CAT}`,
      `docker run --rm --dns 192.0.2.1 --dns=192.0.2.2 --dns 192.0.2.1 ${CAT}`,
      `docker run --rm --dns ' 192.0.2.1 ' ${CAT}`,
      `docker run --rm --dns-search b.org --dns-search a.org --dns-search b.org ${CAT}`,
      `docker run --rm --dns 2001:db8::1 --dns-search=example.com. ${CAT}`,
      `docker run --rm --dns-search . ${CAT}`,
      `docker run --rm --dns-search . --dns-search a.org ${CAT}`,
      `docker run --rm --dns-search EXAMPLE.com --dns-search ' sp.com ' --dns-search ${LABEL}.com ${CAT}`,
      `docker run --rm --net=none --dns 192.0.2.1 --dns-search a.org ${CAT}`,
      `docker run --rm --net=none ${CAT}`,
      "docker run -d --name asking --dns 192.0.2.1 --dns 192.0.2.2 --dns-search a.org base sleep 600",
      "docker inspect -f '{{json .HostConfig.Dns}} {{json .HostConfig.DnsSearch}}' asking",
      "docker run -d --name plain base sleep 600",
      "docker inspect -f '{{json .HostConfig.Dns}} {{json .HostConfig.DnsSearch}}' plain",
      "docker exec plain sh -c 'echo mine >/etc/resolv.conf; cat /etc/resolv.conf'",
      "docker restart -t 0 plain",
      "docker exec plain cat /etc/resolv.conf",
    ],
  },
  {
    name: "dns: servers that a container looks for in itself",
    lines: [`docker run --rm --dns 192.0.2.1 --dns 127.0.0.1 --dns ::1 ${CAT}`, `docker run --rm --dns fe80::1 ${CAT}`],
  },
  {
    name: "dns: values that are none",
    lines: [
      ...["''", "x", "1.2.3", "256.1.1.1", "01.2.3.4", "1.2.3.4,5.6.7.8", "fe80::1%eth0", "web"].map(
        (server) => `docker run --rm --dns ${server} ${CAT}`,
      ),
      ...[
        "''",
        "'ex ample.com'",
        "-a.com",
        "a..b",
        "a_b.com",
        "'x#y'",
        "'*.com'",
        "a.b-",
        "'a;b'",
        "10.0.0.1",
        "..",
      ].map((domain) => `docker run --rm --dns-search ${domain} ${CAT}`),
      "docker run --rm --dns",
      "docker run --rm base true --dns",
      "docker run --rm --dns-search",
      `docker run --rm --dns 192.0.2.1 --dns x ${CAT}`,
    ],
  },
];
