import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, FolderLock } from './folder-lock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'patchfall-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('R97: a folder is one server’s, until it lets go', () => {
	const lock = new FolderLock(folder);
	expect(() => new FolderLock(folder)).toThrow(FolderInUse);
	expect(() => new FolderLock(folder)).toThrow(`process ${process.pid}`);
	lock.release();
	new FolderLock(folder).release();
});

test('R97: what a process held is free once it has died, however it did', async () => {
	const file = new URL('./folder-lock.ts', import.meta.url).href;
	const script = `import { FolderLock } from ${JSON.stringify(file)};
		new FolderLock(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
	const other = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', script]);
	await once(other.stdout, 'data');
	expect(() => new FolderLock(folder)).toThrow(`process ${other.pid}`);
	other.kill('SIGKILL');
	await once(other, 'exit');
	new FolderLock(folder).release();
});
