/**
 * Summaries of the article's sections, in our own words.
 *
 * @module
 */
import type { SectionTitle } from "../../lib/article/sections.ts";

/** Texts by the section's title */
export const SECTION_TEXTS: Readonly<Record<SectionTitle, string>> = {
  "Network Configuration":
    "Docker puts a bridge on the host, `docker0`, with an address of a private range. Each container gets one end of a cable as its `eth0`; the other end is an interface of the host, and is on the bridge. All of this can be changed, added to, or done by hand.",
  "Quick Guide to the Options":
    "Which options the daemon takes when it starts, which ones `docker run` takes, and which ones both do. [Then and now](then-and-now.md#the-articles-options) has them all, with what is typed today.",
  "Configuring DNS":
    "A container's `/etc/hostname`, `/etc/hosts` and `/etc/resolv.conf` are Docker's own, mounted over those of the image. Four options decide what is in them.",
  "Communication between containers":
    "Three things decide whether two containers reach each other: whether anything joins them, whether the host forwards packets, and whether its rules let them pass. With `--icc=false` the rules don't, but for the ports of a link.",
  "Binding container ports to the host":
    "Containers reach the outside behind the host's address. From outside they are reached at ports of the host, which `-P` picks and `-p` names.",
  "Customizing docker0":
    "The bridge's address and its MTU are options. `brctl show` lists what is on the bridge; in a container `ip addr` and `ip route` show the address that Docker has picked, and the bridge as the way out.",
  "Building your own bridge":
    "Docker can use a bridge that you have made: stop it, remove `docker0`, make the bridge, give it an address, and name it to Docker with `-b`.",
  "How Docker networks a container":
    "What Docker does for each container, as fourteen lines to type. `--net` leaves all or a part of it out: `none`, `host`, or another container's network.",
  "Tools and Examples":
    "Two places to look further: pipework, a shell script that wires containers, and a whole playground of them for a book.",
  "Building a point-to-point connection":
    "Two containers on one cable, with no bridge: each end gets an address of its own, and a route to the other one's. The same works beside the bridge, and between a container and the host.",
};
