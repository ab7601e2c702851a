import { describe, expect, test } from 'vitest';
import { departureText } from '../../text/log-fault-text.ts';
import { notOpenedText, notPlayableText } from '../../text/solo-text.ts';
import { NEW_RUN, openHost } from './testing/solo-host.ts';
import { afterCrash, kept, paper, playOn } from './testing/solo-play.ts';
import { playedPack } from '../../room/testing/played-pack.ts';

describe('logs', () => {
	test('a log that was saved opens again, at its place, as a run of its own with the same hash', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		const text = await playOn(host);
		const other = openHost();
		await other.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text } }, 5000);
		expect(other.progress()).toEqual({ kind: 'hotWash' });
		expect(other.latest('opened')).toMatchObject({
			seed: 'a seed',
			facts: { role: 'hospital', cut: { id: 'short' }, bots: { vendor: 'record' } }
		});
		expect(await other.log()).toBe(text);
		expect(other.latest('kept')).toMatchObject({ fault: null });
	});

	test('one whose world does not come to the state stored with it opens, and says so', async () => {
		const host = openHost();
		await host.toFirstRound();
		const text = await host.log();
		const open = async (text: string) => {
			const other = openHost();
			await other.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text } });
			return other;
		};
		expect((await open(text)).latest('notAsStored')).toBeUndefined();
		const forged = await open(text.replace(/"stateHash":"[0-9a-f]{16}"/, '"stateHash":"0123456789abcdef"'));
		expect(departureText(forged.latest('notAsStored')!.departure)).toContain(
			'came to state 0123456789abcdef at minute 20'
		);
		expect(forged.latest('opened')).toBeDefined();
		const dated = await open(text.replace('"minute":20,', '"minute":400,'));
		expect(departureText(dated.latest('notAsStored')!.departure)).toContain(
			'the state of minute 400, but its events end at minute 20'
		);
	});

	test('one that is damaged is refused, with its line', async () => {
		const host = openHost();
		await host.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text: '{ "format": 1 }' } });
		expect(notOpenedText(host.latest('notOpened')!.fault)).toMatch(
			/^a\.log\.json, line 1: this is not a log/
		);
	});

	test('one of other physics or another scenario is shown for what it is, and not played', async () => {
		const host = openHost();
		await host.toFirstRound();
		const text = await host.log();
		const old = text.replace(/"engineVersion":"[^"]*"/, '"engineVersion":"0"');
		const other = openHost();
		await other.ask({ type: 'open', what: { kind: 'log', name: 'old.log.json', text: old } });
		expect(other.latest('readOnlyLog')).toMatchObject({ name: 'old.log.json', results: [{ minute: 20 }] });
		expect(notPlayableText(other.latest('readOnlyLog')!.reason)).toContain('version 0 of the physics');
		expect(other.latest('opened')).toBeUndefined();

		const edited = openHost({ pack: playedPack((yaml) => yaml.replace('value: 0.8', 'value: 0.7')) });
		await edited.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text } });
		expect(notPlayableText(edited.latest('readOnlyLog')!.reason)).toContain('has changed since');
	});

	test('a kept run of a scenario that has changed since is not played on with the new one', async () => {
		const host = openHost();
		await host.toFirstRound();
		const pack = playedPack((yaml) => yaml.replace('value: 0.8', 'value: 0.7'));
		const later = openHost({ store: host.store, pack });
		await later.ask(kept(host.runId()));
		expect(notPlayableText(later.latest('readOnlyLog')!.reason)).toContain('has changed since');
	});

	test('one that nobody played alone is refused', async () => {
		const host = openHost();
		await host.toFirstRound();
		const text = (await host.log()).replaceAll('"team":"hospital"', '"team":"others"');
		await host.ask({ type: 'open', what: { kind: 'log', name: 'a.log.json', text } });
		expect(notOpenedText(host.latest('notOpened')!.fault)).toContain('not played alone');
	});
});

