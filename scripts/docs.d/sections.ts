/**
 * What each section of the article says, in our own words, and what has no recipe yet.
 *
 * @module
 */

/** What is to be said of a section, by its title */
export interface SectionText {
  readonly title: string;
  readonly says: string;
  /** Recipes that are still to be written; one that is there is left out by itself */
  readonly toCome: readonly string[];
}

/** In the article's order */
export const SECTION_TEXTS: readonly SectionText[] = [
  {
    title: "Network Configuration",
    says: "Docker puts a bridge on the host, `docker0`, with an address of a private range. Each container gets one end of a cable as its `eth0`; the other end is an interface of the host, and is on the bridge. All of this can be changed, added to, or done by hand.",
    toCome: ["how-docker-networks"],
  },
  {
    title: "Quick Guide to the Options",
    says: "Which options the daemon takes when it starts, which ones `docker run` takes, and which ones both do. [Then and now](then-and-now.md#the-articles-options) has them all, with what is typed today.",
    toCome: ["listen"],
  },
  {
    title: "Configuring DNS",
    says: "A container's `/etc/hostname`, `/etc/hosts` and `/etc/resolv.conf` are Docker's own, mounted over those of the image. Four options decide what is in them.",
    toCome: ["dns"],
  },
  {
    title: "Communication between containers",
    says: "Three things decide whether two containers reach each other: whether anything joins them, whether the host forwards packets, and whether its rules let them pass. With `--icc=false` the rules don't, but for the ports of a link.",
    toCome: ["forwarding", "iptables-off"],
  },
  {
    title: "Binding container ports to the host",
    says: "Containers reach the outside behind the host's address. From outside they are reached at ports of the host, which `-P` picks and `-p` names.",
    toCome: ["publish-ports"],
  },
  {
    title: "Customizing docker0",
    says: "The bridge's address and its MTU are options. `brctl show` lists what is on the bridge; in a container `ip addr` and `ip route` show the address that Docker has picked, and the bridge as the way out.",
    toCome: ["customise-docker0"],
  },
  {
    title: "Building your own bridge",
    says: "Docker can use a bridge that you have made: stop it, remove `docker0`, make the bridge, give it an address, and name it to Docker with `-b`.",
    toCome: [],
  },
  {
    title: "How Docker networks a container",
    says: "What Docker does for each container, as fourteen lines to type. `--net` leaves all or a part of it out: `none`, `host`, or another container's network.",
    toCome: ["how-docker-networks", "net-host", "net-container", "privileged"],
  },
  {
    title: "Tools and Examples",
    says: "Two places to look further: pipework, a shell script that wires containers, and a whole playground of them for a book.",
    toCome: [],
  },
  {
    title: "Building a point-to-point connection",
    says: "Two containers on one cable, with no bridge: each end gets an address of its own, and a route to the other one's. The same works beside the bridge, and between a container and the host.",
    toCome: ["own-subnets", "point-to-point-add", "point-to-point-host"],
  },
];
