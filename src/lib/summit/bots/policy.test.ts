import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Summit } from '../../scenario/summit.ts';
import { itemOf, type Accord } from '../accord/accord.ts';
import { edited, type Edit } from '../accord/edits.ts';
import { evolved } from '../log/evolve.ts';
import { amendmentOf } from '../state.ts';
import { ON_RECORD, TestSummit } from '../testing/room.ts';
import { FOR_EVERYONE, FOR_EVERYONE_FIRST, textOf, TRAP, trustingAlike, worths } from '../testing/texts.ts';
import { summitOf } from '../testing/worked-examples.ts';
import { shownBy, trustAfter, trustAtFirst } from '../value/trust.ts';
import { worthOf } from '../value/worth.ts';
import { candidates } from './candidates.ts';
import { extentOf } from './guesses.ts';
import { harmsOf } from './harms.ts';
import { mindOf } from './mind.ts';
import { botMove } from './move.ts';
import { playOut } from '../testing/play-out.ts';
import { answerTo, emptinessOf, leanOf, marginOf, offersOf, stanceOf, voteOf } from './policy.ts';

const summit = summitOf('july-2024');
const ids = summit.parties.map(({ id }) => id);
const played = playOut(summit, ON_RECORD, 'policy');

/** Bargaining over these measures, tabled by whoever may table them in bulk: a few each. */
function over(measures: readonly string[], rounds: number | null = null): TestSummit {
	const spread = Object.fromEntries(measures.map((measure, at) => [measure, ids[at % ids.length]]));
	return TestSummit.bargaining(summit, spread, rounds);
}

describe('a bot says why', () => {
	test('it names what is worst for it: a line first, then the largest harm', () => {
		const stances = (measures: readonly string[]) => {
			const { state } = over(measures);
			return Object.fromEntries(ids.map((id) => [id, stanceOf(mindOf(summit, state, id))]));
		};
		const by = stances(['sd-rings', 'pr-user-mode', 'pr-parity', 'ma-switch', 'in-statement']);
		expect(by['rival-vendor'].because).toEqual({ kind: 'redLine', redLine: 1 });
		expect(by['small-vendor'].because).toEqual({ kind: 'market', measure: 'ma-switch' });
		expect(by['security-vendor'].because).toEqual({ kind: 'market', measure: 'ma-switch' });
		expect(by.regulator.because).toEqual({ kind: 'law', limit: 'free-product' });
		expect(stances(['go-licence', 'in-statement'])['platform-owner'].because).toMatchObject({
			kind: 'redLine'
		});
	});

	test('whoever is not believed hears it: parity without audits does not calm vendors who were sold out', () => {
		const room = over(['pr-user-mode', 'pr-parity', 'ma-no-preference', 'te-validator', 'in-statement']);
		const acts = [
			{ decision: 'offer-own-product', atMin: 60 },
			{ decision: 'brief-against-vendor', atMin: 60 }
		];
		const trust = trustAfter(room.state.trust, shownBy(summit, acts, 0));
		const sold = { ...room.state, trust };
		expect(trust['rival-vendor']['platform-owner']).toBeLessThan(0.3);
		const { isContent, because } = stanceOf(mindOf(summit, sold, 'rival-vendor'));
		expect(isContent).toBe(false);
		expect(because).toMatchObject({ kind: 'credibility', owner: 'platform-owner' });
		const audited = { ...sold, text: edited(sold.text, [{ kind: 'add', measure: 'go-audit' }], 'regulator') };
		expect(stanceOf(mindOf(summit, audited, 'rival-vendor')).because?.kind).not.toBe('credibility');
	});
});

