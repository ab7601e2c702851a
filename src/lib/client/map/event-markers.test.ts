import { expect, test } from 'vitest';
import { decisionTitle, eventMarkers } from './event-markers.ts';

const text = { en: 'Halt' };

test('markers come by minute, and what is of one minute in the order: release, act, inject', () => {
	const markers = eventMarkers({
		releaseMinutes: [30],
		acts: [
			{ atMin: 90, text, isOthers: true },
			{ atMin: 30, text }
		],
		injects: [
			{ atMin: 30, title: text },
			{ atMin: 5, title: text }
		]
	});
	expect(markers.map(({ atMin, kind }) => `${atMin} ${kind}`)).toEqual([
		'5 inject',
		'30 release',
		'30 decision',
		'30 inject',
		'90 other'
	]);
});

test('what was decided in preparation stands at the beginning of the slider, not before it', () => {
	expect(eventMarkers({ releaseMinutes: [], acts: [{ atMin: -60, text }], injects: [] })).toMatchObject([
		{ atMin: 0, kind: 'decision' }
	]);
});

test('a decision that the scenario does not know is called by its id', () => {
	const decisions = [{ id: 'halt', title: text }];
	expect(decisionTitle(decisions, 'halt')).toBe(text);
	expect(decisionTitle(decisions, 'gone')).toEqual({ en: 'gone' });
});
