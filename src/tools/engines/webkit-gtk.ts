import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebKitGtk } from './find.ts';

const SCRIPT_MS = 100_000;
const START_MS = 20_000;

/**
 * Opens a page in WebKitGTK's small browser, on a display of its own that nobody sees, and returns what an expression
 * gives there. The browser, its driver and the display end with it; what they wrote goes, too.
 *
 * @throws Error where one of them does not start, or with what the page threw
 */
export async function askWebKitGtk(
	{ driver, browser, display }: WebKitGtk,
	url: string,
	ask: string
): Promise<unknown> {
	const home = mkdtempSync(join(tmpdir(), 'patchfall-webkit-'));
	const started: ChildProcess[] = [];
	try {
		const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe']
		});
		started.unshift(screen);
		const env = {
			...process.env,
			DISPLAY: `:${await firstLine(screen.stdio[3] as Readable, display)}`,
			GDK_BACKEND: 'x11',
			HOME: home,
			XDG_CACHE_HOME: home,
			XDG_CONFIG_HOME: home,
			XDG_DATA_HOME: home
		};
		const port = await freePort();
		started.unshift(spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' }));
		const base = `http://127.0.0.1:${port}`;
		await untilReady(base);
		const options = { binary: browser, args: ['--automation'] };
		const alwaysMatch = { 'webkitgtk:browserOptions': options, timeouts: { script: SCRIPT_MS } };
		const { sessionId } = (await send(base, 'POST', '/session', { capabilities: { alwaysMatch } })) as {
			sessionId: string;
		};
		const session = `/session/${sessionId}`;
		try {
			await send(base, 'POST', `${session}/url`, { url });
			return await send(base, 'POST', `${session}/execute/sync`, { script: `return ${ask}`, args: [] });
		} finally {
			await send(base, 'DELETE', session);
		}
	} finally {
		for (const child of started) await ended(child);
		rmSync(home, { recursive: true, force: true });
	}
}

async function send(base: string, method: string, path: string, body?: unknown): Promise<unknown> {
	const answer = await fetch(base + path, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	});
	const { value } = (await answer.json()) as { value: unknown };
	if (answer.ok) return value;
	const { error, message } = value as { error: string; message: string };
	throw new Error(`WebKitGTK refuses ${method} ${path}: ${error}: ${message}`);
}

async function untilReady(base: string): Promise<void> {
	const until = Date.now() + START_MS;
	for (;;) {
		try {
			await send(base, 'GET', '/status');
			return;
		} catch (error) {
			if (Date.now() > until) throw new Error('the driver of WebKitGTK does not start', { cause: error });
			await wait(50);
		}
	}
}

function firstLine(stream: Readable, of: string): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = '';
		stream.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			if (text.includes('\n')) resolve(text.trim());
		});
		stream.on('close', () => reject(new Error(`${of} ended before it named its display`)));
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const trial = createServer().once('error', reject);
		trial.listen(0, '127.0.0.1', () => {
			const { port } = trial.address() as AddressInfo;
			trial.close(() => resolve(port));
		});
	});
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = new Promise((resolve) => child.once('exit', resolve));
	child.kill();
	await exit;
}
