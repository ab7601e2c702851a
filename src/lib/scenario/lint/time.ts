import { gridFault } from '../../sim/time/grid.ts';
import { namesLike } from '../parse/nearest.ts';
import { readPointInTime } from '../parse/point-in-time.ts';
import type { Finding, Path } from '../faults/fault.ts';
import { horizonOf } from '../resolve/clock.ts';
import type { PointInTime } from '../schema/basic.ts';
import { parseUtcMinute } from '../worlds/calendar.ts';
import { earthFindings } from '../worlds/earth-rules.ts';
import type { EarthFile } from '../worlds/earth-file.ts';
import { reference, type Linted } from './context.ts';

/** The built-in parts that the scenario names exist; a world of its own holds together. */
export function* libraryRule({ file, parts, model, library, world }: Linted): Generator<Finding> {
	const models = Object.keys(library.models);
	if (file.model === undefined && parts.habits === null)
		yield { path: [], code: 'noModel', params: { choices: namesLike('', models) } };
	if (file.model !== undefined && model === null) yield* reference(['model'], 'model', file.model, models);
	if (typeof file.world === 'string') {
		if (world === null) yield* reference(['world'], 'world', file.world, Object.keys(library.worlds));
		return;
	}
	for (const finding of earthFindings(file.world as unknown as EarthFile))
		yield { ...finding, path: ['world', ...finding.path] };
}

/** The clock starts at a real time and its grid fills the exercise. */
export function* clockRule({ file: { clock } }: Linted): Generator<Finding> {
	const start = parseUtcMinute(clock.start);
	if (!start.ok) {
		yield { path: ['clock', 'start'], ...start.fault };
		return;
	}
	const horizonMin = horizonOf(clock);
	const spans = [];
	for (const [index, { until, step }] of clock.grid.entries()) {
		const minute = until === 'end' ? horizonMin : readPointInTime(until, start.minute);
		if (typeof minute !== 'number') {
			yield { path: ['clock', 'grid', index, 'until'], ...minute };
			return;
		}
		spans.push({ untilMin: minute, stepMin: step });
		const fault = gridFault(spans, minute);
		if (fault !== null) {
			yield { path: ['clock', 'grid', index], ...fault };
			return;
		}
	}
	const fault = gridFault(spans, horizonMin);
	if (fault !== null) yield { path: ['clock', 'grid'], ...fault };
}

/** Every time lies within the exercise, from its start to its end. */
export function* momentRule({ file }: Linted): Generator<Finding> {
	const start = parseUtcMinute(file.clock.start);
	if (!start.ok) return;
	const horizonMin = horizonOf(file.clock);
	for (const [path, time] of pointsInTimeOf(file)) {
		const minute = readPointInTime(time, start.minute);
		if (typeof minute !== 'number') yield { path, ...minute };
		else if (minute < 0) yield { path, code: 'beforeStart', params: { start: file.clock.start } };
		else if (minute > horizonMin) yield { path, code: 'afterEnd', params: { minute, horizonMin } };
	}
}

function* pointsInTimeOf(file: Linted['file']): Generator<[Path, PointInTime]> {
	for (const [i, { at, dormantUntil }] of file.releases.entries()) {
		yield [['releases', i, 'at'], at];
		if (dormantUntil !== undefined) yield [['releases', i, 'dormantUntil'], dormantUntil];
	}
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
