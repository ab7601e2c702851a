import type { LogHead } from '../../room/store/log-store.ts';

/** The head of a log as databases keep it. */
export interface StoredHead {
	readonly id: string;
	readonly writer: string;
	readonly format: number;
	readonly summary: string;
}

export function headOf<Summary>({ id, writer, format, summary }: StoredHead): LogHead<Summary> {
	return { id, writer, format, summary: JSON.parse(summary) as Summary };
}
