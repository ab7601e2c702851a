import { renderUnicodeCompact } from 'uqr';

/** Where a started server can be opened. */
export interface Addresses {
	readonly here: string;
	/** An address that one would expect to lead here and that another program has, or null. */
	readonly taken: string | null;
	/** Addresses in the local network, the one that a phone most likely reaches first. */
	readonly inNetwork: readonly string[];
	/** The address that people use, where a reverse proxy stands in front; then nobody needs those of the network. */
	readonly origin: string | null;
	/** Opens rooms from another machine. */
	readonly hostKey: string;
}

/**
 * What a started server tells the person at the keyboard: where to open it here, where from other devices, and a
 * code to scan.
 * @param colour whether the terminal understands colour; without it the code assumes light text on a dark ground.
 */
export function announcement(
	{ here, taken, inNetwork, origin, hostKey }: Addresses,
	colour: boolean
): string {
	const lines = ['', 'Patchfall is running.', '', `  On this machine    ${here}`];
	if (taken !== null) lines.push(`                     (not ${taken}: another program answers there)`);
	const others = origin === null ? inNetwork : [origin];
	const label = origin === null ? 'In this network' : 'For everyone   ';
	others.forEach((url, index) => lines.push(`  ${index === 0 ? label : ' '.repeat(label.length)}    ${url}`));
	const [scanned] = others;
	if (scanned !== undefined)
		lines.push(`  Host key           ${hostKey}`, '                     (opens a room from another machine)');
	if (scanned !== undefined) {
		const where = origin === null ? 'on a phone in this network' : 'on a phone';
		lines.push('', `  Scan to open ${scanned} ${where}:`, '', qrCode(scanned, colour));
	}
	lines.push(
		'',
		`  To run a workshop open ${origin ?? here}/host; “Rehearse it alone first” shows all of it.`
	);
	lines.push('', '  Ctrl+C stops it.', '');
	return lines.join('\n');
}

/** A terminal QR code, two modules a character; with colour it is black on white whatever the terminal's own colours. */
export function qrCode(text: string, colour: boolean): string {
	const rows = renderUnicodeCompact(text, { border: 2 }).split('\n');
	return rows.map((row) => (colour ? `  \u001b[97;40m${row}\u001b[0m` : `  ${row}`)).join('\n');
}
