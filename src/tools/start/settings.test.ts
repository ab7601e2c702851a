import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const read = (argv: string[], env: Record<string, string> = {}) => readSettings(argv, env, '/srv/patchfall');

describe('npm start, with nothing said', () => {
	test('builds, serves port 3000 on every network, and keeps rooms in ./data', () => {
		expect(read([])).toEqual({
			port: 3000,
			host: '0.0.0.0',
			dataFolder: '/srv/patchfall/data',
			buildFirst: true
		});
	});
});

describe('npm start, told otherwise', () => {
	test('takes port, host and data folder from the environment', () => {
		expect(read([], { PORT: '8080', HOST: '127.0.0.1', PATCHFALL_DATA: '/var/rooms' })).toMatchObject({
			port: 8080,
			host: '127.0.0.1',
			dataFolder: '/var/rooms'
		});
	});

	test('an empty variable counts as one that is not set', () => {
		expect(read([], { PORT: '', HOST: '', PATCHFALL_DATA: '' })).toEqual(read([]));
	});

	test.each([[['--no-build'], {}] as const, [[], { PATCHFALL_SKIP_BUILD: '1' }] as const])(
		'%j %j serves the last build',
		(argv, env) => {
			expect(read([...argv], env)).toMatchObject({ buildFirst: false });
		}
	);

	test.each(['65536', '-1', '3000.5', 'http', ' 80'])('refuses PORT "%s" and names it', (port) => {
		expect(() => read([], { PORT: port })).toThrow(`PORT is "${port}"`);
	});

	test.each(['rooms.example', 'ftp://rooms.example'])('refuses ORIGIN "%s" and names it', (origin) => {
		expect(() => read([], { ORIGIN: origin })).toThrow(`ORIGIN is "${origin}"`);
	});

	test('takes ORIGIN from whoever runs a reverse proxy', () => {
		expect(read([], { ORIGIN: 'https://rooms.example' })).toEqual(read([]));
	});

	test('refuses an option that it does not know', () => {
		expect(() => read(['--prot=80'])).toThrow('does not know "--prot=80"');
	});

	test('--help explains every environment variable that is read', () => {
		for (const name of ['PORT', 'HOST', 'PATCHFALL_DATA', 'PATCHFALL_SKIP_BUILD', 'ORIGIN']) {
			expect(read(['--help'])).toContain(name);
		}
	});
});
