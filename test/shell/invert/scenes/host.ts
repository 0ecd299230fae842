import type { Scene } from "../scene.ts";

const FOLDER = "/tmp/invert";

export const HOST_SCENES: readonly Scene[] = [
  {
    name: "folders and links",
    setup: [`sudo mkdir -p ${FOLDER}/there`, `sudo ln -s nowhere ${FOLDER}/old`],
    paths: [FOLDER],
    lines: [
      [`sudo mkdir -p ${FOLDER}/there/b/c`, `rmdir ${FOLDER}/there/b/c`, `rmdir ${FOLDER}/there/b`],
      [`sudo mkdir ${FOLDER}/x ${FOLDER}/y`, `rmdir ${FOLDER}/x`, `rmdir ${FOLDER}/y`],
      [`sudo mkdir ${FOLDER}/x`],
      [`sudo ln -s /proc/1/ns/net ${FOLDER}/new`, `rm ${FOLDER}/new`],
      [`sudo ln -s /proc/1/ns/net ${FOLDER}/there`, `rm ${FOLDER}/there/net`],
      [`sudo ln -s /proc/1/ns/net ${FOLDER}/new`],
      [`sudo ln -sf /etc/passwd ${FOLDER}/old`, `ln -sfn nowhere ${FOLDER}/old`],
      [`sudo ln -s nowhere ${FOLDER}/dangling`, `rm ${FOLDER}/dangling`],
      [`sudo find -L ${FOLDER} -type l -delete`, `ln -s nowhere ${FOLDER}/dangling`],
    ],
  },
  {
    name: "files",
    setup: [
      `sudo mkdir -p ${FOLDER}/files/sub`,
      `sudo cp /etc/hostname ${FOLDER}/files/old`,
      `sudo cp /etc/hosts ${FOLDER}/files/other`,
      `sudo ln -s old ${FOLDER}/files/link`,
      `sudo mkdir -m 0700 ${FOLDER}/files/empty`,
    ],
    paths: [FOLDER],
    lines: [
      [`echo new > ${FOLDER}/files/new`, `remove ${FOLDER}/files/new`],
      [`echo more >> ${FOLDER}/files/new`, `restore ${FOLDER}/files/new`],
      [`echo through >> ${FOLDER}/files/link`, `restore ${FOLDER}/files/old`],
      [`true >> ${FOLDER}/files/new`],
      [`sudo ln -s absent ${FOLDER}/files/dangling`, `rm ${FOLDER}/files/dangling`],
      [`echo through >> ${FOLDER}/files/dangling`, `remove ${FOLDER}/files/absent`],
      [`echo nowhere > ${FOLDER}/nosuch/new`],
      [
        `sudo rm ${FOLDER}/files/old ${FOLDER}/files/link`,
        `restore ${FOLDER}/files/old`,
        `ln -s old ${FOLDER}/files/link`,
      ],
      [`sudo rm -f ${FOLDER}/nosuch`],
      [`sudo rm ${FOLDER}/nosuch`],
      [`sudo rmdir ${FOLDER}/files/empty`, `install --directory --owner=0 --group=0 --mode=0700 ${FOLDER}/files/empty`],
      [`sudo touch ${FOLDER}/files/touched ${FOLDER}/files/other`, `remove ${FOLDER}/files/touched`],
      [
        `sudo mv ${FOLDER}/files/other ${FOLDER}/files/new`,
        `mv --no-target-directory ${FOLDER}/files/new ${FOLDER}/files/other`,
        `restore ${FOLDER}/files/new`,
      ],
      [
        `sudo mv ${FOLDER}/files/sub ${FOLDER}/files/moved`,
        `mv --no-target-directory ${FOLDER}/files/moved ${FOLDER}/files/sub`,
      ],
      [`sudo cp /etc/hosts ${FOLDER}/files/moved`, `remove ${FOLDER}/files/moved/hosts`],
      [`sudo cp /etc/passwd ${FOLDER}/files/moved/hosts`, `restore ${FOLDER}/files/moved/hosts`],
      [`sudo tee -a ${FOLDER}/files/teed`, `remove ${FOLDER}/files/teed`],
    ],
  },
  {
    name: "what is made, removed and moved under the same names",
    repeated: false,
    setup: [`sudo mkdir -p ${FOLDER}/again`, `sudo cp /etc/hosts ${FOLDER}/again/theirs`],
    paths: [FOLDER],
    lines: [
      [`sudo mkdir ${FOLDER}/again/x`, `rmdir ${FOLDER}/again/x`],
      [`sudo rmdir ${FOLDER}/again/x`, `install --directory --owner=0 --group=0 --mode=0755 ${FOLDER}/again/x`],
      [`sudo mkdir -p ${FOLDER}/again/x/y`, `rmdir ${FOLDER}/again/x/y`, `rmdir ${FOLDER}/again/x`],
      [`sudo mv ${FOLDER}/again/x ${FOLDER}/again/z`, `mv --no-target-directory ${FOLDER}/again/z ${FOLDER}/again/x`],
      [`sudo rmdir ${FOLDER}/again/z/y`, `install --directory --owner=0 --group=0 --mode=0755 ${FOLDER}/again/z/y`],
      [
        `sudo mv ${FOLDER}/again/theirs ${FOLDER}/again/ours`,
        `mv --no-target-directory ${FOLDER}/again/ours ${FOLDER}/again/theirs`,
      ],
      [`sudo rm ${FOLDER}/again/ours`, `restore ${FOLDER}/again/ours`],
    ],
  },
  {
    name: "settings of the kernel",
    paths: ["/proc/sys/net/ipv4/ip_forward", "/proc/sys/net/ipv4/conf"],
    setup: ["sudo sysctl -w net.ipv4.conf.docker0.forwarding=0", "sudo ip netns add sysNs"],
    lines: [
      ["sudo sysctl -w net.ipv4.conf.docker0.rp_filter=2", "sysctl -q -w net/ipv4/conf/docker0/rp_filter=0"],
      ["sudo sysctl net/ipv4/conf/lo/rp_filter=1", "sysctl -q -w net/ipv4/conf/lo/rp_filter=0"],
      ["sudo sysctl -w net.ipv4.conf.lo.rp_filter=1"],
      [
        "echo 0 > /proc/sys/net/ipv4/ip_forward",
        "sysctl -q -w net/ipv4/ip_forward=1",
        "sysctl -q -w net/ipv4/conf/docker0/forwarding=0",
      ],
      [
        "sudo ip netns exec sysNs sysctl -w net.ipv4.conf.lo.rp_filter=1",
        "ip netns exec sysNs sysctl -q -w net/ipv4/conf/lo/rp_filter=0",
      ],
      ["sudo sysctl -w net.ipv4.nosuch=1"],
    ],
  },
  {
    name: "mounts",
    setup: [`sudo mkdir -p ${FOLDER}/mount`],
    paths: [FOLDER],
    lines: [
      [`sudo mount -t tmpfs none ${FOLDER}/mount`, `umount ${FOLDER}/mount`],
      [`sudo mkdir ${FOLDER}/mount/inside`, `rmdir ${FOLDER}/mount/inside`],
      [`sudo mount --bind ${FOLDER}/mount/inside ${FOLDER}/mount`, `umount ${FOLDER}/mount`],
      [`sudo mount -t tmpfs none ${FOLDER}/nosuch`],
    ],
  },
  {
    name: "Docker's own settings, and somebody else's container",
    setup: ["sudo docker run -d --name survivor base sleep 600"],
    lines: [
      [`echo 'DOCKER_OPTS="--icc=false"' >> /etc/default/docker`, "restore /etc/default/docker"],
      ["sudo service docker restart", "service docker restart (last)", "docker start ID (last)"],
    ],
  },
  {
    name: "Docker, stopped and started",
    lines: [
      ["sudo service docker start"],
      ["sudo service docker stop", "service docker start", "docker start ID"],
      ["sudo service docker stop"],
      ["sudo service docker start", "service docker stop"],
    ],
  },
];
