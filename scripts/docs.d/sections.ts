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
    "The options that the daemon takes when it starts, those that `docker run` takes, and those that both do. [Then and now](then-and-now.md#the-articles-options) lists them all, with what you type today.",
  "Configuring DNS":
    "A container's `/etc/hostname`, `/etc/hosts` and `/etc/resolv.conf` are Docker's own, mounted over those of the image. Four options decide what is in them.",
  "Communication between containers":
    "Three things decide whether two containers reach each other: whether anything joins them, whether the host forwards packets, and whether its rules let them pass. With `--icc=false` the rules pass only packets to and from the ports of a link.",
  "Binding container ports to the host":
    "Containers connect to the outside with the host's address. The outside connects to them at ports of the host, which `-P` chooses and `-p` names.",
  "Customizing docker0":
    "The bridge's address and its MTU are options. `brctl show` lists what is on the bridge; in a container `ip addr` and `ip route` show the address that Docker has chosen, and the bridge as the gateway.",
  "Building your own bridge":
    "Docker can use a bridge that you have made: stop it, remove `docker0`, make the bridge, give it an address, and name it to Docker with `-b`.",
  "How Docker networks a container":
    "Docker's steps for each container, as fourteen lines to type. `--net` leaves out all or a part of them: `none`, `host`, or another container's network.",
  "Tools and Examples":
    "Two projects to look at next: pipework, a shell script that wires containers, and a whole playground of them for a book.",
  "Building a point-to-point connection":
    "Two containers on one cable, with no bridge: each end gets an address of its own, and a route to the other one's. The same works beside the bridge, and between a container and the host.",
};
