/**
 * Fields of `docker inspect` that nobody can set in the embedded engine, with Docker's defaults.
 *
 * @module
 */
import { NIL_LIST } from "../../go-template/values/nil-list.ts";
import type { JsonObject } from "../../go-template/values/json-value.ts";

/** Source: moby 20.10, `api/types/container/host_config.go` */
export const UNSET_HOST_CONFIG: JsonObject = {
  Binds: NIL_LIST,
  ContainerIDFile: "",
  LogConfig: { Type: "json-file", Config: {} },
  NetworkMode: "",
  PortBindings: {},
  RestartPolicy: { Name: "no", MaximumRetryCount: 0 },
  AutoRemove: false,
  VolumeDriver: "",
  VolumesFrom: NIL_LIST,
  CapAdd: NIL_LIST,
  CapDrop: NIL_LIST,
  CgroupnsMode: "host",
  Dns: [],
  DnsOptions: [],
  DnsSearch: [],
  ExtraHosts: NIL_LIST,
  GroupAdd: NIL_LIST,
  IpcMode: "private",
  Cgroup: "",
  Links: NIL_LIST,
  OomScoreAdj: 0,
  PidMode: "",
  Privileged: false,
  PublishAllPorts: false,
  ReadonlyRootfs: false,
  SecurityOpt: NIL_LIST,
  UTSMode: "",
  UsernsMode: "",
  ShmSize: 67_108_864,
  Runtime: "",
  ConsoleSize: [0, 0],
  Isolation: "",
  CpuShares: 0,
  Memory: 0,
  NanoCpus: 0,
  CgroupParent: "",
  BlkioWeight: 0,
  BlkioWeightDevice: [],
  BlkioDeviceReadBps: NIL_LIST,
  BlkioDeviceWriteBps: NIL_LIST,
  BlkioDeviceReadIOps: NIL_LIST,
  BlkioDeviceWriteIOps: NIL_LIST,
  CpuPeriod: 0,
  CpuQuota: 0,
  CpuRealtimePeriod: 0,
  CpuRealtimeRuntime: 0,
  CpusetCpus: "",
  CpusetMems: "",
  Devices: [],
  DeviceCgroupRules: NIL_LIST,
  DeviceRequests: NIL_LIST,
  KernelMemory: 0,
  KernelMemoryTCP: 0,
  MemoryReservation: 0,
  MemorySwap: 0,
  MemorySwappiness: null,
  OomKillDisable: false,
  PidsLimit: null,
  Ulimits: NIL_LIST,
  CpuCount: 0,
  CpuPercent: 0,
  IOMaximumIOps: 0,
  IOMaximumBandwidth: 0,
  MaskedPaths: [],
  // The paths that the supervisor mounts
  ReadonlyPaths: ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"],
};

/** Fields that differ with `--privileged` */
export const PRIVILEGED_HOST_CONFIG: JsonObject = {
  Privileged: true,
  SecurityOpt: ["label=disable"],
  MaskedPaths: NIL_LIST,
  ReadonlyPaths: NIL_LIST,
};

/** Source: moby 20.10, `api/types/network/network.go`, `EndpointSettings` */
export const UNSET_ENDPOINT: JsonObject = {
  IPAMConfig: null,
  Links: NIL_LIST,
  Aliases: NIL_LIST,
  NetworkID: "",
  EndpointID: "",
  Gateway: "",
  IPAddress: "",
  IPPrefixLen: 0,
  IPv6Gateway: "",
  GlobalIPv6Address: "",
  GlobalIPv6PrefixLen: 0,
  MacAddress: "",
  DriverOpts: null,
};
