import { readBytes, type FileFault } from '../scenario/parse/read-bytes.ts';

/** Files that people hand over and take away. */

/** As large as a log may be; a scenario is far smaller. */
const BYTES_MOST = 64_000_000;

export type FileText =
	| { readonly ok: true; readonly name: string; readonly text: string }
	| { readonly ok: false; readonly name: string; readonly why: 'tooLarge' | 'unreadable' | FileFault };

/** The text of a file that a person chose. Never throws. */
export async function readFile(file: File): Promise<FileText> {
	const { name } = file;
	if (file.size > BYTES_MOST) return { ok: false, name, why: 'tooLarge' };
	try {
		const read = readBytes(new Uint8Array(await file.arrayBuffer()));
		return read.ok ? { ok: true, name, text: read.text } : { ok: false, name, why: read.fault };
	} catch {
		return { ok: false, name, why: 'unreadable' };
	}
}

/** Hands a text to the person as a file. */
export function saveFile(fileName: string, text: string): void {
	saveBlob(fileName, new Blob([text], { type: 'application/json' }));
}

/** Hands bytes to the person as a file. */
export function saveBytes(fileName: string, type: string, bytes: Uint8Array): void {
	saveBlob(fileName, new Blob([new Uint8Array(bytes)], { type }));
}

function saveBlob(fileName: string, blob: Blob): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = fileName;
	link.click();
	// Firefox reads the address only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
