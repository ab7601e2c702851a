/**
 * Which part of a sector's hit hosts the firms behind Parametrix's losses run. Parametrix counted United States
 * Fortune 500 firms without Microsoft (fact cs-px-total); 298 of them are the vendor's customers (cs-f500), which earns
 * about two thirds of its revenue in the United States (cs-rev-geo). How many hosts these firms run is not known: the
 * bounds are assumed, wide, and every value between them is as likely as any other.
 */
export interface FortuneShare {
	readonly sector: string;
	/** Id of the measured loss. */
	readonly measured: string;
	readonly low: number;
	readonly high: number;
}

export const FORTUNE_SHARES: readonly FortuneShare[] = [
	{ sector: 'hospitals', measured: 'loss-health', low: 0.2, high: 0.5 },
	{ sector: 'banks', measured: 'loss-banking', low: 0.25, high: 0.6 },
	{ sector: 'airlines', measured: 'loss-airlines', low: 0.3, high: 0.7 },
	{ sector: 'technology', measured: 'loss-technology', low: 0.15, high: 0.5 },
	{ sector: 'retail', measured: 'loss-retail', low: 0.2, high: 0.5 },
	{ sector: 'logistics', measured: 'loss-transport', low: 0.15, high: 0.5 },
	{ sector: 'manufacturing', measured: 'loss-manufacturing', low: 0.1, high: 0.4 }
];
