import { expect, test } from 'vitest';
import { faultLine, scenarioFaultText } from '../../text/scenario-fault-text.ts';
import { parseScenario, type Fault } from '../parse.ts';
import { library } from '../testing/pack.ts';
import { SMALL } from '../testing/small.ts';

const MORE = `cuts:
  - { id: short, name: { en: Short }, minutes: 20, stops: [20, '01:00', '04:10'], recoveryFrom: '04:10' }
objectives:
  - id: stop
    name: { en: Stop it }
    capability: { en: Cybersecurity }
    roles: [vendor]
    tasks:
      - id: take-back
        text: { en: Take it back }
        met: { P: "takenBy('roll-back', 60)", S: "taken('roll-back')", M: vendor.corvane.rollout == 'halted' }
experts:
  - { role: vendor, plays: [{ decision: roll-back, at: 20 }] }
`;
const PLAYED = SMALL.replace(
	'injects:\n',
	`injects:
  - id: vendor-silent
    kind: adaptive
    at: 60
    until: 120
    when: >-
      vendor.corvane.statement == 'silent'
      and world.down > 100
    channel: news
    from: Channel
    title: { en: Nobody speaks }
    body: { en: Nobody has said anything. }
    stops: true
`
)
	.replace(
		'name: { en: Hospital }, text',
		`budget: { preparationUsd: 1000, preparationAttention: 2, responseUsd: 500, attentionPerRound: 1 },
      goal: { name: { en: Care }, terms: [
        { id: lost, name: { en: Lost }, unit: { en: procedures }, measure: organisation.harbour-hospital.lostUnits, weight: 0.6 },
        { id: spent, name: { en: Spent }, unit: { en: US$ }, measure: role.hospital.spentUsd + 1, weight: 0.4 } ] },
      owns: [{ en: Wards }], name: { en: Hospital }, text`
	)
	.concat(MORE);

function playedWith(from: string, to: string): string {
	if (!PLAYED.includes(from)) throw new Error(`the scenario has no "${from}"`);
	return PLAYED.replace(from, () => to);
}

function faultsOf(text: string): readonly Fault[] {
	const parsed = parseScenario(text, 'small.yaml', library);
	return parsed.ok ? [] : parsed.faults;
}

function placeOf(text: string, piece: string): { line: number; column: number } {
	const before = text.slice(0, text.indexOf(piece)).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}

test('what is played is read: budgets, goals, cuts, objectives, experts, conditions', () => {
	expect(faultsOf(PLAYED).map(faultLine)).toEqual([]);
	const parsed = parseScenario(PLAYED, 'small.yaml', library);
	if (!parsed.ok) return;
	const { roles, cuts, objectives, experts, injects, decisions } = parsed.scenario;
	expect(roles[1]).toMatchObject({ budget: { responseUsd: 500 }, owns: [{ en: 'Wards' }] });
	expect(roles[1]!.goal!.terms.map(({ measure }) => measure.text)).toEqual([
		'organisation.harbour-hospital.lostUnits',
		'role.hospital.spentUsd + 1'
	]);
	expect(roles[0]).toMatchObject({ budget: null, goal: null, owns: [] });
	expect(cuts).toEqual([
		{ id: 'short', name: { en: 'Short' }, minutes: 20, stops: [20, 60, 250], recoveryFromMin: 250 }
	]);
	expect(objectives[0]!.tasks[0]).toMatchObject({ id: 'take-back', roles: ['vendor'] });
	expect(experts).toEqual([{ role: 'vendor', plays: [{ decision: 'roll-back', atMin: 20 }] }]);
	const waiting = injects.find(({ id }) => id === 'vendor-silent')!;
	expect(waiting).toMatchObject({ atMin: 60, untilMin: 120, stops: true });
	expect(waiting.when!.text).toContain("== 'silent' and world.down");
	expect(decisions[0]).toMatchObject({ default: null, evidence: 'assumed' });
});

