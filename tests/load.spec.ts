import { expect, test } from '@playwright/test';
import { loadCommand } from '../src/tools/load/command.ts';

test('npm run load fills a hall and rooms of bots, and says what they waited for and that nothing was lost', async () => {
	const said: string[] = [];
	const argv = ['--phones', '20', '--presses', '4', '--rooms', '1', '--seconds', '5'];
	expect(await loadCommand(argv, (line) => said.push(line))).toBe(0);
	const text = said.join('\n');
	expect(text).toContain('20 phones, 4 presses at the desk');
	expect(text).toMatch(/until a phone shows it +p50 \d+, p95 \d+, p99 \d+, most \d+ ms; 0 lost/);
	expect(text).toContain('20 pressed, 20 counted; 0 lost');
	expect(text).toMatch(/processor +\d+ % of one core/);
	expect(text).not.toContain('has complained');
});
