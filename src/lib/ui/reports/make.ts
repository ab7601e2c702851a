import { zipSync } from 'fflate';
import type { ReportReading } from '../../client/reports/messages.ts';
import { makeDocument, type MadeFile } from '../../documents/catalogue.ts';
import { DOCUMENT_IDS, type DocumentId } from '../../documents/document-ids.ts';
import { readExercise } from '../../documents/material/read-exercise.ts';
import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import type { Material } from '../../documents/material/material.ts';

/** Writes documents in the page: loaded when one is asked for. */

type Read = Extract<ReportReading, { kind: 'read' }>;

function materialOf({ scenario, exercise, events, washes }: Read, outages: Evaluation | null): Material {
	// Documents neither read logs nor set levers: what does that stayed in the other thread.
	const whole = { ...exercise, isFormerHash: () => false, settingFault: () => null };
	return { ...readExercise({ scenario, exercise: whole }, { events }, washes), outages };
}

/**
 * The files of one document; none where its figures are not known.
 * @param outages what the next outages came to; null: they were not run
 */
export function makeOne(reading: Read, id: DocumentId, outages: Evaluation | null): MadeFile[] {
	return makeDocument(id, materialOf(reading, outages));
}

/** Every file in one archive. Between two documents the page draws. */
export async function makeAll(reading: Read, name: string, outages: Evaluation | null): Promise<MadeFile> {
	const material = materialOf(reading, outages);
	const files: Record<string, Uint8Array> = {};
	for (const id of DOCUMENT_IDS) {
		for (const file of makeDocument(id, material)) files[file.name] = file.bytes;
		await new Promise((resolve) => setTimeout(resolve));
	}
	return { name, type: 'application/zip', bytes: zipSync(files, { level: 1 }) };
}
