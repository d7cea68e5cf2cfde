/** What was said between one applicant and us, as one thread. Pure: the same order on the tracking page and on the desk. */

type Asked = { askedAt: number; answeredAt: number | null; closedAt: number | null };
type Written = { writtenAt: number };

export type ThreadItem<Question, Message> =
  | { kind: 'question'; at: number; question: Question }
  | { kind: 'message'; at: number; message: Message };

/** Whether an answer is still awaited. */
export const isOwed = (question: Asked): boolean => question.answeredAt === null && question.closedAt === null;

/**
 * Whether a question is between us and whoever holds the application since `heldSince` (milliseconds since 1970; 0: never passed on):
 * asked of them, answered by them, or still to be answered.
 */
export const isWithHolder = (question: Asked, heldSince: number): boolean =>
  question.askedAt >= heldSince || isOwed(question) || (question.answeredAt ?? 0) >= heldSince;

/** The questions whose answers are still awaited, the oldest first: it waits longest. */
export const owedOf = <Question extends Asked>(questions: readonly Question[]): Question[] =>
  questions.filter(isOwed).sort((a, b) => a.askedAt - b.askedAt);

/**
 * Questions with their answers, and messages, by the day something was last said, the newest first: what is new is what the
 * page was opened for. A question stays together with its answer and stands where the answer came.
 */
export function threadOf<Question extends Asked, Message extends Written>(
  questions: readonly Question[],
  messages: readonly Message[],
): ThreadItem<Question, Message>[] {
  return [
    ...questions.map((question) => ({
      kind: 'question' as const,
      at: question.answeredAt ?? question.askedAt,
      question,
    })),
    ...messages.map((message) => ({ kind: 'message' as const, at: message.writtenAt, message })),
  ].sort((a, b) => b.at - a.at);
}
