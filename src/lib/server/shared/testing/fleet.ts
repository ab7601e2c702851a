import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./server-process.ts', import.meta.url));

export interface Member {
	/** As others know it. */
	readonly id: string;
	readonly url: string;
}

/** Several servers of the same rooms, each in a process of its own. */
export class Fleet {
	readonly #database: string;
	readonly #processes = new Map<string, { readonly member: Member; readonly child: ChildProcess }>();
	#started = 0;

	constructor(database: string) {
		this.#database = database;
	}

	get members(): readonly Member[] {
		return [...this.#processes.values()].map(({ member }) => member);
	}

	/** Resolves once it is ready. */
	async start(): Promise<Member> {
		const id = `process-${++this.#started}`;
		const child = spawn(process.execPath, ['--no-warnings', SCRIPT, this.#database, id], {
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let said = '';
		child.stderr.on('data', (text) => (said += text));
		const url = await new Promise<string>((resolve, reject) => {
			child.stdout.once('data', (text) => resolve(String(text).trim()));
			child.once('exit', () => reject(new Error(`a server ended at once: ${said}`)));
		});
		const member = { id, url };
		this.#processes.set(id, { member, child });
		return member;
	}

	/** Ends one at this very moment, whatever it is at. */
	async kill(id: string): Promise<void> {
		const { child } = this.#processes.get(id)!;
		this.#processes.delete(id);
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	}

	async stop(): Promise<void> {
		for (const { id } of this.members) await this.kill(id);
	}
}
