import { describe, expect, test } from 'vitest';
import { packOf } from '../../scenario/testing/pack.ts';
import { literalFigures } from './literal-figures.ts';

/** Numbers beside what the model counts that are no figures of it, each with why the model does not know better. */
const ARGUED: Readonly<Record<string, string>> = {
	'paused-only': 'No count: between one crash and the next',
	'how-many': 'A share that its condition holds: below one in a hundred of all devices there are',
	'preliminary-review-of-gates': 'The share of the first wave in the ring plan that its condition names',
	'process-not-kernel': 'The share that the decision in its condition sets',
	'near-miss': 'What crash analytics thinks another world would have seen',
	'summer-friday': 'The schedule before anything happens: what the airline flies on an ordinary day',
	'slots-for-the-bank': 'Slots of one bank of flights: the schedule',
	'payments-today': 'The day before anything happens: what the bank clears on an ordinary one',
	'gates-dark': 'Flights in the air by night: the schedule',
	'gates-dark-crews-known': 'Flights in the air by night: the schedule',
	'half-is-our-own-doing': 'The share that the decision in its condition cancels',
	'few-kiosks': 'What another day might have cost',
	'queue-outside': 'A share that one station hopes for',
	'queue-outside-drilled': 'A share that one station hopes for',
	'sixty-strangers': 'A share of repairs that are done twice, as one desk sees it',
	'first-wards': 'Calls to a service desk: the model counts none',
	'forty-eight-digits': 'Minutes a host, as the record has them',
	'escrow-minutes': 'Minutes a host in one trial',
	'script-with-root': 'What one script mends in an hour',
	'branches-open': 'Machines of one branch',
	'executives-mended': 'Laptops of one floor',
	'first-cards': 'The name of a dispatch centre',
	'first-break-in': 'Hosts of one clinic',
	'two-computers': 'All that one water works has',
	'place-in-the-queue': 'All that one water works has',
	'detections-pile-up': 'What is proposed',
	vouchers: 'The price of a coffee',
	'vouchers-come-back': 'The price of a coffee',
	'may-he-push-back': 'Screens of one desk',
	'hosts-wiped-twice': 'Mistakes of one night: the model counts none',
	'signed-by-name': 'Hosts that one person signed for',
	'cut-off-and-missed': 'What one desk held back',
	'list-on-monday': 'Towns, of which the model has none',
	'night-handover': 'People on call: the model knows none by name',
	'take-our-calls': 'A rule for calls that is offered, no count of them',
	'albany-has-two-more': 'A rule for calls that is offered, no count of them',
	'albany-wants-them-back': 'The rule for calls, as it was agreed',
	'long-tail': 'No count: what a fix takes'
};

const { scenario } = packOf('july-2024');
const found = scenario.injects.flatMap(({ id, title, body, figured }) => {
	const { en } = { en: `${(figured ?? { title }).title.en}. ${(figured ?? { body }).body.en}` };
	return literalFigures(en).map((literal) => ({ id, literal }));
});

describe('a number in a text beside what the model counts', () => {
	test('is found, and one that is asked of the world is not', () => {
		expect(literalFigures('Two thousand laptops at home')).toEqual(['Two thousand laptops']);
		expect(literalFigures('We lost 1,900 of our flights today')).toEqual(['1,900 of our flights']);
		expect(literalFigures('{world.down|Two thousand} laptops at home')).toEqual([]);
		expect(literalFigures('Three people wait')).toEqual([]);
	});

	test('is asked of the world, or argued by name', () => {
		expect(found.filter(({ id }) => ARGUED[id] === undefined)).toEqual([]);
	});

	test('and nothing is argued that is not there any more', () => {
		const ids = new Set(found.map(({ id }) => id));
		expect(Object.keys(ARGUED).filter((id) => !ids.has(id))).toEqual([]);
	});

	test('is asked for by messages to every role', () => {
		for (const { id } of scenario.roles) {
			const own = scenario.injects.filter(({ role, figured }) => role === id && figured !== undefined);
			expect(own.length, id).toBeGreaterThan(0);
		}
	});
});
