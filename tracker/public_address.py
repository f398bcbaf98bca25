"""Whether an IP address is one of the open Internet.

In: an address as it is written. Out: yes or no. IPv6 has many ways to say an IPv4 address (mapped,
6to4, Teredo, NAT64, ISATAP), and a server in the inner network can be reached by each that a
router or the system still serves: so what hides in an address is looked at too.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_CLOSED = (
    *("::/96", "fec0::/10"),  # IPv4-compatible and site-local: given up, and still routed by some
    *("64:ff9b:1::/48", "::ffff:0:0:0/96"),  # translated to IPv4 by rules of a network's own
)
_CLOSED_NETWORKS = tuple(map(IPv6Network, _CLOSED))
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (bytes.fromhex("00005efe"), bytes.fromhex("02005efe"))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, also when it hides in an IPv6 one.

    >>> [is_public(a) for a in ("8.8.8.8", "10.0.0.1", "::1", "::ffff:169.254.169.254")]
    [True, False, False, False]
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast
    if any(ip in network for network in _CLOSED_NETWORKS):
        return False
    hidden = _hidden(ip)
    if not all(inner.is_global and not inner.is_multicast for inner in hidden):
        return False
    # What is only a way to an IPv4 address is as public as that.
    return bool(hidden) or (ip.is_global and not ip.is_multicast)


def _hidden(ip: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses to which an IPv6 address may lead in the end."""
    if ip.ipv4_mapped:
        return (ip.ipv4_mapped,)
    if ip.sixtofour:
        return (ip.sixtofour,)
    if ip.teredo:
        return ip.teredo
    if ip in _NAT64 or ip.packed[8:12] in _ISATAP:
        return (IPv4Address(ip.packed[12:]),)
    return ()