test('what a bot says that it loses is struck or weakened, and not added', () => {
	const { state } = over(['sd-rings', 'te-validator', 'in-telemetry', 'co-manual', 'ma-cap', 'go-audit']);
	const added = ['pr-user-mode', 'te-lab', 'sd-emergency-lane', 'in-incidents'];
	let lost = 0;
	for (const id of ids)
		for (const measure of added)
			for (const { measure: struck } of state.text.items) {
				const edits: Edit[] = [
					{ kind: 'add', measure },
					{ kind: 'strike', measure: struck }
				];
				const by = ids.find((one) => one !== id)!;
				const amendment = { amendment: 'a', by, edits, to: null, answers: [], state: 'open', version: 0 };
				const { because } = answerTo(mindOf(summit, state, id), amendment as never);
				if (because?.kind !== 'loses') continue;
				lost += 1;
				expect(because.measure, `${id}: ${measure}, ${struck}`).toBe(struck);
			}
	expect(lost).toBeGreaterThan(0);
});

test('what a bot objects to in a change is something that the change makes worse for it', () => {
	const { state } = over([
		'sd-rings',
		'te-validator',
		'ma-liability',
		'pr-user-mode',
		'pr-parity',
		'go-audit'
	]);
	let objections = 0;
	for (const id of ids) {
		const mind = mindOf(summit, state, id);
		const harm = (text: Accord, { kind, measure }: { readonly kind: string; readonly measure: string }) =>
			harmsOf(mind, text, itemOf(text, measure)!).find(({ reason }) => reason.kind === kind)?.points ?? 0;
		for (const edits of candidates(mind)) {
			const by = ids.find((one) => one !== id)!;
			const amendment = { amendment: 'a', by, edits, to: null, answers: [], state: 'open', version: 0 };
			const { answer, because } = answerTo(mind, amendment as never);
			const text = edited(state.text, edits, by);
			if (answer !== 'against' || because === null || !('measure' in because)) continue;
			if (because.kind === 'loses' || itemOf(text, because.measure) === undefined) continue;
			objections++;
			const before = itemOf(state.text, because.measure) === undefined ? 0 : harm(state.text, because);
			expect(harm(text, because), `${id}: ${JSON.stringify(edits)}`).toBeGreaterThan(before);
		}
	}
	expect(objections).toBeGreaterThan(10);
});

test('what asks more of those who object to a measure is not thought to bring them in', () => {
	const mind = mindOf(summit, over(['sd-rings', 'ma-liability']).state, 'government');
	const extent = (edit: Edit) =>
		extentOf(mind, edit, 'small-vendor', { kind: 'freedom', measure: edit.measure });
	const {
		id: parameter,
		weak,
		strong
	} = summit.measures.find(({ id }) => id === 'ma-liability')!.parameters[0]!;
	const set = (value: number): Edit => ({ kind: 'set', measure: 'ma-liability', parameter, value });
	expect([extent(set(strong)), extent(set(weak)) > 0]).toEqual([0, true]);
	const later: Edit = { kind: 'delay', measure: 'sd-rings', laterMonths: 6 };
	expect([extent({ ...later, laterMonths: 0 }), extent(later) > 0]).toEqual([0, true]);
});

