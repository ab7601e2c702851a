/** What a device does that matters to what is connected: `left`: the page is left, and may be shown again as it is. */
export type DeviceNews = 'woke' | 'online' | 'left';

/** Tells of a device. Returns how not to be told any more. */
export type WatchDevice = (tell: (what: DeviceNews) => void) => () => void;

/** The device that this page runs on. */
export const watchDevice: WatchDevice = (tell) => {
	const woke = () => {
		if (document.visibilityState === 'visible') tell('woke');
	};
	// Shown again by the back button: whatever was open then is not open any more.
	const shown = ({ persisted }: PageTransitionEvent) => tell(persisted ? 'online' : 'woke');
	const online = () => tell('online');
	const left = () => tell('left');
	document.addEventListener('visibilitychange', woke);
	window.addEventListener('pageshow', shown);
	window.addEventListener('pagehide', left);
	window.addEventListener('online', online);
	return () => {
		document.removeEventListener('visibilitychange', woke);
		window.removeEventListener('pageshow', shown);
		window.removeEventListener('pagehide', left);
		window.removeEventListener('online', online);
	};
};
