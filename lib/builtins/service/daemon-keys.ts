/**
 * Keys of the file that differ from the option's name, because the option may be repeated: moby,
 * `daemon/config/config.go`, the JSON tags, and `opts/opts.go`, the named options.
 */
export const KEYS: Readonly<Record<string, string>> = {
  "add-runtime": "runtimes",
  "allow-nondistributable-artifacts": "allow-nondistributable-artifacts",
  "authorization-plugin": "authorization-plugins",
  "cluster-store-opt": "cluster-store-opts",
  "default-address-pool": "default-address-pools",
  "default-ulimit": "default-ulimits",
  "dns-opt": "dns-opts",
  "exec-opt": "exec-opts",
  host: "hosts",
  "insecure-registry": "insecure-registries",
  label: "labels",
  "log-opt": "log-opts",
  "node-generic-resource": "node-generic-resources",
  "registry-mirror": "registry-mirrors",
  "storage-opt": "storage-opts",
};
