/**
 * Writes containers' `/etc/resolv.conf`, which follows the host's.
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

/** Writes a container's file, at each of its starts */
export function writeResolvConf({ id, settings }: Pick<ContainerRecord, "id" | "settings">, daemon: Daemon): void {
  const files = filesOf(id);
  const text = textFor(settings, optionsOf(settings, daemon));
  // In place, as it is mounted
  for (const file of [files.resolvConf, files.resolvConfWritten]) writeFileSync(file, text);
}

/**
 * Applies changes of the host's file to running containers without DNS options, unless they have changed
 * their file themselves. Each command does so first, as there is no daemon to watch the host's file. Docker
 * did this in the article's time; since 1.5 only restarted containers follow.
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
  if (written === null) return false; // It is being removed
  return written !== textFor(settings, options) && written === textOf(files.resolvConf);
}

/**
 * Returns the text of the file. A container in the host's network can reach its name servers on loopback too.
 * Source: libnetwork, `sandbox_dns_unix.go`
 */
function textFor({ network }: ContainerSettings, options: DnsOptions): string {
  return network === HOST && isEmpty(options) ? hostFile() : resolvConf(hostFile(), options);
}

function isEmpty({ dns, dnsSearch }: DnsOptions): boolean {
  return dns.length === 0 && dnsSearch.length === 0;
}

/** Merges options: each option of a container replaces the daemon's */
function optionsOf({ dns, dnsSearch }: ContainerSettings, { options }: Daemon): DnsOptions {
  return {
    dns: dns.length > 0 ? dns : options.dns,
    dnsSearch: dnsSearch.length > 0 ? dnsSearch : options.dnsSearch,
  };
}

/** Reads the host's file; empty when there is none */
function hostFile(): string {
  return textOf(HOST_FILE) ?? "";
}

function textOf(file: string): string | null {
  return unlessRemoved(() => readFileSync(file, "utf8"));
}

/** Returns `null` when a file, or its folder, is gone: a container may be removed at any moment */
function unlessRemoved<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
