import { execFile, spawnSync, type ExecFileOptions } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Where Debian, and Homebrew, put programs that are on no path. */
const PLACES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/** Why tests of PostgreSQL are skipped on a machine without it. */
export const HOW_TO_GET_ONE =
	'There is no PostgreSQL here, so what is written for it is not tested. On Debian and Ubuntu: sudo apt-get install postgresql; on a Mac: brew install postgresql.';

/** Folder of PostgreSQL's programs; null: it is not installed. */
export function postgresPrograms(): string | null {
	const below = PLACES.flatMap((place) =>
		existsSync(place)
			? readdirSync(place)
					.filter((name) => /^\d+$|^postgresql/.test(name))
					.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
					.map((name) => join(place, name, 'bin'))
			: []
	);
	const onPath = (process.env.PATH ?? '').split(':');
	return [...below, ...onPath].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** A PostgreSQL of a test's own, in a folder of its own. */
export interface Cluster {
	/** Address of a database with nothing in it. */
	newDatabase(): Promise<string>;
	/** Starts it again. `crash`: it ends at once and puts itself right as it starts. */
	restart(how: 'fast' | 'crash'): Promise<void>;
	stop(): Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
	const programs = postgresPrograms();
	if (programs === null) throw new Error(HOW_TO_GET_ONE);
	const folder = mkdtempSync(join(tmpdir(), 'patchfall-pg-'));
	// It refuses to run as the superuser.
	const as = process.getuid?.() === 0 ? otherUser() : {};
	if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!);
	const data = join(folder, 'data');
	const port = await freePort();
	const call = (program: string, ...args: string[]) =>
		run(join(programs, program), args, { ...as, cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
	await call('initdb', '-D', data, '-U', 'patchfall', '-A', 'trust', '-E', 'UTF8', '--no-sync');
	// The machine does not crash in a test: what a process was told is kept survives the end of all of them.
	const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c fsync=off`;
	const start = () =>
		call('pg_ctl', '-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start');
	const stop = (mode: 'fast' | 'immediate') => call('pg_ctl', '-D', data, '-w', '-m', mode, 'stop');
	await start();
	let databases = 0;
	return {
		async newDatabase() {
			const name = `d${++databases}`;
			await call('createdb', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'patchfall', name);
			return `postgres://patchfall@127.0.0.1:${port}/${name}`;
		},
		async restart(how) {
			await stop(how === 'crash' ? 'immediate' : 'fast');
			await start();
		},
		async stop() {
			await stop('immediate').catch(() => {});
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function otherUser(): Pick<ExecFileOptions, 'uid' | 'gid'> {
	const idOf = (flag: string, name: string) => {
		const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
		return status === 0 ? Number(stdout) : null;
	};
	for (const name of ['postgres', 'nobody']) {
		const uid = idOf('-u', name);
		const gid = idOf('-g', name);
		if (uid !== null && gid !== null) return { uid, gid };
	}
	throw new Error('PostgreSQL does not run as the superuser, and there is no other user here.');
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
