import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { playedPack } from '../room/testing/played-pack.ts';
import { makeDocument, type MadeFile } from './catalogue.ts';
import { DOCUMENT_IDS, NEEDS_RUNS, type DocumentId } from './document-ids.ts';
import { readExercise } from './material/read-exercise.ts';
import { runWorlds } from './material/run-worlds.ts';
import type { Material } from './material/material.ts';
import { mselRows } from './msel/msel-rows.ts';
import { officeFaults, textIn } from './testing/office-check.ts';
import { playedMaterial, SAID } from './testing/played-material.ts';

const OFFICE = /\.(docx|xlsx|pptx)$/;
let shared: Material;
let parallel: Material;
beforeAll(async () => {
	shared = await playedMaterial('shared');
	parallel = await playedMaterial('parallel');
});

const one = (id: DocumentId, material: Material): MadeFile => makeDocument(id, material)[0]!;
/** Everything that a file says. */
function textOf({ name, bytes }: MadeFile): string {
	return OFFICE.test(name) ? textIn(bytes, /\.xml$/) : strFromU8(bytes);
}

describe('every document', () => {
	test('of a shared world, of parallel ones, and of a log whose worlds cannot be computed, is sound', () => {
		const unknown = readExercise(playedPack(), { events: shared.events }, null);
		for (const material of [shared, parallel, unknown])
			for (const id of DOCUMENT_IDS)
				for (const { name, bytes } of makeDocument(id, material))
					if (OFFICE.test(name)) expect(officeFaults(bytes), name).toEqual([]);
	});

	test('is the same without a run of its worlds, unless it is one of those that need it', () => {
		const { events, pack } = shared;
		const without = readExercise(pack, { events }, null);
		const changed = DOCUMENT_IDS.filter(
			(id) => JSON.stringify(makeDocument(id, without)) !== JSON.stringify(makeDocument(id, shared))
		);
		expect([...changed].sort()).toEqual([...NEEDS_RUNS].sort());
	});

	test('carries the exercise marking; the report and its slides say that they are drafts', () => {
		for (const id of DOCUMENT_IDS)
			for (const file of makeDocument(id, shared))
				expect(textOf(file), file.name).toContain('THIS IS AN EXERCISE');
		for (const id of ['aar', 'slides'] as const) expect(textOf(one(id, shared))).toContain('DRAFT');
	});

	test('carries the marking and the handling instructions of a scenario that has its own', () => {
		const { scenario } = shared.pack;
		const own = { ...scenario, marking: { en: 'DRILL DRILL' }, handling: { en: 'For the board only' } };
		const material = { ...shared, pack: { ...shared.pack, scenario: own } };
		for (const id of DOCUMENT_IDS)
			for (const file of makeDocument(id, material)) {
				expect(textOf(file), file.name).toContain('DRILL DRILL');
				expect(textOf(file), file.name).not.toContain('THIS IS AN EXERCISE');
			}
		expect(textOf(one('sitman', material))).toContain('For the board only');
	});

	test('gives the same bytes for the same log', () => {
		const again = readExercise(
			playedPack(),
			{ events: shared.events },
			runWorlds(playedPack(), { events: shared.events })
		);
		for (const id of DOCUMENT_IDS) expect(makeDocument(id, again)).toEqual(makeDocument(id, shared));
	});

	test('of a log with texts that would break files or turn a screen is sound, and shows what is readable of them', async () => {
		const nasty = '\u202E=cmd|x!A1\u0000\uD800 <b>&amp;';
		const said = Object.fromEntries(
			Object.entries(SAID).map(([key, text]) => [key, nasty + text])
		) as typeof SAID;
		const material = await playedMaterial('shared', said);
		for (const id of DOCUMENT_IDS)
			for (const file of makeDocument(id, material)) {
				if (OFFICE.test(file.name)) expect(officeFaults(file.bytes), file.name).toEqual([]);
				expect(strFromU8(file.bytes), file.name).not.toContain('\u202E');
			}
		expect(textOf(one('eeg', material))).toContain(`=cmd|x!A1\uFFFD <b>&amp;${SAID.observation}`);
	});
});

