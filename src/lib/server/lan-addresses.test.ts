import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddresses, urlsForOthers } from './lan-addresses.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
	address,
	internal,
	family: 'IPv4',
	netmask: '255.255.255.0',
	mac: '00:00:00:00:00:00',
	cidr: `${address}/24`
});

test('the network that the room is on comes before bridges, and those before addresses nobody gave', () => {
	const interfaces = {
		lo: [ipv4('127.0.0.1', true)],
		eth1: [ipv4('169.254.7.7')],
		docker0: [ipv4('172.17.0.1')],
		wlan0: [ipv4('192.168.1.20')]
	};
	expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '172.17.0.1', '169.254.7.7']);
});

test('listening everywhere is announced for the network', () => {
	for (const host of ['0.0.0.0', '::']) {
		expect(urlsForOthers(host, 3000, ['192.168.1.20'])).toEqual(['http://192.168.1.20:3000']);
	}
});

test.each(['127.0.0.1', 'localhost', '::1'])('listening on %s promises nothing to other machines', (host) => {
	expect(urlsForOthers(host, 3000, ['192.168.1.20'])).toEqual([]);
});

test('an IPv6 address stands in brackets', () => {
	expect(urlsForOthers('fd00::5', 3000)).toEqual(['http://[fd00::5]:3000']);
});
