import { stepLengthMin } from '../../sim/time/grid.ts';
import { askedOf } from '../availability/agreement.ts';
import { agrees, botOf, seatFor, type Bot } from './policy.ts';

/** A bot that agrees to what other roles ask of its own, a step after they have asked. */
export function agreeing(bot: Bot): Bot {
	return botOf(bot.name, bot.text, (role) => {
		const own = bot.policyFor(role);
		return {
			name: own.name,
			acts(room, moment) {
				const { scenario, state } = room;
				const seat = seatFor(state, role, moment.world);
				if (seat === undefined) return own.acts(room, moment);
				const agreed = askedOf(scenario, state, moment.world, role).map(({ decision }) =>
					agrees(seat, moment.world, decision)
				);
				return [...own.acts(room, moment), ...agreed];
			},
			nextMin(room, minute) {
				const { scenario, state } = room;
				const isAsked = Object.keys(state.worlds).some(
					(world) => askedOf(scenario, state, world, role).length > 0
				);
				const next = own.nextMin(room, minute);
				if (!isAsked || minute >= scenario.horizonMin) return next;
				const soon = minute + stepLengthMin(scenario.spans, Math.max(0, minute));
				return next === null ? soon : Math.min(next, soon);
			}
		};
	});
}