describe('a bot can be moved', () => {
	const needs: readonly Edit[] = [
		{ kind: 'add', measure: 'pr-exceptions' },
		{ kind: 'add', measure: 'ma-two-vendors' },
		{ kind: 'cover', measure: 'pr-user-mode', of: 'small-vendor', by: 'platform-owner', share: 1 },
		{ kind: 'cover', measure: 'sd-rings', of: 'small-vendor', by: 'platform-owner', share: 1 }
	];
	const room = over(FOR_EVERYONE.filter((id) => id !== 'pr-exceptions' && id !== 'ma-two-vendors'));

	test('by the right concession', () => {
		const before = mindOf(summit, room.state, 'small-vendor');
		expect(voteOf(before)).toBe('no');
		const text = edited(room.state.text, needs, 'government');
		expect(voteOf(mindOf(summit, { ...room.state, text }, 'small-vendor'))).toBe('yes');
	});

	test('by conduct: the same text, believed or not', () => {
		const text = textOf(
			FOR_EVERYONE.filter((id) => id !== 'go-audit'),
			needs.slice(2)
		);
		const vote = (trust: number) =>
			voteOf(
				mindOf(
					summit,
					{ ...room.state, text, trust: trustingAlike(summit, 'platform-owner', trust) },
					'rival-vendor'
				)
			);
		expect([vote(0.15), vote(0.8)]).toEqual(['no', 'yes']);
	});

	test('it asks for less as rounds go by, meets halfway whoever gives, and wants nothing on top in the ballot', () => {
		const margin = (round: number, more: Partial<TestSummit['state']> = {}) =>
			marginOf(mindOf(summit, { ...room.state, round, rounds: 6, ...more }, 'rival-vendor'));
		const all = [1, 2, 3, 4, 5, 6].map((round) => margin(round));
		expect(all).toEqual([...all].sort((a, b) => b - a));
		expect(all[0]).toBeGreaterThan(all[5]);
		expect(all[5]).toBe(0);
		const edits: Edit[] = [{ kind: 'add', measure: 'ma-two-vendors' }];
		const text = edited(room.state.text, edits, 'airline');
		const gift = { by: 'airline', edits, through: null, round: 1, text };
		const changes = [...room.state.changes, gift];
		expect(margin(1, { text, changes })).toBeLessThan(all[0]);
		const taken = {
			...gift,
			by: 'platform-owner',
			text: edited(room.state.text, [{ kind: 'strike', measure: 'pr-parity' }], 'x')
		};
		expect(margin(1, { text: taken.text, changes: [...room.state.changes, taken] })).toBeGreaterThan(all[0]);
		expect(margin(1, { position: { step: 'ballot', clock: 'running' } })).toBe(0);
	});

	test('what it asks for betters its lot, holds together, and is not what it has asked for already', () => {
		for (const id of ids) {
			const mind = mindOf(summit, room.state, id);
			const before = worthOf(mind.stake, room.state.text);
			for (const edits of offersOf(mind, 2)) {
				const after = worthOf(mind.stake, edited(room.state.text, edits, id));
				expect(after.points, `${id} ${JSON.stringify(edits)}`).toBeGreaterThan(before.points - 2);
				expect(room.tries({ kind: 'chair', party: id }, 'amend', { edits, to: null })).toBeNull();
				expect(offersOf(mindOf(summit, room.state, id), 4)).not.toContainEqual(edits);
			}
		}
	});

	test('it leans as it would vote, and the change that it names would turn it', () => {
		const { state } = over(FOR_EVERYONE_FIRST);
		let turned = 0;
		for (const id of ids) {
			const mind = mindOf(summit, state, id);
			const { lean, unless } = leanOf(mind);
			expect(lean, id).toBe(voteOf(mind));
			if (unless === null) continue;
			turned++;
			expect(voteOf(mindOf(summit, { ...state, text: edited(state.text, unless, id) }, id)), id).toBe('yes');
		}
		expect(turned).toBeGreaterThan(0);
	});
});

