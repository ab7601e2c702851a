import type { Seat } from '../../lib/server/rooms-api/testing/browser.ts';
import { HeadlessPage } from './headless-page.ts';

export type OpenPage = (seat: Seat) => HeadlessPage;

/**
 * Opens pages for as long as they are used, and closes all of them then, also where that fails: a page that stays open
 * asks for its room for ever, and its process does not end.
 */
export async function withPages<Result>(use: (open: OpenPage) => Promise<Result>): Promise<Result> {
	const pages: HeadlessPage[] = [];
	try {
		return await use((seat) => {
			const page = new HeadlessPage(seat);
			pages.push(page);
			return page;
		});
	} finally {
		for (const page of pages) page.close();
	}
}
