import { resolve } from 'node:path';
import type { StoreAddress } from '../../lib/server/stores/rooms-store.ts';
import { readCommandLine } from '../command-line.ts';
import { isPackage, startCommand } from '../project.ts';
import { ReadableError } from '../readable-error.ts';
import { readMetrics, readProxies, type Given, type MetricsPlace } from './read-network.ts';

export interface StartSettings {
	port: number;
	/** Address to listen on; `0.0.0.0` is every network of this machine. */
	host: string;
	/** The address that people use when it is not the server's own, such as `https://rooms.example`. */
	origin: string | null;
	/** Absolute path of the folder that holds saved rooms. */
	dataFolder: string;
	/** Where rooms are kept: in that folder, or in a PostgreSQL. */
	store: StoreAddress;
	buildFirst: boolean;
	/** Opens rooms from another machine; null: one is made at each start. */
	hostKey: string | null;
	/** Days for which a room that has ended can be read. */
	keepDays: number;
	/** Where figures for Prometheus are served; null: nowhere. */
	metrics: MetricsPlace | null;
	/** Addresses of reverse proxies, which are believed whom they pass on. */
	proxies: readonly string[];
}

const START = isPackage
	? `Serves Patchfall.

  patchfall                     serve on port 3000
  patchfall doctor              says what is in the way of serving it here
  patchfall room:log --help     saves, restores and erases what is kept of rooms`
	: `Builds Patchfall and serves it.

  npm start                     build, then serve on port 3000
  npm start -- --no-build       serve what was built last time
  npm run doctor                says what is in the way of serving it here`;

const HELP = `${START}

Options:
  --port 3000                   port to listen on (0 takes any free one)
  --data ./data                 folder for saved rooms
  --help                        this

Environment; an option says more than a variable:
  PATCHFALL_PORT=3000           the same as --port
  PATCHFALL_DATA=./data         the same as --data
  PATCHFALL_HOST=0.0.0.0        address to listen on; 127.0.0.1 keeps it to this machine
  PATCHFALL_ORIGIN=https://rooms.example
                                the address people use, when a reverse proxy stands in front
  PATCHFALL_PROXY=127.0.0.1     addresses or networks of reverse proxies, with commas between them; only these are
                                believed who asks
  PATCHFALL_STORE=postgres://user:password@host/database
                                keeps rooms in PostgreSQL instead, for several servers of the same rooms
  PATCHFALL_HOST_KEY=…          opens rooms from another machine; one is made and printed at each start otherwise
  PATCHFALL_KEEP_DAYS=14        days for which a room that has ended can be read; then it is deleted
  PATCHFALL_METRICS=9464        port of this machine, or address:port, for figures that Prometheus reads; without it there are none
  PATCHFALL_SKIP_BUILD=1        the same as --no-build

PORT, HOST and ORIGIN are read where the longer name is not set.`;

export const SETTINGS = [
	...(['PORT', 'HOST', 'ORIGIN', 'PROXY', 'DATA', 'STORE'] as const),
	...(['HOST_KEY', 'KEEP_DAYS', 'METRICS', 'SKIP_BUILD'] as const)
];
export type Setting = (typeof SETTINGS)[number];

/** Settings that hosting services set under their bare names. */
const BARE: readonly Setting[] = ['PORT', 'HOST', 'ORIGIN'];
const PREFIX = 'PATCHFALL_';
/** Names with the same prefix that the tests' commands read. */
const OF_TESTS = ['CHROMIUM', 'FIREFOX', 'DEEP', 'E2E_PORT'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the command line and the environment.
 * @param folder where relative paths begin
 * @returns the settings, or help text to print instead of starting.
 * @throws ReadableError naming the setting that cannot be used.
 */
export function readSettings(
	argv: readonly string[],
	env: Environment,
	folder: string
): StartSettings | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	const options = readCommandLine(startCommand, argv, { port: 'value', data: 'value', 'no-build': 'flag' });
	refuseUnknownNames(env);
	const chosen = (option: 'port' | 'data', setting: Setting) =>
		options[option].map((text) => ({ name: `--${option}`, text }))[0] ?? valueOf(setting, env);
	const dataFolder = resolve(folder, chosen('data', 'DATA')?.text ?? 'data');
	return {
		port: readPort(chosen('port', 'PORT')),
		host: valueOf('HOST', env)?.text ?? '0.0.0.0',
		origin: readOrigin(valueOf('ORIGIN', env)),
		dataFolder,
		store: readStore(valueOf('STORE', env), dataFolder),
		hostKey: readHostKey(valueOf('HOST_KEY', env)),
		keepDays: readDays(valueOf('KEEP_DAYS', env)),
		metrics: readMetrics(valueOf('METRICS', env)),
		proxies: readProxies(valueOf('PROXY', env)),
		buildFirst: !isPackage && options['no-build'].length === 0 && !readSwitch(valueOf('SKIP_BUILD', env))
	};
}

