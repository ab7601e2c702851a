import { describe, expect, test } from 'vitest';
import { readSettings, SETTINGS } from './settings.ts';

const read = (argv: string[], env: Record<string, string> = {}) => readSettings(argv, env, '/srv/patchfall');

describe('npm start, with nothing said', () => {
	test('builds, serves port 3000 on every network, and keeps rooms in ./data', () => {
		expect(read([])).toEqual({
			port: 3000,
			host: '0.0.0.0',
			origin: null,
			dataFolder: '/srv/patchfall/data',
			store: { kind: 'sqlite', dataFolder: '/srv/patchfall/data' },
			hostKey: null,
			keepDays: 14,
			metrics: null,
			proxies: [],
			buildFirst: true
		});
	});
});

describe('npm start, told otherwise', () => {
	test('takes port, host, origin and data folder from the environment', () => {
		const said = { PORT: '8080', HOST: '127.0.0.1', ORIGIN: 'https://rooms.example', DATA: '/var/rooms' };
		const prefixed = Object.entries(said).map(([name, text]) => [`PATCHFALL_${name}`, text]);
		expect(read([], Object.fromEntries(prefixed))).toMatchObject({
			port: 8080,
			host: '127.0.0.1',
			origin: 'https://rooms.example',
			dataFolder: '/var/rooms'
		});
	});

	test.each(['PORT', 'HOST', 'ORIGIN'])(
		'takes a bare %s, as hosting services set it, unless ours says otherwise',
		(name) => {
			const bare = { PORT: '81', HOST: '127.0.0.1', ORIGIN: 'http://a.example' }[name]!;
			const ours = { PORT: '82', HOST: '127.0.0.2', ORIGIN: 'http://b.example' }[name]!;
			expect(read([], { [name]: bare })).toEqual(read([], { [`PATCHFALL_${name}`]: bare }));
			expect(read([], { [name]: bare, [`PATCHFALL_${name}`]: ours })).toEqual(
				read([], { [`PATCHFALL_${name}`]: ours })
			);
		}
	);

	test.each(['postgres://u:p@db:5432/rooms', 'postgresql://db/rooms?sslmode=require'])(
		'keeps rooms in a PostgreSQL: %s',
		(url) => {
			expect(read([], { PATCHFALL_STORE: url })).toMatchObject({ store: { kind: 'postgres', url } });
		}
	);

	test.each([
		['mysql://u:secret@db/rooms', 'is not the address of a PostgreSQL'],
		['u:secret@db', 'is not the address of a PostgreSQL'],
		['postgres://u:secret@db', 'names no database']
	])('refuses %s as a store, and repeats no password', (url, why) => {
		const refusal = () => read([], { PATCHFALL_STORE: url });
		expect(refusal).toThrow(`PATCHFALL_STORE ${why}`);
		expect(refusal).not.toThrow('secret');
	});

	test('refuses a misspelt name and lists the right ones', () => {
		expect(() => read([], { PATCHFALL_PROT: '80' })).toThrow(
			'PATCHFALL_PROT is set, but there is no such setting. There are: PATCHFALL_PORT, '
		);
	});

	test('refuses a switch that is neither on nor off', () => {
		expect(() => read([], { PATCHFALL_SKIP_BUILD: 'yes' })).toThrow('PATCHFALL_SKIP_BUILD is "yes"');
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

	test.each(['rooms.example', 'ftp://rooms.example', 'https://me:secret@rooms.example'])(
		'refuses ORIGIN "%s" and names it',
		(origin) => {
			expect(() => read([], { ORIGIN: origin })).toThrow(`ORIGIN is "${origin}", which is not an address`);
		}
	);

	test.each(['https://rooms.example/patchfall', 'https://rooms.example/?a', 'https://rooms.example/#a'])(
		'refuses ORIGIN "%s": links would leave its path',
		(origin) => {
			expect(() => read([], { PATCHFALL_ORIGIN: origin })).toThrow(
				`PATCHFALL_ORIGIN is "${origin}", which goes on after the name of the server`
			);
		}
	);

	test('an origin is kept as browsers spell it', () => {
		expect(read([], { ORIGIN: 'HTTPS://Rooms.Example:443/' })).toMatchObject({
			origin: 'https://rooms.example'
		});
	});

	test('takes a host key that nobody guesses, and refuses a short one without repeating it', () => {
		const key = 'correct horse battery';
		expect(read([], { PATCHFALL_HOST_KEY: key })).toMatchObject({ hostKey: key });
		expect(() => read([], { PATCHFALL_HOST_KEY: 'secret' })).toThrow('PATCHFALL_HOST_KEY has 6 signs');
		expect(() => read([], { PATCHFALL_HOST_KEY: 'secret' })).not.toThrow('secret');
	});

	test('keeps ended rooms for as many days as it is told', () => {
		expect(read([], { PATCHFALL_KEEP_DAYS: '0' })).toMatchObject({ keepDays: 0 });
		for (const days of ['-1', '1.5', 'week'])
			expect(() => read([], { PATCHFALL_KEEP_DAYS: days })).toThrow(`PATCHFALL_KEEP_DAYS is "${days}"`);
	});

	test('refuses an option that it does not know', () => {
		expect(() => read(['--prot=80'])).toThrow('does not know --prot. Did you mean --port?');
	});

	test('an option says more than a variable, and its fault is named by it', () => {
		const env = { PATCHFALL_PORT: '81', PATCHFALL_DATA: '/var/rooms' };
		expect(read(['--port', '82', '--data', 'here'], env)).toMatchObject({
			port: 82,
			dataFolder: '/srv/patchfall/here'
		});
		expect(() => read(['--port', 'eighty'])).toThrow('--port is "eighty"');
	});

	test('figures are served on a port of this machine, or where it is told', () => {
		expect(read([], { PATCHFALL_METRICS: '9464' })).toMatchObject({
			metrics: { host: '127.0.0.1', port: 9464 }
		});
		expect(read([], { PATCHFALL_METRICS: '[::]:9464' })).toMatchObject({
			metrics: { host: '::', port: 9464 }
		});
		for (const text of ['yes', '99999', 'name:9464'])
			expect(() => read([], { PATCHFALL_METRICS: text })).toThrow(`PATCHFALL_METRICS is "${text}"`);
	});

	test('proxies are named by address or network', () => {
		const proxies = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'];
		expect(read([], { PATCHFALL_PROXY: proxies.join(', ') })).toMatchObject({ proxies });
		for (const text of ['proxy.example', '10.0.0.0/33', '127.0.0.1,'])
			expect(() => read([], { PATCHFALL_PROXY: text })).toThrow('PATCHFALL_PROXY names "');
	});

	test('--help explains every setting', () => {
		for (const name of SETTINGS) expect(read(['--help'])).toContain(`PATCHFALL_${name}=`);
	});
});
