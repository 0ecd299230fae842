/**
 * Boots a machine with a running Docker in the namespaces that this process has entered.
 *
 * @module
 */
import { DOCKERD } from "../../builtins/service/dockerd.ts";
import { EMBEDDED } from "../../builtins/service/embedded.ts";
import type { DockerService } from "../../builtins/service/service.ts";
import { ServiceFailure } from "../../builtins/service/service-failure.ts";
import { builtinsOn } from "../../builtins/builtin-table.ts";
import { bootHost, type ProgramFiles } from "../../hosts/boot.ts";
import { loadImages } from "../../hosts/docker/load-images.ts";
import { dockerClient } from "../../hosts/docker/docker-programs.ts";
import { dockerRoot } from "../../hosts/docker/root.ts";
import { ownRuntime } from "../../hosts/docker/runtime.ts";
import { HostError } from "../../hosts/host-error.ts";
import { HOST_KINDS, type ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { HostJob } from "./job.ts";
import { WIREWORK } from "../self.ts";

/**
 * Boots the host, and starts Docker on it.
 *
 * @param whenBooted starts further work meanwhile
 * @throws {HostError} when the kernel refuses a mount, or Docker does not come up
 */
export async function startHost(host: HostJob, whenBooted: () => void = () => {}): Promise<void> {
  const { kind, kept } = host;
  if (kind === "sandbox") {
    bootHost({ kind, kept, furnish: () => {}, programs: programsOf(kind, {}, {}) });
    whenBooted();
    await startDocker(kind, EMBEDDED);
    return;
  }
  bootHost({ kind, kept, furnish: dockerRoot(host.cgroup), programs: programsOf(kind, machinePrograms(), runtime()) });
  whenBooted();
  await startDocker(kind, DOCKERD);
  await loadImages(host.images);
}

function programsOf(kind: ThrowAwayKind, links: ProgramFiles["links"], others: ProgramFiles["builtins"]): ProgramFiles {
  // For shells and programs, which start a process for each line, the real `ip` is faster
  const names = Object.keys(builtinsOn(kind)).filter((name) => name !== "ip");
  const builtins = Object.fromEntries(
    names.map((name) => [name, [...WIREWORK, "builtin", `--on=${kind}`, name]] as const),
  );
  return { builtins: { ...builtins, ...others }, links };
}

/** Returns the container runtime, where the machine's own needs help */
function runtime(): ProgramFiles["builtins"] {
  const runc = ownRuntime();
  return runc === null ? {} : { runc };
}

/**
 * Hides `modprobe` from dockerd, which would load modules into the whole machine; a recipe that needs one
 * declares it, and the user is asked
 */
function machinePrograms(): ProgramFiles["links"] {
  return { docker: dockerClient(), modprobe: "/bin/false" };
}

async function startDocker(kind: ThrowAwayKind, docker: DockerService): Promise<void> {
  try {
    await docker.start();
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    throw new HostError(`Cannot start Docker on the ${HOST_KINDS[kind]}`, error.message, "--on sandbox");
  }
}
