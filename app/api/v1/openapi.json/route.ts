import { publicAnswer } from '../answer';
import { openApi } from '../openapi';

export const dynamic = 'force-dynamic';

/** What this interface can be asked and answers, OpenAPI 3.1. */
export async function GET(request: Request): Promise<Response> {
  return publicAnswer(request, async () => openApi());
}
