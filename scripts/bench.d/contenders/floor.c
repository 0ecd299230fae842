/*
 * The floor of `scripts/bench star`: what the kernel itself needs, asked over rtnetlink with as few calls as it takes.
 *
 * Each container is a named network namespace, as `ip netns add` makes one. One message makes both ends of its cable, each in its
 * place, and the host's in the bridge and up; two more, in one send, switch the other on and give it its address. Messages for the
 * host go CHUNK at a time in one send.
 * Speaks the protocol of ../star/driver.ts.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define BRIDGE "star"
#define FOLDER "/run/netns"
#define CHUNK 64

static char out[CHUNK * 512];
static size_t length;
static unsigned sequence;
static int host, home, bridge, count;

static void fail(const char *action) {
  perror(action);
  exit(1);
}

static void *reserve(size_t size) {
  void *place = out + length;
  memset(place, 0, NLMSG_ALIGN(size));
  length += NLMSG_ALIGN(size);
  return place;
}

static struct nlmsghdr *begin(int type, int flags, size_t header) {
  struct nlmsghdr *message = reserve(NLMSG_HDRLEN);
  reserve(header);
  message->nlmsg_type = type;
  message->nlmsg_flags = NLM_F_REQUEST | flags;
  message->nlmsg_seq = ++sequence;
  return message;
}

static void end(struct nlmsghdr *message) {
  message->nlmsg_len = (out + length) - (char *)message;
}

static void put(int type, const void *value, size_t size) {
  struct rtattr *attribute = reserve(RTA_LENGTH(size));
  attribute->rta_type = type;
  attribute->rta_len = RTA_LENGTH(size);
  memcpy(RTA_DATA(attribute), value, size);
}

static void put_text(int type, const char *text) {
  put(type, text, strlen(text) + 1);
}

static struct rtattr *nest(int type) {
  struct rtattr *attribute = reserve(RTA_LENGTH(0));
  attribute->rta_type = type;
  return attribute;
}

static void end_nest(struct rtattr *attribute) {
  attribute->rta_len = (out + length) - (char *)attribute;
}

/* Sends all that was put. The kernel answers errors at once, and the last message in any case. */
static void flush(int fd, struct nlmsghdr *last, const char *action) {
  char in[8192];
  last->nlmsg_flags |= NLM_F_ACK;
  if (send(fd, out, length, 0) < 0) fail(action);
  length = 0;
  for (;;) {
    ssize_t got = recv(fd, in, sizeof in, 0);
    if (got < 0) fail(action);
    for (struct nlmsghdr *answer = (void *)in; NLMSG_OK(answer, got); answer = NLMSG_NEXT(answer, got)) {
      struct nlmsgerr *error = NLMSG_DATA(answer);
      if (answer->nlmsg_type != NLMSG_ERROR) continue;
      errno = -error->error;
      if (errno != 0) fail(action);
      if (answer->nlmsg_seq == sequence) return;
    }
  }
}

static int open_netlink(void) {
  int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (fd < 0) fail("socket");
  return fd;
}

static int index_of(int fd, const char *name) {
  struct ifreq request = {0};
  strcpy(request.ifr_name, name);
  if (ioctl(fd, SIOCGIFINDEX, &request) < 0) fail(name);
  return request.ifr_ifindex;
}

static char *path_of(int number) {
  static char path[64];
  snprintf(path, sizeof path, FOLDER "/c%d", number);
  return path;
}

static struct nlmsghdr *begin_link(void) {
  struct nlmsghdr *message = begin(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, sizeof(struct ifinfomsg));
  struct ifinfomsg *link = NLMSG_DATA(message);
  link->ifi_flags = link->ifi_change = IFF_UP;
  return message;
}

static void add_bridge(void) {
  struct nlmsghdr *message = begin_link();
  put_text(IFLA_IFNAME, BRIDGE);
  struct rtattr *info = nest(IFLA_LINKINFO);
  put_text(IFLA_INFO_KIND, "bridge");
  end_nest(info);
  end(message);
  flush(host, message, "add the bridge");
  bridge = index_of(host, BRIDGE);
}

