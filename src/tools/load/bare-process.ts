import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Browser, Seat } from '../../lib/server/rooms-api/testing/browser.ts';
import { HeadlessPage } from './headless-page.ts';
import { inTime } from './hall.ts';
import { FIGURES_INSIDE, figuresOf, type ProcessFigures } from './process-figures.ts';

const SCRIPT = fileURLToPath(new URL('./bare-server.ts', import.meta.url));

/** The server that a room is held against, and pages that are connected to it. */
export class BareServer {
	readonly url: string;
	readonly pages: HeadlessPage[] = [];
	readonly figures: () => Promise<ProcessFigures>;
	readonly #stop: () => Promise<void>;

	private constructor(url: string, figures: BareServer['figures'], stop: () => Promise<void>) {
		this.url = url;
		this.figures = figures;
		this.#stop = stop;
	}

	static async start(): Promise<BareServer> {
		const child = spawn(process.execPath, ['--no-warnings', '--import', FIGURES_INSIDE, SCRIPT], {
			stdio: ['ignore', 'pipe', 'inherit', 'ipc']
		});
		const [said] = (await once(child.stdout!, 'data')) as [Buffer];
		const stop = async () => {
			child.kill('SIGTERM');
			await once(child, 'exit');
		};
		return new BareServer(`http://127.0.0.1:${String(said).trim()}`, () => figuresOf(child), stop);
	}

	async connect(count: number): Promise<void> {
		const browser = new Browser(this.url);
		while (this.pages.length < count) {
			const person = `b${this.pages.length}`;
			this.pages.push(new HeadlessPage(new Seat(browser, 'BARE0', person)));
			if (this.pages.length % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
		}
		const isThere = ({ connection }: HeadlessPage) => connection.status.kind === 'live';
		while (!this.pages.every(isThere)) await new Promise((resolve) => setTimeout(resolve, 20));
	}

	/** Sends the same bytes to every page, again and again: how long until each has heard them. */
	async fanOut(bytes: string, times: number): Promise<readonly number[]> {
		const delaysMs: number[] = [];
		for (let n = 0; n < times; n++) {
			const all = this.pages.map((page) => inTime(nextChange(page)));
			const beganMs = performance.now();
			await this.ask('/send', bytes);
			for (const atMs of await Promise.all(all)) if (atMs !== null) delaysMs.push(atMs - beganMs);
		}
		return delaysMs;
	}

	async ask(path: string, bytes = ''): Promise<void> {
		await (await fetch(this.url + path, { method: 'POST', body: bytes })).text();
	}

	leave(): void {
		for (const page of this.pages.splice(0)) page.close();
	}

	async stop(): Promise<void> {
		this.leave();
		await this.#stop();
	}
}

function nextChange(page: HeadlessPage): Promise<number> {
	return new Promise((resolve) => {
		const stop = page.watch(() => {
			stop();
			resolve(performance.now());
		});
	});
}
