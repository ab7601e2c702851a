import { xmlText } from './xml.ts';

/** Runs of a text: line feeds and tabs are elements of their own. */
export function runs(text: string, look = ''): string {
	const pieces = text.split('\n').map((line) => {
		const written = line.split('\t').map((one) => `<w:t xml:space="preserve">${xmlText(one)}</w:t>`);
		return written.join('<w:tab/>');
	});
	return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${pieces.join('<w:br/>')}</w:r>`;
}

/** @param more of the paragraph's properties, in the order that the format asks for */
export function paragraphXml(style: string, text: string, more = ''): string {
	const inside = text === '' ? '' : runs(text);
	return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`;
}
