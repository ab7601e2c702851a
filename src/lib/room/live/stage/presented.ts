import type { Live } from '../live.ts';

/** Whether a presenter tells the story and an audience votes: the cut is made for stages, and no team is waited for. */
export function isPresented({ pack, summary }: Pick<Live, 'pack' | 'summary'>): boolean {
	return pack.scenario.cuts.find(({ id }) => id === summary.setup.cut)?.for === 'stages';
}
