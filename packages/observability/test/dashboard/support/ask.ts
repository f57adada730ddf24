import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request whose path and headers are sent as they stand, which `fetch` would not do. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => done({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.on('error', fail);
    sent.end();
  });
}

/** Server-sent events of one kind, the data parsed, until enough was heard. */
export function events<T>(port: number, path: string, kind: string, enough: (data: T) => boolean): Promise<T> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        const blocks = (text += part).split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) {
          const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
          if (event !== kind || !enough(JSON.parse(data!) as T)) continue;
          sent.destroy();
          done(JSON.parse(data!) as T);
        }
      });
      response.on('error', () => {});
    });
    sent.on('error', fail);
    sent.end();
  });
}
