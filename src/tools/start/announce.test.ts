import { expect, test } from 'vitest';
import { announcement, qrCode } from './announce.ts';

const HERE = {
	here: 'http://localhost:3000',
	taken: null,
	inNetwork: [],
	origin: null,
	hostKey: 'KMNPR-AACDE'
};
const inNetwork = ['http://10.0.0.5:3000', 'http://10.1.0.5:3000'];

test('says every address, and draws a code for the first one that a phone can reach', () => {
	const text = announcement({ ...HERE, inNetwork }, false);
	expect(text).toContain('http://localhost:3000');
	expect(text).toContain('http://10.1.0.5:3000');
	expect(text).toContain('Scan to open http://10.0.0.5:3000');
	expect(text).toContain(qrCode('http://10.0.0.5:3000', false));
});

test('behind a reverse proxy people use its address: that one is said and scanned, not those of the network', () => {
	const text = announcement({ ...HERE, inNetwork, origin: 'https://rooms.example' }, false);
	expect(text).toContain('For everyone       https://rooms.example\n');
	expect(text).toContain('Scan to open https://rooms.example');
	expect(text).toContain(qrCode('https://rooms.example', false));
	expect(text).not.toContain('10.0.0.5');
});

test('says which address leads to another program', () => {
	const text = announcement(
		{ ...HERE, here: 'http://127.0.0.1:3000', taken: 'http://localhost:3000' },
		false
	);
	expect(text).toContain('On this machine    http://127.0.0.1:3000\n');
	expect(text).toContain('(not http://localhost:3000: another program answers there)');
});

test('says the host key where somebody at another machine can use it', () => {
	expect(announcement({ ...HERE, inNetwork }, false)).toMatch(/^ +Host key +KMNPR-AACDE$/m);
	expect(announcement(HERE, false)).not.toContain('KMNPR-AACDE');
});

test('says where a workshop begins', () => {
	expect(announcement(HERE, false)).toContain('To run a workshop open http://localhost:3000/host');
	expect(announcement({ ...HERE, inNetwork, origin: 'https://rooms.example' }, false)).toContain(
		'open https://rooms.example/host'
	);
});

test('draws no code when no other machine can reach this one', () => {
	expect(announcement(HERE, false)).not.toMatch(/Scan|█/);
});

test('in a colour terminal the code keeps its own black and white', () => {
	for (const row of qrCode('http://10.0.0.5:3000', true).split('\n')) {
		expect(row.startsWith('  \u001b[97;40m') && row.endsWith('\u001b[0m')).toBe(true);
	}
});
