import { describe, expect, test } from 'vitest';
import { NEW_RUN, openHost } from './testing/solo-host.ts';

describe('a run from its briefing to its end', () => {
	test('opens at its briefing, and goes on when it is told to', async () => {
		const { ask, stage, latest } = openHost();
		await ask({ type: 'open', request: { kind: 'new', run: NEW_RUN } });
		expect(latest('opened')!.facts).toMatchObject({ role: 'hospital', mine: ['hospital'], seed: 'a seed' });
		expect(latest('kept')).toMatchObject({ ok: true });
		expect(stage()).toEqual({ kind: 'briefing' });
		await ask({ type: 'goOn' });
		expect(stage()).toEqual({ kind: 'preparation' });
		await ask({ type: 'setPace', pace: null });
		await ask({ type: 'goOn' });
		expect(stage()).toMatchObject({
			kind: 'deciding',
			part: 'incident',
			round: 1,
			rounds: 3,
			nextStopMin: 60
		});
	});
});