describe('a bot is not fooled', () => {
	const { state } = over([
		'sd-rings',
		'te-validator',
		'pr-user-mode',
		'pr-parity',
		're-selfheal',
		'in-statement'
	]);
	const platform = summit.measures
		.filter(({ owners }) => owners.length === 1 && owners[0] === 'platform-owner')
		.map(({ id }) => id);

	/** Fifty offers that cost their giver nothing: far dates, what stands already, what the giver is exempt from. */
	const empties: readonly (readonly Edit[])[] = [
		...summit.measures.slice(0, 24).map(({ id }): Edit[] => [{ kind: 'add', measure: id, laterMonths: 48 }]),
		...state.text.items.flatMap(({ measure }): Edit[][] => [
			[{ kind: 'add', measure }],
			[{ kind: 'delay', measure, laterMonths: 0 }]
		]),
		...platform.map((measure): Edit[] => [
			{ kind: 'add', measure },
			{ kind: 'exempt', measure, party: 'platform-owner', untilMonth: 36 }
		]),
		...summit.measures
			.filter(({ parameters }) => parameters.length === 1)
			.map(({ id, parameters: [parameter] }): Edit[] => [
				{ kind: 'add', measure: id, parameters: { [parameter.id]: parameter.weak } }
			])
	];

	test('fifty empty offers leave everybody where they were', () => {
		const fresh = empties.filter((edits) =>
			edits.every(({ kind, measure }) => kind !== 'add' || measure !== 'pr-parity')
		);
		expect(fresh.length).toBeGreaterThanOrEqual(50);
		for (const edits of fresh) {
			for (const id of ids) {
				const mind = mindOf(summit, state, id);
				const gain =
					worthOf(mind.stake, edited(state.text, edits, 'platform-owner')).points -
					worthOf(mind.stake, state.text).points;
				expect(gain, `${id} ${JSON.stringify(edits)}`).toBeLessThan(1);
			}
		}
	});

	test('it says so, and why', () => {
		const mind = mindOf(summit, state, 'bank');
		const emptiness = (edit: Edit) => emptinessOf(mind, [edit], 'platform-owner');
		expect(emptiness({ kind: 'add', measure: 'sd-rings' })).toBe('nothingNew');
		expect(emptiness({ kind: 'add', measure: 're-media', laterMonths: 48 })).toBe('afterTheHorizon');
		expect(emptiness({ kind: 'add', measure: 'te-lab', parameters: { covers: 20 } })).toBe('tooLittle');
		expect(emptiness({ kind: 'add', measure: 'go-audit' })).toBeNull();
		const offered = {
			amendment: 'a',
			by: 'platform-owner',
			to: ['bank'],
			round: 1,
			answers: [],
			state: 'open'
		} as const;
		const edits: Edit[] = [{ kind: 'add', measure: 're-media', laterMonths: 48 }];
		expect(answerTo(mind, { ...offered, edits })).toEqual({
			answer: 'against',
			because: { kind: 'empty', because: 'afterTheHorizon' }
		});
	});
});

describe('a bot does not read minds', () => {
	/** The summit with every other party's interests, money and trust in another's place. */
	function withOthersSwapped(keep: string): Summit {
		const others = ids.filter((id) => id !== keep);
		const next = new Map(others.map((id, at) => [id, others[(at + 1) % others.length]]));
		const partyOf = (id: string) => summit.parties.find((party) => party.id === (next.get(id) ?? id))!;
		return {
			...summit,
			parties: summit.parties.map((party) => {
				const { weights, budgetUsdMillion, walksAwayBelow, concedes, fears, brief } = partyOf(party.id);
				return { ...party, weights, budgetUsdMillion, walksAwayBelow, concedes, fears, brief };
			}),
			measures: summit.measures.map((measure) => ({
				...measure,
				grades: Object.fromEntries(
					ids.flatMap((id) => {
						const grades = measure.grades[next.get(id) ?? id];
						return grades === undefined ? [] : [[id, grades]];
					})
				)
			}))
		};
	}

	test('whatever the others’ briefs say, it does the same as long as they say and do the same', () => {
		const moments = [60, 90, played.log.length - 12].map((at) => evolved(played.log.slice(0, at)));
		for (const id of ids) {
			const other = withOthersSwapped(id);
			for (const state of moments) {
				const [one, two] = [mindOf(summit, state, id), mindOf(other, state, id)];
				expect(offersOf(two, 2)).toEqual(offersOf(one, 2));
				expect(stanceOf(two)).toEqual(stanceOf(one));
				expect(leanOf(two)).toEqual(leanOf(one));
				for (const amendment of state.amendments)
					expect(answerTo(two, amendment)).toEqual(answerTo(one, amendment));
			}
		}
	});

	test('its policy has no way to other briefs, to the whole state, or to what the model says', () => {
		for (const file of ['policy.ts', 'candidates.ts', 'harms.ts', 'guesses.ts']) {
			const source = readFileSync(new URL(file, import.meta.url), 'utf8');
			expect(source, file).not.toMatch(
				/sim\/|debrief|SummitState|projectSummit|stakeOf|\bParty\b|Summit\b(?!State)/
			);
		}
	});
});

