/** One end of a channel between two threads, as Node's workers have it. */
interface Endpoint {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** Functions that are called from the other thread, each with one argument that can be copied. */
type Questions<Names extends string> = Readonly<Record<Names, (argument: never) => Promise<unknown>>>;

interface Question<Names extends string> {
  readonly id: number;
  readonly name: Names;
  readonly argument: unknown;
}

type Answer = { readonly id: number } & (
  { readonly value: unknown } | { readonly error: { readonly message: string } }
);

/** An error's own fields and message: copying it as an error would lose its code. */
const copied = (error: unknown): { readonly message: string } => ({
  ...(typeof error === 'object' ? error : {}),
  message: error instanceof Error ? error.message : String(error),
});

/** Answers what the thread at the other end of `port` asks. */
export const answerQuestions = <Names extends string>(port: Endpoint, questions: Questions<Names>): void => {
  const answer = async ({ id, name, argument }: Question<Names>): Promise<Answer> => {
    try {
      return { id, value: await questions[name](argument as never) };
    } catch (error) {
      return { id, error: copied(error) };
    }
  };
  port.on('message', (question) => {
    void answer(question as Question<Names>).then((given) => {
      port.postMessage(given);
    });
  });
};

/** Asks the thread at the other end of `port`. What is thrown there is thrown here, with the fields it has. */
export const createAsk = (port: Endpoint): ((name: string, argument: unknown) => Promise<unknown>) => {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  port.on('message', (message) => {
    const answer = message as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return async (name, argument) => {
    const id = (last += 1);
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    port.postMessage({ id, name, argument });
    const answer = await answered;
    if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error);
    return answer.value;
  };
};
