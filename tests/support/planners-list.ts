/** A list of injects as a planner sends it: days of this year, a role nobody knows, a spare inject, a vote. */
export const PLANNERS_LIST = [
	'Nr.;Date;Time;From;To;Channel;Message;Poll;Expected response',
	'1;3/11/2026;09:40;Service desk;Hospital network;Phone;Forty calls in ten minutes;;Open a major incident',
	'2;3/11/2026;10:05;Wire service;Harbour master;Pigeon;Do we stop deliveries?;Stop | Go on;Decide',
	'3;;TBD;Ward 4;All;Email;Spare inject;;'
].join('\r\n');