describe('the after-action report', () => {
	test('holds ratings, observations, reasons and figures, with areas for improvement in its plan', () => {
		const text = textOf(one('aar', shared));
		for (const part of [
			'Exercise overview',
			'Analysis of Core Capabilities',
			'M – Performed with Major Challenges',
			SAID.observation,
			SAID.note,
			SAID.reason,
			'Appendix A: Improvement Plan',
			'Completion Date',
			'in our own words'
		])
			expect(text).toContain(part);
	});

	test('of a room holds nothing that players or facilitators wrote for themselves, and no confidence', () => {
		for (const id of ['aar', 'eeg', 'slides'] as const) {
			const text = textOf(one(id, shared));
			expect(text).not.toContain(SAID.ownNote);
			expect(text).not.toContain(SAID.facilitatorNote);
			expect(text).not.toContain('73 %');
			expect(text).not.toContain('Confidence');
		}
	});

	test('of parallel worlds tells each team by itself', () => {
		const text = textOf(one('aar', parallel));
		expect(parallel.parties.map(({ world }) => world)).toContain('one');
		expect(text).toContain('Outcome, Team one');
	});

	test('of a log from another physics leaves figures out and says so', () => {
		const material = readExercise(playedPack(), { events: shared.events }, null);
		expect(textOf(one('aar', material))).toContain('its worlds are not computed here');
		expect(makeDocument('curves', material)).toEqual([]);
	});
});

test('the guides give each task its rating, its author and its notes', () => {
	const text = textOf(one('eeg', shared));
	expect(text).toContain('Organizational Capability Target');
	expect(text).toContain('Evaluator p2');
	expect(text).toContain(SAID.observation);
	expect(text).toContain('Final Core Capability Rating');
});

describe('the events list', () => {
	test('begins with HSEEP’s ten columns, in their order', () => {
		const [head] = strFromU8(makeDocument('msel', shared)[1]!.bytes).replace('\uFEFF', '').split('\r\n');
		expect(head!.split(',').slice(0, 10)).toEqual([
			'Event Number',
			'Designated Scenario Time',
			'Event Type',
			'Inject Mode',
			'From',
			'To',
			'Message',
			'Expected Participant Response',
			'Exercise Objective',
			'Notes'
		]);
	});

	test('says of each inject whether, when and by what it was released', () => {
		const rows = mselRows(shared);
		expect(rows).toHaveLength(shared.pack.scenario.injects.length);
		for (const row of rows.filter(({ kind }) => kind === 'Standard'))
			expect([row.status, row.releasedBy]).toEqual(['Released', 'Schedule']);
		const adaptive = rows.find(({ id }) => id === 'many-down')!;
		expect(adaptive.condition).toBe('world.down > 200');
		expect(adaptive.status === 'Released' ? adaptive.releasedBy : adaptive.status).toMatch(
			/Its condition|Deferred/
		);
	});
});

test('curves name their units, and every row says when, whose and of which run', () => {
	const [head, first] = strFromU8(one('curves', shared).bytes).replace('\uFEFF', '').split('\r\n');
	expect(head).toContain('Minute [min since start],Time [UTC],Team,Series,Hosts down [hosts]');
	expect(first).toMatch(/^0,2024-07-19 04:00,Team makers,As played,/);
});

test('the log without texts holds as many events, and nothing that anybody wrote', () => {
	const [whole, bare] = makeDocument('log', shared).map(({ bytes }) => strFromU8(bytes).trim().split('\n'));
	expect(whole).toHaveLength(shared.events.length + 1);
	expect(bare).toHaveLength(shared.events.length + 1);
	expect(whole!.slice(1).map((line) => JSON.parse(line))).toEqual(shared.events);
	for (const text of Object.values(SAID)) {
		expect(whole!.join()).toContain(text);
		expect(bare!.join()).not.toContain(text);
	}
});

test('what players get tells no inject, and the handbook tells all of them', () => {
	const injects = shared.pack.scenario.injects.map(({ body }) => body.en);
	const handbook = textOf(one('handbook', shared));
	for (const id of ['sitman', 'handout', 'feedback'] as const)
		for (const body of injects) expect(textOf(one(id, shared))).not.toContain(body);
	for (const body of injects) expect(handbook).toContain(body);
});
