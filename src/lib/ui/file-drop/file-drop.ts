import type { FileText } from '../files.ts';

/** Opens a file on the page that is shown. */
export type Opener = (file: FileText) => void;

let opener: Opener | null = null;

/** The page that is shown opens dropped files itself, until what is returned is called. */
export function opensDropped(open: Opener): () => void {
	opener = open;
	return () => {
		if (opener === open) opener = null;
	};
}

export function presentOpener(): Opener | null {
	return opener;
}

/** Scenarios are written in YAML; a log is JSON. */
export function isScenarioName(name: string): boolean {
	return /\.ya?ml$/i.test(name);
}
