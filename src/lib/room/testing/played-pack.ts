import { exerciseScenario } from '../../exercise/scenario/from-scenario.ts';
import { compileModel } from '../../scenario/compile/model.ts';
import { SMALL } from '../../scenario/testing/small.ts';
import { scenarioOf } from '../../scenario/testing/pack.ts';
import type { Pack } from '../scenario-library.ts';

const BUDGET =
	'budget: { preparationUsd: 1000000, preparationAttention: 4, responseUsd: 500000, attentionPerRound: 3 }';
const goal = (measure: string) =>
	`goal: { name: { en: Less harm }, terms: [{ id: harm, name: { en: Harm }, unit: { en: hosts }, measure: ${measure}, weight: 1 }] }`;

/** Rounds at minutes 20, 60 and, in the recovery, 180; a message that waits for a crash, and one that halts the world. */
const PLAYED = `
cuts:
  - { id: short, name: { en: Short }, minutes: 10, stops: ['00:20', '01:00', '03:00'], recoveryFrom: '03:00' }
objectives:
  - { id: tell, name: { en: Tell }, capability: { en: Public information }, tasks: [{ id: early, text: { en: Early }, met: { P: "takenBy('roll-back', 60)", S: "taken('roll-back')", M: 'world.crashed > 0' } }] }
`;

function changed(text: string, from: string, to: string): string {
	if (!text.includes(from)) throw new Error(`the small scenario has no "${from}"`);
	return text.replace(from, () => to);
}

/** The small scenario as somebody plays it alone. */
export function playedPack(edit: (text: string) => string = (text) => text): Pack {
	const scenario = scenarioOf(edit(playedText()));
	const model = compileModel(scenario);
	const source = { kind: 'builtIn', id: scenario.id } as const;
	return { fileName: null, source, scenario, model, exercise: exerciseScenario(scenario, model) };
}

/** Its file. */
export function playedText(): string {
	let text = SMALL + PLAYED;
	text = changed(
		text,
		'text: { en: You ship. }',
		`text: { en: You ship. }, ${BUDGET}, ${goal('world.crashed')}`
	);
	text = changed(
		text,
		'text: { en: You treat. }',
		`text: { en: You treat. }, ${BUDGET}, ${goal('sector.hospitals.lostUnits')}`
	);
	text = changed(text, '    requires: [roll-back]\n', '');
	text = changed(
		text,
		'injects:\n',
		`injects:
  - { id: many-down, kind: adaptive, at: '00:10', when: 'world.down > 200', channel: ticket, from: Desk, title: { en: Many }, body: { en: Many hosts are down. } }
  - { id: halting, kind: contingency, at: '01:30', when: "world.down > 100 and not taken('paper')", stops: true, channel: phoneCall, from: Ward 1, title: { en: Help }, body: { en: We cannot go on. } }
`
	);
	return text;
}
