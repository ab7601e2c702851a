import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Bridges and tunnels of containers, virtual machines and VPNs: real addresses, but no phone in the room reaches them. */
const VIRTUAL =
	/^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|zt|tailscale|wg|cni|flannel|podman)/i;

/**
 * IPv4 addresses of this machine on local networks; those that other machines in the room can most likely reach first.
 */
export function lanAddresses(
	interfaces: Readonly<Record<string, NetworkInterfaceInfo[] | undefined>> = networkInterfaces()
): string[] {
	const found: { address: string; rank: number }[] = [];
	for (const [name, addresses] of Object.entries(interfaces)) {
		for (const { address, family, internal } of addresses ?? []) {
			if (internal || family !== 'IPv4') continue;
			// 169.254.x.x is what a machine gives itself when no network answered.
			const rank = address.startsWith('169.254.') ? 2 : VIRTUAL.test(name) ? 1 : 0;
			found.push({ address, rank });
		}
	}
	return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}

/** The addresses under which others can open a server that listens on `host`. */
export function urlsForOthers(host: string, port: number, lan: readonly string[] = lanAddresses()): string[] {
	const loopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
	if (loopback) return [];
	const names = host === '0.0.0.0' || host === '::' ? lan : [host.includes(':') ? `[${host}]` : host];
	return names.map((name) => `http://${name}:${port}`);
}
