import type { LiveRoomView } from '../network/live-room.svelte.ts';
import { isBesideDesk } from './beside-desk.ts';

const SETTLED_MS = 500;
/** A server that was started again knows of no screen. */
const AGAIN_MS = 30_000;

/** Tells the room what this big screen is like, and again when that changes. Returns how to stop. */
export function reportScreen(
	room: Pick<LiveRoomView, 'sendQuietly' | 'seat'>,
	isKeptAwake: () => boolean | null
): () => void {
	let settling: ReturnType<typeof setTimeout> | undefined;
	const report = async () => {
		const screen = {
			width: Math.max(1, Math.round(innerWidth)),
			height: Math.max(1, Math.round(innerHeight)),
			isFullScreen: isFullScreen(),
			isBesideDesk: await isBesideDesk(room.seat.code),
			isExtended: (window.screen as { isExtended?: boolean }).isExtended ?? null,
			isKeptAwake: isKeptAwake()
		};
		await room.sendQuietly({ type: 'reportScreen', screen });
	};
	const soon = () => {
		clearTimeout(settling);
		settling = setTimeout(() => void report(), SETTLED_MS);
	};
	soon();
	const again = setInterval(soon, AGAIN_MS);
	addEventListener('resize', soon);
	document.addEventListener('fullscreenchange', soon);
	return () => {
		clearTimeout(settling);
		clearInterval(again);
		removeEventListener('resize', soon);
		document.removeEventListener('fullscreenchange', soon);
	};
}

/** F5 or a browser's own full screen: the second is only known by the size of the window. */
function isFullScreen(): boolean {
	return document.fullscreenElement !== null || (innerWidth >= screen.width && innerHeight >= screen.height);
}
