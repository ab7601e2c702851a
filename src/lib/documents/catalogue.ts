import { aarDocument } from './content/aar.ts';
import { accordDocument } from './content/accord.ts';
import { curvesCsv } from './content/curves.ts';
import { eegDocument } from './content/eeg.ts';
import { feedbackDocument } from './content/feedback.ts';
import { handbookDocument } from './content/handbook.ts';
import { handoutDocument } from './content/handout.ts';
import { logLines } from './content/log-lines.ts';
import { sitmanDocument } from './content/sitman.ts';
import { slidesDocument } from './content/slides.ts';
import type { Material } from './material/material.ts';
import { mselCsv, mselWorkbook } from './msel/msel-files.ts';
import { FILE_NAMES, type DocumentId } from './document-ids.ts';
import { strToU8 } from 'fflate';

/** A file as it is handed to a person. */
export interface MadeFile {
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
}

const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
const WORD = `${OFFICE_TYPE}.wordprocessingml.document`;
const SHEET = `${OFFICE_TYPE}.spreadsheetml.sheet`;
const SLIDES = `${OFFICE_TYPE}.presentationml.presentation`;

const word = (id: DocumentId, bytes: Uint8Array): MadeFile[] => [
	{ name: FILE_NAMES[id][0], type: WORD, bytes }
];
const text = (name: string, type: string, content: string | null): MadeFile[] =>
	content === null ? [] : [{ name, type: `${type};charset=utf-8`, bytes: strToU8(content) }];

const MAKE: Readonly<Record<DocumentId, (material: Material) => MadeFile[]>> = {
	aar: (material) => word('aar', aarDocument(material)),
	msel: (material) => [
		{ name: FILE_NAMES.msel[0], type: SHEET, bytes: mselWorkbook(material) },
		...text(FILE_NAMES.msel[1], 'text/csv', mselCsv(material))
	],
	eeg: (material) => word('eeg', eegDocument(material)),
	sitman: (material) => word('sitman', sitmanDocument(material)),
	handbook: (material) => word('handbook', handbookDocument(material)),
	handout: (material) => word('handout', handoutDocument(material)),
	feedback: (material) => word('feedback', feedbackDocument(material)),
	accord: (material) => {
		const bytes = accordDocument(material);
		return bytes === null ? [] : word('accord', bytes);
	},
	slides: (material) => [{ name: FILE_NAMES.slides[0], type: SLIDES, bytes: slidesDocument(material) }],
	curves: (material) => text(FILE_NAMES.curves[0], 'text/csv', curvesCsv(material)),
	log: (material) => [
		...text(FILE_NAMES.log[0], 'application/jsonl', logLines(material, false)),
		...text(FILE_NAMES.log[1], 'application/jsonl', logLines(material, true))
	]
};

/** The files of one document; none where what it shows cannot be computed. The same material gives the same bytes. */
export function makeDocument(id: DocumentId, material: Material): MadeFile[] {
	return MAKE[id](material);
}
