import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaStanding, HOT_WASH_LEAST_MIN, sumOf, type Agenda } from './agenda.ts';
import { endAgenda, pauseAgenda, planSections, startSection } from './change.ts';
import { firstAgenda } from './first-agenda.ts';
import { leadsOn, sectionAt } from './follow.ts';
import { offersOf, OFFERED_FROM_MIN, type Offer } from './offers.ts';

const MIN = 60_000;
/** Some moment: nothing may rest on a clock that begins at nought. */
const START = 7_654_321;
const at = (minutes: number) => START + minutes * MIN;

function planned(rounds = 5, minutes = 75): Agenda {
	return {
		sections: firstAgenda(rounds, minutes),
		...{ current: null, endedAtMs: null, acceptedMin: 0, pausedMs: 0, pausedSinceMs: null }
	};
}

/** Sections begun one after the other, each after as many minutes as the one before it took. */
function gone(agenda: Agenda, took: readonly number[]): { agenda: Agenda; atMin: number } {
	let atMin = 0;
	let so = agenda;
	took.forEach((minutes, index) => {
		so = startSection(so, so.sections[index]!.id, at(atMin));
		atMin += minutes;
	});
	return { agenda: so, atMin };
}

const someAgenda = fc
	.record({
		rounds: fc.integer({ min: 1, max: 12 }),
		minutes: fc.integer({ min: 20, max: 180 }),
		took: fc.array(fc.double({ min: 0.1, max: 20, noNaN: true }), { minLength: 1, maxLength: 10 })
	})
	.map(({ rounds, minutes, took }) => {
		const agenda = planned(rounds, minutes);
		return gone(agenda, took.slice(0, agenda.sections.length));
	});

describe('R140: an agenda says how late a workshop is, and when it ends', () => {
	test('planned 4, 6, 8 and 2; the first round begins at 0:24 and has gone on for 5 of its 7 minutes: +4, end 1:19', () => {
		const { agenda } = gone(planned(), [5, 7, 10, 2, 0]);
		const standing = agendaStanding(agenda, at(29))!;
		expect(agenda.sections[agenda.current!]).toMatchObject({ id: 'round-1', plannedMin: 7 });
		expect(standing).toMatchObject({ lateMin: 4, elapsedMin: 5, endAtMs: at(79), agreedEndAtMs: at(75) });
	});

	test('late is what was done late, and what the present section is over its time: the formula', () => {
		fc.assert(
			fc.property(someAgenda, ({ agenda, atMin }) => {
				const { lateMin, endAtMs } = agendaStanding(agenda, at(atMin))!;
				const done = agenda.sections.slice(0, agenda.current!);
				const now = agenda.sections[agenda.current!]!;
				const elapsed = (at(atMin) - now.startedAtMs!) / MIN;
				const took = done.reduce(
					(sum, one, index) =>
						sum + (agenda.sections[index + 1]!.startedAtMs! - one.startedAtMs!) / MIN - one.plannedMin,
					0
				);
				expect(lateMin).toBeCloseTo(took + Math.max(0, elapsed - now.plannedMin), 6);
				const later = sumOf(agenda.sections.slice(agenda.current! + 1), (one) => one.plannedMin);
				expect(endAtMs).toBeCloseTo(at(atMin + Math.max(0, now.plannedMin - elapsed) + later), 3);
			})
		);
	});

	test('it counts from the section that was begun first: who leaves out the welcome is not early', () => {
		const agenda = startSection(planned(), 'briefing', START);
		expect(agendaStanding(agenda, START)).toMatchObject({ lateMin: 0, endAtMs: at(71) });
	});

	test('before anything has begun it says nothing; once it has ended its end stands', () => {
		expect(agendaStanding(planned(), START)).toBeNull();
		const ended = endAgenda(startSection(planned(), 'close', START), at(5));
		expect(agendaStanding(ended, at(500))).toMatchObject({ lateMin: 2, endAtMs: at(5) });
	});

	test('a pause counts, and is told apart', () => {
		const paused = pauseAgenda(gone(planned(), [4]).agenda, true, at(1));
		const resumed = pauseAgenda(paused, false, at(5));
		expect(agendaStanding(paused, at(7))).toMatchObject({ lateMin: 3, pauseMin: 3 });
		expect(agendaStanding(resumed, at(7))).toMatchObject({ lateMin: 3, pauseMin: 3 });
		expect(resumed.pausedMs).toBe(4 * MIN);
		expect(pauseAgenda(resumed, false, at(9))).toBe(resumed);
	});
});

