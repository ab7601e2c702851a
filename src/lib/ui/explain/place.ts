const GAP_PX = 8;
const EDGE_PX = 12;
/** Narrower screens show the popover as a sheet at the bottom, by CSS alone. */
const SHEET_PX = 560;

/** Puts an open popover beside what it explains: below where there is room, else above, and never off the screen. */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): void {
	const { innerWidth, innerHeight } = window;
	if (innerWidth <= SHEET_PX) {
		for (const side of ['left', 'top']) popover.style.removeProperty(side);
		return;
	}
	const at = anchor.getBoundingClientRect();
	const { width, height } = popover.getBoundingClientRect();
	const below = at.bottom + GAP_PX;
	const fits = below + height <= innerHeight - EDGE_PX;
	const top = fits ? below : Math.max(EDGE_PX, at.top - GAP_PX - height);
	const left = Math.max(EDGE_PX, Math.min(at.left, innerWidth - EDGE_PX - width));
	popover.style.setProperty('left', `${left}px`);
	popover.style.setProperty('top', `${top}px`);
}