describe('runs on this device', () => {
	test('are listed with where they stand, and can be removed', async () => {
		const host = openHost();
		await host.toFirstRound();
		const first = host.runId();
		await host.ask({ type: 'goOn' }, 5000);
		await host.toFirstRound({ seed: 'other' });
		expect(await host.runs()).toMatchObject([
			{ seed: 'other', progress: { kind: 'deciding', round: 1 }, minute: 20 },
			{ runId: first, seed: 'a seed', progress: { kind: 'deciding', round: 2 }, minute: 60, role: 'hospital' }
		]);
		await host.store.forget(first);
		expect((await host.runs()).map(({ seed }) => seed)).toEqual(['other']);
		await host.ask(kept(first));
		expect(notOpenedText(host.latest('notOpened')!.fault)).toContain('not kept on this device');
	});

	test('a fork has the same past up to the beginning of its round, and a life of its own', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		const source = host.runId();
		await host.ask({ type: 'open', what: { kind: 'fork', runId: source, round: 1, seed: null } }, 2000);
		expect(host.runId()).not.toBe(source);
		expect(host.progress()).toMatchObject({ kind: 'deciding', round: 1, rounds: 3 });
		expect(host.view().decisions).toEqual([]);
		expect((await host.runs())[0]).toMatchObject({ forkedFrom: { runId: source, round: 1 } });
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		const fork = JSON.parse(await host.log()) as { results: unknown };
		await host.ask(kept(source), 5000);
		expect((JSON.parse(await host.log()) as { results: unknown }).results).toEqual(fork.results);
	});

	test('rounds have one numbering, that of the log: going back to one opens the minute at which it opened', async () => {
		const host = openHost();
		await host.ask({ type: 'setPace', stepsPerSecond: 10 });
		await host.ask({ type: 'open', what: { kind: 'new', run: NEW_RUN } });
		await host.ask({ type: 'goOn' });
		await host.ask({ type: 'goOn' }, 740);
		await host.ask({ type: 'stopHere' });
		expect(host.progress()).toMatchObject({ kind: 'deciding', round: 1, rounds: 4 });
		const stoppedAtMin = host.minute();
		expect(stoppedAtMin).toBeLessThan(20);
		await host.ask({ type: 'setPace', stepsPerSecond: null });
		await host.ask({ type: 'goOn' }, 5000);
		await host.ask({ type: 'goOn' }, 5000);
		// Nothing was decided in any of them.
		const reloaded = await afterCrash(host.store, host.runId());
		const { rounds } = reloaded.latest('room')!.projection;
		expect(rounds.map(({ round, atMin }) => [round, atMin])).toEqual([
			[1, stoppedAtMin],
			[2, 20],
			[3, 60]
		]);
		const request = { kind: 'fork', runId: host.runId(), round: 2, seed: null } as const;
		await reloaded.ask({ type: 'open', what: request }, 2000);
		expect(reloaded.progress()).toMatchObject({ kind: 'deciding', round: 2, rounds: 4 });
		expect(reloaded.view().minute).toBe(20);
	});

	test('a fork under another seed has the same acts in another world', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		await host.ask({ type: 'goOn' }, 5000);
		const before = JSON.parse(await host.log()) as { results: { stateHash: string }[] };
		const request = { kind: 'fork', runId: host.runId(), round: 2, seed: 'another' } as const;
		await host.ask({ type: 'open', what: request }, 5000);
		expect(host.latest('opened')!.seed).toBe('another');
		expect(host.view().decisions).toHaveLength(1);
		const after = JSON.parse(await host.log()) as { results: { stateHash: string }[] };
		expect(after.results[0].stateHash).not.toBe(before.results[0].stateHash);
	});

	test('R227: a fork at a minute between rounds has a round open there, with the same past', async () => {
		const host = openHost();
		await host.toFirstRound();
		await playOn(host);
		const request = { kind: 'forkAt', runId: host.runId(), atMin: 45 } as const;
		await host.ask({ type: 'open', what: request }, 5000);
		expect(host.progress()).toMatchObject({ kind: 'deciding', round: 2 });
		expect(host.latest('room')!.projection.worlds.shared!.minute).toBe(45);
		await host.ask(paper);
		expect(host.latest('room')!.projection.worlds.shared!.decisions).toContainEqual(
			expect.objectContaining({ decision: 'paper', atMin: 45 })
		);
		expect((await host.runs())[0]).toMatchObject({ forkedFrom: { runId: request.runId, round: 2 } });
	});

	test('a round that never was cannot be forked', async () => {
		const host = openHost();
		await host.toFirstRound();
		const request = { kind: 'fork', runId: host.runId(), round: 2, seed: null } as const;
		await host.ask({ type: 'open', what: request });
		expect(notOpenedText(host.latest('notOpened')!.fault)).toContain('no round 2');
	});

	test('again is the same setup from the start', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(paper);
		const request = { kind: 'again', runId: host.runId(), seed: 'new' } as const;
		await host.ask({ type: 'open', what: request });
		expect(host.progress()).toEqual({ kind: 'briefing' });
		expect(host.latest('opened')).toMatchObject({ seed: 'new', facts: { role: 'hospital' } });
	});
});
