import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chances } from '../hosts/chances.ts';
import { CELL_STRIDE, UNDER_REPAIR, WAITING_FOR_HANDS } from '../world/columns.ts';
import { Draws } from '../random/draws.ts';
import { HOST_CLASSES } from '../model.ts';
import { seedFromText } from '../random/hash.ts';
import { Technicians, type Team } from './technicians.ts';
import { smallModel } from '../testing/small-model.ts';
import { createWorld } from '../world/create-world.ts';
import { Zones } from '../hosts/zones.ts';

const queues = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 });

/** A site with these queues, by class, and the hosts taken on by `free` technicians in a step, over many minutes. */
function begin(
	waiting: readonly number[],
	free: number,
	stepMin: number,
	set: Record<string, number> = {},
	team: Team = 'all'
) {
	const world = createWorld(smallModel({ set }), seedFromText('queue'));
	const chances = new Chances(world);
	const draws = new Draws(world.seed, chances);
	const technicians = new Technicians(world, new Zones(world.model));
	chances.prepare(0, stepMin, 0);
	technicians.prepare(0, 0);
	return (minute: number): number[] => {
		waiting.forEach((hosts, cell) => {
			world.counts[cell * CELL_STRIDE + WAITING_FOR_HANDS] = hosts;
			world.counts[cell * CELL_STRIDE + UNDER_REPAIR] = 0;
		});
		draws.at(minute, stepMin);
		technicians.start(0, draws, chances, 0, free, team);
		return waiting.map((hosts, cell) => {
			const at = cell * CELL_STRIDE;
			const begun = world.counts[at + UNDER_REPAIR]!;
			expect(world.counts[at + WAITING_FOR_HANDS]).toBe(hosts - begun);
			return begun;
		});
	};
}
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('technicians who are free', () => {
	test('begin one repair each as long as hosts wait, when no repair fits into a step', () => {
		fc.assert(
			fc.property(queues, fc.integer({ min: 1, max: 60 }), fc.nat(10_000), (waiting, free, minute) => {
				expect(sum(begin(waiting, free, 1)(minute))).toBe(Math.min(free, sum(waiting)));
			})
		);
	});

	test('begin on the mean as many as fit into a step, whatever classes wait', () => {
		const steps = 4000;
		for (const free of [1, 2, 3, 7]) {
			const queue = begin([9, 14, 11, 30, 8], free, 30, { 'repair.handsMin': 20, 'repair.failShare': 0 });
			let begun = 0;
			for (let minute = 0; minute < steps; minute++) begun += sum(queue(minute));
			// Half a repair is the most that a step's total strays from its mean.
			expect(Math.abs(begun / steps - free * 1.5)).toBeLessThan((3.5 * 0.5) / Math.sqrt(steps));
		}
	});

	test('share themselves by the length of the queues when hosts are taken as they come', () => {
		const waiting = [4, 20, 10, 40, 6];
		const steps = 4000;
		const queue = begin(waiting, 8, 1);
		const begun = [0, 0, 0, 0, 0];
		for (let minute = 0; minute < steps; minute++) {
			queue(minute).forEach((hosts, cell) => (begun[cell]! += hosts));
		}
		begun.forEach((hosts, cell) => {
			const mean = (8 * waiting[cell]!) / 80;
			expect(Math.abs(hosts / steps - mean)).toBeLessThan((3.5 * 0.5) / Math.sqrt(steps));
		});
	});

	test.each([
		['serversFirst', 1, 'server'],
		['kiosksFirst', 2, 'kiosk'],
		['laptopsFirst', 3, 'laptop']
	] as const)('%s: the chosen class is done before any other is begun', (_, value, hostClass) => {
		const chosen = HOST_CLASSES.indexOf(hostClass);
		fc.assert(
			fc.property(queues, fc.integer({ min: 1, max: 60 }), fc.nat(1000), (waiting, free, minute) => {
				const begun = begin(waiting, free, 1, { 'repair.order': value })(minute);
				expect(begun[chosen]).toBe(Math.min(free, waiting[chosen]!));
				expect(sum(begun)).toBe(Math.min(free, sum(waiting)));
			})
		);
	});
});

