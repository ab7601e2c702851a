import { expect, test } from 'vitest';
import { announcement, qrCode } from './announce.ts';

test('says every address, and draws a code for the first one that a phone can reach', () => {
	const text = announcement('http://localhost:3000', ['http://10.0.0.5:3000', 'http://10.1.0.5:3000'], false);
	expect(text).toContain('http://localhost:3000');
	expect(text).toContain('http://10.1.0.5:3000');
	expect(text).toContain('Scan to open http://10.0.0.5:3000');
	expect(text).toContain(qrCode('http://10.0.0.5:3000', false));
});

test('draws no code when no other machine can reach this one', () => {
	expect(announcement('http://127.0.0.1:3000', [], false)).not.toMatch(/Scan|█/);
});

test('in a colour terminal the code keeps its own black and white', () => {
	for (const row of qrCode('http://10.0.0.5:3000', true).split('\n')) {
		expect(row.startsWith('  \u001b[97;40m') && row.endsWith('\u001b[0m')).toBe(true);
	}
});