describe('R141: what is offered to a workshop that is late adds up', () => {
	const late = gone(planned(), [5, 9, 11, 2, 0]).agenda;
	const offers = offersOf(late, at(29));

	test('seven behind in the first round: a round left out, ninety seconds less in four, the hot wash, a later end', () => {
		expect(agendaStanding(late, at(29))!.lateMin).toBe(7);
		expect(offers.map(({ kind }) => kind)).toEqual([
			'leaveOut',
			'shorterRounds',
			'shorterHotWash',
			'endLater'
		]);
		expect(offers[0]).toMatchObject({ round: 4, savesMin: 7 });
		expect(offers[1]).toMatchObject({ rounds: 4, seconds: 90, savesMin: 6 });
		expect(offers[2]).toMatchObject({ savesMin: 4 });
		expect(offers[3]).toMatchObject({ byMin: 7 });
	});

	test('taking one brings the end forward by what it said, and a hot wash has ten minutes in each', () => {
		fc.assert(
			fc.property(someAgenda, ({ agenda, atMin }) => {
				const before = agendaStanding(agenda, at(atMin))!;
				for (const offer of offersOf(agenda, at(atMin))) {
					const taken = take(agenda, offer);
					const after = agendaStanding(taken, at(atMin))!;
					const saved = offer.kind === 'endLater' ? 0 : offer.savesMin;
					expect((before.endAtMs - after.endAtMs) / MIN).toBeCloseTo(saved, 6);
					expect(before.lateMin - after.lateMin).toBeCloseTo(
						offer.kind === 'endLater' ? offer.byMin : saved,
						6
					);
					const hotWash = taken.sections.find(({ kind }) => kind === 'hotWash')!;
					expect(hotWash.plannedMin).toBeGreaterThanOrEqual(HOT_WASH_LEAST_MIN);
					for (const { plannedMin } of taken.sections) expect(plannedMin).toBeGreaterThanOrEqual(0);
				}
			})
		);
	});

	test('taken one after the other until nothing is left they still add up, and leave a later end at least', () => {
		fc.assert(
			fc.property(someAgenda, ({ agenda, atMin }) => {
				let so = agenda;
				for (let n = 0; n < 40; n++) {
					const [offer] = offersOf(so, at(atMin));
					if (offer === undefined) return;
					so = take(so, offer);
				}
				throw new Error('offers without an end');
			})
		);
	});

	test('nothing is offered to who is three behind or less', () => {
		fc.assert(
			fc.property(someAgenda, ({ agenda, atMin }) => {
				if (agendaStanding(agenda, at(atMin))!.lateMin <= OFFERED_FROM_MIN)
					expect(offersOf(agenda, at(atMin))).toEqual([]);
			})
		);
	});

	test('a hot wash that the agreed end would cut below ten minutes is seen coming', () => {
		expect(agendaStanding(late, at(29))!.hotWashMin).toBe(7);
		expect(agendaStanding(gone(planned(), [4, 6]).agenda, at(10))!.hotWashMin).toBe(14);
	});

	function take(agenda: Agenda, offer: Offer): Agenda {
		if (offer.kind === 'endLater') return planSections(agenda, {}, agenda.acceptedMin + offer.byMin);
		return planSections(agenda, offer.changes, agenda.acceptedMin);
	}
});

describe('R142: the agenda follows the exercise', () => {
	test('the workshop of 75 minutes and five rounds is planned as its run of show says', () => {
		expect(firstAgenda(5, 75).map(({ plannedMin }) => plannedMin)).toEqual([
			4, 6, 8, 2, 7, 8, 7, 7, 7, 2, 14, 3
		]);
	});

	test('a cut that is said to be short gets what its rounds take', () => {
		const sections = firstAgenda(5, 20);
		expect(sections.filter(({ kind }) => kind === 'round').map(({ plannedMin }) => plannedMin)).toEqual([
			5, 5, 5, 5, 5
		]);
	});

	test.each([
		['lobby', null, 0, null],
		['briefing', null, 0, 'briefing'],
		['incident', 'advance', 0, 'outbreak'],
		['incident', 'situation', 1, 'round-1'],
		['incident', 'advance', 2, 'round-2'],
		['recovery', 'decide', 5, 'round-5'],
		['recovery', 'advance', 5, 'toEnd'],
		['hotWash', null, 5, 'hotWash'],
		['debrief', null, 5, 'hotWash'],
		['closed', null, 5, null]
	] as const)('in %s, %s, after %i stops: %s', (phase, step, stopsPassed, section) => {
		expect(sectionAt({ phase, step }, stopsPassed, 5)).toBe(section);
	});

	test('it is never taken back by the exercise; a person may begin any section again', () => {
		const close = startSection(planned(), 'close', START);
		expect(leadsOn(close, 'hotWash')).toBe(false);
		const back = startSection(close, 'hotWash', at(1));
		expect(back.sections[back.current!]!.id).toBe('hotWash');
		expect(back.sections.at(-1)!.startedAtMs).toBeNull();
	});
});
