import { allUsers, type User } from "../machine/users.ts";

/** A user who can make no namespace, though root there: everything that needs a sandbox fails */
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

/** Any one user, where it makes no difference */
export const someone: User = allUsers.at(-1) ?? { name: "self", prefix: [] };
