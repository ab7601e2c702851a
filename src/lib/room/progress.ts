/** Where the person stands. Rounds count from 1 over incident and recovery; preparation is none of them. */
export type Progress =
	| { readonly kind: 'briefing' }
	| { readonly kind: 'preparation' }
	| {
			readonly kind: 'deciding';
			readonly part: 'incident' | 'recovery';
			readonly round: number;
			/** As many as there are and are known to come. */
			readonly rounds: number;
			/** Where the world halts next; null: at its end. */
			readonly nextStopMin: number | null;
	  }
	| {
			readonly kind: 'running';
			readonly part: 'incident' | 'recovery';
			readonly fromMin: number;
			readonly toMin: number;
			readonly paused: boolean;
	  }
	| { readonly kind: 'hotWash' };
