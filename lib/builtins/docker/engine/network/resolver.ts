/**
 * Which name servers containers ask: their `/etc/resolv.conf`, which goes by the host's.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";

import { type DnsOptions, resolvConf } from "../../resolv-conf.ts";
import type { ContainerRecord, ContainerSettings } from "../container.ts";
import { type Daemon, readDaemon } from "../daemon.ts";
import { HOST } from "./shared-network.ts";
import { filesOf, readContainers } from "../store.ts";

const HOST_FILE = "/etc/resolv.conf";

/** Writes a container's file anew, as at each of its starts */
export function writeResolvConf({ id, settings }: Pick<ContainerRecord, "id" | "settings">, daemon: Daemon): void {
  const files = filesOf(id);
  const text = textFor(settings, optionsOf(settings, daemon));
  // In place, as it is mounted
  for (const file of [files.resolvConf, files.resolvConfWritten]) writeFileSync(file, text);
}

/**
 * Brings the host's changes into the running containers that have neither option, unless they have changed the file
 * themselves: each command does so first, as there is no daemon that would watch the host's file. Docker did as much in the
 * article's time; since 1.5 only containers that are started again follow.
 */
export function followHost(): void {
  const daemon = readDaemon();
  if (daemon === null) return;
  for (const container of readContainers().filter(({ state }) => state.status === "running")) {
    if (isFollowing(container, daemon)) unlessRemoved(() => writeResolvConf(container, daemon));
  }
}

function isFollowing({ id, settings }: ContainerRecord, daemon: Daemon): boolean {
  const options = optionsOf(settings, daemon);
  if (!isEmpty(options)) return false;
  const files = filesOf(id);
  const written = textOf(files.resolvConfWritten);
  if (written === null) return false; // it is being removed
  return written !== textFor(settings, options) && written === textOf(files.resolvConf);
}

/** In the host's network its name servers are within reach, on loopback as well. Source: libnetwork, `sandbox_dns_unix.go` */
function textFor({ network }: ContainerSettings, options: DnsOptions): string {
  return network === HOST && isEmpty(options) ? hostFile() : resolvConf(hostFile(), options);
}

function isEmpty({ dns, dnsSearch }: DnsOptions): boolean {
  return dns.length === 0 && dnsSearch.length === 0;
}

/** A container's own options stand in for the daemon's, each for itself */
function optionsOf({ dns, dnsSearch }: ContainerSettings, { options }: Daemon): DnsOptions {
  return {
    dns: dns.length > 0 ? dns : options.dns,
    dnsSearch: dnsSearch.length > 0 ? dnsSearch : options.dnsSearch,
  };
}

/** Empty where the host has none */
function hostFile(): string {
  return textOf(HOST_FILE) ?? "";
}

function textOf(file: string): string | null {
  return unlessRemoved(() => readFileSync(file, "utf8"));
}

/** `null` where a file, or its folder, isn't there any more: a container may be removed at any moment */
function unlessRemoved<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
