/** Answers of a slow function kept by its question; emptied when full, so that memory stays flat for a file of any size. */
export class Remembered<Answer> {
  #answers = new Map<string, Answer>();
  readonly #find: (question: string) => Answer;
  readonly #most: number;

  constructor(find: (question: string) => Answer, most = 100_000) {
    this.#find = find;
    this.#most = most;
  }

  of(question: string): Answer {
    let answer = this.#answers.get(question);
    if (answer === undefined) {
      if (this.#answers.size >= this.#most) this.#answers.clear();
      answer = this.#find(question);
      this.#answers.set(question, answer);
    }
    return answer;
  }
}
