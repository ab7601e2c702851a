import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ProxyName = 'nginx' | 'caddy';

/** A proxy of this machine that stands in front of a server, set up by a sample of this folder. */
export interface Proxy {
	readonly url: string;
	stop(): Promise<void>;
}

/** Debian installs nginx where only the superuser's shell looks. */
const PLACES: Readonly<Record<ProxyName, readonly string[]>> = {
	nginx: ['nginx', '/usr/sbin/nginx'],
	caddy: ['caddy', '/usr/bin/caddy']
};

/** The program, or null where it is not installed. */
export function programOf(name: ProxyName): string | null {
	const version = name === 'nginx' ? '-v' : 'version';
	return PLACES[name].find((place) => spawnSync(place, [version]).status === 0) ?? null;
}

/** The sample as it stands, but for what belongs to its place: its name, its certificate, its ports. */
export function sampleFor(name: ProxyName, port: number, serverUrl: string): string {
	const server = new URL(serverUrl).host;
	const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
	if (name === 'caddy')
		return `{\n\tadmin off\n\tauto_https off\n}\n${read('Caddyfile')
			.replace('rooms.example {', `http://127.0.0.1:${port} {`)
			.replace('127.0.0.1:3000', server)}`;
	return read('nginx.conf')
		.replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
		.replace(/^\s*ssl_certificate.*$/gm, '')
		.replace('http://127.0.0.1:3000', `http://${server}`);
}

/** @param change the sample with something missing, as others may have it */
export async function startProxy(
	name: ProxyName,
	serverUrl: string,
	change: (sample: string) => string = (sample) => sample
): Promise<Proxy> {
	const folder = mkdtempSync(join(tmpdir(), `patchfall-${name}-`));
	const port = await freePort();
	const sample = change(sampleFor(name, port, serverUrl));
	const file = join(folder, 'proxy.conf');
	writeFileSync(file, name === 'nginx' ? wholeNginx(folder, sample) : sample);
	const args =
		name === 'nginx'
			? ['-p', folder, '-e', join(folder, 'error.log'), '-c', file]
			: ['run', '--adapter', 'caddyfile', '--config', file];
	const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
	const child = spawn(programOf(name)!, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.on('data', (text) => (said += text));
	const url = `http://127.0.0.1:${port}`;
	await answers(url, child, () => said);
	return {
		url,
		async stop() {
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** What stands around the sample in a machine's own settings. */
function wholeNginx(folder: string, sample: string): string {
	const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((one) => `${one}_temp_path ${join(folder, one)};`)
		.join(' ');
	return `daemon off; master_process off; pid ${join(folder, 'pid')}; events {}
http { access_log off; ${temp}
${sample}
}`;
}

async function answers(url: string, child: ChildProcess, said: () => string): Promise<void> {
	for (;;) {
		if (child.exitCode !== null) throw new Error(`The proxy ended: ${said()}`);
		const answer = await fetch(`${url}/healthz`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
