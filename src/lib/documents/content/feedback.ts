import { documentWords } from '../../text/document-words.ts';
import { heading, paragraph, type Block } from '../office/blocks.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';

const words = documentWords.feedback;

/** The form that participants fill in before they leave. */
export function feedbackDocument(material: Material): Uint8Array {
	const { say, pack } = material;
	const capabilities = new Set(pack.scenario.objectives.map(({ capability }) => say(capability)));
	const about = { title: words.title, below: words.below(say(pack.scenario.title)), isDraft: false };
	const parts: readonly (readonly [string, readonly Block[]])[] = [
		[words.assessment, [paragraph(words.scale), scale(words.statements)]],
		...(capabilities.size === 0
			? []
			: ([[words.capabilities, [paragraph(words.capabilityLead), scale([...capabilities])]]] as const)),
		[
			words.open,
			words.questions.flatMap((question): Block[] => [paragraph(question), { kind: 'lines', count: 4 }])
		]
	];
	return written(material, about, [
		paragraph(words.lead),
		{
			...{ kind: 'table', caption: words.about, head: null },
			rows: words.aboutRows.map((row) => [row, '']),
			widths: [1, 2.4]
		},
		...parts.flatMap(([what, blocks], n) => [heading(1, words.part(n + 1, what)), ...blocks])
	]);
}

function scale(statements: readonly string[]): Block {
	const box = { text: words.box, align: 'centre' } as const;
	return {
		...{ kind: 'table', caption: null, head: words.columns },
		rows: statements.map((statement) => [statement, box, box, box, box, box]),
		widths: [5, 0.6, 0.6, 0.6, 0.6, 0.6]
	};
}
