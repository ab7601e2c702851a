import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FILE_NAMES } from '../../lib/documents/document-ids.ts';
import { playedLog } from '../../lib/documents/testing/played-material.ts';
import { saveLog } from '../../lib/exercise/log/log-file.ts';
import { playedText } from '../../lib/room/testing/played-pack.ts';
import { exportCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchfall-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = join(folder, 'small.yaml');
const log = join(folder, 'room.json');
writeFileSync(scenario, playedText());

function exported(...args: string[]): { files: string[]; said: string } {
	const out = mkdtempSync(join(folder, 'out-'));
	let said = '';
	exportCommand([...args, '--out', out], (text) => (said += text));
	return { files: readdirSync(out).sort(), said };
}

test('every document of a room’s log is written, and with --only those that are asked for', async () => {
	writeFileSync(log, saveLog({ events: await playedLog('shared'), results: [] }));
	const { files } = exported(log, '--scenario', scenario);
	// No summit was held in it.
	const { accord: _none, ...others } = FILE_NAMES;
	expect(files).toEqual(Object.values(others).flat().sort());
	expect(exported(log, '--scenario', scenario, '--only', 'log,msel').files).toEqual([
		'log-without-texts.jsonl',
		'log.jsonl',
		'msel.csv',
		'msel.xlsx'
	]);
});

test('what cannot be made is refused before anything is written, with what to do', () => {
	const out = join(folder, 'never');
	const refused = (...args: string[]) => {
		try {
			exportCommand([...args, '--out', out], () => {});
		} catch (error) {
			return (error as Error).message;
		}
		return '';
	};
	expect(refused(log)).toContain('Name its file with --scenario FILE.');
	expect(refused(log, '--only', 'msle')).toContain('Did you mean msel?');
	expect(refused(scenario)).toContain('cannot be read');
	expect(refused('--only', 'msel')).toContain('Say which log first');
	expect(existsSync(out)).toBe(false);
});
