/**
 * Documents volumes as `docker inspect` does.
 *
 * @module
 */
import type { JsonObject, JsonValue } from "../../go-template/values/json-value.ts";
import type { Volume } from "../container.ts";

/** Documents `.Mounts`. Source: moby 20.10, `api/types/types.go`, `MountPoint` */
export function describeMounts(volumes: readonly Volume[]): readonly JsonValue[] {
  return volumes.map(({ kind, name, path, target, mode }) => {
    const shared = { Source: path, Destination: target };
    const access = { Mode: mode === "ro" ? "ro" : "", RW: mode === "rw" };
    return kind === "folder"
      ? { Type: "bind", ...shared, ...access, Propagation: "rprivate" }
      : { Type: "volume", Name: name ?? "", ...shared, Driver: "local", ...access, Propagation: "" };
  });
}

/** Formats an entry of `.HostConfig.Binds`, as `--volume` takes it */
export function describeBind({ name, path, target, mode }: Volume): string {
  return [name ?? path, target, ...(mode === "ro" ? ["ro"] : [])].join(":");
}

/** Documents `.Config.Volumes` */
export function describeAnonymous(volumes: readonly Volume[]): JsonObject | null {
  const anonymous = volumes.filter(({ kind }) => kind === "anonymous");
  return anonymous.length === 0 ? null : Object.fromEntries(anonymous.map(({ target }) => [target, {}]));
}
