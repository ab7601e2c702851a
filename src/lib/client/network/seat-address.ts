/** Which seat of which room a page is for. */
export interface SeatAddress {
	readonly code: string;
	readonly person: string;
}

export function seatPath({ code, person }: SeatAddress): string {
	return `/api/rooms/${encodeURIComponent(code)}/seats/${encodeURIComponent(person)}`;
}
