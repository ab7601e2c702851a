import { BOUNDS_S, type Durations } from './histogram.ts';
import type { Metrics } from './metrics.ts';

/** What is counted when somebody asks. */
export interface Gauges {
	readonly isReady: boolean;
	readonly rooms: number;
	readonly seats: number;
	readonly sockets: number;
	/** Seats that ask again and again, because no push reaches them. */
	readonly polling: number;
}

/** Media type of {@link metricsText}. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

type Sample = readonly [labels: string, value: number];

/** Figures in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export function metricsText(metrics: Metrics, gauges: Gauges): string {
	const { dropped, fold, store, lag, mainLag } = metrics;
	const memory = process.memoryUsage();
	const cpu = process.cpuUsage();
	const one = (value: number): Sample[] => [['', value]];
	return [
		family('ready', 'gauge', 'Whether people may be sent here.', one(Number(gauges.isReady))),
		family('rooms', 'gauge', 'Rooms that can be entered or read.', one(gauges.rooms)),
		family('seats', 'gauge', 'Seats in rooms that are open.', one(gauges.seats)),
		family('streams', 'gauge', 'Pages that are connected.', [
			['kind="socket"', gauges.sockets],
			['kind="poll"', gauges.polling]
		]),
		family(
			'dropped_total',
			'counter',
			'Pages that were cut off.',
			Object.entries(dropped).map(([why, count]) => [`why="${why}"`, count])
		),
		family(
			'refused_total',
			'counter',
			'Requests that were refused, by the name of the refusal.',
			[...metrics.refusals].map(([code, count]) => [`code="${code}"`, count])
		),
		histogram('fold_seconds', 'Moving a world on by one piece of work.', [['', fold.all]]),
		histogram('store_seconds', 'Keeping something, until it would survive a crash.', [['', store.all]]),
		histogram('lag_seconds', 'How late a thread was at most, over some seconds.', [
			['thread="main"', mainLag.all],
			['thread="rooms"', lag.all]
		]),
		family('memory_bytes', 'gauge', 'Memory of the process.', [
			['kind="resident"', memory.rss],
			['kind="heap"', memory.heapUsed]
		]),
		family(
			'cpu_seconds_total',
			'counter',
			'Processor time of the process.',
			one((cpu.user + cpu.system) / 1e6)
		)
	].join('');
}

function family(name: string, type: string, help: string, samples: readonly Sample[]): string {
	return head(name, type, help) + samples.map(([labels, value]) => line(name, labels, value)).join('');
}

function histogram(name: string, help: string, all: readonly (readonly [string, Durations])[]): string {
	return head(name, 'histogram', help) + all.map((one) => buckets(name, ...one)).join('');
}

function buckets(name: string, labels: string, { counts, sumS }: Durations): string {
	let below = 0;
	const lines = counts.map((count, at) => {
		below += count;
		const bound = `le="${BOUNDS_S[at] ?? '+Inf'}"`;
		return line(`${name}_bucket`, labels === '' ? bound : `${labels},${bound}`, below);
	});
	return [...lines, line(`${name}_sum`, labels, sumS), line(`${name}_count`, labels, below)].join('');
}

const head = (name: string, type: string, help: string) =>
	`# HELP patchfall_${name} ${help}\n# TYPE patchfall_${name} ${type}\n`;

const line = (name: string, labels: string, value: number) =>
	`patchfall_${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`;
