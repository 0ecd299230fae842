import type { JsonValue } from "../../go-template/values/json-value.ts";
import { NIL_LIST } from "../../go-template/values/nil-list.ts";
import type { Image } from "../../image.ts";
import { portMap } from "../describe/describe-ports.ts";
import { lineage } from "./images.ts";

/**
 * Documents an image as `docker image inspect` does: the fields of Docker 20.10 that the embedded engine
 * knows, in its order
 */
export function describeImage(image: Image): JsonValue {
  const { id, names, parent, created, container, config } = image;
  const layers = lineage(image).flatMap(({ layer }) => (layer === null ? [] : [layer.id]));
  return {
    Id: id,
    RepoTags: [...names],
    RepoDigests: [],
    Parent: parent ?? "",
    Comment: "",
    Created: created,
    Container: container ?? "",
    Author: "",
    Config: {
      Hostname: "",
      Domainname: "",
      User: "",
      AttachStdin: false,
      AttachStdout: false,
      AttachStderr: false,
      ExposedPorts: portMap(config.exposed, () => ({})),
      Tty: false,
      OpenStdin: false,
      StdinOnce: false,
      Env: config.environment.length === 0 ? NIL_LIST : [...config.environment],
      Cmd: config.command.length === 0 ? NIL_LIST : [...config.command],
      Image: parent ?? "",
      Volumes: null,
      WorkingDir: "",
      Entrypoint: NIL_LIST,
      OnBuild: NIL_LIST,
      Labels: null,
    },
    Architecture: process.arch === "x64" ? "amd64" : process.arch,
    Os: process.platform,
    Size: sizeOf(image),
    VirtualSize: sizeOf(image),
    RootFS: { Type: "layers", Layers: layers.toReversed() },
  };
}

/** Returns the size of its layers, without the machine's own files, in bytes */
export function sizeOf(image: Image): number {
  return lineage(image).reduce((sum, { layer }) => sum + (layer?.size ?? 0), 0);
}
