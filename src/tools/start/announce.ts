import { renderUnicodeCompact } from 'uqr';

/**
 * What a started server tells the person at the keyboard: where to open it here, where from other devices, and a
 * code to scan.
 * @param colour whether the terminal understands colour; without it the code assumes light text on a dark ground.
 */
export function announcement(here: string, elsewhere: readonly string[], colour: boolean): string {
	const lines = ['', 'Patchfall is running.', '', `  On this machine    ${here}`];
	elsewhere.forEach((url, index) =>
		lines.push(`  ${index === 0 ? 'In this network  ' : '                 '}  ${url}`)
	);
	if (elsewhere.length > 0) {
		lines.push(
			'',
			`  Scan to open ${elsewhere[0]} on a phone in this network:`,
			'',
			qrCode(elsewhere[0], colour)
		);
	}
	lines.push('', '  Ctrl+C stops it.', '');
	return lines.join('\n');
}

/** A terminal QR code, two modules a character; with colour it is black on white whatever the terminal's own colours. */
export function qrCode(text: string, colour: boolean): string {
	const rows = renderUnicodeCompact(text, { border: 2 }).split('\n');
	return rows.map((row) => (colour ? `  \u001b[97;40m${row}\u001b[0m` : `  ${row}`)).join('\n');
}
