import { gridFault } from '../../sim/time/grid.ts';
import { readPointInTime } from '../parse/point-in-time.ts';
import type { Finding, Path } from '../parse/fault.ts';
import { suggestion } from '../parse/nearest.ts';
import { horizonOf } from '../resolve/clock.ts';
import type { PointInTime } from '../schema/basic.ts';
import { parseUtcMinute } from '../worlds/calendar.ts';
import { earthFaults } from '../worlds/earth-rules.ts';
import type { EarthFile } from '../worlds/earth-file.ts';
import type { Linted } from './context.ts';

/** The built-in parts that the scenario names exist; a world of its own holds together. */
export function* libraryRule({ file, model, library, world }: Linted): Generator<Finding> {
	if (file.model !== undefined && model === null) {
		const known = Object.keys(library.models);
		yield {
			path: ['model'],
			message: `there is no model '${file.model}'`,
			remedy: suggestion(file.model, known)
		};
	}
	if (typeof file.world === 'string') {
		if (world !== null) return;
		const known = Object.keys(library.worlds);
		yield {
			path: ['world'],
			message: `there is no world '${file.world}'`,
			remedy: suggestion(file.world, known)
		};
		return;
	}
	for (const fault of earthFaults(file.world as unknown as EarthFile)) {
		const [message, remedy] = fault.split('; ');
		yield { path: ['world'], message: message!, remedy: remedy ?? 'correct it' };
	}
}

/** The clock starts at a real time and its grid fills the exercise. */
export function* clockRule({ file: { clock } }: Linted): Generator<Finding> {
	const start = parseUtcMinute(clock.start);
	if (!start.ok) {
		yield { path: ['clock', 'start'], message: start.error, remedy: 'correct the date or the time' };
		return;
	}
	const horizonMin = horizonOf(clock);
	const spans = [];
	for (const [index, { until, step }] of clock.grid.entries()) {
		const minute = until === 'end' ? horizonMin : readPointInTime(until, start.minute);
		if (typeof minute !== 'number') {
			yield { path: ['clock', 'grid', index, 'until'], message: minute.error, remedy: 'correct the time' };
			return;
		}
		spans.push({ untilMin: minute, stepMin: step });
		const fault = gridFault(spans, minute);
		if (fault !== null) {
			yield {
				path: ['clock', 'grid', index],
				message: fault,
				remedy: 'let the steps fill each span, in order'
			};
			return;
		}
	}
	const fault = gridFault(spans, horizonMin);
	if (fault !== null)
		yield { path: ['clock', 'grid'], message: fault, remedy: 'end the last span with until: end' };
}

/** Every time lies within the exercise, from its start to its end. */
export function* momentRule({ file }: Linted): Generator<Finding> {
	const start = parseUtcMinute(file.clock.start);
	if (!start.ok) return;
	const horizonMin = horizonOf(file.clock);
	for (const [path, time] of pointsInTimeOf(file)) {
		const minute = readPointInTime(time, start.minute);
		if (typeof minute !== 'number') yield { path, message: minute.error, remedy: 'correct the time' };
		else if (minute < 0) {
			yield {
				path,
				message: 'this is before the exercise starts',
				remedy: `move it to ${file.clock.start} or later`
			};
		} else if (minute > horizonMin) {
			yield {
				path,
				message: `this is minute ${minute}, after the exercise ends (${horizonMin})`,
				remedy: 'move it forward, or let the clock run for more days'
			};
		}
	}
}

function* pointsInTimeOf(file: Linted['file']): Generator<[Path, PointInTime]> {
	for (const [i, { at }] of file.releases.entries()) yield [['releases', i, 'at'], at];
	for (const [i, { at, until }] of file.injects.entries()) {
		yield [['injects', i, 'at'], at];
		if (until !== undefined) yield [['injects', i, 'until'], until];
	}
	for (const [c, { stops }] of file.cuts.entries()) {
		for (const [s, stop] of stops.entries()) yield [['cuts', c, 'stops', s], stop];
	}
	for (const [q, { at }] of file.questions.entries()) {
		if (at !== 'before' && at !== 'after') yield [['questions', q, 'at'], at];
	}
	for (const [e, { plays }] of file.experts.entries()) {
		for (const [p, { at }] of plays.entries()) {
			if (at !== undefined) yield [['experts', e, 'plays', p, 'at'], at];
		}
	}
	for (const [i, { at }] of file.record.acts.entries()) yield [['record', 'acts', i, 'at'], at];
	for (const [i, { at }] of file.record.measured.entries()) {
		if (at !== undefined) yield [['record', 'measured', i, 'at'], at];
	}
	for (const [i, { availableFrom, availableUntil }] of file.decisions.entries()) {
		yield [['decisions', i, 'availableFrom'], availableFrom];
		if (availableUntil !== undefined) yield [['decisions', i, 'availableUntil'], availableUntil];
	}
}