/* A cable from the bridge to eth0 in a namespace */
static struct nlmsghdr *put_cable(int number, int namespace) {
  char name[IFNAMSIZ];
  snprintf(name, sizeof name, "v%d", number);
  struct nlmsghdr *message = begin_link();
  put_text(IFLA_IFNAME, name);
  put(IFLA_MASTER, &bridge, sizeof bridge);
  struct rtattr *info = nest(IFLA_LINKINFO);
  put_text(IFLA_INFO_KIND, "veth");
  struct rtattr *data = nest(IFLA_INFO_DATA), *peer = nest(VETH_INFO_PEER);
  reserve(sizeof(struct ifinfomsg)); /* it can't be up yet: to the driver it has no peer until both are made */
  put_text(IFLA_IFNAME, "eth0");
  put(IFLA_NET_NS_FD, &namespace, sizeof namespace);
  end_nest(peer);
  end_nest(data);
  end_nest(info);
  end(message);
  return message;
}

/* Switches eth0 on, with an address of 10.7.0.0/16, counted from 10.7.0.1 */
static void set_up(int fd, int number) {
  struct in_addr address = {htonl(0x0a070000 + number)};
  int index = index_of(fd, "eth0");
  struct nlmsghdr *message = begin(RTM_NEWLINK, 0, sizeof(struct ifinfomsg));
  struct ifinfomsg *link = NLMSG_DATA(message);
  link->ifi_index = index;
  link->ifi_flags = link->ifi_change = IFF_UP;
  end(message);
  message = begin(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, sizeof(struct ifaddrmsg));
  struct ifaddrmsg *target = NLMSG_DATA(message);
  target->ifa_family = AF_INET;
  target->ifa_prefixlen = 16;
  target->ifa_index = index;
  put(IFA_LOCAL, &address, sizeof address);
  put(IFA_ADDRESS, &address, sizeof address);
  end(message);
  flush(fd, message, "set eth0 up");
}

/* So many containers at once, at most CHUNK; the thread goes from namespace to namespace, and home at the end */
static void add_containers(int many) {
  int namespaces[CHUNK], sockets[CHUNK];
  struct nlmsghdr *last = NULL;
  for (int n = 0; n < many; n++) {
    const char *path = path_of(count + n + 1);
    if (unshare(CLONE_NEWNET) < 0) fail("unshare");
    int file = open(path, O_CREAT | O_EXCL | O_RDONLY | O_CLOEXEC, 0444);
    if (file < 0 || close(file) < 0) fail(path);
    if (mount("/proc/thread-self/ns/net", path, NULL, MS_BIND, NULL) < 0) fail("mount");
    namespaces[n] = open(path, O_RDONLY | O_CLOEXEC);
    if (namespaces[n] < 0) fail(path);
    sockets[n] = open_netlink();
    last = put_cable(count + n + 1, namespaces[n]);
  }
  if (setns(home, CLONE_NEWNET) < 0) fail("setns");
  flush(host, last, "add cables");
  for (int n = 0; n < many; n++) {
    set_up(sockets[n], count + n + 1);
    close(sockets[n]);
    close(namespaces[n]);
  }
  count += many;
}

static void up(int many) {
  add_bridge();
  for (; many > CHUNK; many -= CHUNK) add_containers(CHUNK);
  if (many > 0) add_containers(many);
}

/* The namespaces take their cables along */
static void down(void) {
  for (; count > 0; count--) {
    const char *path = path_of(count);
    if (umount2(path, MNT_DETACH) < 0 || unlink(path) < 0) fail(path);
  }
  struct nlmsghdr *message = begin(RTM_DELLINK, 0, sizeof(struct ifinfomsg));
  ((struct ifinfomsg *)NLMSG_DATA(message))->ifi_index = bridge;
  end(message);
  flush(host, message, "delete the bridge");
}

static void where(void) {
  printf(BRIDGE);
  for (int n = 1; n <= count; n++) printf(" %s", path_of(n));
  printf("\n");
}

int main(void) {
  char line[64];
  host = open_netlink();
  home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
  if (home < 0) fail("open the host's network");
  if (mkdir(FOLDER, 0755) < 0 && errno != EEXIST) fail(FOLDER);
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  printf("done\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin) != NULL) {
    int many = 0;
    if (sscanf(line, "up %d", &many) == 1) up(many);
    else if (strcmp(line, "attach\n") == 0) add_containers(1);
    else if (strcmp(line, "down\n") == 0) down();
    else if (strcmp(line, "where\n") == 0) where();
    printf("done\n");
    fflush(stdout);
  }
}