/** What is wrong │ a part of the sound text │ what stands there instead │ path │ piece that the fault points at │ words. */
const CASES = String.raw`
a name that is misspelt, in folded lines │ world.down > 100 │ world.dawn > 100 │ injects[0].when │ dawn > 100 │ 'down'
a state that never is │ == 'silent' │ == 'quiet' │ injects[0].when │ 'quiet' │ never 'quiet'
a condition that is a number │ measure: role.hospital.spentUsd + 1 │ measure: role.hospital.spentUsd > 1 │ roles[1].goal.terms[1].measure │ role.hospital.spentUsd > │ a number is needed here, not a condition
a measure of nobody │ measure: organisation.harbour-hospital.lostUnits │ measure: organisation.harbor-hospital.lostUnits │ roles[1].goal.terms[0].measure │ harbor-hospital.lost │ 'harbour-hospital'
an expression that breaks off in quotes │ P: "takenBy('roll-back', 60)" │ P: "takenBy('roll-back' 60)" │ objectives[0].tasks[0].met.P │ 60)" │ does not belong
a decision in quotes that is none │ S: "taken('roll-back')" │ S: "taken('roll-bock')" │ objectives[0].tasks[0].met.S │ 'roll-bock')" │ 'roll-back'
weights that do not sum to 1 │ weight: 0.6 │ weight: 0.7 │ roles[1].goal.terms │ [⏎        { id: lost │ the weights add up to 1.1
stops out of order │ [20, '01:00', '04:10'] │ [20, '01:00', 30, '04:10'] │ cuts[0].stops[2] │ 30, '04:10' │ not after the one before
a stop twice │ [20, '01:00', '04:10'] │ [20, 20, '04:10'] │ cuts[0].stops[1] │ 20, '04:10' │ not after the one before
a stop off the grid │ [20, '01:00', '04:10'] │ [20, '04:08', '04:10'] │ cuts[0].stops[1] │ '04:08' │ Use 250
a stop after the end │ [20, '01:00', '04:10'] │ [20, '04:10', '90:00'] │ cuts[0].stops[2] │ '90:00' │ after the exercise ends
a recovery between stops │ recoveryFrom: '04:10' │ recoveryFrom: '04:00' │ cuts[0].recoveryFrom │ '04:00' │ does not start at a stop
a figure without words in its place │ { en: Nobody has said anything. } │ { en: "Nobody of {world.down} speaks." } │ injects[0].body.en │ "Nobody of │ words in its place
a figure of what the world does not count │ { en: Nobody has said anything. } │ { en: "Nobody of {world.dawn|many} speaks." } │ injects[0].body.en │ dawn|many │ 'down'
a figure that is a condition │ { en: Nobody has said anything. } │ { en: "Nobody of {world.down > 1|many} speaks." } │ injects[0].body.en │ world.down > 1| │ a number is needed
a decision beyond the budget │ requires: [roll-back] │ requires: [roll-back]⏎    costUsd: 501 │ decisions[1].costUsd │ 501 │ 'hospital' has 500 US\$
a decision beyond the attention │ requires: [roll-back] │ requires: [roll-back]⏎    attention: 2 │ decisions[1].attention │ 2⏎injects │ has 1 points
an adaptive inject that waits for nothing │     when: >-⏎      vendor.corvane.statement == 'silent'⏎      and world.down > 100⏎ │  │ injects[0] │ id: vendor-silent │ what it waits for
a standard inject that waits │     kind: adaptive⏎ │  │ injects[0].when │ when: >- │ Remove when
an inject that ends before it begins │ until: 120 │ until: 50 │ injects[0].until │ 50⏎ │ before at
an inject that ends after everything │ until: 120 │ until: '50:00' │ injects[0].until │ '50:00' │ after the exercise ends
a task of a role that has not the objective │ text: { en: Take it back }⏎        met │ text: { en: Take it back }⏎        roles: [hospital]⏎        met │ objectives[0].tasks[0].roles[0] │ hospital]⏎        met │ no role of this objective
an expert of nobody │ experts:⏎  - { role: vendor │ experts:⏎  - { role: vender │ experts[0].role │ vender │ 'vendor'
an expert who plays what is not there │ decision: roll-back, at: 20 │ decision: roll-bark, at: 20 │ experts[0].plays[0].decision │ roll-bark │ 'roll-back'
an expert who plays another role’s decision │ decision: roll-back, at: 20 │ decision: paper, at: 20 │ experts[0].plays[0].decision │ paper, at │ a decision of 'hospital'
an expert who plays too early │ decision: roll-back, at: 20 │ decision: roll-back, at: 8 │ experts[0].plays[0].at │ 8 }] }⏎ │ cannot be taken then
an expert who does not say when │ decision: roll-back, at: 20 │ decision: roll-back │ experts[0].plays[0] │ { decision: roll-back }] │ needs a time
trust in a vendor without a release │ ringPlans:⏎ │ trustIn: other⏎ringPlans:⏎ │ trustIn │ other⏎ │ vendor with a release 'other'
a second release of one vendor │ defect: bootCrash }⏎ │ defect: bootCrash }⏎  - { vendor: corvane, at: 30, defect: bootCrash }⏎ │ releases[1].vendor │ corvane, at: 30 │ two releases`
	.trim()
	.split('\n')
	.map((row) => row.split(' │ ').map((part) => part.replaceAll('⏎', '\n')) as [string, ...string[]]);

test.each(CASES)('%s is refused at its line and column', (_name, from, to, path, piece, words) => {
	const text = playedWith(from!, to!);
	const faults = faultsOf(text);
	const fault = faults.find((one) => one.path === path);
	expect(faults.map(faultLine).join('\n')).toMatch(new RegExp(words!));
	expect(fault, faults.map(faultLine).join('\n')).toBeDefined();
	expect({ line: fault!.line, column: fault!.column }).toEqual(placeOf(text, piece!));
	expect(scenarioFaultText(fault!).remedy).not.toBe('');
});

test('an expert’s plays follow one another in time, each once', () => {
	const plays = '[{ decision: roll-back, at: 40 }, { decision: roll-back, at: 20 }]';
	const faults = faultsOf(playedWith('[{ decision: roll-back, at: 20 }]', plays)).map(faultLine);
	expect(faults.join('\n')).toMatch(/stands twice[\s\S]*before the play above/);
});

test('an expert plays what a decision requires before it', () => {
	const expert = 'experts:\n  - { role: vendor, plays: [{ decision: second, at: 30 }] }\n';
	const second = PLAYED.slice(0, PLAYED.indexOf('experts:')).replace(
		'  - id: paper\n    role: hospital',
		`  - id: second
    role: vendor
    phase: incident
    title: { en: Halt }
    text: { en: The vendor halts. }
    effects: [{ set: vendor.workaround, value: true }]
    requires: [roll-back]
  - id: paper
    role: hospital`
	);
	expect(faultsOf(second + expert).map(faultLine)).toEqual([
		expect.stringContaining("'second' requires 'roll-back', which is not played before")
	]);
	const both = expert.replace('[{', '[{ decision: roll-back, at: 20 }, {');
	expect(faultsOf(second + both).map(faultLine)).toEqual([]);
});
