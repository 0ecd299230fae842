"""
A star as Mininet builds it, through its Python API: a LinuxBridge and hosts, no controller.

Mininet would first raise limits of the whole machine (sysctls); here it raises only its own, and is given pseudo-terminals of
its own. Nothing of what is timed is left out.
Speaks the protocol of ../star/driver.ts.
"""
import resource
import sys

import mininet.net
from mininet.log import setLogLevel
from mininet.nodelib import LinuxBridge
from mininet.topo import SingleSwitchTopo


def raise_own_limit():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


mininet.net.fixLimits = raise_own_limit
setLogLevel("warning")
net = None


def up(count):
    global net
    topo = SingleSwitchTopo(k=count)
    net = mininet.net.Mininet(topo, switch=LinuxBridge, controller=None, ipBase="10.7.0.0/16")
    net.start()


def attach():
    """As its examples add a host to a network that runs; a LinuxBridge has no attach() of its own"""
    host = net.addHost("h%d" % (len(net.hosts) + 1))
    switch = net["s1"]
    link = net.addLink(host, switch)
    host.configDefault()
    switch.cmd("brctl addif", switch, link.intf2)


def down():
    global net
    net.stop()
    net = None


def where():
    print("s1", *("/proc/%d/ns/net" % host.pid for host in (net.hosts if net else [])))


print("done", flush=True)
for line in sys.stdin:
    command, *number = line.split()
    if command == "up":
        up(int(number[0]))
    elif command == "attach":
        attach()
    elif command == "where":
        where()
    elif command == "down":
        down()
    print("done", flush=True)