/** An empty variable counts as one that is not set. */
function valueOf(setting: Setting, env: Environment): Given | undefined {
	const names = [PREFIX + setting, ...(BARE.includes(setting) ? [setting] : [])];
	return names.map((name) => ({ name, text: env[name] ?? '' })).find(({ text }) => text !== '');
}

/** A misspelt name would leave its setting as it was, without a word. */
function refuseUnknownNames(env: Environment): void {
	const known = [...SETTINGS, ...OF_TESTS].map((setting) => PREFIX + setting);
	const unknown = Object.keys(env).find((name) => name.startsWith(PREFIX) && !known.includes(name));
	if (unknown === undefined) return;
	const names = SETTINGS.map((setting) => PREFIX + setting).join(', ');
	throw new ReadableError(`${unknown} is set, but there is no such setting. There are: ${names}.`);
}

function readPort(given: Given | undefined): number {
	if (given === undefined) return 3000;
	const { name, text } = given;
	if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
	throw new ReadableError(`${name} is "${text}", which is not a port. Give a whole number from 0 to 65535.`);
}

function readStore(given: Given | undefined, dataFolder: string): StoreAddress {
	if (given === undefined) return { kind: 'sqlite', dataFolder };
	const { name, text } = given;
	const url = URL.canParse(text) ? new URL(text) : null;
	// The address itself is not repeated: it may hold a password, and what is printed gets kept.
	if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
		throw new ReadableError(
			`${name} is not the address of a PostgreSQL. Give one such as postgres://user:password@host:5432/patchfall, with signs like @ or / in the password written as %40 or %2F; or leave it out, and rooms are kept in the folder that PATCHFALL_DATA names.`
		);
	if (url.pathname.length < 2)
		throw new ReadableError(`${name} names no database. Write it at the end, such as …/patchfall.`);
	return { kind: 'postgres', url: text };
}

/** Fewer signs could be guessed. */
const KEY_SIGNS_LEAST = 12;

function readHostKey(given: Given | undefined): string | null {
	if (given === undefined) return null;
	if (given.text.length >= KEY_SIGNS_LEAST && given.text.length <= 200) return given.text;
	// The key itself is not repeated: what is printed gets kept.
	throw new ReadableError(`${given.name} has ${given.text.length} signs. Give ${KEY_SIGNS_LEAST} to 200.`);
}

function readDays(given: Given | undefined): number {
	if (given === undefined) return 14;
	const { name, text } = given;
	if (/^\d{1,4}$/.test(text)) return Number(text);
	throw new ReadableError(`${name} is "${text}". Give a whole number of days from 0 to 9999.`);
}

function readSwitch(given: Given | undefined): boolean {
	if (given === undefined || given.text === '0') return false;
	if (given.text === '1') return true;
	throw new ReadableError(`${given.name} is "${given.text}". Give 1 for yes or 0 for no.`);
}

function readOrigin(given: Given | undefined): string | null {
	if (given === undefined) return null;
	const { name, text } = given;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
		throw new ReadableError(
			`${name} is "${text}", which is not an address. Give the one that people use, such as https://rooms.example.`
		);
	}
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
		throw new ReadableError(
			`${name} is "${text}", which goes on after the name of the server. Patchfall is served at the root of an ` +
				`address, not below a path: give it a name or a port of its own, such as https://patchfall.${url.hostname}.`
		);
	}
	return url.origin;
}
