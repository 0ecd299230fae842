/**
 * Files, folders and symbolic links, as far as they decide which lines can be done next.
 */
import { dirname } from "node:path";

/** What is at a path */
export type Node =
  { readonly kind: "file" } | { readonly kind: "folder" } | { readonly kind: "link"; readonly target: string };

/** By its path, what is there */
export type Files = Readonly<Record<string, Node>>;

interface Move {
  readonly line: string;
  readonly after: Files;
}

const ROOT = "/tmp/random";

const NAMES = ["a", "b", "c"];

const FILE: Node = { kind: "file" };

const FOLDER: Node = { kind: "folder" };

/** All lines that can be done */
export function fileMoves(files: Files): readonly Move[] {
  const folders = Object.keys(files).filter((path) => files[path]?.kind === "folder");
  // Two levels are enough
  const paths = folders
    .filter((path) => path.split("/").length <= 4)
    .flatMap((folder) => NAMES.map((name) => `${folder}/${name}`));
  const free = paths.filter((path) => files[path] === undefined);
  return [
    ...free.slice(0, 4).flatMap((path) => births(files, path)),
    ...Object.keys(files)
      .filter((path) => path !== ROOT)
      .flatMap((path) => changes(files, path, free[0] ?? null)),
    { line: `sudo find -L ${ROOT} -type l -delete`, after: withoutDangling(files) },
  ];
}

function births(files: Files, path: string): readonly Move[] {
  const link = (target: string): Node => ({ kind: "link", target });
  return [
    { line: `sudo touch ${path}`, after: { ...files, [path]: FILE } },
    { line: `echo hello > ${path}`, after: { ...files, [path]: FILE } },
    { line: `sudo mkdir ${path}`, after: { ...files, [path]: FOLDER } },
    { line: `sudo mkdir -p ${path}/b`, after: { ...files, [path]: FOLDER, [`${path}/b`]: FOLDER } },
    { line: `sudo ln -s ${ROOT}/nowhere ${path}`, after: { ...files, [path]: link(`${ROOT}/nowhere`) } },
    { line: `sudo ln -s /etc/hosts ${path}`, after: { ...files, [path]: link("/etc/hosts") } },
  ];
}

function changes(files: Files, path: string, free: string | null): readonly Move[] {
  const isInside = free?.startsWith(`${path}/`) === true;
  const moves = free === null || isInside ? [] : [{ line: `sudo mv ${path} ${free}`, after: moved(files, path, free) }];
  const removed = Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
  switch (files[path]?.kind) {
    case "file":
      return [
        ...moves,
        { line: `echo more >> ${path}`, after: files },
        { line: `echo other > ${path}`, after: files },
        { line: `sudo cp /etc/hosts ${path}`, after: files },
        { line: `sudo rm ${path}`, after: removed },
      ];
    case "folder":
      return Object.keys(files).some((other) => dirname(other) === path)
        ? moves
        : [...moves, { line: `sudo rmdir ${path}`, after: removed }];
    case "link":
      return [
        ...moves,
        { line: `sudo rm ${path}`, after: removed },
        {
          line: `sudo ln -sfn ${ROOT}/other ${path}`,
          after: { ...files, [path]: { kind: "link", target: `${ROOT}/other` } },
        },
      ];
    default:
      return [];
  }
}

/** With all that is in it */
function moved(files: Files, from: string, to: string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, node]) => [
      path === from || path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path,
      node,
    ]),
  );
}

function withoutDangling(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([, node]) => node.kind !== "link" || !node.target.startsWith(ROOT)),
  );
}
