import { expect, test } from 'vitest';
import { says } from './words-of-injects.ts';

const text = (en: string) => ({ title: { en: 'A message' }, body: { en } });

test.each([
	'All of our screens are dark.',
	'Gate screens and crew servers went blue within ten minutes.',
	'The hosts beside them are blue.',
	'Both printers’ hosts blue.',
	'Dealing screens in Sydney fail one by one.',
	'Whoever calls about a dark screen asks the same.',
	'Half of our hosts are still down.',
	'Consoles restart in two states.'
])('“%s” says that hosts are down', (en) => {
	expect(says(text(en), 'hostsDown')).toBe(true);
});

test.each(['Hosts start as on any day.', 'Write it down.', 'Blue is the colour of their logo.'])(
	'“%s” does not',
	(en) => {
		expect(says(text(en), 'hostsDown')).toBe(false);
	}
);
