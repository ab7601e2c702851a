import { PartFault } from './parts/part-fault.ts';

/** How Chromium, Firefox and WebKit say that a part of the page, or what it asked for, did not arrive. */
const SAYINGS = [
	/failed to fetch/i,
	/error loading dynamically imported module/i,
	/importing a module script failed/i,
	/unable to preload css/i,
	/networkerror when attempting to fetch/i,
	/load failed/i,
	/the network connection was lost/i
];

/** Whether an error says that something did not arrive, and not that something is wrong with it. */
export function hasNotLoaded(error: unknown): boolean {
	if (error instanceof PartFault) return error.code !== 'broken';
	return error instanceof Error && SAYINGS.some((saying) => saying.test(error.message));
}
