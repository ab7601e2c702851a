import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import type { WebKitGtk } from './find.ts';

const SCRIPT_MS = 100_000;
const START_MS = 120_000;

/** A page in WebKitGTK. */
export interface WebKitPage {
	/** Goes to an address and waits until it has loaded. */
	goTo(url: string): Promise<void>;
	/** Runs the body of a function there, with `arguments`, and gives what it returns or what its promise comes to. */
	run(script: string, ...args: readonly unknown[]): Promise<unknown>;
	/** What is seen, as PNG in base64. */
	picture(): Promise<string>;
	/** A second page of the same browser, with the same storage; it ends with this one. */
	another(): Promise<Pick<WebKitPage, 'goTo' | 'run'>>;
	close(): Promise<void>;
}

const SMALL = { width: 800, height: 600 };

/**
 * Starts WebKitGTK's small browser on a display of its own that nobody sees. The browser, its driver and the display
 * end with `close`; what they wrote goes, too.
 *
 * @throws Error where one of them does not start, or, later on, with what the page threw
 */
export async function openWebKitGtk(
	{ driver, browser, display }: WebKitGtk,
	{ width, height } = SMALL
): Promise<WebKitPage> {
	const home = mkdtempSync(join(tmpdir(), 'patchfall-webkit-'));
	const started: ChildProcess[] = [];
	const end = async () => {
		for (const child of started) await ended(child);
		rmSync(home, { recursive: true, force: true });
	};
	try {
		const size = `${width}x${height}x24`;
		const screen = spawn(display, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe']
		});
		started.unshift(screen);
		const env = {
			...process.env,
			DISPLAY: `:${await firstLine(screen.stdio[3] as Readable, display)}`,
			GDK_BACKEND: 'x11',
			LIBGL_ALWAYS_SOFTWARE: '1',
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
		await send(base, 'POST', `${session}/window/rect`, { x: 0, y: 0, width, height });
		let shown = await send(base, 'GET', `${session}/window`);
		/** What is asked, is asked of one of the browser's windows. */
		const pageIn = (handle: unknown): Pick<WebKitPage, 'goTo' | 'run'> => {
			const ask = async (path: string, body: unknown) => {
				if (shown !== handle) await send(base, 'POST', `${session}/window`, { handle });
				shown = handle;
				return send(base, 'POST', `${session}${path}`, body);
			};
			return {
				goTo: async (url) => void (await ask('/url', { url })),
				run: (script, ...args) => ask('/execute/sync', { script, args })
			};
		};
		return {
			...pageIn(shown),
			picture: async () => (await send(base, 'GET', `${session}/screenshot`)) as string,
			async another() {
				const made = await send(base, 'POST', `${session}/window/new`, { type: 'tab' });
				return pageIn((made as { handle: unknown }).handle);
			},
			async close() {
				await send(base, 'DELETE', session).finally(end);
			}
		};
	} catch (error) {
		await end();
		throw error;
	}
}

/**
 * Opens a page in WebKitGTK and returns what an expression gives there.
 *
 * @throws Error where it does not start, or with what the page threw
 */
export async function askWebKitGtk(webkit: WebKitGtk, url: string, ask: string): Promise<unknown> {
	const page = await openWebKitGtk(webkit);
	try {
		await page.goTo(url);
		return await page.run(`return ${ask}`);
	} finally {
		await page.close();
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

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = new Promise((resolve) => child.once('exit', resolve));
	child.kill();
	await exit;
}
