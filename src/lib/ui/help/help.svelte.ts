import type { TermId } from '../../text/en/glossary.ts';

export const HELP_PARTS = ['how', 'words', 'keys', 'sources', 'look'] as const;
export type HelpPart = (typeof HELP_PARTS)[number];

/** The help panel, which any screen can open at a part or at a word. One for the page. */
class Help {
	part = $state<HelpPart | null>(null);
	term = $state<TermId | null>(null);
	/** Counts how often the first-run guide was asked for again. */
	guideAsked = $state(0);

	open(part: HelpPart = 'how', term: TermId | null = null): void {
		this.part = part;
		this.term = term;
	}

	close(): void {
		this.part = null;
		this.term = null;
	}

	showGuide(): void {
		this.close();
		this.guideAsked++;
	}
}

export const help = new Help();
