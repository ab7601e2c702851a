import { createServer, type Server } from 'node:http';
import { answerPlainly, setSecurityHeaders } from '../answers.ts';
import { refusalOf } from '../request-rules.ts';
import { METRICS_TYPE } from './metrics-text.ts';

const PATH = '/metrics';

/** Serves figures on a port of their own, apart from what people reach. Not yet listening. */
export function makeMetricsServer(text: () => string): Server {
	return createServer({ requireHostHeader: false }, (request, response) => {
		setSecurityHeaders(request, response);
		response.setHeader('Cache-Control', 'no-store');
		const refusal = refusalOf(request, true);
		if (refusal !== null) return answerPlainly(response, refusal.status, refusal.sentence);
		if (request.url?.split('?', 1)[0] !== PATH)
			return answerPlainly(response, 404, `Figures are at ${PATH}.`);
		response.setHeader('Content-Type', METRICS_TYPE).end(text());
	});
}
