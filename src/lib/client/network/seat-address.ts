/** Which seat of which room a page is for. */
export interface SeatAddress {
	readonly code: string;
	readonly person: string;
	/** The team whose page a facilitator looks at: nothing can be done from there. Missing: it is the seat's own page. */
	readonly looksAt?: string;
}

export function seatPath({ code, person }: SeatAddress): string {
	return `/api/rooms/${encodeURIComponent(code)}/seats/${encodeURIComponent(person)}`;
}
