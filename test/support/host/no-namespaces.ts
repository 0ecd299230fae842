import { allUsers, type User } from "../machine/users.ts";

/** Somebody who can make no namespace, root though they are in there: whatever needs a sandbox fails */
export const withoutNamespaces: User = {
  name: "self",
  prefix: [
    "unshare",
    "--user",
    "--map-root-user",
    "sh",
    "-c",
    'for kind in user net; do echo 0 > /proc/sys/user/max_${kind}_namespaces; done; exec "$@"',
    "sh",
  ],
};

/** One of the users, where who it is makes no difference */
export const someone: User = allUsers.at(-1) ?? { name: "self", prefix: [] };