describe('bots among themselves', () => {
	test('come to an end, and to the same one for the same seed', () => {
		expect(played.state.result).not.toBeNull();
		expect(playOut(summit, ON_RECORD, 'policy').log).toEqual(played.log);
		expect(playOut(summit, ON_RECORD, 'another').log).not.toEqual(played.log);
	});

	test('the log alone says how it went', () => {
		expect(evolved(JSON.parse(JSON.stringify(played.log)))).toEqual(played.state);
	});

	test('wait for people, and answer what people put to them', () => {
		const room = TestSummit.bargaining(summit, { 'sd-rings': 'airline' });
		expect(botMove(summit, room.state, 'x')).toBeNull();
		const edits: Edit[] = [{ kind: 'strike', measure: 'sd-rings' }];
		const amendment = room.say('security-vendor', 'amend', { edits, to: null });
		const mixed = { ...room.state, chairs: { ...room.state.chairs, government: 'bot' as const } };
		const move = botMove(summit, mixed, 'x')!;
		expect(move.by).toEqual({ kind: 'chair', party: 'government' });
		expect(move.command).toMatchObject({ type: 'answer', payload: { amendment, answer: 'against' } });
		expect(amendmentOf(room.state, amendment)!.answers).toEqual([]);
	});

	test('no move of theirs is ever refused', () => {
		// playOut throws where one is.
		for (const rounds of [1, 3])
			expect(() => playOut(summit, ON_RECORD, `short ${rounds}`, rounds)).not.toThrow();
	});
});

describe('the platform owner’s own product is no free lunch', () => {
	const { state } = over(TRAP);

	test('vendors and the regulator object to it by its name', () => {
		for (const id of ['security-vendor', 'small-vendor']) {
			expect(stanceOf(mindOf(summit, state, id)).because, id).toMatchObject({ measure: 'ma-switch' });
		}
		expect(stanceOf(mindOf(summit, state, 'rival-vendor')).because).toMatchObject({ kind: 'redLine' });
		expect(stanceOf(mindOf(summit, state, 'regulator')).because).toEqual({
			kind: 'law',
			limit: 'free-product'
		});
	});
});

test('what an incident was like decides who can live with the same text', () => {
	const text = textOf(FOR_EVERYONE.filter((id) => id !== 'go-audit'));
	const incidents = [
		[],
		['offer-own-product'],
		['brief-against-vendor'],
		['offer-own-product', 'brief-against-vendor'],
		['build-recovery-tool', 'open-key-portal', 'script-for-cloud-disks'],
		['publish-workaround', 'offer-automated-fix'],
		['note-behind-login', 'blame-the-platform'],
		['lend-technicians', 'name-one-place'],
		['treat-as-attack', 'halt-everything'],
		[
			'publish-workaround',
			'offer-automated-fix',
			'build-recovery-tool',
			'open-key-portal',
			'lend-technicians',
			'name-one-place'
		]
	];
	const first = trustAtFirst(summit);
	const verdicts = incidents.map((decisions) => {
		const acts = ['roll-back', ...decisions].map((decision) => ({
			decision,
			atMin: decision === 'roll-back' ? 30 : 50
		}));
		const by = worths(summit, text, trustAfter(first, shownBy(summit, acts, 0)), first);
		return ids.map((id) => by[id].isYes);
	});
	const changing = ids.filter((_, at) => new Set(verdicts.map((verdict) => verdict[at])).size > 1);
	expect(changing.length).toBeGreaterThanOrEqual(3);
});
