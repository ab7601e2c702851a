import { barText, FIGURES, meets, type Bar, type FigureName } from './bars.ts';

/** One figure as it was measured. */
export interface Measured {
	readonly name: FigureName;
	readonly value: number;
	/** What the value rests on or is compared with, in words. */
	readonly note: string;
	/** Something timed in the same process, in the value's unit: their ratio travels better than either. */
	readonly baseline?: { readonly of: string; readonly value: number };
}

export interface Machine {
	readonly node: string;
	readonly cpu: string;
	readonly cores: number;
}

/** The figures beside their bars, as a table for a terminal. */
export function reportText(measured: readonly Measured[], machine: Machine): string {
	const rows = measured.map(({ name, value, note, baseline }) => {
		const { unit } = FIGURES[name];
		const bar: Bar = FIGURES[name].bar;
		const mark = { true: 'met', false: 'MISSED', null: 'no bar' }[
			String(meets(bar, value, baseline?.value)) as 'true'
		];
		const ratio = baseline === undefined ? '' : `${digits(value / baseline.value)} × ${baseline.of}`;
		return { cells: [name, `${digits(value)} ${unit}`, barText(bar), mark, ratio], note };
	});
	const heads = ['figure', 'value', 'bar', '', 'in the same process'];
	const widths = heads.map((head, i) => Math.max(head.length, ...rows.map(({ cells }) => cells[i].length)));
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, i) => (i === 1 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
			.join('  ')
			.trimEnd();
	return [
		`Node ${machine.node}, ${machine.cores} cores, ${machine.cpu}`,
		'',
		line(heads),
		...rows.map(({ cells }) => line(cells)),
		'',
		...rows.map(({ cells: [name], note }) => `${name}: ${FIGURES[name as FigureName].meaning}; ${note}.`)
	].join('\n');
}

/** The same for machines: each figure by name, and under `figures` everything about it. */
export function reportJson(measured: readonly Measured[], machine: Machine): string {
	const values = Object.fromEntries(measured.map(({ name, value }) => [name, rounded(value)]));
	const figures = measured.map(({ name, value, note, baseline }) => {
		const { unit, meaning } = FIGURES[name];
		const bar: Bar = FIGURES[name].bar;
		return {
			name,
			value: rounded(value),
			unit,
			bar,
			met: meets(bar, value, baseline?.value),
			baseline:
				baseline === undefined
					? null
					: { of: baseline.of, value: rounded(baseline.value), ratio: rounded(value / baseline.value) },
			meaning,
			note
		};
	});
	return JSON.stringify({ ...values, figures, machine }, null, '\t') + '\n';
}

/** Three significant digits, whole numbers from 100 on. */
export function digits(value: number): string {
	return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function rounded(value: number): number {
	return Number(value.toPrecision(6));
}