describe('two teams', () => {
	const [server, workstation, , , cloud] = [0, 1, 2, 3, 4];
	const total = (begun: readonly number[], classes: readonly number[]) =>
		sum(classes.map((hostClass) => begun[hostClass]!));

	test('the team at consoles begins servers and cloud hosts and nothing else, hands at desks the rest', () => {
		const waiting = [9, 14, 11, 30, 8];
		const atConsoles = begin(waiting, 50, 1, {}, 'consoles')(7);
		expect(atConsoles).toEqual([9, 0, 0, 0, 8]);
		const atDesks = begin(waiting, 50, 1, {}, 'desks')(7);
		expect(total(atDesks, [server, cloud])).toBe(0);
		expect(sum(atDesks)).toBe(50);
	});

	test('hands at desks help at servers where these come first', () => {
		const begun = begin([9, 14, 11, 30, 8], 20, 1, { 'repair.order': 1 }, 'desks')(7);
		expect(begun[server]).toBe(9);
		expect(begun[cloud]).toBe(0);
		expect(begun[workstation]! + begun[2]! + begun[3]!).toBe(11);
	});

	test('divide the site’s technicians between them', () => {
		const hosts = [100, 100, 100, 100, 100];
		const set = { 'repair.hostsPerTechnician': 10, 'repair.staffingSigma': 0 };
		const there = (consoleShare: number) => {
			const model = smallModel({
				sites: [{ metro: 0, hosts }],
				set: { ...set, 'repair.consoleShare': consoleShare }
			});
			const technicians = new Technicians(createWorld(model, seedFromText(1)), new Zones(model));
			technicians.prepare(0, 0);
			return [technicians.presentAtConsoles(0), technicians.present(0, 0)];
		};
		expect(there(0)).toEqual([0, 50]);
		expect(there(0.2)).toEqual([10, 40]);
	});
});

describe('technicians at work', () => {
	function atWork(minute: number, set: Record<string, number> = {}, score = 0): number {
		const hosts = [100, 100, 100, 100, 100];
		const world = createWorld(smallModel({ sites: [{ metro: 0, hosts, score }], set }), seedFromText(1));
		const technicians = new Technicians(world, new Zones(world.model));
		technicians.prepare(minute, 0);
		return technicians.atWork(0);
	}

	test('are the site’s hosts over hosts for each technician, on a weekday at noon', () => {
		expect(atWork(0, { 'repair.hostsPerTechnician': 25 })).toBe(20);
	});

	test('are more where staffing is better than the median, less where it is worse', () => {
		expect(atWork(0, {}, 1) / atWork(0, {}, 0)).toBeCloseTo(Math.E, 12);
		expect(atWork(0, { 'repair.staffingSigma': 0.5 }, -2) / atWork(0, {}, 0)).toBeCloseTo(1 / Math.E, 12);
		expect(atWork(0, { 'repair.staffingSigma': 0 }, 3)).toBe(atWork(0, {}, 0));
	});

	test('are fewer from 20:00 to 07:00, and at the weekend, by local time', () => {
		const set = { 'repair.nightShare': 0.5, 'repair.weekendShare': 0.25, 'repair.hostsPerTechnician': 5 };
		// Minute 0 is Friday 14:00 in Sydney.
		expect(atWork(5 * 60 + 59, set)).toBe(100);
		expect(atWork(6 * 60, set), 'Friday 20:00').toBe(50);
		expect(atWork(10 * 60, set), 'Saturday 00:00').toBe(12.5);
		expect(atWork(17 * 60, set), 'Saturday 07:00').toBe(25);
		expect(atWork(58 * 60, set), 'Monday 00:00').toBe(50);
		expect(atWork(65 * 60, set), 'Monday 07:00').toBe(100);
	});

	test('a part of a technician is there on that part of visits', () => {
		const hosts = [0, 30, 0, 0, 0];
		const model = smallModel({
			sites: [{ metro: 0, hosts }],
			set: { 'repair.nightShare': 1, 'repair.weekendShare': 1 }
		});
		const world = createWorld(model, seedFromText('part'));
		const technicians = new Technicians(world, new Zones(model));
		const present: number[] = [];
		for (let visit = 0; visit < 2000; visit++) {
			technicians.prepare(visit * 240, 0);
			present.push(technicians.present(0, 0));
			technicians.prepare(visit * 240 + 239, 0);
			expect(technicians.present(0, 0), 'no technician comes or goes within a visit').toBe(present[visit]);
		}
		expect(new Set(present)).toEqual(new Set([0, 1]));
		expect(Math.abs(sum(present) / 2000 - 0.3)).toBeLessThan(3.5 * Math.sqrt((0.3 * 0.7) / 2000));
	});
});
